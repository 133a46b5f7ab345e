//! Short names between the program and its bindings. wasm-bindgen's carry hashes, which don't compress, and each stands in
//! both: together 7 kB of what ships.

use crate::failure::{Failure, Result};
use std::collections::HashMap;
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ExportSection, ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

/// The program and its bindings with names that are theirs alone shortened in both.
///
/// # Errors
/// When `program` isn't WebAssembly that can be read.
pub fn shortened(program: &[u8], bindings: &str) -> Result<(Vec<u8>, String)> {
    let fault = |error: String| Failure::from(format!("the built program can't be read: {error}."));
    let mut short = Short::default();
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(program) {
        match payload.map_err(|error| fault(error.to_string()))? {
            Payload::ImportSection(section) => {
                let mut imports = ImportSection::new();
                for import in section.into_imports() {
                    let import = import.map_err(|error| fault(error.to_string()))?;
                    let kind = RoundtripReencoder
                        .entity_type(import.ty)
                        .map_err(|error| fault(error.to_string()))?;
                    imports.import(import.module, &short.of(import.name), kind);
                }
                module.section(&imports);
            }
            Payload::ExportSection(section) => {
                let mut exports = ExportSection::new();
                for export in section {
                    let export = export.map_err(|error| fault(error.to_string()))?;
                    let kind = RoundtripReencoder
                        .export_kind(export.kind)
                        .map_err(|error| fault(error.to_string()))?;
                    exports.export(&short.of(export.name), kind, export.index);
                }
                module.section(&exports);
            }
            other => {
                if let Some((id, range)) = other.as_section() {
                    module.section(&RawSection { id, data: &program[range] });
                }
            }
        }
    }
    Ok((module.finish(), short.written(bindings)))
}

/// The names that were shortened so far.
#[derive(Default)]
struct Short(HashMap<String, String>);

impl Short {
    /// The short form of a name that only wasm-bindgen writes; of others the name itself.
    fn of(&mut self, name: &str) -> String {
        if !name.starts_with("__wb") && !name.starts_with("wasm_bindgen_") {
            return name.to_owned();
        }
        let next = format!("$b{}", self.0.len());
        self.0.entry(name.to_owned()).or_insert(next).clone()
    }

    /// A script with the short forms in place of the names.
    fn written(&self, script: &str) -> String {
        let is_named = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
        let mut out = String::with_capacity(script.len());
        let mut rest = script;
        while let Some(at) = rest.find(is_named) {
            let (before, from) = rest.split_at(at);
            let (name, after) = from.split_at(from.find(|c| !is_named(c)).unwrap_or(from.len()));
            out.push_str(before);
            out.push_str(self.0.get(name).map_or(name, String::as_str));
            rest = after;
        }
        out + rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, ExportKind, TypeSection};
    use wasmparser::{Export, Import};

    #[test]
    fn names_are_short_in_both_and_others_stay() {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("./bindings.js", "__wbg_length_b03a0fabb109b1e9", EntityType::Function(0));
        let mut exports = ExportSection::new();
        exports.export("start", ExportKind::Func, 0);
        exports.export("__wbindgen_free", ExportKind::Func, 0);
        module.section(&types).section(&imports).section(&exports);
        let script =
            "({ __wbg_length_b03a0fabb109b1e9: () => wasm.__wbindgen_free(`${start}`) }); // __wbg_length";
        let (program, script) = shortened(&module.finish(), script).unwrap();
        assert_eq!(script, "({ $b0: () => wasm.$b1(`${start}`) }); // __wbg_length");
        let mut told = Vec::new();
        for payload in Parser::new(0).parse_all(&program) {
            match payload.unwrap() {
                Payload::ImportSection(section) => told.extend(
                    section.into_imports().map(|import| import.map(|Import { name, .. }| name.to_owned())),
                ),
                Payload::ExportSection(section) => told.extend(
                    section.into_iter().map(|export| export.map(|Export { name, .. }| name.to_owned())),
                ),
                _ => {}
            }
        }
        let told: Vec<String> = told.into_iter().map(|name| name.unwrap()).collect();
        assert_eq!(told, ["$b0", "start", "$b1"]);
        assert!(shortened(b"no program", "").is_err());
    }
}
