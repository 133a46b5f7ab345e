//! An answer for a program, not for a reader: what a page that embeds the explorer is told.

use super::{Bin, FacetGroup, Page, Pages};
use crate::annotate::ActorKind;
use crate::calendar::Lang;
use crate::correct::json::Json;
use crate::query::Query;

impl Pages {
    /// The answer to `query` as JSON: `total`, `unchecked` (how many more articles hold the words of a
    /// phrase but not their text yet), the `ids` of the articles in the order of the list, `facets` (the
    /// actors that an article of the selection names, by kind), the `histogram` on the axis asked for, and the
    /// `state`, which is the question in its canonical form.
    pub fn answer(&self, query: &Query) -> String {
        let query = self.settled(query);
        let page = self.page(&query, Lang::default());
        let ids = page.list.order.iter().map(|doc| self.corpus.documents().id(doc.index()));
        let answer = object([
            ("state", text(&query.to_string())),
            ("total", Json::Number(page.selected)),
            ("unchecked", Json::Number(page.unchecked)),
            ("ids", Json::List(ids.map(text).collect())),
            ("facets", Json::List(page.facets.iter().flat_map(facets).collect())),
            ("histogram", histogram(&page)),
        ]);
        let mut out = String::new();
        answer.write(&mut out, 0);
        out
    }
}

fn facets(group: &FacetGroup) -> impl Iterator<Item = Json> {
    let kind = match group.kind {
        ActorKind::Person => "person",
        ActorKind::Organisation => "organisation",
        ActorKind::Place => "place",
    };
    group.facets.iter().filter(|facet| facet.selected > 0 || facet.on).map(move |facet| {
        object([
            ("slug", text(&facet.actor.slug)),
            ("name", text(&facet.actor.name)),
            ("kind", text(kind)),
            ("selected", Json::Number(facet.selected)),
            ("total", Json::Number(facet.actor.total)),
            ("on", Json::Flag(facet.on)),
        ])
    })
}

fn histogram(page: &Page) -> Json {
    let bin = |bin: &Bin| {
        object([
            ("from", text(&bin.first.to_string())),
            ("to", text(&bin.last.to_string())),
            ("selected", Json::Number(bin.selected.total())),
            ("total", Json::Number(bin.all.total())),
        ])
    };
    Json::List(page.dates.histogram.bins.iter().map(bin).collect())
}

fn object<const N: usize>(fields: [(&str, Json); N]) -> Json {
    Json::Object(fields.into_iter().map(|(name, value)| (name.to_string(), value)).collect())
}

fn text(text: &str) -> Json {
    Json::Text(text.to_string())
}

#[cfg(test)]
mod tests {
    use crate::article;
    use crate::corpus::Corpus;
    use crate::query::Query;
    use crate::view::Pages;

    #[test]
    fn an_answer_is_json_that_says_what_is_selected() {
        let file = |name: &str, day: &str, body: &str| {
            article::parse(name, format!("---\npublished: {day}\n---\n{body}").as_bytes()).unwrap().0
        };
        let first = file("a.txt", "2025-05-02", "Menteri Keuangan Sri Mulyani tiba di Bandung pada Jumat.");
        let second = file("b.txt", "2025-06-03", "Warga Surabaya menulis \"halo\" di dinding kantor.");
        let pages = Pages::of(Corpus::new("Uji", vec![first, second]));
        let read = |hash: &str| -> serde_json::Value {
            serde_json::from_str(&pages.answer(&Query::parse(hash).0)).unwrap()
        };
        let all = read("#/");
        assert_eq!(all["total"], 2);
        assert_eq!(all["ids"], serde_json::json!(["b", "a"]));
        assert_eq!(all["state"], "#/");
        let one = read("#/?actor=sri-mulyani");
        assert_eq!((&one["total"], &one["ids"]), (&1.into(), &serde_json::json!(["a"])));
        let asked = one["facets"].as_array().unwrap().iter().find(|f| f["slug"] == "sri-mulyani").unwrap();
        assert_eq!(
            (&asked["on"], &asked["kind"], &asked["total"]),
            (&true.into(), &"person".into(), &1.into())
        );
        let bins = one["histogram"].as_array().unwrap();
        assert_eq!(bins.iter().filter_map(|b| b["selected"].as_u64()).sum::<u64>(), 1);
        assert_eq!(bins.iter().filter_map(|b| b["total"].as_u64()).sum::<u64>(), 2);
    }
}
