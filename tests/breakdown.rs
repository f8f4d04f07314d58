//! Every case under `tests/fixtures/` is read and compared with the breakdown written beside it.
//!
//! A case is a folder of data; `tests/fixtures/README.md` says how to write one. Cases that fail
//! today are in `known-failures.txt`, a list that may only shrink. To see what differs in them:
//! `cargo test --test breakdown -- --nocapture`.

#[path = "breakdown/blocks.rs"]
mod blocks;
#[path = "breakdown/case.rs"]
mod case;
#[path = "breakdown/text.rs"]
mod text;
#[path = "breakdown/values.rs"]
mod values;

use blocks::{Run, compare_runs, tiling};
use case::{Case, ROLES, cases, known_failures, runs_expected};
use nutgraf::{Offsets, Span};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use text::find;
use values::{agree, compare_head, compare_people, compare_quotes, compare_times, compare_warnings, list};

#[test]
fn breakdowns_are_as_expected() {
    let cases = cases();
    let mut known = known_failures();
    let mut wrong = String::new();
    let mut right = 0;
    for case in &cases {
        let problems = problems(case);
        let listed = known.remove(&case.name);
        if problems.is_empty() {
            right += 1;
            if listed {
                let _ = writeln!(wrong, "{}: passes now; remove it from known-failures.txt", case.name);
            }
            continue;
        }
        let report = format!("{} ({})\n    {}\n", case.name, case.expected.about, problems.join("\n    "));
        if listed {
            println!("known failure: {report}");
        } else {
            wrong.push_str(&report);
        }
    }
    println!("{right} of {} cases are as expected", cases.len());
    for name in known {
        let _ = writeln!(wrong, "{name}: is in known-failures.txt, but there is no such case");
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// What is not as expected, a line each.
fn problems(case: &Case) -> Vec<String> {
    let options = case.expected.options.clone().with_offsets(Offsets::Utf8);
    let article = serde_json::to_value(nutgraf::parse(&case.text, &options)).expect("an article is plain data");
    let found: Vec<Run> = list(&article["blocks"])
        .iter()
        .map(|block| Run { span: span(block), role: block["role"].as_str().unwrap_or_default().to_owned() })
        .collect();
    let mut out = tiling(&case.text, &found);
    if !case.expected.blocks.is_empty() {
        out.extend(compare_runs(case, &found));
    }
    out.extend(compare_head(&case.expected.head, &article["head"]));
    out.extend(compare_warnings(case, &article));
    out.extend(compare_times(case, &article));
    out.extend(compare_quotes(case, &article));
    out.extend(compare_people(case, &article));
    out
}

fn span(value: &Value) -> Span {
    let place = |key: &str| value[key].as_u64().and_then(|place| usize::try_from(place).ok()).unwrap_or_default();
    Span::new(place("start"), place("end"))
}

#[test]
fn expectations_tile_their_pastes() {
    let mut wrong = String::new();
    for case in cases() {
        match runs_expected(&case) {
            Err(problem) => {
                let _ = writeln!(wrong, "{}: {problem}", case.name);
            }
            // a program that answers with the first of each entry's roles must be right
            Ok(runs) => {
                let first = |run: Run| {
                    let role = run.role.trim_end_matches('+').split('/').next().unwrap_or_default();
                    Run { span: run.span, role: role.to_owned() }
                };
                let answer: Vec<Run> = runs.into_iter().map(first).collect();
                assert_eq!(compare_runs(&case, &answer), Vec::<String>::new(), "{}", case.name);
            }
        }
        for (text, _) in &case.expected.times {
            if find(&case.text, 0, text).is_none() {
                let _ = writeln!(wrong, "{}: no time expression {text:?} in the paste", case.name);
            }
        }
        for quote in &case.expected.quotes {
            let text = quote.get("text").and_then(Value::as_str).unwrap_or_default();
            if text.is_empty() || find(&case.text, 0, text).is_none() {
                let _ = writeln!(wrong, "{}: no quote {text:?} in the paste", case.name);
            }
        }
        for name in &case.expected.people {
            if find(&case.text, 0, name).is_none() {
                let _ = writeln!(wrong, "{}: no person {name:?} in the paste", case.name);
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_role_has_a_case() {
    let used: BTreeSet<String> =
        cases().into_iter().flat_map(|case| case.expected.blocks).map(|(role, _)| role).collect();
    let missing: Vec<&str> = ROLES.split_whitespace().filter(|&role| !used.contains(role)).collect();
    assert!(missing.is_empty(), "no case expects {missing:?}");
}

#[test]
fn a_wrong_breakdown_is_told() {
    let text = "Ferry resumes\n\nBoats sail again.";
    let case = |expected: &str| Case {
        name: String::new(),
        text: text.to_owned(),
        expected: serde_json::from_str(expected).expect("the test's own JSON"),
    };
    let found = |role: &str, start, end| Run { span: Span::new(start, end), role: role.to_owned() };
    let right = [found("headline", 0, 13), found("paragraph", 15, 32)];
    let expected = case(r#"{"blocks": [["headline", "Ferry resumes"], ["paragraph", "Boats … again."]]}"#);
    assert_eq!(compare_runs(&expected, &right), Vec::<String>::new());
    assert_eq!(compare_runs(&expected, &[found("headline", 0, 13), found("promo", 15, 32)]).len(), 2);
    let either = case(r#"{"blocks": [["promo/headline", "Ferry resumes"], ["paragraph", "Boats … again."]]}"#);
    assert_eq!(compare_runs(&either, &right), Vec::<String>::new());
    let halves = [right[0].clone(), found("paragraph", 15, 25), found("paragraph", 26, 32)];
    assert_eq!(compare_runs(&expected, &halves).len(), 3);
    let uncut = case(r#"{"blocks": [["headline", "Ferry resumes"], ["paragraph+", "Boats … again."]]}"#);
    assert_eq!(compare_runs(&uncut, &halves), Vec::<String>::new());
    let short = case(r#"{"blocks": [["headline", "Ferry resumes"], ["paragraph", "Boats sail"]]}"#);
    assert!(runs_expected(&short).is_err_and(|problem| problem.contains("left over")));
    let out_of_order = case(r#"{"blocks": [["paragraph", "Boats … again."], ["headline", "Ferry resumes"]]}"#);
    assert!(runs_expected(&out_of_order).is_err_and(|problem| problem.contains("expected here")));
}

#[test]
fn values_agree_as_the_readme_says() {
    let agree = |expected: &str, found: &str| {
        agree(&serde_json::from_str(expected).expect("JSON"), &serde_json::from_str(found).expect("JSON"))
    };
    assert!(agree(r#""Ferry … pier""#, r#"{"text": "Ferry at the  pier", "start": 0}"#));
    assert!(!agree(r#""Ferry … pier""#, r#"{"text": "Ferry at the quay", "start": 0}"#));
    assert!(agree(r#""2024-03-07…""#, r#"{"value": "2024-03-07T07:55Z"}"#));
    assert!(!agree(r#""2024-03-07""#, r#"{"value": "2024-03-07T00:00"}"#));
    assert!(agree("[]", "null") && agree("null", "[]") && !agree("null", r#""x""#));
    assert!(agree(r#"["A", {"name": "B", "role": null}]"#, r#"[{"name": "A"}, {"name": "B"}]"#));
    assert!(!agree(r#"["A"]"#, r#"[{"name": "A"}, {"name": "B"}]"#));
}
