//! The period as two typed dates.

use crate::messages::words;
use crate::state::Action;
use crate::ui::*;
use chrono::Datelike;
use sorot_core::view::{Day, Lang, day_of};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

#[derive(PartialEq)]
pub struct FieldsProps {
    pub from: Option<Day>,
    pub to: Option<Day>,
    pub lang: Lang,
    pub act: Callback<Action>,
}

/// Both fields, and what is wrong with what stands in them.
#[part]
pub fn Fields(props: &FieldsProps) -> Html {
    let w = words(props.lang);
    let wrong = use_state_eq(|| None::<Fault>);
    let (from, to) = (props.from, props.to);
    let onread = |act: Callback<Option<Day>>| {
        let wrong = wrong.clone();
        Callback::from(move |read: Result<Option<Day>, Fault>| {
            wrong.set(read.err());
            if let Ok(day) = read {
                act.emit(day);
            }
        })
    };
    let first = onread(props.act.reform(move |from| Action::Period(from, to)));
    let last = onread(props.act.reform(move |to| Action::Period(from, to)));
    let told = wrong.map(|fault| match fault {
        Fault::NoDate => w.time.not_a_date,
        Fault::ShortYear => w.time.year_too_short,
    });
    html! {
        <div class="fields">
            <DateField label={w.time.from} value={from} onread={first} wrong={told.is_some()} />
            <DateField label={w.time.to} value={to} onread={last} wrong={told.is_some()} />
            <p id="sorot-date-fault" class="field-fault" role="alert">{ told.unwrap_or_default() }</p>
        </div>
    }
}

/// Why a field can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// Parts are missing, or no calendar has the day.
    NoDate,
    /// The year isn't written out: the browser takes "25" for the year 25.
    ShortYear,
}

/// Years before this one are somebody still typing: the field reports "0002" on the way to "2025".
const FIRST_YEAR: i32 = 1000;

/// Reads a date field: its value, and whether the browser sees a date begun but not finished.
fn read(value: &str, unfinished: bool) -> Result<Option<Day>, Fault> {
    match day_of(value) {
        Some(day) if day.year() >= FIRST_YEAR => Ok(Some(day)),
        Some(_) => Err(Fault::ShortYear),
        None if value.is_empty() && !unfinished => Ok(None),
        None => Err(Fault::NoDate),
    }
}

#[derive(PartialEq)]
struct DateFieldProps {
    label: AttrValue,
    value: Option<Day>,
    onread: Callback<Result<Option<Day>, Fault>>,
    wrong: bool,
}

#[part]
fn DateField(props: &DateFieldProps) -> Html {
    let place = use_node_ref();
    {
        // Only a new value is written: a field that is drawn again while somebody types in it would lose
        // the month and the day at the first figure of the year.
        let place = place.clone();
        use_effect_with(props.value, move |value| {
            let value = value.map(|day| day.to_string()).unwrap_or_default();
            if let Some(field) = place.cast::<HtmlInputElement>().filter(|field| field.value() != value) {
                field.set_value(&value);
            }
        });
    }
    let field = |event: Event| event.target()?.dyn_into::<HtmlInputElement>().ok();
    let read_field = |field: HtmlInputElement| read(&field.value(), field.validity().bad_input());
    let onchange = {
        let onread = props.onread.clone();
        Callback::from(move |event: Event| {
            if let Some(field) = field(event) {
                onread.emit(read_field(field));
            }
        })
    };
    // While typing the browser tells of no change: what was begun and left is told when it is left.
    let onblur = {
        let onread = props.onread.clone();
        Callback::from(move |event: FocusEvent| {
            let Some(field) = field(event.into()) else { return };
            if let Err(fault) = read_field(field) {
                onread.emit(Err(fault));
            }
        })
    };
    html! {
        <label class="field">
            <span>{ &props.label }</span>
            <input
                type="date" ref={place} {onchange} {onblur}
                aria-describedby="sorot-date-fault" aria-invalid={props.wrong.then_some("true")}
            />
        </label>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_gives_a_day_nothing_or_a_reason() {
        assert_eq!(read("2025-04-25", false), Ok("2025-04-25".parse().ok()));
        assert_eq!(read("", false), Ok(None));
        assert_eq!(read("", true), Err(Fault::NoDate));
        assert_eq!(read("2025-02-30", false), Err(Fault::NoDate));
        assert_eq!(read("0025-04-25", false), Err(Fault::ShortYear));
    }
}
