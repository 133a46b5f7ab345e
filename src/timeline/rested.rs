//! What is only pointed at or read aloud follows when the hand rests: writing it at every key would cost more than the
//! bars themselves.

use crate::ui::*;
use gloo::timers::callback::Timeout;
use sorot_core::view::Dates;
use std::rc::Rc;

/// How long nothing may change before it is told, in ms.
const RESTS: u32 = 150;

/// `dates` as they last rested; as they are where the bins are others.
#[hook]
pub fn use_rested(dates: &Rc<Dates>) -> Rc<Dates> {
    let rested = use_state_eq(|| dates.clone());
    {
        let setter = rested.setter();
        use_effect_with(dates.clone(), move |dates| {
            let dates = dates.clone();
            let timer = Timeout::new(RESTS, move || setter.set(dates));
            move || drop(timer)
        });
    }
    match is_same_axis(&rested, dates) {
        true => (*rested).clone(),
        false => dates.clone(),
    }
}

fn is_same_axis(a: &Dates, b: &Dates) -> bool {
    let days = |dates: &Dates| {
        dates.histogram.bins.first().zip(dates.histogram.bins.last()).map(|(a, b)| (a.first, b.last))
    };
    a.axis == b.axis && a.histogram.bins.len() == b.histogram.bins.len() && days(a) == days(b)
}
