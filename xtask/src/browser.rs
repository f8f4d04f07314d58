//! The browser that the tests drive, and its driver.

use crate::command::{Outcome, at, find, target};
use crate::packages::apt_install;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// How the browser is started: as root in a container too, without a graphics card, and without
/// anything of its own that would reach out to the network. It only ever opens this repository's page.
const ARGUMENTS: [&str; 8] = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
];

const CHROME: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const CHROME_PLACES: [&str; 4] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "/snap/bin/chromium",
];
const DRIVER: [&str; 2] = ["chromedriver", "chromium.chromedriver"];
const DRIVER_PLACES: [&str; 3] =
    ["/usr/lib/chromium/chromedriver", "/usr/lib/chromium-browser/chromedriver", "/snap/bin/chromium.chromedriver"];

const MISSING: &str = "\
the tests need Chromium or Chrome and the chromedriver of the same version. Install them
  on Debian:  apt-get install chromium chromium-driver
  on Fedora:  dnf install chromium chromedriver
  on macOS:   brew install --cask google-chrome chromedriver
  elsewhere:  https://googlechromelabs.github.io/chrome-for-testing
or name the two programs in the environment variables CHROME and CHROMEDRIVER";

const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];
const FIREFOX_PLACES: [&str; 2] =
    ["/Applications/Firefox.app/Contents/MacOS/firefox", "C:\\Program Files\\Mozilla Firefox\\firefox.exe"];

const NO_FIREFOX: &str = "\
the page's tests in Firefox need version 140 or newer. Install it
  on Debian:  apt-get install firefox-esr
  on Fedora:  dnf install firefox
  on macOS:   brew install --cask firefox
  elsewhere:  https://www.mozilla.org/firefox
or name the program in the environment variable FIREFOX";

/// A browser and the driver that fits it.
pub(crate) struct Browser {
    pub(crate) chrome: PathBuf,
    pub(crate) driver: PathBuf,
}

impl Browser {
    /// The browser of this machine; on a Debian where we may, the one that its packages give.
    ///
    /// # Errors
    ///
    /// Says what to install where there is none.
    pub(crate) fn find_or_install() -> Outcome<Self> {
        if let Some(browser) = Self::find() {
            return Ok(browser);
        }
        if apt_install(&["chromium", "chromium-driver"]) { Self::find() } else { None }
            .ok_or_else(|| MISSING.to_owned())
    }

    fn find() -> Option<Self> {
        Some(Self {
            chrome: look("CHROME", &CHROME, &CHROME_PLACES)?,
            driver: look("CHROMEDRIVER", &DRIVER, &DRIVER_PLACES)?,
        })
    }

    /// Writes down, as capabilities of W3C `WebDriver`, which browser is started and how. Both runners read it: that
    /// of `wasm-pack test`, and the page tests' harness.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub(crate) fn capabilities(&self) -> Outcome<PathBuf> {
        let path = target().join("webdriver.json");
        fs::write(&path, capabilities(&self.chrome)).map_err(at(&path))?;
        Ok(path)
    }
}

fn capabilities(chrome: &Path) -> String {
    let mut json = String::from("{ \"goog:chromeOptions\": { \"binary\": ");
    // a Rust string literal of a path is a JSON string too, except for rare control characters
    let _ = write!(json, "{:?}, \"args\": {ARGUMENTS:?} }} }}", chrome.display().to_string());
    json
}

fn look(variable: &str, names: &[&str], places: &[&str]) -> Option<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .or_else(|| find(names))
        .or_else(|| places.iter().map(PathBuf::from).find(|place| place.is_file()))
}

/// The Firefox of this machine; on a Debian where we may, the one that its packages give. It needs no driver: it is spoken
/// to through `WebDriver` `BiDi`, which is built in.
///
/// # Errors
///
/// Says what to install where there is none.
pub(crate) fn firefox() -> Outcome<PathBuf> {
    let find = || look("FIREFOX", &FIREFOX, &FIREFOX_PLACES);
    let installed = || if apt_install(&["firefox-esr"]) { find() } else { None };
    find().or_else(installed).ok_or_else(|| NO_FIREFOX.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capabilities_are_json() {
        let json = capabilities(Path::new("/opt/a \"b\"/chrome"));
        assert!(
            json.starts_with("{ \"goog:chromeOptions\": { \"binary\": \"/opt/a \\\"b\\\"/chrome\", \"args\": [\"--")
        );
        assert!(json.ends_with("\"--no-first-run\"] } }"));
    }
}
