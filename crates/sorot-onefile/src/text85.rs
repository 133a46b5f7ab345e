//! Bytes as printable text: five characters for four bytes, as Adobe's Ascii85, where base64 takes a third more than the
//! bytes. The alphabet leaves out what means something in HTML, in quotes or in patterns of a replacement: no text in it
//! can end its element.

/// The digits of 0 to 84: printable ASCII without `"$&'<>\\`` and the tilde.
const DIGITS: &[u8; 85] =
    b"!#%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}";

/// Appends `bytes` as text. Fewer than four at the end take one character more than they are.
pub(crate) fn encode(bytes: &[u8], text: &mut String) {
    for chunk in bytes.chunks(4) {
        let mut four = [0u8; 4];
        four.iter_mut().zip(chunk).for_each(|(to, from)| *to = *from);
        let number = u32::from_be_bytes(four);
        let digits = [85u32.pow(4), 85u32.pow(3), 85 * 85, 85, 1].map(|place| (number / place % 85) as usize);
        let digits = digits.iter().take(chunk.len() + 1).filter_map(|&digit| DIGITS.get(digit));
        text.extend(digits.map(|&digit| char::from(digit)));
    }
}

/// The bytes of a text that [`encode`] wrote; `None` for another.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 5 * 4 + 4);
    for chunk in text.as_bytes().chunks(5) {
        let mut number = 0u64;
        for at in 0..5 {
            // What was left out at the end is filled up with the greatest digit, so that the bytes before it stay.
            let digit =
                chunk.get(at).map_or(Some(84), |sign| DIGITS.iter().position(|digit| digit == sign))?;
            number = number * 85 + digit as u64;
        }
        let four = u32::try_from(number).ok()?.to_be_bytes();
        bytes.extend(four.get(..chunk.len().checked_sub(1).filter(|&whole| whole > 0)?)?);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_alphabet_is_sorted_and_harmless() {
        assert!(DIGITS.is_sorted_by(|a, b| a < b) && DIGITS.iter().all(u8::is_ascii_graphic));
        assert!(!DIGITS.iter().any(|digit| b"\"$&'<>\\`~".contains(digit)));
    }

    #[test]
    fn what_was_not_written_so_is_refused() {
        for text in ["!", "!!!!!!", "}}}}}", "!!!!<", "!!!! "] {
            assert_eq!(decode(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn bytes_come_back(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
            let mut text = String::new();
            encode(&bytes, &mut text);
            prop_assert_eq!(text.len(), bytes.len() + bytes.len().div_ceil(4));
            prop_assert_eq!(decode(&text), Some(bytes));
        }
    }
}
