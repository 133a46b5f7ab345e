//! Tables (RFC 4180, with whatever separator the first row uses): the first row names the columns, each other row is an
//! article. A quotation mark that is never closed costs its row, not the rest of the file.

use crate::fields::{Draft, Field, field_of};
use crate::finding::Finding;
use crate::{Entry, Format, Place, limits};

/// Separators, the more usual ones first.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// A table.
pub(crate) fn read(place: &Place, text: &str) -> Vec<Entry> {
    let mut rows = Rows { text, at: 0, line: 1, separator: separator(text), open: 0 };
    let names = match rows.next() {
        Some(Row { cells: Ok(names), .. }) => names,
        _ => return vec![Entry::skipped(place.clone(), Format::Csv, Finding::CsvOpenQuote, [])],
    };
    let fields: Vec<Option<(Field, usize)>> = names.iter().map(|name| field_of(name)).collect();
    let Some(text_name) =
        names.iter().zip(&fields).find_map(|(name, f)| (f.as_ref()?.0 == Field::Text).then_some(name))
    else {
        let found = names.iter().map(|name| name.trim()).collect::<Vec<_>>().join(", ");
        return vec![Entry::skipped(place.clone(), Format::Csv, Finding::CsvNoText, [found])];
    };
    let mut entries = Vec::new();
    for (record, row) in (1u32..).zip(&mut rows) {
        let place = place.record(record, Some(row.line));
        if entries.len() >= limits::MAX_RECORDS {
            let limit = limits::MAX_RECORDS.to_string();
            entries.push(Entry::skipped(place, Format::Csv, Finding::TooManyRecords, [limit]));
            break;
        }
        let Ok(cells) = row.cells else {
            entries.push(Entry::skipped(place, Format::Csv, Finding::CsvOpenQuote, []));
            continue;
        };
        let mut draft = Draft::default();
        for (field, cell) in fields.iter().zip(cells) {
            if let Some(field) = field {
                draft.take(*field, cell);
            }
        }
        entries.push(match draft.finish(&place) {
            Some((article, remarks)) => Entry::read(place, Format::Csv, article, remarks),
            None => Entry::skipped(place, Format::Csv, Finding::CsvRowEmpty, [text_name.clone()]),
        });
    }
    entries
}

/// The separator that the first row holds most of.
fn separator(text: &str) -> u8 {
    let head = text.lines().next().unwrap_or("");
    let count = |sign: u8| head.bytes().filter(|b| *b == sign).count();
    let best = SEPARATORS.iter().rev().max_by_key(|sign| count(**sign));
    best.copied().unwrap_or(b',')
}

/// The row that begins in a line; the error is a quotation mark that is never closed.
struct Row {
    line: u32,
    cells: Result<Vec<String>, ()>,
}

struct Rows<'a> {
    text: &'a str,
    at: usize,
    line: u32,
    separator: u8,
    /// Rows with an open quotation mark so far: behind a second one nothing can be told apart any more.
    open: u32,
}

impl Iterator for Rows<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        // Empty lines are no rows.
        let bytes = self.text.as_bytes();
        while let Some(b'\n' | b'\r') = bytes.get(self.at) {
            self.line += u32::from(bytes.get(self.at) == Some(&b'\n'));
            self.at += 1;
        }
        if self.at >= bytes.len() {
            return None;
        }
        let (begin, line) = (self.at, self.line);
        let cells = self.cells();
        if cells.is_err() {
            self.open += 1;
            let rest = self.text.get(begin..).unwrap_or("");
            self.at =
                if self.open > 1 { self.text.len() } else { begin + rest.find('\n').unwrap_or(rest.len()) };
            self.line = line;
        }
        Some(Row { line, cells })
    }
}

impl Rows<'_> {
    fn cells(&mut self) -> Result<Vec<String>, ()> {
        let mut cells = Vec::new();
        loop {
            let cell = self.cell()?;
            if cells.len() < limits::MAX_FIELDS {
                cells.push(cell);
            }
            match self.text.as_bytes().get(self.at) {
                Some(sign) if *sign == self.separator => self.at += 1,
                _ => return Ok(cells),
            }
        }
    }

    /// A cell up to its separator or the end of the line.
    fn cell(&mut self) -> Result<String, ()> {
        let separator = char::from(self.separator);
        let mut out = String::new();
        let rest = self.text.get(self.at..).unwrap_or("");
        if let Some(mut inner) = rest.strip_prefix('"') {
            loop {
                let (before, behind) = inner.split_once('"').ok_or(())?;
                out.push_str(before);
                self.line += before.bytes().filter(|b| *b == b'\n').count() as u32;
                inner = behind;
                match inner.strip_prefix('"') {
                    Some(more) => {
                        out.push('"');
                        inner = more;
                    }
                    None => break,
                }
            }
            self.at = self.text.len() - inner.len();
        }
        // What stands behind a closing mark belongs to the cell all the same.
        let rest = self.text.get(self.at..).unwrap_or("");
        let end = rest.find([separator, '\n', '\r']).unwrap_or(rest.len());
        out.push_str(rest.get(..end).unwrap_or(""));
        self.at += end;
        Ok(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(text: &str) -> Vec<String> {
        read(&Place::file("a.csv"), text)
            .iter()
            .map(|e| match &e.article {
                Some(a) => format!("{}|{}", a.declared_title.as_deref().unwrap_or("-"), a.body),
                None => format!("{}:{}", e.place.line.unwrap_or(0), e.remarks[0].finding.code()),
            })
            .collect()
    }

    #[test]
    fn the_first_row_names_the_columns() {
        assert_eq!(
            of("judul;isi;x\r\n\"Harga \"\"beras\"\"; turun\";\"Satu.\nDua.\";1\r\nJ;;2\r\n\r\nK;Tiga."),
            ["Harga \"beras\"; turun|Satu.\nDua.", "4:csv-row-empty", "K|Tiga."]
        );
        assert_eq!(of("a,b\n1,2"), ["0:csv-no-text"]);
    }

    #[test]
    fn an_open_quotation_mark_costs_its_row() {
        assert_eq!(of("text,title\nSatu.,a\n\"Dua.,b\nTiga.,c"), ["a|Satu.", "3:csv-open-quote", "c|Tiga."]);
        let doubled = "text\n\"a\"\"\"b\n\"\"\"c\nd";
        assert_eq!(of(doubled), ["-|a\"b", "3:csv-open-quote", "-|d"]);
    }

    proptest! {
        #[test]
        fn what_a_library_writes_is_read_back(cells in proptest::collection::vec("[a-z,;\"\\n\\r é]{1,12}", 1..5)) {
            let mut writer = csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
            writer.write_record(&cells).unwrap();
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let mut rows = Rows { text: &text, at: 0, line: 1, separator: b',', open: 0 };
            prop_assert_eq!(rows.next().unwrap().cells.unwrap(), cells);
            prop_assert!(rows.next().is_none());
        }

        #[test]
        fn any_table_is_read(text in "(text,title\n)?[a-z,\"\n\r;]{0,80}") {
            let _ = of(&text);
        }
    }
}
