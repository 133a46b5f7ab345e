//! Can every text be read on its ground? The pairs of the style sheet's colours, in both themes, by
//! the formula of WCAG 2.2 (1.4.3: 4.5 to 1; 1.4.11: 3 to 1 for what isn't text).
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)] // The whole file is tests.

use std::collections::HashMap;

/// The colours by name: light and dark.
fn colours() -> HashMap<String, [[f64; 3]; 2]> {
    let css = include_str!("../style.css");
    let mut out = HashMap::new();
    for line in css.lines().map(str::trim) {
        let Some((name, value)) = line.strip_prefix("--").and_then(|l| l.split_once(": ")) else {
            continue;
        };
        // A host page may set it; without one it is the pair.
        let Some((_, value)) = value.split_once("light-dark(") else {
            continue;
        };
        let (light, dark) = value.trim_end_matches([')', ';']).split_once(", ").unwrap();
        out.entry(name.to_string()).or_insert([rgb(light), rgb(dark)]);
    }
    out
}

fn rgb(hex: &str) -> [f64; 3] {
    let part = |at: usize| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
    [part(1), part(3), part(5)]
}

fn luminance(colour: [f64; 3]) -> f64 {
    let [r, g, b] = colour.map(|c| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn holds(least: f64, texts: &[&str], grounds: &[&str]) {
    let colours = colours();
    for text in texts {
        for ground in grounds {
            for (theme, name) in ["light", "dark"].iter().enumerate() {
                let ratio = contrast(colours[*text][theme], colours[*ground][theme]);
                assert!(ratio >= least, "{text} on {ground}, {name}: {ratio:.2} to 1");
            }
        }
    }
}

const WASHES: [&str; 4] = ["person-wash", "organisation-wash", "place-wash", "date-wash"];

#[test]
fn text_can_be_read_on_every_ground() {
    holds(4.5, &["ink", "ink-2", "ink-3", "accent"], &["paper", "card"]);
    holds(4.5, &["ink", "ink-2"], &WASHES);
    holds(4.5, &["ink", "accent"], &["accent-wash"]);
    holds(4.5, &["ink"], &["shown"]);
    holds(4.5, &["accent-ink"], &["accent"]);
    holds(4.5, &["paper"], &["ink"]);
}

#[test]
fn a_kinds_tone_stands_out_from_its_wash_and_from_the_page() {
    for (tone, wash) in ["person", "organisation", "place", "date"].iter().zip(WASHES) {
        holds(4.5, &[tone], &[wash, "card"]);
        holds(3.0, &[tone], &["shown"]);
    }
}

#[test]
fn the_rings_can_be_seen() {
    holds(3.0, &["focus"], &["paper", "card", "person-wash", "organisation-wash", "place-wash", "date-wash"]);
    holds(3.0, &["line-strong"], &["paper", "card"]);
}

#[test]
fn the_formula_is_that_of_the_guidelines() {
    assert!((contrast(rgb("#000000"), rgb("#ffffff")) - 21.0).abs() < 0.01);
    assert!((contrast(rgb("#777777"), rgb("#ffffff")) - 4.48).abs() < 0.01);
}
