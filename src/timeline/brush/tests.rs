use super::super::scale::tests::bins;
use super::*;

/// 40 weeks of 20 px from Monday, 17 March 2025.
fn weeks() -> Scale {
    Scale::new(&bins("2025-03-17", "2025-12-17"), 848.0).unwrap()
}

fn day(text: &str) -> Option<Day> {
    (!text.is_empty()).then(|| text.parse().unwrap())
}

fn told((from, to): Period) -> String {
    let end = |d: Option<Day>| d.map(|d| d.to_string()).unwrap_or_default();
    format!("{}..{}", end(from), end(to))
}

/// The middle of a bin.
fn mid(bin: usize) -> f64 {
    weeks().x(bin as f64 + 0.5)
}

fn drag(before: Period, from: f64, to: f64) -> String {
    let scale = weeks();
    let drag = Drag { grip: grip(&scale, before, from), start: from, before };
    told(drag.to(&scale, to, true))
}

const ANY: Period = (None, None);

#[test]
fn a_drag_over_nothing_makes_a_period_of_whole_bins() {
    assert_eq!(drag(ANY, mid(1), mid(3)), "2025-03-24..2025-04-13");
    assert_eq!(drag(ANY, mid(3), mid(1)), "2025-03-24..2025-04-13");
    assert_eq!(drag(ANY, mid(1), 9000.0), "2025-03-24..2025-12-21");
    assert_eq!(drag(ANY, mid(5), mid(5)), "2025-04-21..2025-04-27");
}

#[test]
fn the_inside_moves_and_stops_at_the_ends() {
    let april = (day("2025-03-31"), day("2025-04-27"));
    assert_eq!(grip(&weeks(), april, mid(3)), Grip::Inside);
    assert_eq!(drag(april, mid(3), mid(5)), "2025-04-14..2025-05-11");
    assert_eq!(drag(april, mid(3), -500.0), "2025-03-17..2025-04-13");
    assert_eq!(drag(april, mid(3), 9000.0), "2025-11-24..2025-12-21");
    // From within a week to within a week: whole weeks from the first step on.
    let typed = (day("2025-04-01"), day("2025-04-25"));
    assert_eq!(drag(typed, mid(3), mid(4)), "2025-04-07..2025-05-04");
}

#[test]
fn a_handle_moves_its_own_end_and_never_passes_the_other() {
    let scale = weeks();
    let period = (day("2025-03-31"), day("2025-04-25"));
    let handles = [scale.x(2.0), scale.x(Brush::of(&scale, period).to)];
    assert_eq!(grip(&scale, period, handles[0] - 15.0), Grip::Handle(End::From));
    assert_eq!(grip(&scale, period, handles[1] + 15.0), Grip::Handle(End::To));
    assert_eq!(drag(period, handles[0], scale.x(4.0)), "2025-04-14..2025-04-25");
    assert_eq!(drag(period, handles[0], scale.x(30.0)), "2025-04-21..2025-04-25");
    assert_eq!(drag(period, handles[1], scale.x(10.0)), "2025-03-31..2025-05-25");
    assert_eq!(drag(period, handles[1], scale.x(0.0)), "2025-03-31..2025-04-06");
}

#[test]
fn at_the_end_of_the_whole_axis_a_handle_opens_the_period() {
    let scale = weeks();
    let period = (day("2025-03-31"), day("2025-04-27"));
    assert_eq!(told(moved(&scale, period, End::From, 0, true)), "..2025-04-27");
    assert_eq!(told(moved(&scale, period, End::To, 40, true)), "2025-03-31..");
    assert_eq!(told(moved(&scale, period, End::To, 40, false)), "2025-03-31..2025-12-21");
    assert_eq!(told(moved(&scale, (None, None), End::From, 2, true)), "2025-03-31..");
}

#[test]
fn a_narrow_period_keeps_an_inside() {
    let scale = Scale::new(&bins("2025-03-17", "2025-07-10"), 400.0).unwrap();
    let one = run(&scale, (50, 51));
    let middle = scale.x(50.5);
    assert!(scale.bin_width() < 4.0);
    assert_eq!(grip(&scale, one, middle), Grip::Inside);
    assert_eq!(grip(&scale, one, middle - 4.0), Grip::Handle(End::From));
    assert_eq!(grip(&scale, one, middle + 4.0), Grip::Handle(End::To));
    assert_eq!(grip(&scale, one, middle + 40.0), Grip::Empty);
}

#[test]
fn keys_move_by_bins_and_by_larger_steps() {
    let scale = weeks();
    let period = (day("2025-03-31"), day("2025-04-25"));
    let at = |end, key, shift| stepped(&scale, period, end, step(key, shift, Level::Week).unwrap());
    assert_eq!(at(End::From, "ArrowRight", false), 3);
    assert_eq!(at(End::From, "ArrowLeft", false), 1);
    assert_eq!(at(End::From, "Home", false), 0);
    assert_eq!(at(End::To, "End", false), 40);
    // The last day lies within week 5: its edges are 5 and 6.
    assert_eq!(at(End::To, "ArrowLeft", false), 5);
    assert_eq!(at(End::To, "ArrowRight", false), 6);
    assert_eq!(at(End::To, "ArrowRight", true), at(End::To, "PageUp", false));
    assert_eq!(at(End::To, "PageDown", false), 2);
    assert_eq!(step("Tab", false, Level::Week), None);
}

#[test]
fn a_click_may_tremble() {
    let drag = Drag { grip: Grip::Empty, start: 100.0, before: ANY };
    assert!(!drag.has_moved(103.0) && drag.has_moved(96.0));
}
