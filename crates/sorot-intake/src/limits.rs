//! How much is read at most. Each limit stands in the message of whoever meets it.

/// Bytes of one file, or of one file inside an archive; also what one article may have.
pub const MAX_FILE: usize = sorot_core::article::MAX_BODY;
/// Bytes that everything in one archive may unpack to.
pub const MAX_UNPACKED: usize = 256 << 20;
/// How many times larger than its packed form a file in an archive may be, beyond [`FREE_UNPACKED`]: text packs to a
/// third or a tenth, a table to a thirtieth, a bomb to a thousandth.
pub const MAX_RATIO: usize = 50;
/// Bytes that any file in an archive may unpack to, whatever its ratio.
pub const FREE_UNPACKED: usize = 1 << 20;
/// How many times larger than itself all of an archive may be, beyond [`FREE_ARCHIVE`].
pub const MAX_ARCHIVE_RATIO: usize = 12;
/// Bytes that any archive may unpack to, whatever its ratio.
pub const FREE_ARCHIVE: usize = 32 << 20;
/// Files in one archive.
pub const MAX_ZIP_FILES: usize = 20_000;
/// Articles of one bundle.
pub const MAX_ARTICLES: usize = 200_000;
/// Articles, read or skipped, of one file.
pub const MAX_RECORDS: usize = 200_000;
/// Open elements in HTML; what lies deeper is read as if it lay at this depth.
pub const MAX_DEPTH: usize = 256;
/// Start tags in one HTML text; behind them it ends.
pub const MAX_TAGS: usize = 400_000;
/// Attributes kept of one tag.
pub const MAX_ATTRIBUTES: usize = 48;
/// Levels of lists and objects in JSON; a field that goes deeper is passed over.
pub const MAX_JSON_DEPTH: usize = 32;
/// Fields of one record of JSON, and columns of one CSV file, that are looked at.
pub const MAX_FIELDS: usize = 1_000;
/// Characters of a value that a message repeats.
pub const MAX_SHOWN: usize = 60;
/// Remarks kept of one article.
pub const MAX_REMARKS: usize = 20;
/// Parts in a hundred of the five-word shingles that two texts share when they are one text told twice (Broder 1997).
pub const NEAR_DUPLICATE: usize = 85;
