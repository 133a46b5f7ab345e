//! ZIP archives (APPNOTE 6.3): the central directory says what is inside, nothing is written anywhere, and what
//! unpacks has limits that are counted while unpacking, because sizes in an archive may lie.

use crate::finding::Finding;
use crate::{Entry, Format, Options, Place, Remark, format, limits, read_one};
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use sorot_rows::crc32;

const END: usize = 22;
const DIRECTORY: usize = 46;
const LOCAL: usize = 30;
/// What other systems leave in archives, of no interest to anybody.
const LITTER: &[&str] = &["__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini"];

/// A file as the central directory has it.
struct Member {
    name: String,
    flags: u16,
    method: u16,
    checksum: u32,
    packed: usize,
    size: usize,
    offset: usize,
    is_link: bool,
}

/// Everything inside, in the order of the directory.
pub(crate) fn read(place: &Place, bytes: &[u8], options: Options) -> Vec<Entry> {
    let skipped =
        |finding, evidence: Vec<String>| vec![Entry::skipped(place.clone(), Format::Zip, finding, evidence)];
    let members = match directory(bytes) {
        Ok(members) => members,
        Err((finding, evidence)) => return skipped(finding, evidence),
    };
    let mut entries = Vec::new();
    let most = bytes
        .len()
        .saturating_mul(limits::MAX_ARCHIVE_RATIO)
        .clamp(limits::FREE_ARCHIVE, limits::MAX_UNPACKED);
    let mut left = most;
    let overlapping = overlaps(&members);
    for (member, overlaps) in members.iter().zip(overlapping) {
        if member.name.ends_with('/') || LITTER.iter().any(|litter| member.name.contains(litter)) {
            continue;
        }
        let inside = Place { inside: Some(crate::entry::shown(&member.name)), ..place.clone() };
        let unpacked = match overlaps {
            true => Err((Finding::ZipOverlap, vec![])),
            false => unpack(bytes, member, most, left),
        };
        match unpacked {
            Err((finding, evidence)) => entries.push(Entry::skipped(inside, Format::Zip, finding, evidence)),
            Ok(content) => {
                left = left.saturating_sub(content.len());
                let format = format::sniff(&member.name, &content);
                let mut found = read_one(&inside, &content, format, options);
                if is_odd(&member.name) {
                    for entry in &mut found {
                        entry.remarks.push(Remark::new(Finding::PathLabel, [member.name.clone()]));
                    }
                }
                entries.extend(found);
            }
        }
    }
    entries
}

type Fault = (Finding, Vec<String>);

fn broken(what: &str) -> Fault {
    (Finding::ZipBroken, vec![what.to_string()])
}

fn directory(bytes: &[u8]) -> Result<Vec<Member>, Fault> {
    // The end record stands last but for a comment of at most 65,535 bytes.
    let first = bytes.len().saturating_sub(END + 0xffff);
    let tail = bytes.get(first..).unwrap_or(&[]);
    let at = tail.windows(4).rposition(|w| w == b"PK\x05\x06").ok_or_else(|| broken("no directory"))?;
    let end = tail.get(at..).unwrap_or(&[]);
    let count = usize::from(u16_at(end, 10).ok_or_else(|| broken("no directory"))?);
    let offset = u32_at(end, 16).ok_or_else(|| broken("no directory"))? as usize;
    if count == 0xffff || offset == 0xffff_ffff {
        return Err((Finding::ZipBig, vec![]));
    }
    if count > limits::MAX_ZIP_FILES {
        return Err((Finding::ZipTooMany, vec![count.to_string(), limits::MAX_ZIP_FILES.to_string()]));
    }
    let mut members = Vec::new();
    let mut rest = bytes.get(offset..).ok_or_else(|| broken("the directory lies outside"))?;
    for _ in 0..count {
        let (member, behind) = member(rest).ok_or_else(|| broken("the directory ends early"))?;
        members.push(member);
        rest = behind;
    }
    Ok(members)
}

fn member(bytes: &[u8]) -> Option<(Member, &[u8])> {
    if !bytes.starts_with(b"PK\x01\x02") {
        return None;
    }
    let length = |at| u16_at(bytes, at).map(usize::from);
    let (name, extra, comment) = (length(28)?, length(30)?, length(32)?);
    let member = Member {
        // Names that aren't UTF-8 are only labels: lossy will do.
        name: String::from_utf8_lossy(bytes.get(DIRECTORY..DIRECTORY + name)?).into_owned(),
        flags: u16_at(bytes, 8)?,
        method: u16_at(bytes, 10)?,
        checksum: u32_at(bytes, 16)?,
        packed: u32_at(bytes, 20)? as usize,
        size: u32_at(bytes, 24)? as usize,
        offset: u32_at(bytes, 42)? as usize,
        // The high half holds the mode where Unix made the archive.
        is_link: u32_at(bytes, 38)? >> 28 == 0xa,
    };
    Some((member, bytes.get(DIRECTORY + name + extra + comment..)?))
}

/// Whether each member's bytes are also another's that begins before: one kernel that many files share is a bomb
/// (Fifield 2019).
fn overlaps(members: &[Member]) -> Vec<bool> {
    let mut order: Vec<usize> = (0..members.len()).collect();
    order.sort_by_key(|at| members.get(*at).map(|m| (m.offset, *at)));
    let mut found = vec![false; members.len()];
    let mut end = 0;
    for at in order {
        if let (Some(member), Some(found)) = (members.get(at), found.get_mut(at)) {
            *found = member.offset < end;
            end = end.max(member.offset.saturating_add(LOCAL).saturating_add(member.packed));
        }
    }
    found
}

/// The content of a member, of an archive that may unpack to `most` bytes, of which `left` are left.
fn unpack(bytes: &[u8], member: &Member, most: usize, left: usize) -> Result<Vec<u8>, Fault> {
    let damaged = |what: &str| (Finding::ZipEntryBroken, vec![what.to_string()]);
    if member.is_link {
        return Err((Finding::ZipSymlink, vec![]));
    }
    if member.flags & 1 != 0 {
        return Err((Finding::ZipEncrypted, vec![]));
    }
    if member.size == 0xffff_ffff || member.packed == 0xffff_ffff || member.offset == 0xffff_ffff {
        return Err((Finding::ZipBig, vec![]));
    }
    let local = bytes
        .get(member.offset..)
        .filter(|l| l.starts_with(b"PK\x03\x04"))
        .ok_or_else(|| damaged("no header"))?;
    let length = |at| u16_at(local, at).map(usize::from).ok_or_else(|| damaged("no header"));
    let start = LOCAL + length(26)? + length(28)?;
    let packed = local.get(start..start.saturating_add(member.packed)).ok_or_else(|| damaged("cut short"))?;
    let ratio = member.packed.saturating_mul(limits::MAX_RATIO).max(limits::FREE_UNPACKED);
    let limit = ratio.min(limits::MAX_FILE).min(left);
    let over = || {
        if limit == left {
            (Finding::ZipTotal, vec![most.to_string()])
        } else if limit == ratio {
            (Finding::ZipBomb, vec![limits::MAX_RATIO.to_string()])
        } else {
            (Finding::FileTooLarge, vec![member.size.to_string(), limits::MAX_FILE.to_string()])
        }
    };
    if member.method == 8 && limit > 0 {
        // What is no text needn't be unpacked to be told so.
        let head = match decompress_to_vec_with_limit(packed, format::HEAD.min(limit)) {
            Ok(whole) => whole,
            Err(error) => error.output,
        };
        if let Format::Other(what) = format::sniff(&member.name, &head) {
            return Err((Finding::NotText, vec![what.into()]));
        }
    }
    let content = match member.method {
        0 if packed.len() > limit => return Err(over()),
        0 => packed.to_vec(),
        8 => decompress_to_vec_with_limit(packed, limit).map_err(|error| match error.status {
            TINFLStatus::HasMoreOutput => over(),
            _ => damaged("its packed form"),
        })?,
        other => return Err((Finding::ZipMethod, vec![other.to_string()])),
    };
    if content.len() != member.size {
        return Err(damaged("its size"));
    }
    if crc32(&content) != member.checksum {
        return Err(damaged("its checksum"));
    }
    Ok(content)
}

/// A name that would lead elsewhere if it were a path.
fn is_odd(name: &str) -> bool {
    name.starts_with(['/', '\\'])
        || name.split(['/', '\\']).any(|part| part == "..")
        || name.contains('\0')
        || name.get(1..2) == Some(":")
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_archive_say_so() {
        for bytes in [
            &b""[..],
            b"PK\x03\x04",
            b"PK\x05\x06",
            b"PK\x05\x06\0\0\0\0\x01\0\x01\0\x30\0\0\0\x40\0\0\0\0\0",
        ] {
            let entries = read(&Place::file("a.zip"), bytes, Options::default());
            assert_eq!(entries[0].remarks[0].finding, Finding::ZipBroken);
        }
    }
}
