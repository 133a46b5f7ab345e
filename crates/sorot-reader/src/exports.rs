//! The module's ways in, by numbers: where bytes lie in its memory and how many. No bindings are generated, so that one
//! small script (`web/reader.js`) is all there is beside it, in a worker and on a page alike.
//!
//! A call's bytes are written to [`reader_room`], an answer's are read from the place that is given back,
//! [`reader_length`] long.

#![allow(unsafe_code)]

use crate::Reader;
use sorot_intake::Encoding;
use std::cell::RefCell;

#[derive(Default)]
struct State {
    reader: Reader,
    given: Vec<u8>,
    /// What a page is made of, as far as it was given.
    parts: Vec<Vec<u8>>,
    answer: Vec<u8>,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

impl State {
    /// What was given: the first `name` bytes are a text, those behind them something's content. It may be large, and
    /// is not copied.
    fn take(&mut self, name: usize) -> (String, Vec<u8>) {
        let given = std::mem::take(&mut self.given);
        (String::from_utf8_lossy(behind(&given, 0, name)).into_owned(), given)
    }
}

/// What stands from `from` up to `to`.
fn behind(given: &[u8], from: usize, to: usize) -> &[u8] {
    given.get(from..to.min(given.len())).unwrap_or_default()
}

/// Where to write so many bytes for the next call.
#[unsafe(no_mangle)]
pub extern "C" fn reader_room(bytes: usize) -> *mut u8 {
    STATE.with_borrow_mut(|state| {
        state.given = vec![0; bytes];
        state.given.as_mut_ptr()
    })
}

/// Reads the open bundle; given are its name, `name` bytes long, and its pack.
#[unsafe(no_mangle)]
pub extern "C" fn reader_open(name: usize) {
    STATE.with_borrow_mut(|state| {
        let (own, given) = state.take(name);
        state.reader.open(&own, behind(&given, name, given.len()));
    });
}

/// Reads a file; given are its name, `name` bytes long, and its bytes. `encoding` is a place in [`Encoding::ALL`], or
/// any other number for none. Gives back how many entries it had.
#[unsafe(no_mangle)]
pub extern "C" fn reader_add(name: usize, encoding: usize) -> usize {
    STATE.with_borrow_mut(|state| {
        let (own, given) = state.take(name);
        let bytes = behind(&given, name, given.len());
        state.reader.add(&own, bytes, Encoding::ALL.get(encoding).copied())
    })
}

/// The report as JSON, with the open bundle's articles unless `with_open` is 0.
#[unsafe(no_mangle)]
pub extern "C" fn reader_report(with_open: u32) -> *const u8 {
    STATE.with_borrow_mut(|state| {
        state.answer = state.reader.report(with_open != 0).into_bytes();
        state.answer.as_ptr()
    })
}

/// As much of the report as is looked at ([`Reader::told`]); given are the names of the files, each ended by a zero, which
/// no name holds.
#[unsafe(no_mangle)]
pub extern "C" fn reader_told(with_open: u32, most: usize) -> *const u8 {
    STATE.with_borrow_mut(|state| {
        let (names, _) = state.take(usize::MAX);
        let names: Vec<&str> = names.split_terminator('\0').collect();
        state.answer = state.reader.told(with_open != 0, &names, most).into_bytes();
        state.answer.as_ptr()
    })
}

/// The pack; given is its title.
#[unsafe(no_mangle)]
pub extern "C" fn reader_pack(with_open: u32) -> *const u8 {
    STATE.with_borrow_mut(|state| {
        let (title, _) = state.take(usize::MAX);
        state.answer = state.reader.pack(with_open != 0, &title);
        state.answer.as_ptr()
    })
}

/// Takes what was given as the next part of a page (see [`dossier`](crate::dossier)).
#[unsafe(no_mangle)]
pub extern "C" fn reader_part() {
    STATE.with_borrow_mut(|state| {
        let part = std::mem::take(&mut state.given);
        state.parts.push(part);
    });
}

/// The page of the parts; empty where they make none.
#[unsafe(no_mangle)]
pub extern "C" fn reader_page() -> *const u8 {
    STATE.with_borrow_mut(|state| {
        let parts = std::mem::take(&mut state.parts);
        state.answer = crate::dossier(&parts).map(String::into_bytes).unwrap_or_default();
        state.answer.as_ptr()
    })
}

/// How many bytes the last answer has.
#[unsafe(no_mangle)]
pub extern "C" fn reader_length() -> usize {
    STATE.with_borrow(|state| state.answer.len())
}
