//! The learned roots: what each weighs, looked up in the sorted text itself.

/// One root a line and its level: "abadi4".
const LIST: &str = include_str!("../../data/roots-id.txt");
/// Where the rows begin, behind the remarks.
const ROWS: usize = rows_from(LIST.as_bytes());

const fn rows_from(list: &[u8]) -> usize {
    let mut at = 0;
    while at < list.len() && list[at] == b'#' {
        while at < list.len() && list[at] != b'\n' {
            at += 1;
        }
        at += 1;
    }
    if at < list.len() { at } else { list.len() }
}

/// Levels run from 0 to 9; each is this many tenths of a bit above the one below.
pub const STEP: i32 = 8;

/// What a root costs, in tenths of a bit, by its level.
fn listed(level: u8) -> i32 {
    STEP * (2 - i32::from(level))
}

/// What a root costs that isn't in the list: the longer, the less likely.
fn unlisted(root: &[u8]) -> i32 {
    14 * root.len() as i32 - 16
}

/// What `root` costs, in tenths of a bit, and whether it is a learned one.
pub fn cost(root: &[u8]) -> (i32, bool) {
    level(root).map_or((unlisted(root), false), |level| (listed(level), true))
}

/// The level of a learned root, 0 to 9.
pub fn level(root: &[u8]) -> Option<u8> {
    let rows = LIST.as_bytes().get(ROWS..).unwrap_or(&[]);
    let (mut low, mut high) = (0, rows.len());
    // Halving by bytes; each step widens to the whole row.
    while low < high {
        let middle = low + (high - low) / 2;
        let start = rows.get(low..middle)?.iter().rposition(|b| *b == b'\n').map_or(low, |n| low + n + 1);
        let end = rows.get(middle..high)?.iter().position(|b| *b == b'\n').map_or(high, |n| middle + n);
        let (level, known) = rows.get(start..end)?.split_last()?;
        match known.cmp(root) {
            std::cmp::Ordering::Equal => return Some(level.wrapping_sub(b'0')),
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
}
