//! Installing what only the system's package manager has.

use crate::command::{Outcome, find, output, program, run};

/// Installs packages through apt where that exists and needs no password; returns whether it did.
pub(crate) fn apt_install(packages: &[&str]) -> bool {
    if find(&["apt-get"]).is_none() {
        return false;
    }
    let root = output(program("id").arg("-u")).is_ok_and(|id| id == "0");
    if !root && output(program("sudo").args(["-n", "true"])).is_err() {
        return false;
    }
    let apt = |arguments: &[&str]| -> Outcome {
        let mut command = if root { program("env") } else { program("sudo") };
        command.args((!root).then_some("-n"));
        run(command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]).args(arguments))
    };
    eprintln!("setup: installing {} with apt-get", packages.join(" and "));
    apt(&["update"])
        .and_then(|()| apt(&[&["install", "-y"], packages].concat()))
        .inspect_err(|error| eprintln!("setup: {error}"))
        .is_ok()
}
