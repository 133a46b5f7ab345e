//! The words of the date strip.

use super::Words;
use crate::format::number;
use sorot_core::view::{Axis, Level, Tally};

/// The date strip's words; pairs stand for the axes: published, mentioned.
#[derive(Debug, PartialEq, Eq)]
pub struct TimeWords {
    pub dates: &'static str,
    pub axes_label: &'static str,
    pub axes: [&'static str; 2],
    pub axes_help: [&'static str; 2],
    pub first_day: &'static str,
    pub last_day: &'static str,
    pub from_start: &'static str,
    pub to_end: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub not_a_date: &'static str,
    pub year_too_short: &'static str,
    pub presets: &'static str,
    pub all_dates: &'static str,
    pub own_period: &'static str,
    pub often: &'static str,
    pub zoom_in: &'static str,
    pub zoom_out: &'static str,
    pub undated: [&'static str; 2],
    pub unsure: [&'static str; 2],
    pub period: &'static str,
    pub selected: &'static str,
    pub all: &'static str,
    pub mentions: &'static str,
}

pub(super) const ID: TimeWords = TimeWords {
    dates: "Tanggal",
    axes_label: "Tanggal yang dipakai",
    axes: ["Terbit", "Disebut dalam teks"],
    axes_help: ["Kapan artikel terbit", "Hari-hari yang disebut teks artikel"],
    first_day: "Awal periode",
    last_day: "Akhir periode",
    from_start: "dari awal",
    to_end: "sampai akhir",
    from: "Dari",
    to: "Sampai",
    not_a_date: "Tanggal ini belum lengkap atau tidak ada di kalender.",
    year_too_short: "Tulis tahunnya dengan empat angka.",
    presets: "Pilihan periode",
    all_dates: "Semua tanggal",
    own_period: "Periode sendiri",
    often: "Sering dipakai",
    zoom_in: "Perbesar periode ini",
    zoom_out: "Tampilkan semua",
    undated: ["Tanpa tanggal terbit", "Tanpa tanggal dalam teks"],
    unsure: ["disimpulkan atau tidak persis", "tidak persis"],
    period: "Periode",
    selected: "Dipilih",
    all: "Semua",
    mentions: "menyebut",
};

pub(super) const EN: TimeWords = TimeWords {
    dates: "Dates",
    axes_label: "Which dates",
    axes: ["Published", "Mentioned in text"],
    axes_help: ["When an article was published", "The days that an article's text mentions"],
    first_day: "Start of the period",
    last_day: "End of the period",
    from_start: "from the beginning",
    to_end: "to the end",
    from: "From",
    to: "To",
    not_a_date: "This date isn't complete or isn't in the calendar.",
    year_too_short: "Write the year with four figures.",
    presets: "Choice of periods",
    all_dates: "All dates",
    own_period: "Own period",
    often: "Often used",
    zoom_in: "Zoom into this period",
    zoom_out: "Show all of it",
    undated: ["No date of publication", "No date in the text"],
    unsure: ["inferred or not exact", "not exact"],
    period: "Period",
    selected: "Selected",
    all: "All",
    mentions: "mentions",
};

/// The place of `axis` in the pairs of [`TimeWords`].
pub fn axis_index(axis: Axis) -> usize {
    match axis {
        Axis::Published => 0,
        Axis::Mentioned => 1,
    }
}

impl Words {
    /// "7 hari terakhir": of the bundle, not of the reader's calendar.
    pub fn last_days(&self, n: u32) -> String {
        self.pick(format!("{n} hari terakhir bahan ini"), format!("The bundle's last {n} days"))
    }

    /// "Bulan tersibuk: April 2025".
    pub fn busiest(&self, month: &str) -> String {
        self.pick(format!("Bulan tersibuk: {month}"), format!("Busiest month: {month}"))
    }

    /// "Artikel per pekan", and what is counted.
    pub fn articles_by(&self, level: Level, axis: Axis) -> String {
        let (id, en) = match level {
            Level::Day => ("hari", "day"),
            Level::Week => ("pekan", "week"),
            Level::Month => ("bulan", "month"),
            Level::Quarter => ("triwulan", "quarter"),
            Level::Years(1) => ("tahun", "year"),
            Level::Years(10) => ("dasawarsa", "decade"),
            Level::Years(100) => ("abad", "century"),
            Level::Years(_) => ("seribu tahun atau lebih", "thousand years or more"),
        };
        match axis {
            Axis::Published => {
                self.pick(format!("Artikel per {id} terbit"), format!("Articles by {en} of publication"))
            }
            Axis::Mentioned => {
                self.pick(format!("Artikel per {id} yang disebut"), format!("Articles by {en} they mention"))
            }
        }
    }

    /// What a bar tells: "21–27 Apr 2025: 1 dari 2 artikel; 1 disimpulkan atau tidak persis".
    pub fn bar(&self, when: &str, selected: Tally, all: Tally, axis: Axis) -> String {
        let counted = format!("{when}: {}", self.selected_of(selected.total(), all.total()));
        match all.unsure {
            0 => counted,
            n => format!("{counted}; {} {}", number(n, self.lang), self.time.unsure[axis_index(axis)]),
        }
    }

    /// "1990-an".
    pub fn decade(&self, first_year: i32) -> String {
        self.pick(format!("{first_year}-an"), format!("{first_year}s"))
    }
}
