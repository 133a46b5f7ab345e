//! What is only pointed at or read aloud follows when the hand rests, and behind the first picture: writing it at every
//! key would cost more than the bars themselves.

use crate::painted::PAINTED;
use crate::ui::*;
use gloo::timers::callback::Timeout;
use sorot_core::view::Dates;
use std::rc::Rc;

/// How long nothing may change before it is told, in ms.
const RESTS: u32 = 150;

/// `dates` as they last rested; as they are where the bins are others; nothing before the first picture.
#[hook]
pub fn use_rested(dates: &Rc<Dates>) -> Option<Rc<Dates>> {
    let rested = use_state_eq(|| None::<Rc<Dates>>);
    {
        let (setter, wait) = (rested.setter(), if rested.is_some() { RESTS } else { PAINTED });
        use_effect_with(dates.clone(), move |dates| {
            let dates = dates.clone();
            let timer = Timeout::new(wait, move || setter.set(Some(dates)));
            move || drop(timer)
        });
    }
    let rested = (*rested).clone()?;
    Some(if is_same_axis(&rested, dates) { rested } else { dates.clone() })
}

fn is_same_axis(a: &Dates, b: &Dates) -> bool {
    let days = |dates: &Dates| {
        dates.histogram.bins.first().zip(dates.histogram.bins.last()).map(|(a, b)| (a.first, b.last))
    };
    a.axis == b.axis && a.histogram.bins.len() == b.histogram.bins.len() && days(a) == days(b)
}
