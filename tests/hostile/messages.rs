//! Group 43: messages between windows, as JavaScript.

/// What the page around a frame may say to it: each is answered by an error, or not at all. (A damaged pack that the page
/// hands over isn't among them: its refusal stands in the place of the articles.)
pub const TO_FRAME: [&str; 18] = [
    "null",
    "undefined",
    "7",
    "'select'",
    "[]",
    "{}",
    "{ sorot: 2, type: 'select', query: '#/' }",
    "{ sorot: NaN, type: 'select', query: '#/' }",
    "{ sorot: '1', type: 'select', query: '#/' }",
    "{ sorot: 1 }",
    "{ sorot: 1, type: 'constructor' }",
    "{ sorot: 1, type: '__proto__' }",
    "{ sorot: 1, type: 'toString' }",
    "{ sorot: 1, type: 'select', query: 7 }",
    "{ sorot: 1, type: 'select', query: { toString: 1 } }",
    "{ sorot: 1, type: 'load', pack: 'x' }",
    "(() => { const ring = { sorot: 1, type: 'nothing' }; ring.ring = ring; return ring })()",
    "{ sorot: 1, type: 'nothing', rest: Array.from({ length: 200000 }, (_, n) => ({ n })) }",
];

/// What a frame may say to the page around it: none is a height that the page takes.
pub const TO_PAGE: [&str; 12] = [
    "{ sorot: 1, type: 'resize', height: NaN }",
    "{ sorot: 1, type: 'resize', height: Infinity }",
    "{ sorot: 1, type: 'resize', height: 1e9 }",
    "{ sorot: 1, type: 'resize', height: -5 }",
    "{ sorot: 1, type: 'resize', height: 0 }",
    "{ sorot: 1, type: 'resize', height: {} }",
    "{ sorot: 1, type: 'resize', height: '7;position:fixed' }",
    "{ sorot: 1, type: 'resize' }",
    "{ sorot: 2, type: 'resize', height: 7 }",
    "{ type: 'resize', height: 7 }",
    "null",
    "'resize'",
];
