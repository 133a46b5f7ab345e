//! Group 46: what a store may be like when the page comes to it. Told to browsers (`e2e/tests/stories/keeping.rs`).

/// Versions of a database of our name that another program, or a newer Sorot, made.
pub const FOREIGN: [u32; 2] = [1, 99];

/// What was done to what an older build kept: `set` and `files` are its tables.
pub const SPOILED: [&str; 5] = [
    "set.build = 'older'; set.pack = new Uint8Array(5000)",
    "set.build = 'older'; delete set.pack",
    "set.pack = set.pack.slice(0, 3000)",
    "set.pack = 'text'",
    "files.put({ bundle: set.bundle, name: 'x', bytes: 'text' }); files.put({ bundle: set.bundle, name: 7 }); set.build = ''",
];

/// The others, a story each.
pub const OTHERS: [&str; 9] = [
    "a full store",
    "a quota of the browser's own",
    "a closed store",
    "two windows that add at once",
    "two windows that correct at once",
    "a tab that corrected meanwhile",
    "corrections that can't be read",
    "a bundle built anew",
    "a reload at once",
];
