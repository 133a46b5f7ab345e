//! English: Porter's second stemmer ("Porter2", M. F. Porter 2001, snowballstem.org), from its
//! published description with the additions of Snowball 3.

/// Words that the rules would harm, and their stems.
const EXCEPTIONS: &[(&str, &str)] = &[
    ("andes", "andes"),
    ("atlas", "atlas"),
    ("bias", "bias"),
    ("cosmos", "cosmos"),
    ("early", "earli"),
    ("gently", "gentl"),
    ("howe", "howe"),
    ("idly", "idl"),
    ("news", "news"),
    ("only", "onli"),
    ("singly", "singl"),
    ("skies", "sky"),
    ("skis", "ski"),
    ("sky", "sky"),
    ("ugly", "ugli"),
];
/// Words that are finished once their plural is off.
const FINISHED: &[&str] =
    &["inning", "outing", "canning", "herring", "earring", "evening", "proceed", "exceed", "succeed"];
/// Beginnings behind which R1 lies, whatever their vowels.
const BEGINNINGS: &[&str] = &["gener", "commun", "arsen", "emerg", "later", "organ", "past", "univers"];
const STEP_2: &[(&str, &str)] = &[
    ("tional", "tion"),
    ("enci", "ence"),
    ("anci", "ance"),
    ("abli", "able"),
    ("entli", "ent"),
    ("izer", "ize"),
    ("ization", "ize"),
    ("ational", "ate"),
    ("ation", "ate"),
    ("ator", "ate"),
    ("alism", "al"),
    ("aliti", "al"),
    ("alli", "al"),
    ("fulness", "ful"),
    ("ousli", "ous"),
    ("ousness", "ous"),
    ("iveness", "ive"),
    ("iviti", "ive"),
    ("biliti", "ble"),
    ("bli", "ble"),
    ("ogi", "og"),
    ("ogist", "og"),
    ("fulli", "ful"),
    ("lessli", "less"),
    ("li", ""),
];
const STEP_3: &[(&str, &str)] = &[
    ("tional", "tion"),
    ("ational", "ate"),
    ("alize", "al"),
    ("icate", "ic"),
    ("iciti", "ic"),
    ("ical", "ic"),
    ("ful", ""),
    ("ness", ""),
    ("ative", ""),
];
const STEP_4: &[&str] = &[
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ism", "ate", "iti",
    "ous", "ive", "ize", "ion",
];
/// Words of more bytes than this are no words.
const LONGEST: usize = 64;

/// The stem of a word in lower case; `None` where it is its own.
pub fn stem(word: &str) -> Option<String> {
    let owner = ["'s", "’s", "'", "’"].into_iter().find_map(|end| word.strip_suffix(end));
    let word = owner.unwrap_or(word);
    if let Some((_, stem)) = EXCEPTIONS.iter().find(|e| e.0 == word) {
        return Some((*stem).to_owned());
    }
    if word.len() < 3 || word.len() > LONGEST || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return Some(word.to_owned());
    }
    let mut stem = Stem::new(word);
    stem.plural();
    if !FINISHED.contains(&stem.text.as_str()) {
        stem.past();
        stem.final_y();
        stem.replace(STEP_2);
        stem.adjectives();
        stem.rest();
        stem.final_e();
    }
    Some(stem.text.replace('Y', "y"))
}

/// A word on its way: a consonant y is written Y.
struct Stem {
    text: String,
    /// Where the regions R1 and R2 begin: behind the first consonant that follows a vowel, and
    /// behind the next such.
    r1: usize,
    r2: usize,
}

fn vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

impl Stem {
    fn new(word: &str) -> Stem {
        let mut text = String::with_capacity(word.len() + 1);
        let mut before = None;
        for letter in word.bytes() {
            // After a vowel, or first, y is a consonant.
            let consonant = letter == b'y' && before.is_none_or(vowel);
            let letter = if consonant { b'Y' } else { letter };
            text.push(letter as char);
            before = Some(letter);
        }
        let region = |from: usize| {
            let rest = text.as_bytes().get(from..).unwrap_or(&[]);
            let end = rest.windows(2).position(|p| matches!(p, [a, b] if vowel(*a) && !vowel(*b)));
            end.map_or(text.len(), |n| from + n + 2)
        };
        let special = BEGINNINGS.iter().find(|p| text.starts_with(**p));
        let r1 = special.map_or_else(|| region(0), |p| p.len());
        let r2 = region(r1);
        Stem { text, r1, r2 }
    }

    fn ends(&self, with: &str) -> bool {
        self.text.ends_with(with)
    }

    fn cut(&mut self, n: usize) {
        let left = self.text.len().saturating_sub(n);
        self.text.truncate(left);
    }

    /// The letter `n` places before the end (0 is the last).
    fn back(&self, n: usize) -> u8 {
        self.text.as_bytes().iter().rev().nth(n).copied().unwrap_or(0)
    }

    /// Whether the last `n` letters lie behind `region`.
    fn within(&self, region: usize, n: usize) -> bool {
        self.text.len() >= region + n
    }

    /// Whether a vowel stands before the last `n` letters.
    fn vowel_before(&self, n: usize) -> bool {
        let left = self.text.len().saturating_sub(n);
        self.text.bytes().take(left).any(vowel)
    }

    /// Step 1a: sses, ied, ies, us, ss, s.
    fn plural(&mut self) {
        if self.ends("sses") {
            self.cut(2);
        } else if self.ends("ied") || self.ends("ies") {
            self.cut(if self.text.len() > 4 { 2 } else { 1 });
        } else if self.ends("s") && !self.ends("us") && !self.ends("ss") && self.vowel_before(2) {
            self.cut(1);
        }
    }

    /// Step 1b: eed, ed, ing, with and without -ly.
    fn past(&mut self) {
        const ENDS: [&str; 6] = ["eedly", "ingly", "edly", "eed", "ing", "ed"];
        let Some(end) = ENDS.into_iter().find(|end| self.ends(end)) else { return };
        let n = end.len();
        if end.starts_with("eed") {
            if self.within(self.r1, n) {
                self.cut(n - 2);
            }
            return;
        }
        // "dying", "lying": not "flying", "saying".
        if end == "ing" && self.text.len() == 5 && self.back(3) == b'y' {
            self.cut(4);
            self.text.push_str("ie");
            return;
        }
        if !self.vowel_before(n) {
            return;
        }
        self.cut(n);
        let last = self.back(0);
        if self.ends("at") || self.ends("bl") || self.ends("iz") {
            self.text.push('e');
        } else if last == self.back(1) && b"bdfgmnprt".contains(&last) {
            // "added", "egged": the two letters are the word's own.
            if self.text.len() != 3 || !b"aeo".contains(&self.back(2)) {
                self.cut(1);
            }
        } else if self.text.len() <= self.r1 && self.short() {
            self.text.push('e');
        }
    }

    /// Whether the text ends in a short syllable: "hop", "at"; not "how", "boot".
    fn short(&self) -> bool {
        let (c, v) = (self.back(0), self.back(1));
        if self.text == "past" {
            return true;
        }
        if self.text.len() == 2 {
            return vowel(v) && !vowel(c);
        }
        self.text.len() > 2 && !vowel(c) && !b"wxY".contains(&c) && vowel(v) && !vowel(self.back(2))
    }

    /// Step 1c: y after a consonant that isn't the first letter.
    fn final_y(&mut self) {
        if matches!(self.back(0), b'y' | b'Y') && self.text.len() > 2 && !vowel(self.back(1)) {
            self.cut(1);
            self.text.push('i');
        }
    }

    /// Step 2: the longest ending that fits gives way to another, in R1.
    fn replace(&mut self, endings: &[(&str, &str)]) {
        let Some((end, new)) = longest(endings, |e| self.ends(e.0), |e| e.0) else { return };
        let before = self.back(end.len());
        let allowed = match *end {
            "ogi" => before == b'l',
            "li" => b"cdeghkmnrt".contains(&before),
            _ => true,
        };
        if allowed && self.within(self.r1, end.len()) {
            self.cut(end.len());
            self.text.push_str(new);
        }
    }

    /// Step 3: like step 2, but -ative must lie in R2.
    fn adjectives(&mut self) {
        if self.ends("ative") && !self.within(self.r2, "ative".len()) {
            return;
        }
        self.replace(STEP_3);
    }

    /// Step 4: what is left of Latin endings goes, in R2.
    fn rest(&mut self) {
        let Some(end) = longest(STEP_4, |e| self.ends(e), |e| e) else { return };
        let allowed = *end != "ion" || matches!(self.back(3), b's' | b't');
        if allowed && self.within(self.r2, end.len()) {
            self.cut(end.len());
        }
    }

    /// Step 5: a last e, and the second of two l.
    fn final_e(&mut self) {
        if self.ends("e") {
            let in_r1 = self.within(self.r1, 1);
            let cut = self.within(self.r2, 1)
                || in_r1 && {
                    let text = self.text.strip_suffix('e').unwrap_or_default().to_owned();
                    let without = Stem { text, ..*self };
                    !without.short()
                };
            if cut {
                self.cut(1);
            }
        } else if self.ends("ll") && self.within(self.r2, 1) {
            self.cut(1);
        }
    }
}

fn longest<T>(all: &[T], fits: impl Fn(&T) -> bool, text: impl Fn(&T) -> &str) -> Option<&T> {
    all.iter().filter(|e| fits(e)).max_by_key(|e| text(e).len())
}
