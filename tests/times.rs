//! How sure the times say they are, against annotated news: of the values that say 0.9, about nine in ten are right.
//!
//! The news is not part of the project (copyright): it is looked for in the folder `NUTGRAF_DATA` names, or beside the
//! project. `cargo test --test times -- --nocapture` prints the table.

use nutgraf::{Options, parse};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// How far the share of right values may be from what is said, in hundredths, where there are enough to tell.
const SLACK: u32 = 10;

/// How many values make a share.
const ENOUGH: u32 = 20;

fn data() -> PathBuf {
    let beside = || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data"));
    std::env::var_os("NUTGRAF_DATA").map_or_else(beside, PathBuf::from)
}

/// Start, end (in code points) and value of each annotated time.
fn annotated(story: &Value) -> Vec<(usize, usize, &str)> {
    let place = |time: &Value, name: &str| time[name].as_u64().and_then(|at| usize::try_from(at).ok());
    let times = story["gold"]["times"].as_array().into_iter().flatten();
    times.filter_map(|time| Some((place(time, "start")?, place(time, "end")?, time["value"].as_str()?))).collect()
}

#[test]
fn certainty_is_the_share_of_right_values() {
    let Ok(stories) = std::fs::read_to_string(data().join("times/dev.jsonl")) else {
        eprintln!("SKIPPED: no annotated news at {}", data().display());
        return;
    };
    // by what is said, in hundredths: how many, and how many right
    let mut told: BTreeMap<u8, (u32, u32)> = BTreeMap::new();
    for story in stories.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()) {
        let text = story["text"].as_str().unwrap();
        let mut options = Options::default();
        options.published = story["published"].as_str().and_then(|date| date.parse().ok());
        let gold = annotated(&story);
        for time in parse(text, &options).times {
            let Some(certainty) = time.certainty else { continue };
            let [start, end] = [time.span.start, time.span.end].map(|at| text[..at].chars().count());
            let Some(&(.., value)) = gold.iter().find(|&&(from, to, _)| from < end && start < to) else { continue };
            let (all, right) = told.entry(certainty.hundredths()).or_default();
            *all += 1;
            *right += u32::from(value == time.value);
        }
    }
    assert!(told.values().map(|(all, _)| all).sum::<u32>() > 100, "{told:?}");
    for (&said, &(all, right)) in &told {
        let share = right * 100 / all;
        println!("says 0.{said:02}: {right} of {all} right");
        assert!(all < ENOUGH || share.abs_diff(u32::from(said)) <= SLACK, "says {said}, {right} of {all} are right");
    }
}
