//! The words about texts that aren't here yet.

use super::Words;
use crate::format::number;

/// Words about texts on their way.
#[derive(Debug, PartialEq, Eq)]
pub struct TextWords {
    pub coming: &'static str,
    pub failed: &'static str,
    pub lines_missing: &'static str,
    pub fixes_wait: &'static str,
}

pub(super) const ID: TextWords = TextWords {
    coming: "Teks sedang diambil …",
    failed: "Teks tidak dapat diambil.",
    lines_missing: "Sebagian teks belum diambil: baris darinya belum tampak.",
    fixes_wait: "Koreksi berlaku setelah semua teks yang diperlukan terambil.",
};

pub(super) const EN: TextWords = TextWords {
    coming: "The text is on its way …",
    failed: "The text could not be fetched.",
    lines_missing: "Some texts aren't here yet: lines from them don't show.",
    fixes_wait: "Corrections hold once all the texts that they need are here.",
};

impl Words {
    /// "Dalam 340 artikel lagi frasa itu belum diperiksa."
    pub fn unchecked(&self, articles: u32) -> String {
        let count = number(articles, self.lang);
        self.pick(
            format!("{count} artikel lagi memuat kata-katanya; frasanya belum diperiksa."),
            format!("{count} more hold the words; whether as a phrase isn't checked yet."),
        )
    }
}
