//! The summary of the selection: each line with its why and its where.

use crate::articles::day_text;
use crate::format;
use crate::messages::words;
use crate::reader::reasons;
use crate::state::Action;
use crate::ui::*;
use sorot_core::view::{KeySentenceView, Lang, SummaryView};
use std::rc::Rc;

#[derive(PartialEq)]
pub struct SummaryProps {
    pub summary: Rc<SummaryView>,
    pub lang: Lang,
    pub act: Callback<Action>,
}

/// The column of the summary.
#[part]
pub fn Summary(props: &SummaryProps) -> Html {
    let w = words(props.lang);
    let summary = &props.summary;
    html! {
        <>
            <h2>{ w.summary }</h2>
            <p class="lede">
                { w.selected_of(summary.selected, summary.total) }
                if let Some(period) = summary.period { { ", " }{ format::period(period, props.lang) } }
                { "." }
                if !summary.most.is_empty() {
                    { format!(" {}: ", w.most_named) }
                    { for summary.most.iter().enumerate().map(|(n, (slug, name, articles))| {
                        let toggle = {
                            let slug = slug.clone();
                            props.act.reform(move |_: MouseEvent| Action::ToggleActor(slug.clone()))
                        };
                        html! {
                            <>
                                if n > 0 { { ", " } }
                                <button type="button" class="link" onclick={toggle} title={w.named(name, *articles, summary.selected)}>
                                    <bdi>{ name }</bdi>
                                </button>
                            </>
                        }
                    }) }
                    { "." }
                }
            </p>
            if summary.inferred > 0 { <p class="quiet">{ "≈ " }{ w.inferred_counted(summary.inferred) }</p> }
            if summary.undated > 0 { <p class="quiet">{ w.undated_counted(summary.undated) }</p> }
            <h3>{ w.key_sentences }</h3>
            if summary.sentences.is_empty() {
                <p class="quiet">{ w.nothing_to_summarise }</p>
            } else {
                <ol class="sentences">
                    { for summary.sentences.iter().map(|sentence| html! {
                        <li key={format!("{}-{}", sentence.citation.article, sentence.citation.sentence)}>
                            <KeySentence sentence={Rc::new(sentence.clone())} lang={props.lang} act={props.act.clone()} />
                        </li>
                    }) }
                </ol>
            }
        </>
    }
}

#[derive(PartialEq)]
struct KeySentenceProps {
    sentence: Rc<KeySentenceView>,
    lang: Lang,
    act: Callback<Action>,
}

#[part]
fn KeySentence(props: &KeySentenceProps) -> Html {
    let w = words(props.lang);
    let KeySentenceView { text, lang, citation, why } = &*props.sentence;
    let when = day_text(citation.when.interval, citation.when.source, w);
    let short = match citation.when.interval.and_then(|i| i.from()) {
        Some(day) => format::day_of_year(day, props.lang),
        None => when.clone(),
    };
    let show = {
        let (article, sentence) = (citation.article.clone(), citation.sentence);
        props.act.reform(move |_: MouseEvent| Action::Show(article.clone(), sentence))
    };
    html! {
        <>
            <p class="sentence" lang={lang.tag()}>{ text }</p>
            <div class="sentence-foot">
                <button type="button" class="cite" onclick={show} title={w.open_at(citation.paragraph, &when)}>
                    { format!("{short} ¶{}", citation.paragraph) }
                </button>
                <details class="why">
                    <summary><span class="why-word">{ w.why }</span></summary>
                    { reasons(why) }
                </details>
            </div>
        </>
    }
}
