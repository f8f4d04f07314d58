//! Which comes first, the day or the month, by the country of a site.
//!
//! From the short date patterns of the Unicode CLDR (48), by territory: those of its own language and of its
//! English, where they agree or where CLDR has no English for it. Territories that write the year
//! first (Canada, China, Japan, Sweden …) have no entry; South Africa, whose pattern is ISO 8601's, writes the
//! day first where it does not write the year first. Nor has an ending that sites of every country use (`.co`,
//! `.io`, `.tv`, `.me`: the generic country codes of Google's search documentation).

use super::figures::DateOrder;

/// Endings of hosts with the day first, sorted.
const DAY_FIRST: &str = "ae ag al am ao ar at au aw az ba bb bd be bf bg bh bj bm bn bo br bs bw by cf cg ch ci ck cl cm cr \
    cu cv cy cz de dk dm do dz ee eg es et eu fi fj fk fo fr ga gd ge gf gg gh gi gm gn gp gr gt gw gy \
    hk hn hr id ie il im in iq is it je jm jo ke kg kh ki km kn kw ky kz lb lc li lr lu lv ly ma mc md \
    mk ml mo mq mr mt mu mw mx my mz nc ne nf ng ni nl no nr nz om pe pf pk pl pm ps pt qa re ro rs ru \
    sa sb sd sg sh si sk sl sm sn so ss st sv sx sy sz td tg th tj tm tn tr tt tz ua ug uk uy uz va vc \
    ve vg vn wf ye yt za zm";

/// Endings of hosts with the month first: the United States, their territories, the Philippines.
const MONTH_FIRST: &str = "gov gu mh mil mp ph pr us vi";

/// What the site at `host` writes first.
pub(super) fn order(host: &str) -> Option<DateOrder> {
    let (_, ending) = host.rsplit_once('.')?;
    let is_in = |list: &str| list.split(' ').any(|known| known == ending);
    if is_in(MONTH_FIRST) {
        return Some(DateOrder::MonthFirst);
    }
    is_in(DAY_FIRST).then_some(DateOrder::DayFirst)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_the_ending_of_the_host() {
        for (host, wanted) in [
            ("www.echo.example.co.uk", Some(DateOrder::DayFirst)),
            ("echo.example.ie", Some(DateOrder::DayFirst)),
            ("echo.example.gov", Some(DateOrder::MonthFirst)),
            ("echo.example.ph", Some(DateOrder::MonthFirst)),
            ("echo.example.ca", None),
            ("echo.example.com", None),
            ("uk", None),
            ("echo.example.", None),
        ] {
            assert_eq!(order(host), wanted, "{host}");
        }
    }

    #[test]
    fn the_lists_are_sorted_and_apart() {
        for list in [DAY_FIRST, MONTH_FIRST] {
            assert!(list.split(' ').is_sorted_by(|a, b| a < b), "{list}");
            assert!(list.split(' ').all(|ending| (2..=3).contains(&ending.len())));
        }
        assert!(MONTH_FIRST.split(' ').all(|ending| DAY_FIRST.split(' ').all(|other| other != ending)));
    }
}
