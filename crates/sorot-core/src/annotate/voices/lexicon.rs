//! What does a word tell about whose account a sentence gives, and who has to answer?

use crate::calendar::Lang;
use crate::structure::lookup::Lookup;
use std::sync::LazyLock;

/// The classes of a word, one bit each; what they mean is told at the head of `data/voices.txt`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Classes(u32);

macro_rules! classes {
    ($($name:ident $word:literal $bit:literal;)*) => {
        impl Classes {
            $(pub const $name: Classes = Classes(1 << $bit);)*

            fn from_word(word: &str) -> Classes {
                [$(($word, Classes::$name),)*].iter().find(|c| c.0 == word).map_or(Classes(0), |c| c.1)
            }
        }
    };
}

classes! {
    ACCUSE "accuse" 0;
    ACCUSED "accused" 1;
    ASK "ask" 2;
    ASKED "asked" 3;
    ASK_NOUN "asknoun" 4;
    ANSWER "answer" 5;
    QUESTION "question" 6;
    REFUSE "refuse" 7;
    NOT "not" 8;
    INVITED "invited" 9;
    PEOPLE "people" 10;
    RELAY "relay" 11;
    TOLD "told" 12;
    UNNAMED "unnamed" 13;
    SECRET "secret" 14;
    SILENT "silent" 15;
    CALL "call" 16;
    GIVE "give" 17;
    INVOLVES "involves" 18;
    MEDIUM "medium" 19;
}

impl Classes {
    pub const NONE: Classes = Classes(0);

    pub const fn or(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }

    pub const fn any(self, other: Classes) -> bool {
        self.0 & other.0 != 0
    }
}

/// The classes of `word`, given in lower case.
pub(super) fn classes(word: &str, lang: Lang) -> Classes {
    static ID: LazyLock<Lookup<Classes>> = LazyLock::new(|| load(Lang::Id));
    static EN: LazyLock<Lookup<Classes>> = LazyLock::new(|| load(Lang::En));
    let list = match lang {
        Lang::Id => &ID,
        Lang::En => &EN,
    };
    list.get(word).unwrap_or(Classes::NONE)
}

fn load(lang: Lang) -> Lookup<Classes> {
    let own = include_str!("../../../data/voices.txt").lines().filter_map(|line| {
        let mut fields = line.split(' ');
        let word = fields.next().filter(|tag| *tag == lang.tag()).and_then(|_| fields.next())?;
        Some((word, Classes::from_word(fields.next()?)))
    });
    Lookup::new(own, Classes::or)
}

/// Whether an actor of this name is an outlet that tells news.
pub(super) fn is_outlet(name: &str) -> bool {
    static NAMES: LazyLock<Lookup<()>> = LazyLock::new(|| {
        let lines = include_str!("../../../data/organisations.txt").lines();
        let names = lines.filter_map(|line| line.strip_prefix("media\t")).flat_map(|l| l.split(['\t', ';']));
        let bare = names.map(|n| n.strip_prefix("id:").or_else(|| n.strip_prefix("en:")).unwrap_or(n));
        Lookup::new(bare.filter(|n| !n.is_empty()).map(|n| (n, ())), |_, _| ())
    });
    NAMES.get(name).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_list_says_something() {
        for line in include_str!("../../../data/voices.txt").lines().filter(|l| !l.starts_with('#')) {
            let fields: Vec<&str> = line.split(' ').collect();
            assert!(fields.len() == 3 && fields[1].len() <= 18, "{line}");
            assert_ne!(Classes::from_word(fields[2]), Classes::NONE, "{line}");
        }
        assert!(classes("dilaporkan", Lang::Id).any(Classes::RELAY));
        assert_eq!(classes("dilaporkan", Lang::En), Classes::NONE);
        assert!(is_outlet("BBC") && !is_outlet("NATO"));
    }
}
