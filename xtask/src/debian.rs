//! Distribution packages, the only thing installed outside the cache folder; named before.

use crate::failure::Result;
use crate::run::{Cmd, note, step};

/// Is this a machine whose packages come through apt?
pub fn here() -> bool {
    Cmd::new("dpkg-query").args(["--version"]).text().is_some()
        && Cmd::new("apt-get").args(["--version"]).text().is_some()
}

/// The installed version of a package.
pub fn version(package: &str) -> Option<String> {
    let format = "${db:Status-Status} ${Version}";
    let told = Cmd::new("dpkg-query").args(["-W", "-f", format, package]).text()?;
    told.strip_prefix("installed ").map(str::to_owned)
}

/// Installs what is missing of `packages`; `why` completes "… are needed for …".
pub fn install(packages: &[&str], why: &str) -> Result<()> {
    let missing: Vec<&str> = packages.iter().copied().filter(|package| version(package).is_none()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    step(&format!("Installing distribution packages for {why}: {}", missing.join(" ")));
    let mut arguments = vec!["install", "--yes", "--no-install-recommends"];
    arguments.extend(&missing);
    if missing.iter().all(|package| known(package)) && apt(&arguments).is_ok() {
        return Ok(());
    }
    note("the package lists are empty or old: updating them first");
    apt(&["update", "--quiet"])?;
    if let Some(stranger) = missing.iter().find(|package| !known(package)) {
        return Err(
            format!("this distribution has no package `{stranger}`, which is needed for {why}.").into()
        );
    }
    apt(&arguments).map_err(|failure| {
        format!("{failure} To go on, install {} by hand and run the command again.", missing.join(" ")).into()
    })
}

/// Do the package lists offer this package?
fn known(package: &str) -> bool {
    Cmd::new("apt-cache")
        .args(["show", "--no-all-versions", package])
        .text()
        .is_some_and(|told| !told.is_empty())
}

/// apt-get, through sudo when the person is not root.
fn apt(arguments: &[&str]) -> Result<()> {
    let root = Cmd::new("id").args(["-u"]).text().as_deref() == Some("0");
    let command = if root {
        Cmd::new("apt-get")
    } else {
        note("this asks for root through sudo");
        Cmd::new("sudo").args(["DEBIAN_FRONTEND=noninteractive", "apt-get"])
    };
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive").run()
}
