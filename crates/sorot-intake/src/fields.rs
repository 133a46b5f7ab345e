//! The parts of an article under whatever names a file gives them.

use crate::actors;
use crate::days;
use crate::finding::Finding;
use crate::html;
use crate::{Place, Remark};
use sorot_core::article::{Article, DeclaredActor, DeclaredDay, slug};
use sorot_core::calendar::Lang;

/// What a field of a record says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    Text,
    Title,
    Source,
    Date,
    Language,
    Id,
    Actors,
}

/// Names of fields in lower case without marks between words; the earlier name of two goes before.
const NAMES: &[(Field, &[&str])] = &[
    (
        Field::Text,
        &[
            "text",
            "articlebody",
            "body",
            "content",
            "contenttext",
            "contenthtml",
            "fulltext",
            "isi",
            "isiberita",
            "isiartikel",
            "konten",
            "teks",
            "naskah",
            "paragraphs",
            "paragraf",
        ],
    ),
    (Field::Title, &["title", "headline", "judul", "judulberita"]),
    (Field::Source, &["source", "publisher", "sitename", "sumber", "media", "outlet", "domain", "penerbit"]),
    (
        Field::Date,
        &[
            "published",
            "datepublished",
            "publishedat",
            "pubdate",
            "publishdate",
            "publicationdate",
            "publisheddate",
            "date",
            "tanggal",
            "tanggalterbit",
            "terbit",
            "timestamp",
        ],
    ),
    (Field::Language, &["language", "lang", "inlanguage", "bahasa"]),
    (Field::Id, &["id", "slug", "articleid", "idartikel"]),
    (Field::Actors, &["actors", "aktor", "pelaku", "tokoh", "persons", "people"]),
];

/// What the field of this name says, and how far back the name stands in its list.
pub(crate) fn field_of(name: &str) -> Option<(Field, usize)> {
    let plain: String =
        name.chars().take(40).filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    NAMES.iter().find_map(|(field, names)| Some((*field, names.iter().position(|n| *n == plain)?)))
}

/// An article in the making.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    values: [Option<(usize, String)>; 7],
    /// Who acts in it, as handed in.
    pub actors: Vec<DeclaredActor>,
    /// What there is to say so far.
    pub remarks: Vec<Remark>,
}

impl Draft {
    /// Takes a value unless one of a better name is there; empty ones don't count.
    pub(crate) fn take(&mut self, (field, rank): (Field, usize), value: String) {
        let slot = self.values.get_mut(field as usize);
        if let Some(slot) = slot
            && !value.trim().is_empty()
            && slot.as_ref().is_none_or(|(own, _)| rank < *own)
        {
            *slot = Some((rank, value));
        }
    }

    pub(crate) fn get(&self, field: Field) -> Option<&str> {
        self.values.get(field as usize)?.as_ref().map(|(_, value)| value.as_str())
    }

    /// The rank of the name that a field was taken under.
    pub(crate) fn rank(&self, field: Field) -> Option<usize> {
        self.values.get(field as usize)?.as_ref().map(|(rank, _)| *rank)
    }

    fn pull(&mut self, field: Field) -> Option<String> {
        Some(self.values.get_mut(field as usize)?.take()?.1)
    }

    /// Forgets the language that was declared.
    pub(crate) fn drop_language(&mut self) {
        self.pull(Field::Language);
    }

    /// The article, and what there is to say about it; `None` without a text. A text in HTML is read as such.
    pub(crate) fn finish(mut self, place: &Place) -> Option<(Article, Vec<Remark>)> {
        let text = self.pull(Field::Text)?;
        let body = if html::is_markup(&text) { html::fragment(&text, &mut self.remarks) } else { text };
        self.take((Field::Text, 0), body);
        self.finish_plain(place)
    }

    /// As [`Draft::finish`], the text as it stands.
    pub(crate) fn finish_plain(mut self, place: &Place) -> Option<(Article, Vec<Remark>)> {
        let body = self.pull(Field::Text)?;
        if body.trim().is_empty() {
            return None;
        }
        let language = self.pull(Field::Language);
        let declared_language = language.as_deref().and_then(Lang::from_tag);
        if let Some(tag) = language.filter(|_| declared_language.is_none()) {
            self.remarks.push(Remark::new(Finding::LanguageUnread, [tag]));
        }
        let declared_day = match self.pull(Field::Date).map(|text| days::day_of(&text)) {
            Some(Ok(day)) => Some(DeclaredDay { day, by_editor: false }),
            Some(Err(remark)) => {
                self.remarks.push(remark);
                None
            }
            None => None,
        };
        let file = place.name();
        let stem = file.rsplit_once('.').map_or(file.as_str(), |(stem, _)| stem);
        let id = match (self.pull(Field::Id), place.record) {
            (Some(own), _) => slug(own.get(..own.floor_char_boundary(80)).unwrap_or(&own)),
            (None, Some(record)) => slug(&format!("{stem}-{record}")),
            (None, None) => slug(stem),
        };
        let line = |text: String| html::one_line(&text);
        if let Some(list) = self.pull(Field::Actors) {
            self.actors.extend(actors::listed(&list));
        }
        let mut article = Article {
            declared_title: self.pull(Field::Title).map(line).filter(|t| !t.is_empty()),
            source: self.pull(Field::Source).map(line).filter(|t| !t.is_empty()),
            declared_language,
            declared_day,
            ..Article::plain(file, id, body)
        };
        let actors = actors::sound(self.actors, &mut self.remarks);
        actors::held_against_text(&mut article, actors, &mut self.remarks);
        Some((article, self.remarks))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_in_both_languages() {
        assert_eq!(field_of("date_published"), Some((Field::Date, 1)));
        assert_eq!(field_of(" Isi Berita "), Some((Field::Text, 8)));
        assert_eq!(field_of("__proto__"), None);
    }

    #[test]
    fn the_better_name_wins_and_the_rest_is_told() {
        let mut draft = Draft::default();
        draft.take((Field::Text, 3), "Ringkas.".into());
        draft.take((Field::Text, 0), "Harga beras turun.".into());
        draft.take((Field::Text, 2), "Lain.".into());
        draft.take((Field::Language, 0), "fr".into());
        draft.take((Field::Date, 0), "kemarin".into());
        draft.take((Field::Title, 0), " Judul <b>tebal</b>\n &amp; panjang".into());
        let (article, remarks) = draft.finish(&Place::file("x/data.csv").record(3, None)).unwrap();
        assert_eq!((article.id.as_str(), article.file.as_str()), ("data-3", "data.csv#3"));
        assert_eq!(article.body, "Harga beras turun.");
        assert_eq!(article.declared_title.as_deref(), Some("Judul <b>tebal</b> &amp; panjang"));
        let codes: Vec<&str> = remarks.iter().map(|r| r.finding.code()).collect();
        assert_eq!(codes, ["language-unread", "date-unread"]);
    }
}
