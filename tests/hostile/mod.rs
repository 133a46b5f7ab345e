//! The attack list, as far as it is files and addresses: told natively (`main.rs`) and to browsers (`e2e`).

pub mod addresses;
pub mod archives;
pub mod case;
pub mod groups;
pub mod messages;
pub mod pages;
pub mod records;
pub mod storage;
pub mod texts;

/// Every file, group by group.
pub fn cases() -> Vec<case::Case> {
    let mut cases: Vec<_> =
        [pages::cases(), records::cases(), archives::cases(), texts::cases()].into_iter().flatten().collect();
    cases.sort_by_key(|case| case.group);
    cases
}
