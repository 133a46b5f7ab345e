//! The checksum that other people's formats carry: gzip, ZIP.

/// Bytes that are taken at once.
const AT_ONCE: usize = 8;
/// From how many bytes on it pays to make the tables for that.
const LONG: usize = 1 << 14;

/// CRC-32 (ISO 3309, as in RFC 1952): a byte at a time, eight in a long text (Kounavis and Berry 2005, "slicing by 8").
pub fn crc32(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 256] = table();
    let (eights, rest) = match bytes.len() {
        LONG.. => bytes.as_chunks::<AT_ONCE>(),
        _ => (&[][..], bytes),
    };
    let mut crc = !0;
    if !eights.is_empty() {
        // Made when it is needed: seven kilobytes that needn't travel.
        let tables = tables(&TABLE);
        let [first, second, third, fourth, fifth, sixth, seventh, eighth] = &tables;
        let at = |table: &[u32; 256], byte: u8| table[usize::from(byte)];
        for [a, b, c, d, e, f, g, h] in eights {
            let [i, j, k, l] = (crc ^ u32::from_le_bytes([*a, *b, *c, *d])).to_le_bytes();
            crc = at(eighth, i) ^ at(seventh, j) ^ at(sixth, k) ^ at(fifth, l);
            crc ^= at(fourth, *e) ^ at(third, *f) ^ at(second, *g) ^ at(first, *h);
        }
    }
    let one = |crc: u32, byte: &u8| (crc >> 8) ^ TABLE[((crc ^ u32::from(*byte)) & 0xff) as usize];
    !rest.iter().fold(crc, one)
}

/// What a byte does to the sum when so many others come behind it.
fn tables(first: &[u32; 256]) -> [[u32; 256]; AT_ONCE] {
    let mut tables = [*first; AT_ONCE];
    let mut before = *first;
    for table in tables.iter_mut().skip(1) {
        for (own, last) in table.iter_mut().zip(&before) {
            *own = (last >> 8) ^ first[(last & 0xff) as usize];
        }
        before = *table;
    }
    tables
}

const fn table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut at = 0;
    while at < table.len() {
        let mut crc = at as u32;
        let mut bit = 0;
        while bit < 8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
            bit += 1;
        }
        table[at] = crc;
        at += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::{LONG, crc32};

    #[test]
    fn the_checksum_is_the_usual_one() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc32(b""), 0);
    }

    #[test]
    fn eight_bytes_at_once_sum_up_as_one_at_a_time() {
        let bytes: Vec<u8> = (0..LONG + 13).map(|n| (n * 7 + n / 251) as u8).collect();
        let slow = |bytes: &[u8]| {
            let bit = |crc: u32| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
            !bytes.iter().fold(!0, |crc: u32, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| bit(crc)))
        };
        for more in 0..13 {
            let part = &bytes[..LONG + more];
            assert_eq!(crc32(part), slow(part), "{more}");
        }
    }
}
