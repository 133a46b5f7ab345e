//! Groups 31 to 38: archives.

use super::case::Case;
use miniz_oxide::deflate::compress_to_vec;
use sorot_intake::{Finding, limits};
use sorot_rows::crc32;

/// A file in an archive that may lie about itself.
#[derive(Clone)]
struct Member {
    name: Vec<u8>,
    packed: Vec<u8>,
    size: u32,
    checksum: u32,
    method: u16,
    flags: u16,
    mode: u32,
    /// Where the directory says it begins, if elsewhere.
    offset: Option<u32>,
}

fn stored(name: &str, content: &[u8]) -> Member {
    Member {
        name: name.as_bytes().to_vec(),
        packed: content.to_vec(),
        size: content.len() as u32,
        checksum: crc32(content),
        method: 0,
        flags: 0x800,
        mode: 0,
        offset: None,
    }
}

fn deflated(name: &str, content: &[u8]) -> Member {
    Member { packed: compress_to_vec(content, 1), method: 8, ..stored(name, content) }
}

fn archive(members: &[Member]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for m in members {
        let offset = m.offset.unwrap_or(out.len() as u32);
        let fields = |out: &mut Vec<u8>| {
            out.extend(20u16.to_le_bytes());
            out.extend(m.flags.to_le_bytes());
            out.extend(m.method.to_le_bytes());
            out.extend([0; 4]);
            for number in [m.checksum, m.packed.len() as u32, m.size] {
                out.extend(number.to_le_bytes());
            }
            out.extend((m.name.len() as u16).to_le_bytes());
            out.extend([0; 2]);
        };
        if m.offset.is_none() {
            out.extend(b"PK\x03\x04");
            fields(&mut out);
            out.extend(&m.name);
            out.extend(&m.packed);
        }
        directory.extend(b"PK\x01\x02\x14\x03");
        fields(&mut directory);
        directory.extend([0; 6]);
        directory.extend((m.mode << 16).to_le_bytes());
        directory.extend(offset.to_le_bytes());
        directory.extend(&m.name);
    }
    let at = out.len() as u32;
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    for _ in 0..2 {
        out.extend((members.len() as u16).to_le_bytes());
    }
    out.extend((directory.len() as u32).to_le_bytes());
    out.extend(at.to_le_bytes());
    out.extend([0; 2]);
    out
}

/// The cases.
pub fn cases() -> Vec<Case> {
    let zip = |group, what, members: &[Member]| Case::new(group, what, "arsip.zip", archive(members));
    let good = stored("baik/a.txt", b"Harga beras turun.");
    let bomb = deflated("bom.txt", &vec![b'a'; 60 << 20]);
    let million = deflated("", &b"Harga beras turun. ".repeat(55_000));
    let zeros = deflated("", &vec![0; 1 << 20]);
    let kernel = deflated("inti.txt", &vec![b'a'; 500_000]);
    let overlapping: Vec<Member> = std::iter::once(kernel.clone())
        .chain((0..2_000).map(|n| Member {
            name: format!("{n}.txt").into_bytes(),
            offset: Some(0),
            ..kernel.clone()
        }))
        .collect();
    let lying = |size: u32| Member {
        size,
        ..deflated("bohong.txt", b"Panjang yang sebenarnya lain dari yang disebut.")
    };
    let names = [
        "../../etc/passwd.txt",
        "/mutlak.txt",
        "..\\balik.txt",
        "C:\\jendela.txt",
        "nol\0.txt",
        "con.txt",
        "A.TXT",
        "a.txt",
        "a.txt",
        "x\u{202e}txt.exe.txt",
    ];
    let named: Vec<Member> = (0..)
        .zip(names)
        .map(|(n, name)| stored(name, format!("Artikel nomor {n} tentang harga.").as_bytes()))
        .collect();
    let inner = archive(&[stored("a.html", b"<p>Teks</p>")]);
    let mut cut = archive(std::slice::from_ref(&good));
    cut.truncate(cut.len() - 30);
    let mut short = archive(&[good.clone(), stored("b.txt", &[b'b'; 400])]);
    let end = short.len() - 22;
    short.drain(60..200);
    let _ = end;
    let wide = {
        let mut bytes = archive(std::slice::from_ref(&good));
        let end = bytes.len() - 22;
        bytes[end + 8..end + 12].fill(0xff);
        bytes
    };
    let many: Vec<Member> =
        (0..limits::MAX_ZIP_FILES + 1).map(|n| stored(&format!("{n}.txt"), b"x")).collect();
    let small: Vec<Member> =
        (0..5_000).map(|n| stored(&format!("{n}.txt"), format!("Artikel {n}.").as_bytes())).collect();
    vec![
        Case::new(31, "gzip", "bom.gz", b"\x1f\x8b\x08\0\0".to_vec()).skips(Finding::NotText),
        zip(31, "60 MB of one letter", &[bomb, good.clone()]).says(Finding::ZipBomb),
        zip(
            31,
            "1,000 files of 1 MB each",
            &(0..1_000)
                .map(|n| Member { name: format!("{n}.txt").into(), ..million.clone() })
                .collect::<Vec<_>>(),
        )
        .says(Finding::ZipTotal),
        zip(
            31,
            "1,000 files of 1 MB of zeros each",
            &(0..1_000)
                .map(|n| Member { name: format!("{n}.bin").into(), ..zeros.clone() })
                .collect::<Vec<_>>(),
        )
        .reads(0)
        .says(Finding::NotText),
        zip(32, "2,000 files over the same bytes", &overlapping).says(Finding::ZipOverlap),
        zip(33, "archive in an archive", &[stored("42.zip", &inner), good.clone()]).says(Finding::ZipInZip),
        zip(34, "one file more than the limit", &many).skips(Finding::ZipTooMany),
        zip(34, "5,000 files", &small).reads(5_000),
        zip(35, "sizes that lie", &[lying(3), lying(3_000_000), good.clone()]).says(Finding::ZipEntryBroken),
        zip(36, "names that lead elsewhere", &named).reads(names.len()).says(Finding::PathLabel),
        zip(37, "locked", &[Member { flags: 1, ..good.clone() }]).skips(Finding::ZipEncrypted),
        zip(37, "link", &[Member { mode: 0o120_777, ..stored("a", b"/etc/passwd") }])
            .skips(Finding::ZipSymlink),
        zip(37, "name not in UTF-8", &[Member { name: b"caf\xe9.txt".to_vec(), ..good.clone() }]),
        zip(37, "unknown method", &[Member { method: 14, ..good.clone() }]).skips(Finding::ZipMethod),
        zip(37, "wrong checksum", &[Member { checksum: 1, ..good.clone() }]).skips(Finding::ZipEntryBroken),
        Case::new(37, "cut short", "arsip.zip", cut).skips(Finding::ZipBroken),
        Case::new(37, "bytes missing inside", "arsip.zip", short).reads(0),
        Case::new(37, "ZIP64", "arsip.zip", wide).skips(Finding::ZipBig),
        zip(38, "page in an archive in an archive", &[stored("dalam.zip", &inner)]).skips(Finding::ZipInZip),
        Case::new(37, "damaged pack", "a.sorot", b"SOROTPAK\x04\0\xff\xff\0\0\0\0".to_vec())
            .skips(Finding::PackBroken),
    ]
}
