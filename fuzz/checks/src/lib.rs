//! What must hold of any bytes whatever: no panic, and the rules of what comes out. The fuzzer (`cargo xtask fuzz`) runs
//! each check on bytes of its own making, an ordinary test on those that once broke one (`fuzz/regressions/`).

mod documents;
mod input;
#[path = "../../../tests/invariants/mod.rs"]
mod invariants;
mod marks;
mod stories;
mod tables;
mod values;
mod vocabulary;

// the command line's and the page's readers of many articles: in a program and in a module for the web, not in a library
#[allow(dead_code)]
mod cli;
#[path = "../../../take/src/packed.rs"]
mod packed;
#[path = "../../../take/src/table.rs"]
mod table;

/// A check: its name, and what it does with some bytes. It panics where something does not hold.
pub struct Check {
    /// What the fuzzer's target and the folders of its inputs are called.
    pub name: &'static str,
    /// Fails, by a panic, where something does not hold.
    pub run: fn(&[u8]),
}

/// All checks, the dearest first.
pub const ALL: [Check; 13] = [
    Check { name: "parse", run: stories::parse },
    Check { name: "rows", run: stories::rows },
    Check { name: "times", run: stories::times },
    Check { name: "quantities", run: stories::quantities },
    Check { name: "quotes", run: stories::quotes },
    Check { name: "names", run: stories::names },
    Check { name: "corrections", run: documents::corrections },
    Check { name: "documents", run: documents::opened },
    Check { name: "exports", run: documents::exports },
    Check { name: "compare", run: documents::compared },
    Check { name: "marks", run: marks::patterns },
    Check { name: "tables", run: tables::many },
    Check { name: "values", run: values::read },
];

/// Runs the check called `name` on `bytes`.
///
/// # Panics
///
/// Where something does not hold, or there is no such check.
pub fn run(name: &str, bytes: &[u8]) {
    let check = ALL.iter().find(|check| check.name == name);
    (check.unwrap_or_else(|| panic!("no check is called {name}")).run)(bytes);
}
