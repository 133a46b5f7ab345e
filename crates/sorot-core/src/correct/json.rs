//! JSON (RFC 8259), as much as a file of corrections and the report of what was read need: texts, numbers from 0 on,
//! lists, objects. What else a file holds is read over. A library's reader is ten times this in the browser.

use std::fmt::Write;

/// Deeper files are nobody's corrections.
const DEEPEST: usize = 64;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A whole number from 0 on.
    Number(u32),
    /// Any other number.
    OtherNumber,
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// Names with their values, in order.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The value of that name in an object.
    pub fn get(&self, name: &str) -> Option<&Json> {
        match self {
            Json::Object(fields) => fields.iter().find(|(own, _)| own == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// A text.
    pub fn text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Adds it to `out`, in lines; those below the first are indented so far.
    pub fn write(&self, out: &mut String, indent: usize) {
        self.put(out, Some(indent));
    }

    /// In one line.
    pub fn line(&self) -> String {
        let mut out = String::new();
        self.put(&mut out, None);
        out
    }

    fn put(&self, out: &mut String, indent: Option<usize>) {
        match self {
            Json::Null | Json::OtherNumber => out.push_str("null"),
            Json::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
            Json::Number(number) => {
                let _ = write!(out, "{number}");
            }
            Json::Text(text) => quoted(out, text),
            Json::List(list) => {
                members(out, ['[', ']'], indent, list.iter().map(|value| (None, value)));
            }
            Json::Object(fields) => {
                members(out, ['{', '}'], indent, fields.iter().map(|(name, value)| (Some(name), value)));
            }
        }
    }
}

/// A line each where there is an indent.
fn members<'a>(
    out: &mut String,
    [open, close]: [char; 2],
    indent: Option<usize>,
    members: impl Iterator<Item = (Option<&'a String>, &'a Json)>,
) {
    let begin = |out: &mut String, more: usize| {
        if let Some(indent) = indent {
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', indent + more));
        }
    };
    out.push(open);
    let mut any = false;
    for (name, value) in members {
        if any {
            out.push(',');
        }
        any = true;
        begin(out, 2);
        if let Some(name) = name {
            quoted(out, name);
            out.push_str(if indent.is_some() { ": " } else { ":" });
        }
        value.put(out, indent.map(|indent| indent + 2));
    }
    if any {
        begin(out, 0);
    }
    out.push(close);
}

fn quoted(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{0}'..'\u{20}' => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// Reads a value, and nothing behind it.
///
/// # Errors
/// The line, from 1 on, from which on it is no JSON.
pub fn read(text: &str) -> Result<Json, usize> {
    let mut reader = Reader { rest: text };
    let value = reader.value(0).filter(|_| {
        reader.skip_space();
        reader.rest.is_empty()
    });
    let line = || {
        let read = text.get(..text.len() - reader.rest.len()).unwrap_or(text);
        read.matches('\n').count() + 1
    };
    value.ok_or_else(line)
}

struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    fn skip_space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\n', '\r', '\t']);
    }

    /// Whether `sign` comes next, which is then read.
    fn takes(&mut self, sign: &str) -> bool {
        self.skip_space();
        match self.rest.strip_prefix(sign) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn value(&mut self, depth: usize) -> Option<Json> {
        if depth > DEEPEST {
            return None;
        }
        self.skip_space();
        match self.rest.bytes().next()? {
            b'{' => self.members("{", "}", depth).map(Json::Object),
            b'[' => {
                let members = self.members("[", "]", depth)?;
                Some(Json::List(members.into_iter().map(|(_, value)| value).collect()))
            }
            b'"' => self.text().map(Json::Text),
            b'-' | b'0'..=b'9' => self.number(),
            _ if self.takes("null") => Some(Json::Null),
            _ if self.takes("true") => Some(Json::Flag(true)),
            _ if self.takes("false") => Some(Json::Flag(false)),
            _ => None,
        }
    }

    /// The members of an object, or of a list, which have no names.
    fn members(&mut self, open: &str, close: &str, depth: usize) -> Option<Vec<(String, Json)>> {
        let mut members = Vec::new();
        self.takes(open);
        if self.takes(close) {
            return Some(members);
        }
        loop {
            let mut name = String::new();
            if open == "{" {
                self.skip_space();
                name = self.text()?;
                self.takes(":").then_some(())?;
            }
            members.push((name, self.value(depth + 1)?));
            if self.takes(close) {
                return Some(members);
            }
            self.takes(",").then_some(())?;
        }
    }

    fn number(&mut self) -> Option<Json> {
        let is_of = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | 'e' | 'E');
        let (digits, rest) = self.rest.split_at(self.rest.find(|c| !is_of(c)).unwrap_or(self.rest.len()));
        self.rest = rest;
        Some(digits.parse().map_or(Json::OtherNumber, Json::Number))
    }

    fn text(&mut self) -> Option<String> {
        let mut rest = self.rest.strip_prefix('"')?;
        let mut out = String::new();
        loop {
            let at = rest.find(|c: char| matches!(c, '"' | '\\') || c < ' ')?;
            let (plain, end) = rest.split_at(at);
            out.push_str(plain);
            if let Some(behind) = end.strip_prefix('"') {
                self.rest = behind;
                return Some(out);
            }
            let mut signs = end.strip_prefix('\\')?.chars();
            let sign = signs.next()?;
            rest = signs.as_str();
            out.push(match sign {
                '"' | '\\' | '/' => sign,
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'b' => '\u{8}',
                'f' => '\u{c}',
                'u' => {
                    let first = unit(&mut rest)?;
                    let mut units = vec![first];
                    // Half of a pair asks for its other half.
                    if (0xd800..0xdc00).contains(&first)
                        && let Some(behind) = rest.strip_prefix("\\u")
                    {
                        rest = behind;
                        units.push(unit(&mut rest)?);
                    }
                    char::decode_utf16(units).next()?.ok()?
                }
                _ => return None,
            });
        }
    }
}

/// Four hexadecimal digits.
fn unit(rest: &mut &str) -> Option<u16> {
    let (digits, behind) = rest.split_at_checked(4)?;
    *rest = behind;
    digits.bytes().all(|b| b.is_ascii_hexdigit()).then(|| u16::from_str_radix(digits, 16).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(value: &serde_json::Value) -> Json {
        use serde_json::Value;
        match value {
            Value::Null => Json::Null,
            Value::Bool(flag) => Json::Flag(*flag),
            Value::Number(n) => {
                n.as_u64().and_then(|n| n.try_into().ok()).map_or(Json::OtherNumber, Json::Number)
            }
            Value::String(text) => Json::Text(text.clone()),
            Value::Array(list) => Json::List(list.iter().map(of).collect()),
            Value::Object(fields) => {
                Json::Object(fields.iter().map(|(name, value)| (name.clone(), of(value))).collect())
            }
        }
    }

    fn any_value() -> impl Strategy<Value = serde_json::Value> {
        use serde_json::Value;
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<u32>().prop_map(Value::from),
            ".*".prop_map(Value::from),
            "[\\x00-\\x40\\\\]*".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 5, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                proptest::collection::btree_map(".{0,5}", inner, 0..5)
                    .prop_map(|fields| Value::from(fields.into_iter().collect::<serde_json::Map<_, _>>())),
            ]
        })
    }

    proptest! {
        #[test]
        fn reads_and_writes_as_the_library(value in any_value()) {
            let pretty = serde_json::to_string_pretty(&value).unwrap();
            let ours = read(&pretty).unwrap();
            prop_assert_eq!(&ours, &of(&value));
            prop_assert_eq!(read(&value.to_string()).unwrap(), of(&value));
            let mut written = String::new();
            ours.write(&mut written, 0);
            let again: serde_json::Value = serde_json::from_str(&written).unwrap();
            prop_assert_eq!(&again, &value);
            let line = ours.line();
            prop_assert!(!line.contains('\n'));
            prop_assert_eq!(serde_json::from_str::<serde_json::Value>(&line).unwrap(), value);
        }

        #[test]
        fn any_text_is_read_as_the_library_does_or_refused(text in "[\\[\\]{}:,\" 0-9a-f\\\\untrle\n.-]{0,30}") {
            if let Ok(value) = serde_json::from_str::<serde_json::Value>(&text) {
                prop_assert!(read(&text).is_ok());
                // Of two values of one name the library takes the last.
                if !text.contains('{') {
                    prop_assert_eq!(read(&text).unwrap(), of(&value));
                }
            }
        }
    }

    #[test]
    fn says_the_line_of_what_is_broken() {
        assert_eq!(read("{\n\"a\": 1,\n\"b\" 2}"), Err(3));
        assert_eq!(read(""), Err(1));
        assert_eq!(read("[1] 2"), Err(1));
        assert_eq!(read("\"\\ud83d\""), Err(1));
        assert_eq!(read("\"\\ud83d\\ude00\""), Ok(Json::Text("😀".into())));
        assert_eq!(read(&"[".repeat(10_000)), Err(1));
    }
}
