//! `cargo xtask`: set-up, build, serve, test, score, bench.

fn main() {}
