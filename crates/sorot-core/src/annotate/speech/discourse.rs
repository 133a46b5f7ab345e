//! Whom does "katanya" mean? What a reader keeps in mind from sentence to sentence.

use super::clause;
use super::lexicon::Tags;
use super::phrase;
use super::scene::{Found, Scene, Sentence};
use super::tokens::Kind;
use crate::annotate::{ActorId, ActorKind};

/// Tokens at the head of a sentence in which an organisation is its subject.
const NEAR: usize = 12;
/// Mentions that a search for "utusan itu" goes back at most.
const BACK: usize = 120;

/// What makes an office another one: a deputy governor isn't "the governor".
const LESSER: [&str; 8] = ["wakil", "mantan", "eks", "calon", "vice", "deputy", "former", "bekas"];

/// The persons in mind between two sentences.
#[derive(Clone, Debug, Default)]
pub(crate) struct Discourse {
    /// Whom a pronoun means: the last subject, else the last speaker.
    pub subject: Option<ActorId>,
    /// Who spoke last.
    pub speakers: Vec<ActorId>,
    /// The organisation that a sentence was last about.
    pub body: Option<ActorId>,
    /// The persons last named side by side.
    pub group: Vec<ActorId>,
    /// Whether the last sentence handed on speech, so that a bare quote may continue it.
    pub speaking: bool,
    /// Whom the last sentence was about, if it named its subject.
    pub recent: Option<ActorId>,
}

impl Discourse {
    /// Takes in a sentence that has been attributed.
    pub(crate) fn read(&mut self, scene: &Scene, sentence: &Sentence, founds: &[(usize, Found)]) {
        if let Some(group) = self.group_of(scene, sentence) {
            self.group = group;
        }
        let spoken = founds.iter().rev().map(|(_, f)| &f.speakers).find(|s| !s.is_empty());
        let reported = sentence
            .range
            .clone()
            .any(|i| scene.tokens.get(i).is_some_and(|t| t.is(Tags::SAY.or(Tags::STANCE))));
        let subject = self.subject_of(scene, sentence);
        self.body = self.body_of(scene, sentence).or(self.body);
        let named = sentence.main_subject(scene, usize::MAX).is_some();
        self.recent = subject.filter(|_| named || scene.is(sentence.range.start, Tags::PRON));
        // "menurut X, …": X speaks without a verb.
        let source = sentence.range.clone().find(|&i| scene.is(i, Tags::SOURCE));
        let sourced = source.map(|at| phrase::behind(scene, sentence, self, at, at).0);
        let sourced = sourced.filter(|s| s.len() == 1);
        match spoken.or(sourced.as_ref()) {
            Some(speakers) => {
                self.speakers = speakers.clone();
                if let [one] = speakers.as_slice() {
                    self.subject = Some(*one);
                }
            }
            None => {
                if subject.is_some() {
                    self.subject = subject;
                }
                if let Some(one) = subject.filter(|_| reported) {
                    self.speakers = vec![one];
                }
            }
        }
        self.speaking = spoken.is_some() || reported && subject.is_some();
        if Self::is_stranger(scene, sentence, founds) {
            (self.subject, self.recent) = (None, None);
            self.speakers.clear();
        }
    }

    /// Whether somebody without a name spoke last ("kata seorang pejabat", "A senior official said"): a pronoun
    /// behind means nobody who was in mind before.
    fn is_stranger(scene: &Scene, sentence: &Sentence, founds: &[(usize, Found)]) -> bool {
        let start = sentence.range.start;
        if let Some((_, last)) = founds.last() {
            let cue = last.cue.filter(|_| last.speakers.is_empty());
            let at = cue
                .and_then(|c| sentence.range.clone().find(|&i| scene.token(i).is_some_and(|t| t.span == c)));
            return at.is_some_and(|at| scene.is(at + 1, Tags::INDEF) || scene.is(start, Tags::INDEF));
        }
        let source = scene.is(start, Tags::SOURCE) && scene.is(start + 1, Tags::INDEF);
        let says = sentence.range.clone().take(NEAR).find(|&i| scene.is(i, Tags::SAY));
        let nobody = |says: usize| sentence.main_subject(scene, says + 1).is_none();
        source || scene.is(start, Tags::INDEF) && says.is_some_and(nobody)
    }

    /// The person a sentence without quotes is about: its subject, else the agent of its passive,
    /// else, when nobody is in mind yet, the first one it names.
    fn subject_of(&self, scene: &Scene, sentence: &Sentence) -> Option<ActorId> {
        if let Some(first) = sentence.main_subject(scene, usize::MAX) {
            return scene.actor(first);
        }
        let from = sentence.range.start;
        let start = scene.tokens.get(from)?;
        if start.is(Tags::PRON) {
            return self.subject;
        }
        if let Some((actor, _)) = scene.role_phrase(from, sentence.range.end) {
            return Some(actor);
        }
        let person = |i: &usize| scene.tokens.get(*i).is_some_and(|t| t.person().is_some());
        let own = |i: &usize| person(i) && !clause::dependent(scene.tokens, *i, from);
        let range = || sentence.range.clone().take(160);
        let agent = range().filter(own).find(|&i| match clause::role(scene.tokens, i, from, scene.lang) {
            clause::Role::Oblique(p) => scene.tokens.get(p).is_some_and(|t| t.is(Tags::OLEH)),
            _ => false,
        });
        let first = || range().find(own).filter(|_| self.subject.is_none());
        scene.actor(agent.or_else(first)?)
    }

    /// The organisation that the sentence has as its first subject.
    fn body_of(&self, scene: &Scene, sentence: &Sentence) -> Option<ActorId> {
        let from = sentence.range.start;
        let body = sentence.range.clone().take(NEAR).find(|&i| {
            scene.token(i).is_some_and(|t| matches!(t.kind, Kind::Name(_, ActorKind::Organisation)))
        })?;
        let role = clause::role(scene.tokens, body, from, scene.lang);
        let spoke = body > from && scene.is(body - 1, Tags::VS);
        let names_person = scene.token(body + 1).is_some_and(|t| t.person().is_some());
        let subject = role == clause::Role::Subject || spoke;
        scene.actor(body).filter(|_| subject && !names_person)
    }

    /// Whom "lembaga itu", "the ministry" mean: the body last spoken of, where its name allows it.
    pub(crate) fn body_called(&self, scene: &Scene, word: &str) -> Option<ActorId> {
        const ANY: [&str; 16] = [
            "lembaga",
            "badan",
            "organisasi",
            "kelompok",
            "perusahaan",
            "media",
            "instansi",
            "agency",
            "group",
            "organization",
            "organisation",
            "company",
            "body",
            "it",
            "koran",
            "surat",
        ];
        let body = self.body?;
        let name = scene.name(body).to_lowercase();
        (ANY.contains(&word) || name.split(' ').any(|w| w == word)).then_some(body)
    }

    /// The longest list of persons in the sentence, two or more.
    fn group_of(&self, scene: &Scene, sentence: &Sentence) -> Option<Vec<ActorId>> {
        let mut best: Vec<ActorId> = Vec::new();
        let mut past = 0;
        for i in sentence.range.clone().take(160) {
            let token = scene.tokens.get(i)?;
            if i < past || !matches!(token.kind, Kind::Name(_, ActorKind::Person)) {
                continue;
            }
            let list = clause::joined(scene.tokens, i, sentence.range.end);
            past = list.last().map_or(i, |l| l + 1);
            let mut actors: Vec<ActorId> = list.iter().filter_map(|&t| scene.actor(t)).collect();
            actors.dedup();
            if actors.len() > best.len() {
                best = actors;
            }
        }
        (best.len() >= 2).then_some(best)
    }
}

impl Scene<'_> {
    /// Who is meant by a role at `at`: "utusan itu", "presiden Ukraina". The actor last named
    /// before it that is known by that role, and the words.
    pub(crate) fn role_phrase(&self, at: usize, to: usize) -> Option<(ActorId, String)> {
        let head = self.tokens.get(at).filter(|t| t.is(Tags::TITLE.or(Tags::REL)) && t.kind == Kind::Word)?;
        let mut words = vec![head.low.as_ref()];
        let mut place = None;
        let the =
            at.checked_sub(1).and_then(|i| self.token(i)).is_some_and(|t| matches!(&*t.low, "the" | "sang"));
        let mut definite = the;
        for token in self.tokens.get(at + 1..to.min(at + 6)).unwrap_or(&[]) {
            if token.is(Tags::DEM) {
                definite = true;
                break;
            }
            match token.kind {
                Kind::Name(_, ActorKind::Place) => {
                    place = Some(token.low.as_ref());
                    definite = true;
                    break;
                }
                Kind::Word if token.is(Tags::TITLE.or(Tags::ADJ).or(Tags::REL)) => words.push(&token.low),
                _ => break,
            }
        }
        // "Presiden" alone is a person in mind, "ajudan" alone is anybody's; in small letters only
        // where nothing else goes with it: "kata gubernur."
        let next = self.token(at + words.len());
        let whole = next.is_none_or(|t| t.is(Tags::STOP) || matches!(t.kind, Kind::Mark('.' | ',')));
        let office = self.tokens.iter().skip(at).take(words.len()).any(|t| t.is(Tags::HEAD));
        let bare_office = office && (words.len() == 1 && head.capital || whole);
        if !(definite || bare_office) {
            return None;
        }
        let until = self.mentions.partition_point(|m| m.span.start < head.span.start);
        let named = self.mentions.get(..until)?.iter().rev().take(BACK);
        let fits = |role: &str| {
            let role = role.to_lowercase();
            let has = |word: &str| role.split_whitespace().any(|w| w == word);
            let lesser = LESSER.iter().any(|w| has(w) && !words.contains(w));
            !lesser && words.iter().all(|w| has(w)) && place.is_none_or(|p| role.contains(&p.to_lowercase()))
        };
        let actor = named.filter(|m| m.kind == ActorKind::Person).find_map(|m| {
            let actor = self.actors.get(m.actor.index())?;
            actor.roles.iter().any(|r| fits(r)).then_some(m.actor)
        })?;
        let last =
            if place.is_some() || !bare_office && !the { at + words.len() } else { at + words.len() - 1 };
        let end = self.tokens.get(last).map_or(head.span, |t| t.span);
        let phrase = head.span.cover(end).of(self.body).to_string();
        Some((actor, phrase))
    }
}
