//! The command line: one native binary over the library.

#[cfg(not(target_arch = "wasm32"))]
mod cli;

/// Runs the command line.
#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    cli::main()
}

/// The web has the library's own door; cargo still wants a `main` for this target.
#[cfg(target_arch = "wasm32")]
fn main() {}
