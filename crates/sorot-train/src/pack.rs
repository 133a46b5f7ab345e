//! Weights as the tagger reads them.

use crate::classes::Classes;
use crate::crf::Weights;
use sorot_core::annotate::tagger::model::{MAGIC, VERSION};
use sorot_core::annotate::tagger::scheme::LABELS;
use std::io::Write;

fn gaps(numbers: impl Iterator<Item = u32>, out: &mut Vec<u8>) {
    let mut next = 0;
    for number in numbers {
        let mut gap = number - next;
        while gap >= 0x80 {
            out.push(gap as u8 | 0x80);
            gap >>= 7;
        }
        out.push(gap as u8);
        next = number + 1;
    }
}

/// Rounds to `units` per nat and writes.
pub fn pack(weights: &Weights, classes: &Classes, bits: u8, units: u8) -> Vec<u8> {
    let round = |w: f64| (w * f64::from(units)).round();
    let quantised: Vec<(u32, [i8; LABELS])> = weights
        .features
        .iter()
        .map(|(f, row)| (*f, row.map(|w| round(w).clamp(-127.0, 127.0) as i8)))
        .filter(|(_, row)| row.iter().any(|w| *w != 0))
        .collect();
    let masks: Vec<u16> = quantised
        .iter()
        .map(|(_, row)| row.iter().enumerate().fold(0, |m, (i, w)| m | u16::from(*w != 0) << i))
        .collect();
    let values: Vec<u8> = quantised
        .iter()
        .flat_map(|(_, row)| row.iter().filter(|w| **w != 0).map(|w| w.cast_unsigned()))
        .collect();
    let mut out = MAGIC.to_vec();
    out.extend([VERSION, LABELS as u8, bits, units]);
    for count in [quantised.len(), values.len(), classes.words.len(), classes.paths.len()] {
        out.extend((count as u32).to_le_bytes());
    }
    gaps(quantised.iter().map(|(f, _)| *f), &mut out);
    out.extend(masks.iter().map(|m| m.to_le_bytes()[0]));
    out.extend(masks.iter().map(|m| m.to_le_bytes()[1]));
    out.extend(&values);
    for score in weights.transitions.iter().flatten() {
        out.extend((round(*score).clamp(-32767.0, 32767.0) as i16).to_le_bytes());
    }
    gaps(classes.words.iter().map(|(f, _)| *f), &mut out);
    out.extend(classes.words.iter().map(|(_, leaf)| leaf.to_le_bytes()[0]));
    out.extend(classes.words.iter().map(|(_, leaf)| leaf.to_le_bytes()[1]));
    for path in &classes.paths {
        out.extend(path.to_le_bytes());
    }
    out
}

/// Bytes after gzip at its best.
pub fn gzip(bytes: &[u8]) -> usize {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).ok();
    encoder.finish().map_or(0, |b| b.len())
}
