//! The repository's own commands. A fresh machine needs `rustup` and Node; the rest is fetched here.

mod bench_page;
mod bench_web;
mod browser;
mod build;
mod command;
mod dist;
mod fnv;
mod fuzz;
mod growth;
mod headers;
mod integrity;
mod licences;
mod package;
mod packages;
mod parity;
mod reproduce;
mod scripts;
mod serve;
mod setup;
mod spark;
mod tally;
mod test;
mod tidy;

use command::Outcome;
use std::process::ExitCode;

const HELP: &str = "\
usage: cargo xtask COMMAND

commands:
  serve [--quick] [--port N]
                     build the page and serve it on this machine; quickly, for work on it: see build
  test [STEP…]       run every check, or only the steps named
  build [--quick]    build the page into dist/; quickly, for work on it: unoptimised and heavy
  dist               build the page into dist/, ready for any web host, and report its size
  package [npm] [crate] [wheel]
                     make what goes to npm, crates.io and PyPI into target/package/; nothing is published
  spark              run examples/spark/ with PySpark on this machine, against a plain run; fetches PySpark, needs Java
  bench-web [--module DIR…]
                     measure the page's module in a browser, against other libraries and the modules in the folders named
  bench-page [--page DIR…]
                     measure in a browser whether the page ever freezes and how soon it shows something, and the
                     pages in the folders named beside it
  fuzz [TARGET…] [--minutes N]
                     let a fuzzer look for inputs that break a check, ten minutes a target; needs a nightly compiler
  reproduce          build the page in two folders and compare all bytes; takes long
  growth [MINUTES [SEED]]
                     look for texts that cost more than they are long
  parity [--articles N]
                     compare the command line and the module on thousands of generated articles
  lighthouse         let Lighthouse judge the page, as on a desk and as on a phone
  picture            take the picture of the page that README shows
  icons              draw the pictures of the page's icon anew, from www/icon.svg
  setup              fetch what the other commands need; they do so themselves
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Outcome {
    match arguments {
        ["serve", rest @ ..] => serve::run(rest),
        ["test", steps @ ..] => test::run(steps),
        ["dist"] => dist::run(),
        ["package", names @ ..] => package::run(names),
        ["spark"] => spark::run_all(),
        ["build"] => build::page(&setup::for_build()?),
        ["build", "--quick"] => build::quickly(&setup::for_build()?),
        ["bench-page", rest @ ..] => bench_page::run(rest),
        ["lighthouse"] => scripts::lighthouse(),
        ["picture"] => scripts::picture(),
        ["fuzz", rest @ ..] => fuzz::run(rest),
        ["growth", rest @ ..] => growth::run(rest),
        ["parity", rest @ ..] => parity::run(rest),
        ["reproduce"] => reproduce::run(),
        ["icons"] => scripts::icons(),
        ["bench-web", rest @ ..] => bench_web::run(rest),
        ["setup"] => {
            setup::for_build()?;
            setup::for_test()?;
            setup::cargo_deny()?;
            // only its own tests need it, and they say so too
            browser::firefox().map(|_| ()).or_else(|missing| {
                println!("{missing}");
                Ok(())
            })
        }
        ["help" | "--help" | "-h"] | [] => {
            print!("{HELP}");
            Ok(())
        }
        _ => Err(format!("expected a command, found {}\n\n{HELP}", arguments.join(" "))),
    }
}
