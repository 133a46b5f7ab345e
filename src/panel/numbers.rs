//! The numbers side by side.

use super::foot::Desk;
use super::lines;
use crate::ui::*;
use sorot_core::view::panel::NumbersView;

/// As the style sheet knows them, in the order of `Verdict`.
const VERDICTS: [&str; 3] = ["odds", "rounded", "agree"];

/// Draws the section.
pub fn numbers(desk: &Desk, view: &NumbersView, several: bool) -> Html {
    let w = desk.words();
    if view.groups.is_empty() && view.single.is_empty() {
        return html! { <p class="quiet">{ w.evidence.no_numbers }</p> };
    }
    let single = html! {
        <>
            { lines::list(desk, &view.single) }
            if view.more > 0 { <p class="quiet">{ w.and_more(view.more) }</p> }
        </>
    };
    if !several {
        return single;
    }
    html! {
        <>
            if view.groups.is_empty() { <p class="quiet">{ w.evidence.no_groups }</p> }
            <ul class="answers">
                { for view.groups.iter().map(|group| {
                    let (class, verdict) = lines::state(VERDICTS, w.evidence.verdicts, group.verdict as usize);
                    html! {
                        <li>
                            <p class="badges">
                                <span class={classes!("badge", class)}>{ verdict }</span>
                                <span class="quiet">{ &group.told }</span>
                            </p>
                            { lines::list(desk, &group.lines) }
                        </li>
                    }
                }) }
            </ul>
            if !view.single.is_empty() {
                <details class="fresh">
                    <summary><h3>{ w.evidence.single }</h3></summary>
                    { single }
                </details>
            }
        </>
    }
}
