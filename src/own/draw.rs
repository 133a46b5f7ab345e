//! What the dialog of own articles shows in each of its states.

use super::call::Fault;
use super::report::{Report, Row};
use super::{Facts, Phase};
use crate::icons;
use crate::messages::{Words, words};
use crate::ui::*;
use js_sys::Array;
use sorot_core::view::Lang;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// The encodings, as the intake names them.
const ENCODINGS: [&str; 5] = ["UTF-8", "windows-1252", "windows-1251", "UTF-16LE", "UTF-16BE"];

/// What the dialog's controls do.
pub struct Desk {
    pub lang: Lang,
    /// Reads what is handed over.
    pub read: Callback<JsValue>,
    /// Reads a file in another encoding.
    pub again: Callback<(String, String)>,
    /// Gives up what is read, or was.
    pub put_away: Callback<MouseEvent>,
    /// Opens it: with what is open, or alone.
    pub take: Callback<bool>,
    pub save: Callback<MouseEvent>,
    pub remove: Callback<MouseEvent>,
    /// Whether the next click removes all.
    pub sure: bool,
    /// Whether the file was just handed over.
    pub saved: bool,
}

impl Desk {
    fn words(&self) -> &'static Words {
        words(self.lang)
    }
}

/// The state that an answer of the reader leads to.
pub fn told(answer: Result<JsValue, Fault>) -> Phase {
    match answer {
        Ok(text) => Phase::Told(Rc::new(Report::read(&text.as_string().unwrap_or_default()))),
        Err(Fault::Cancelled) => Phase::Choosing,
        Err(fault) => Phase::Failed(fault),
    }
}

/// What is kept, from the list that tells it.
pub fn facts(told: &Array) -> Facts {
    let number = |at| told.get(at).as_f64().unwrap_or_default();
    let sentence = |at| told.get(at).as_string().unwrap_or_default();
    Facts { articles: number(0) as u32, bytes: number(1), refused: sentence(2), too_large: sentence(3) }
}

/// The dialog's content.
pub fn sheet(desk: &Desk, phase: &Phase, facts: &Facts) -> Html {
    let w = desk.words();
    html! {
        <>
            { match phase {
                Phase::Choosing => choosing(desk),
                Phase::Reading(..) | Phase::Making => html! {
                    <div class="own-busy">
                        { progress(w, phase) }
                        <button type="button" class="btn" onclick={desk.put_away.clone()}>{ w.own.cancel }</button>
                    </div>
                },
                Phase::Told(report) => read(desk, report),
                Phase::Failed(fault) => html! {
                    <>
                        <p class="refused" role="alert">{ match fault {
                            Fault::Other(message) => format!("{} {message}", w.own.failed),
                            Fault::Cancelled => String::new(),
                        } }</p>
                        { choosing(desk) }
                    </>
                },
            } }
            { kept(desk, facts, phase.is_busy()) }
        </>
    }
}

/// How far the work is.
fn progress(w: &'static Words, phase: &Phase) -> Html {
    let (text, done, all) = match phase {
        Phase::Reading(done, all) if *all > 0 => (w.reading(*done, *all), *done, *all),
        Phase::Reading(..) => (w.own.opening.into(), 0, 0),
        _ => (w.own.making.into(), 0, 0),
    };
    html! {
        <>
            <progress aria-label={w.own.add} max={(all > 0).then_some(all)} value={(all > 0).then_some(done)}></progress>
            <p role="status">{ text }</p>
        </>
    }
}

fn choosing(desk: &Desk) -> Html {
    let w = desk.words();
    let chosen = |event: Event| {
        let input: HtmlInputElement = event.target_dyn_into()?;
        let files = input.files().filter(|files| files.length() > 0)?;
        // The same file can be chosen again.
        let held = Array::from(&files);
        input.set_value("");
        Some(JsValue::from(held))
    };
    let onchange = {
        let read = desk.read.clone();
        Callback::from(move |event: Event| {
            if let Some(files) = chosen(event) {
                read.emit(files);
            }
        })
    };
    let pasted = {
        let read = desk.read.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let form = event.target_dyn_into::<HtmlElement>();
            let field = form.and_then(|form| form.query_selector("textarea").ok().flatten());
            let field = field.and_then(|f| wasm_bindgen::JsCast::dyn_into::<HtmlTextAreaElement>(f).ok());
            if let Some(text) = field.map(|field| field.value()).filter(|text| !text.trim().is_empty()) {
                read.emit(text.into());
            }
        })
    };
    html! {
        <div class="own-choose">
            <p>{ w.own.intro }</p>
            <p class="quiet">{ w.own.formats }</p>
            <div class="row">
                <label class="btn primary file">
                    <input type="file" multiple=true class="visually-hidden own-files" onchange={onchange.clone()} />{ icons::page() }{ w.own.files }
                </label>
                <label class="btn file">
                    <input type="file" multiple=true webkitdirectory="" class="visually-hidden own-folder" {onchange} />{ w.own.folder }
                </label>
            </div>
            <details class="own-paste">
                <summary>{ w.own.paste }</summary>
                <form onsubmit={pasted}>
                    <textarea class="to-copy" rows="5" required=true aria-label={w.own.paste_text}></textarea>
                    <button type="submit" class="btn">{ w.own.paste_read }</button>
                </form>
            </details>
        </div>
    }
}

/// The report, and what is to become of the articles.
fn read(desk: &Desk, report: &Report) -> Html {
    let w = desk.words();
    let take = |with_open: bool| desk.take.reform(move |_: MouseEvent| with_open);
    let [fine, remarked, skipped] = report.counts;
    let more = (fine + remarked + skipped).saturating_sub(report.rows.len() as u32);
    html! {
        <>
            <h3>{ w.own.report }</h3>
            <p class="own-counts" role="status">{ w.read_counts(report.counts) }</p>
            <ul class="own-report" tabindex="0" aria-label={w.own.report}>
                { for report.rows.iter().enumerate().map(|(at, row)| line(desk, at, row)) }
                if more > 0 { <li class="quiet">{ w.and_more(more) }</li> }
            </ul>
            if fine + remarked == 0 { <p>{ w.own.nothing_read }</p> }
            <div class="row">
                if fine + remarked > 0 {
                    <button type="button" class="btn primary own-add" onclick={take(true)}>{ w.own.add_to }</button>
                    <button type="button" class="btn own-instead" onclick={take(false)}>{ w.own.instead }</button>
                }
                <button type="button" class="btn own-away" onclick={desk.put_away.clone()}>{ if fine + remarked > 0 { w.own.put_away } else { w.own.more } }</button>
            </div>
        </>
    }
}

fn line(desk: &Desk, at: usize, row: &Row) -> Html {
    let w = desk.words();
    let state = w.own.states.get(row.state).copied().unwrap_or_default();
    let icon = match row.state {
        0 => icons::check(),
        1 => icons::pencil(),
        _ => icons::cross(),
    };
    html! {
        <li key={at} data-state={row.state}>
            { icon }
            <div>
                <p><bdi>{ &row.place }</bdi>{ ": " }{ state }</p>
                { for row.remarks.iter().map(|remark| html! {
                    <p class="quiet">
                        if let Some(line) = remark.line { { format!("{} {line}: ", w.own.line) } }
                        <bdi>{ remark.words(desk.lang) }</bdi>
                    </p>
                }) }
                if let Some(encoding) = &row.encoding { { encodings(desk, row, encoding) } }
            </div>
        </li>
    }
}

/// The encodings to choose from; another one reads the file again.
fn encodings(desk: &Desk, row: &Row, current: &str) -> Html {
    let w = desk.words();
    let onchange = {
        let (again, file) = (desk.again.clone(), row.file.clone());
        Callback::from(move |event: Event| {
            if let Some(field) = event.target_dyn_into::<HtmlSelectElement>() {
                again.emit((file.clone(), field.value()));
            }
        })
    };
    html! {
        <label class="own-encoding">
            <span class="quiet">{ w.own.encoding }</span>
            <select {onchange} aria-label={format!("{}: {}", w.own.encoding, row.place)}>
                if current.is_empty() { <option value="" selected=true>{ "?" }</option> }
                { for ENCODINGS.map(|name| html! { <option value={name} selected={name == current}>{ name }</option> }) }
            </select>
        </label>
    }
}

/// What is on the device, and the ways out of it.
fn kept(desk: &Desk, facts: &Facts, busy: bool) -> Html {
    let w = desk.words();
    html! {
        <section class="own-kept">
            <h3>{ w.own.kept_title }</h3>
            <p>{ match facts.refused.as_str() {
                "" if facts.articles == 0 => w.own.nothing_kept.into(),
                "" => w.kept_facts(facts.articles, facts.bytes),
                why => why.to_string(),
            } }</p>
            <div class="row">
                <button type="button" class="btn own-save" onclick={desk.save.clone()} disabled={busy || !facts.too_large.is_empty()}>{ w.own.save }</button>
                <button type="button" class={classes!("btn", "own-remove", desk.sure.then_some("sure"))} onclick={desk.remove.clone()} disabled={busy}>
                    { if desk.sure { w.own.remove_really } else { w.own.remove_all } }
                </button>
            </div>
            <p class="quiet" role="status">{ match (facts.too_large.as_str(), desk.saved) {
                ("", true) => w.own.saved,
                ("", false) => w.own.save_help,
                (why, _) => why,
            } }</p>
        </section>
    }
}

/// The line at the foot of the page: work that goes on behind it, and what another tab did.
pub fn strip(desk: &Desk, phase: &Phase, open: bool, elsewhere: bool, reopen: Callback<MouseEvent>) -> Html {
    let w = desk.words();
    let waits = !open && !matches!(phase, Phase::Choosing);
    let reload = Callback::from(|_: MouseEvent| {
        let _ = gloo::utils::window().location().reload();
    });
    html! {
        <div class="own-strip">
            if waits {
                <div class="own-line">
                    { match phase {
                        Phase::Told(report) => html! { <p role="status">{ w.read_counts(report.counts) }</p> },
                        Phase::Failed(_) => html! { <p role="status">{ w.own.failed }</p> },
                        _ => progress(w, phase),
                    } }
                    <button type="button" class="btn" onclick={reopen}>{ w.own.show }</button>
                    if phase.is_busy() { <button type="button" class="btn" onclick={desk.put_away.clone()}>{ w.own.cancel }</button> }
                </div>
            }
            if elsewhere {
                <div class="own-line">
                    <p role="status">{ w.own.elsewhere }</p>
                    <button type="button" class="btn" onclick={reload}>{ w.own.reload }</button>
                </div>
            }
        </div>
    }
}
