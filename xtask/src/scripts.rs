//! Commands that are a script for Node and a browser: `icons`, `picture`, `lighthouse`.

use crate::browser::Browser;
use crate::command::{Outcome, program, run};
use crate::{build, serve, setup};

/// Draws the pictures of the page's icon.
///
/// # Errors
///
/// When something is missing, or the script fails.
pub(crate) fn icons() -> Outcome {
    setup::for_build()?;
    let browser = Browser::find_or_install()?.capabilities()?;
    run(program("node").arg("tests/tools/icons.mjs").env("NUTGRAF_BROWSER", browser))
}

/// Takes the picture of the page that README shows.
///
/// # Errors
///
/// When the page does not build, or the script fails.
pub(crate) fn picture() -> Outcome {
    of_the_page("tests/tools/picture.mjs")
}

/// Lets Lighthouse judge the page, as on a desk and as on a phone.
///
/// # Errors
///
/// When the page does not build, Lighthouse cannot be installed, or a score is below the bar.
pub(crate) fn lighthouse() -> Outcome {
    setup::npm_packages("benches/lighthouse")?;
    of_the_page("benches/lighthouse/run.mjs")
}

/// Runs a script against the page as it is shipped, served as `cargo xtask serve` does.
fn of_the_page(script: &str) -> Outcome {
    build::page(&setup::for_build()?)?;
    let browser = Browser::find_or_install()?.capabilities()?;
    let mut node = program("node");
    node.arg(script).env("NUTGRAF_BROWSER", browser).env("NUTGRAF_PAGE", serve::in_background(build::folder())?);
    run(&mut node)
}
