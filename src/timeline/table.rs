//! The histogram told to who can't see it.

use super::ticks;
use crate::format::number;
use crate::messages::{axis_index, words};
use crate::ui::*;
use sorot_core::view::{Dates, Lang};
use std::rc::Rc;

#[derive(PartialEq)]
pub struct TableProps {
    pub dates: Rc<Dates>,
    pub lang: Lang,
}

/// A table of the bins with articles.
#[part]
pub fn Table(props: &TableProps) -> Html {
    let (dates, lang) = (&props.dates, props.lang);
    let w = words(lang);
    let histogram = &dates.histogram;
    let rows = histogram.bins.iter().filter(|bin| bin.all.total() > 0).map(|bin| {
        html! {
            <tr key={bin.first.to_string()}>
                <th scope="row">{ ticks::name((bin.first, bin.last), histogram.level, lang) }</th>
                <td>{ number(bin.selected.total(), lang) }</td>
                <td>{ number(bin.all.total(), lang) }</td>
                <td>{ number(bin.all.unsure, lang) }</td>
            </tr>
        }
    });
    html! {
        <div class="visually-hidden">
            <table>
                <caption>{ w.articles_by(histogram.level, dates.axis) }</caption>
                <thead><tr>
                    <th scope="col">{ w.time.period }</th>
                    <th scope="col">{ w.time.selected }</th>
                    <th scope="col">{ w.time.all }</th>
                    <th scope="col">{ w.time.unsure[axis_index(dates.axis)] }</th>
                </tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}
