//! JSON (RFC 8259) as people hand it in: commas at the end, NaN, raw line breaks and half surrogate pairs are read
//! over instead of failing the whole file. Nothing recurses deeper than [`limits::MAX_JSON_DEPTH`].

use crate::limits;

/// A value; numbers stay as they are written, so that long ids keep their digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// `null`, `true`, `false`, `NaN`.
    Word(String),
    /// A number as written.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// Names with their values, in order.
    Object(Vec<(String, Value)>),
    /// A list or an object that lies too deep and was passed over.
    TooDeep,
}

impl Value {
    /// The first value of that name in an object.
    pub(crate) fn get(&self, name: &str) -> Option<&Value> {
        match self {
            Value::Object(fields) => fields.iter().find(|(own, _)| own == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// A text.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// Why no value begins there.
pub(crate) type Fault = &'static str;

/// A place in a JSON text that only moves forward.
pub(crate) struct Reader<'a> {
    text: &'a str,
    /// Bytes read.
    pub at: usize,
    /// Half surrogate pairs replaced so far.
    pub lone: usize,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(text: &'a str) -> Reader<'a> {
        Reader { text, at: 0, lone: 0 }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// The next byte that is no white space.
    pub(crate) fn peek(&mut self) -> Option<u8> {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches([' ', '\n', '\r', '\t', '\u{feff}']).len();
        self.rest().bytes().next()
    }

    /// Whether `sign` comes next; it is then read.
    pub(crate) fn takes(&mut self, sign: u8) -> bool {
        let is_next = self.peek() == Some(sign);
        self.at += usize::from(is_next);
        is_next
    }

    /// Reads the value that begins here.
    pub(crate) fn value(&mut self) -> Result<Value, Fault> {
        self.value_at(0)
    }

    fn value_at(&mut self, depth: usize) -> Result<Value, Fault> {
        match self.peek().ok_or("value expected, but the text ends")? {
            b'{' | b'[' if depth >= limits::MAX_JSON_DEPTH => {
                if self.skip() {
                    Ok(Value::TooDeep)
                } else {
                    Err("bracket never closed")
                }
            }
            b'{' => {
                self.at += 1;
                let mut fields = Vec::new();
                while !self.takes(b'}') {
                    let name = self.name()?;
                    let value = self.value_at(depth + 1)?;
                    if fields.len() < limits::MAX_FIELDS {
                        fields.push((name, value));
                    }
                    self.between(b'}')?;
                }
                Ok(Value::Object(fields))
            }
            b'[' => {
                self.at += 1;
                let mut list = Vec::new();
                while !self.takes(b']') {
                    list.push(self.value_at(depth + 1)?);
                    self.between(b']')?;
                }
                Ok(Value::List(list))
            }
            b'"' => self.string().map(Value::Text),
            _ => self.word(),
        }
    }

    /// The name of a field and its colon.
    pub(crate) fn name(&mut self) -> Result<String, Fault> {
        if self.peek() != Some(b'"') {
            return Err("name in quotation marks expected");
        }
        let name = self.string()?;
        if self.takes(b':') { Ok(name) } else { Err("colon expected") }
    }

    /// A comma, or the closing sign ahead.
    pub(crate) fn between(&mut self, close: u8) -> Result<(), Fault> {
        if self.takes(b',') || self.peek() == Some(close) { Ok(()) } else { Err("comma expected") }
    }

    fn word(&mut self) -> Result<Value, Fault> {
        let rest = self.rest();
        let is_of = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
        let word = rest.get(..rest.find(|c| !is_of(c)).unwrap_or(rest.len())).unwrap_or("");
        let is_number = word.trim_start_matches('-').starts_with(|c: char| c.is_ascii_digit());
        if !is_number && !matches!(word, "null" | "true" | "false" | "NaN" | "Infinity" | "-Infinity") {
            return Err("value expected");
        }
        self.at += word.len();
        let kept = word.get(..word.len().min(64)).unwrap_or(word).to_string();
        Ok(if is_number { Value::Number(kept) } else { Value::Word(kept) })
    }

    fn string(&mut self) -> Result<String, Fault> {
        self.at += 1;
        let mut out = String::new();
        loop {
            let rest = self.rest();
            let end = rest.find(['"', '\\']).ok_or("quotation mark never closed")?;
            let (plain, from) = rest.split_at(end);
            out.push_str(plain);
            self.at += end + 1;
            if from.starts_with('"') {
                return Ok(out);
            }
            let sign = self.rest().chars().next().ok_or("quotation mark never closed")?;
            self.at += sign.len_utf8();
            out.push(match sign {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'b' => '\u{8}',
                'f' => '\u{c}',
                'u' => self.escaped()?,
                '"' | '\\' | '/' => sign,
                _ => return Err("unknown escape"),
            });
        }
    }

    /// The four digits behind `\u`, and those of the second half of a pair.
    fn escaped(&mut self) -> Result<char, Fault> {
        let first = self.hex().ok_or("four hexadecimal digits expected")?;
        if let Some(c) = char::from_u32(first) {
            return Ok(c);
        }
        let back = self.at;
        if first < 0xdc00 && self.rest().starts_with("\\u") {
            self.at += 2;
            if let Some(second) = self.hex().filter(|s| (0xdc00..0xe000).contains(s)) {
                let whole = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
                return Ok(char::from_u32(whole).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            self.at = back;
        }
        self.lone += 1;
        Ok(char::REPLACEMENT_CHARACTER)
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.rest().get(..4).filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()))?;
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }

    /// Passes over the value that begins here, whatever is wrong in it, by its brackets and quotation marks. Whether
    /// it ends.
    pub(crate) fn skip(&mut self) -> bool {
        self.peek();
        let bytes = self.rest().as_bytes();
        let (mut depth, mut quoted, mut escaped) = (0usize, false, false);
        for (at, byte) in bytes.iter().enumerate() {
            match byte {
                _ if escaped => escaped = false,
                b'\\' if quoted => escaped = true,
                b'"' => quoted = !quoted,
                _ if quoted => {}
                b'{' | b'[' => depth += 1,
                b'}' | b']' if depth <= 1 => {
                    self.at += at + usize::from(depth == 1);
                    return true;
                }
                b'}' | b']' => depth -= 1,
                b',' if depth == 0 => {
                    self.at += at;
                    return true;
                }
                _ => {}
            }
        }
        self.at = self.text.len();
        false
    }
}

/// Line and column, from 1 on, of places that only move forward.
pub(crate) struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: u32,
    start: usize,
}

impl<'a> Lines<'a> {
    pub(crate) fn new(text: &'a str) -> Lines<'a> {
        Lines { text, at: 0, line: 1, start: 0 }
    }

    /// Of the byte `at`; one behind an earlier one asked for is taken for that.
    pub(crate) fn of(&mut self, at: usize) -> (u32, usize) {
        let at = at.max(self.at).min(self.text.len());
        let between = self.text.as_bytes().get(self.at..at).unwrap_or(&[]);
        self.line += between.iter().filter(|b| **b == b'\n').count() as u32;
        if let Some(last) = between.iter().rposition(|b| *b == b'\n') {
            self.start = self.at + last + 1;
        }
        self.at = at;
        (self.line, at - self.start + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Result<Value, Fault> {
        Reader::new(text).value()
    }

    fn same(own: &Value, theirs: &serde_json::Value) -> bool {
        match (own, theirs) {
            (Value::Word(w), serde_json::Value::Null) => w == "null",
            (Value::Word(w), serde_json::Value::Bool(b)) => *w == b.to_string(),
            (Value::Number(n), serde_json::Value::Number(m)) => n.parse::<f64>().ok() == m.as_f64(),
            (Value::Text(t), serde_json::Value::String(s)) => t == s,
            (Value::List(a), serde_json::Value::Array(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
            }
            (Value::Object(a), serde_json::Value::Object(b)) => {
                a.len() == b.len() && a.iter().all(|(k, v)| b.get(k).is_some_and(|w| same(v, w)))
            }
            _ => false,
        }
    }

    #[test]
    fn what_people_hand_in_is_read() {
        assert_eq!(
            read("\u{feff}[1e400, NaN, 9007199254740993,]").unwrap(),
            Value::List(vec![
                Value::Number("1e400".into()),
                Value::Word("NaN".into()),
                Value::Number("9007199254740993".into()),
            ])
        );
        assert_eq!(read("\"a\\ud83d\\ude00\\ud800b\nc\"").unwrap().text(), Some("a😀\u{fffd}b\nc"));
        for text in ["", "{", "[1 2]", "{a:1}", "\"", "\"\\x\"", "\"\\u12", "nul", "{\"a\"}"] {
            assert!(read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn what_lies_too_deep_is_passed_over() {
        let deep = format!("{}1{}", "[".repeat(200_000), "]".repeat(200_000));
        assert!(read(&deep).is_ok());
        assert!(read(&"[".repeat(200_000)).is_err());
    }

    #[test]
    fn places_are_lines_and_columns() {
        let mut lines = Lines::new("ab\ncd\n\nx");
        assert_eq!([lines.of(1), lines.of(4), lines.of(7), lines.of(99)], [(1, 2), (2, 2), (4, 1), (4, 2)]);
    }

    fn json() -> impl Strategy<Value = String> {
        let leaf = prop_oneof![
            Just("null".to_string()),
            Just("true".to_string()),
            any::<i64>().prop_map(|n| n.to_string()),
            "\\PC{0,8}".prop_map(|s| serde_json::Value::String(s).to_string()),
        ];
        leaf.prop_recursive(4, 24, 4, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4).prop_map(|v| format!("[{}]", v.join(" ,\n"))),
                proptest::collection::btree_map(
                    "[a-z\\\\u00e9]{1,4}".prop_map(|s| serde_json::Value::String(s).to_string()),
                    inner,
                    0..4
                )
                .prop_map(|m| format!(
                    "{{{}}}",
                    m.iter().map(|(k, v)| format!("{k} : {v}")).collect::<Vec<_>>().join(",")
                )),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_a_library_reads_is_read_alike(text in json()) {
            let theirs: serde_json::Value = serde_json::from_str(&text).unwrap();
            prop_assert!(same(&read(&text).unwrap(), &theirs), "{}", text);
            let mut reader = Reader::new(&text);
            let skipped = reader.skip();
            let is_compound = text.starts_with(['{', '[']);
            prop_assert!(skipped || !is_compound);
        }

        #[test]
        fn any_text_is_read_or_refused(text in "[\\[\\]{}\":,a\\\\u0-9 ]{0,60}") {
            let _ = read(&text);
            Reader::new(&text).skip();
        }
    }
}
