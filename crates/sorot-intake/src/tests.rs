//! The whole crate: any bytes are read or refused.
use super::*;
use proptest::prelude::*;

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(name in "[a-z]{1,3}\\.(txt|md|html|json|jsonl|csv|xml|zip|sorot)", bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let entries = read(&name, &bytes, Options::default());
        prop_assert!(!entries.is_empty());
        prop_assert!(entries.iter().all(|e| e.article.is_some() != e.remarks.iter().any(|r| r.finding.skips())));
    }
}
