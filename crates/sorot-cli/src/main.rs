//! The native `sorot` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [command, folder, flag, pack] = arguments.as_slice() else {
        return ExitCode::FAILURE;
    };
    if command != "bundle" || flag != "-o" {
        return ExitCode::FAILURE;
    }
    let mut all = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder) else {
        return ExitCode::FAILURE;
    };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        all.extend(std::fs::read(path).unwrap_or_default());
    }
    match std::fs::write(pack, all) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
