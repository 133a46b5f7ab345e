//! The native `sorot` command.

fn main() {}
