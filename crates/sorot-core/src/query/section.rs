//! Which part of the summary panel is open, of what it tells, and how much.

/// A part of the summary panel: one question about the articles that it tells of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// What do they say, in short?
    #[default]
    Summary,
    /// What happened when?
    Timeline,
    /// Who said what?
    Quotes,
    /// Who met, phoned or wrote to whom?
    Contacts,
    /// Who is named together with whom?
    Relations,
    /// Who was accused or asked, and who was heard?
    Reply,
    /// Do they agree on the numbers?
    Numbers,
    /// How is it known?
    Sources,
    /// What sets two selections apart?
    Compare,
}

impl Section {
    /// All that the panel shows, in its order.
    pub const ALL: &[Section] = &[
        Section::Summary,
        Section::Timeline,
        Section::Quotes,
        Section::Contacts,
        Section::Relations,
        Section::Reply,
        Section::Numbers,
        Section::Sources,
        Section::Compare,
    ];

    /// The word in links.
    pub fn code(self) -> &'static str {
        match self {
            Section::Summary => "summary",
            Section::Timeline => "timeline",
            Section::Quotes => "quotes",
            Section::Contacts => "contacts",
            Section::Relations => "relations",
            Section::Reply => "reply",
            Section::Numbers => "numbers",
            Section::Sources => "sources",
            Section::Compare => "compare",
        }
    }

    /// The section of this word.
    pub fn of_code(code: &str) -> Option<Section> {
        Section::ALL.iter().copied().find(|section| section.code() == code)
    }
}

/// How many key sentences the summary has at most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Length {
    /// Three.
    Short,
    /// Five.
    #[default]
    Middle,
    /// Ten.
    Long,
}

impl Length {
    /// All, the shortest first.
    pub const ALL: [Length; 3] = [Length::Short, Length::Middle, Length::Long];

    /// In sentences.
    pub fn sentences(self) -> usize {
        match self {
            Length::Short => 3,
            Length::Middle => 5,
            Length::Long => 10,
        }
    }

    /// The length of so many sentences.
    pub fn of(sentences: usize) -> Option<Length> {
        Length::ALL.into_iter().find(|length| length.sentences() == sentences)
    }
}
