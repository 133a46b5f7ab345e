//! Names that were handed in with the article: they are names wherever they stand in its text.

use super::{Name, Names, entry, find_listed};
use crate::article::{ActorKind, Article, DeclaredActor};
use crate::calendar::Lang;
use crate::structure::Structure;
use crate::text::Span;
use crate::why::{Rule, Why};

impl Names {
    /// Adds the article's declared actors. A name that was found in the text and reaches beyond a declared one stands;
    /// what lies within it is part of the declared one. Where a day is told (`dates`, any order) there is no name.
    pub fn declare<I: Iterator<Item = Span>>(
        &mut self,
        article: &Article,
        structure: &Structure,
        dates: impl Fn() -> I,
    ) {
        let actors = article.declared_actors();
        if actors.is_empty() {
            return;
        }
        let mut days: Vec<Span> = dates().collect();
        days.sort_unstable();
        let free = |span: Span| {
            let first = days.partition_point(|day| day.end <= span.start);
            days.get(first).is_none_or(|day| !day.overlaps(span))
        };
        let places: Vec<(Span, &DeclaredActor)> = article
            .declared_places()
            .into_iter()
            .filter(|(span, _)| free(*span))
            .filter_map(|(span, at)| Some((span, actors.get(at)?)))
            .collect();
        let lines: Vec<Span> = structure.story().collect();
        let aside: Vec<Span> = structure.non_story().map(|(line, _)| line).collect();
        for (names, lines) in [(&mut self.story, lines), (&mut self.aside, aside)] {
            let there = places.iter().filter(|(span, _)| holds(&lines, *span));
            *names = joined(std::mem::take(names), there, structure.language);
        }
    }
}

/// Whether one of the lines, by place, holds the span.
fn holds(lines: &[Span], span: Span) -> bool {
    let before = lines.partition_point(|line| line.start <= span.start);
    before.checked_sub(1).and_then(|at| lines.get(at)).is_some_and(|line| line.contains(span))
}

/// The names that were found, with those that are declared, by place.
fn joined<'a>(
    found: Vec<Name>,
    declared: impl Iterator<Item = &'a (Span, &'a DeclaredActor)>,
    lang: Lang,
) -> Vec<Name> {
    let mut out = Vec::with_capacity(found.len());
    let mut found = found.into_iter().peekable();
    for (span, actor) in declared {
        while let Some(name) = found.next_if(|name| name.span.end <= span.start) {
            out.push(name);
        }
        let mut within = Vec::new();
        while let Some(name) = found.next_if(|name| span.contains(name.span)) {
            within.push(name);
        }
        // What reaches beyond it, on either side.
        let crossed = found.peek().is_some_and(|name| name.span.overlaps(*span));
        if crossed {
            out.extend(within);
            continue;
        }
        out.push(named(*span, actor, within, lang));
    }
    out.extend(found);
    out
}

/// The declared name at a place, with what was found within it.
fn named(span: Span, actor: &DeclaredActor, within: Vec<Name>, lang: Lang) -> Name {
    let why = Why::new(Rule::NameDeclared, [actor.name.as_str().into()]);
    let role = within.first().and_then(|name| name.role);
    let same = within.into_iter().find(|name| name.span == span);
    let listed = || find_listed(&actor.name, lang).and_then(entry).map(|entry| entry.class.kind());
    let spelt = || match actor.name.contains(char::is_lowercase) {
        true => ActorKind::Person,
        false => ActorKind::Organisation,
    };
    let read = same.as_ref().map(|name| name.kind);
    let kind = actor.kind.or(read).or_else(listed).unwrap_or_else(spelt);
    let government = same.as_ref().is_some_and(|name| name.government) && kind == ActorKind::Place;
    let mut reasons = vec![why];
    reasons.extend(same.into_iter().flat_map(|name| name.why));
    Name { span, kind, role, government, why: reasons }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::annotate;
    use crate::article;

    fn told(body: &str, declared: &[(&str, Option<ActorKind>)]) -> Vec<(String, ActorKind, bool)> {
        let (mut article, _) = article::parse("a.txt", body.as_bytes()).unwrap();
        let actor = |(name, kind): &(&str, _)| DeclaredActor { name: name.to_string(), kind: *kind };
        article.declare_actors(&declared.iter().map(actor).collect::<Vec<_>>());
        let (documents, actors) = annotate(vec![article]);
        let document = &documents[0];
        let mention = |m: &crate::annotate::Mention| {
            let said = m.why.iter().any(|why| why.rule == Rule::NameDeclared);
            assert_eq!(actors[m.actor.index()].kind, m.kind);
            (m.span.of(&document.article.body).to_string(), m.kind, said)
        };
        document.mentions.iter().map(mention).collect()
    }

    #[test]
    fn what_is_declared_is_named_and_says_why() {
        let body = "Warga menolak rencana itu.\n\nPaguyuban petani tembakau lereng Sumbing meminta penjelasan pada Jumat, kata Sari Kencana.";
        let person = |name: &str, said| (name.to_string(), ActorKind::Person, said);
        assert!(told(body, &[]).iter().all(|(_, _, said)| !said));
        let declared = [
            ("Paguyuban petani tembakau lereng Sumbing", Some(ActorKind::Organisation)),
            ("Sari Kencana", None),
            ("Jumat", None),
            ("Kencana", None),
            ("tidak disebut", None),
        ];
        assert_eq!(
            told(body, &declared),
            [
                ("Paguyuban petani tembakau lereng Sumbing".into(), ActorKind::Organisation, true),
                person("Sari Kencana", true),
            ]
        );
        // A longer name that the text has stands.
        assert!(told(body, &[("Kencana", None)]).contains(&person("Sari Kencana", false)));
    }

    #[test]
    fn a_shorter_form_is_the_declared_actor() {
        let body = "Nur Aini Wulandari membuka pameran di Kudus.\n\nMenurut Wulandari, pameran itu gratis.";
        let mentions = told(body, &[("Nur Aini Wulandari", Some(ActorKind::Person))]);
        assert!(mentions.iter().any(|(text, ..)| text == "Wulandari"), "{mentions:?}");
    }
}
