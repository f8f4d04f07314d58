//! Every input that once broke a check, and every seed that the fuzzer starts from.

use std::fs;
use std::path::{Path, PathBuf};

/// The files in `folder` below `fuzz/`, each in the folder of its check.
fn files(folder: &str, check: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder).join(check);
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.sort();
    files
}

#[test]
fn what_once_broke_a_check_does_so_no_more() {
    for check in &nutgraf_checks::ALL {
        for file in files("regressions", check.name).into_iter().chain(files("seeds", check.name)) {
            println!("{}", file.display());
            (check.run)(&fs::read(&file).expect("a file"));
        }
    }
}

/// A folder that no check is called after would never be looked at.
#[test]
fn each_input_has_its_check() {
    let names: Vec<&str> = nutgraf_checks::ALL.iter().map(|check| check.name).collect();
    let mut count = 0;
    for folder in ["regressions", "seeds"] {
        for file in files(folder, "") {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            assert!(!file.is_dir() || names.contains(&name.as_str()), "{}", file.display());
            count += 1;
        }
    }
    assert!(count > 0, "no inputs found");
}

/// The fuzzer has a target for each check.
#[test]
fn each_check_has_its_target() {
    let manifest =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.toml")).expect("fuzz/Cargo.toml");
    for check in &nutgraf_checks::ALL {
        assert!(manifest.contains(&format!("name = \"{}\"", check.name)), "{}", check.name);
        let target = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../fuzz_targets/{}.rs", check.name));
        assert!(fs::read_to_string(target).is_ok_and(|text| text.contains(&format!("\"{}\"", check.name))));
    }
}
