//! The findings as tabs: which one is shown, how many things each holds, and how many rows of it are there.

use super::breakdown::Breakdown;
use super::dom::{Add, Build, Result, all, attribute, closest};
use super::keys::rove;
use super::panels::{PANELS, PINNED, ROWS, View, count};
use super::settings;
use super::sheet::focus_still;
use super::state::Page;
use std::rc::Rc;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// Where two panels stand beside the tabs for good, as in `www/style.css`.
const WIDE: &str = "(min-width: 100rem)";

/// The setting of the tab that was chosen last.
const TAB: &str = "tab";

/// Pixels before the end of a panel at which more of its rows are made.
const AHEAD: i32 = 1500;

impl Page {
    /// Whether the window is as the media query says.
    pub(crate) fn is(&self, query: &str) -> Result<bool> {
        Ok(self.frame.window.match_media(query)?.is_some_and(|query| query.matches()))
    }

    /// The tab that is chosen.
    fn chosen(&self) -> Option<String> {
        let tab = self.frame.panels.query_selector("[role=tab][aria-selected=true]").ok()??;
        attribute(&tab, "data-panel")
    }

    fn tab(&self, panel: &str) -> Result<HtmlElement> {
        self.frame.dom.by_id(&format!("tab-{panel}"))
    }

    /// Shows a panel, and hides the one shown before.
    pub(crate) fn choose_tab(&self, panel: &str) -> Result<()> {
        let wide = self.is(WIDE)?;
        if wide && PINNED.contains(&panel) {
            return self.show_waiting(panel);
        }
        for name in PANELS {
            let chosen = name == panel;
            let tab = self.tab(name)?;
            tab.set_attribute("aria-selected", if chosen { "true" } else { "false" })?;
            if chosen { tab.remove_attribute("tabindex") } else { tab.set_attribute("tabindex", "-1") }?;
            let shown: HtmlElement = self.frame.dom.by_id(&format!("panel-{name}"))?;
            shown.set_hidden(!(chosen || wide && PINNED.contains(&name)));
        }
        self.show_waiting(panel)?;
        self.begin_anew()
    }

    /// Shows the panel that the reader picks, next time too.
    pub(crate) fn pick_tab(&self, panel: &str) -> Result<()> {
        settings::set(TAB, panel);
        self.choose_tab(panel)
    }

    /// Shows the panel that was picked last.
    pub(crate) fn show_picked_tab(&self) -> Result<()> {
        match settings::get(TAB).filter(|picked| PANELS.contains(&picked.as_str())) {
            Some(picked) => self.choose_tab(&picked),
            None => Ok(()),
        }
    }

    /// The window is new or has another size: what stands beside the tabs where there is room is no tab there.
    pub(crate) fn arrange(&self) -> Result<()> {
        let wide = self.is(WIDE)?;
        let chosen = self.chosen().unwrap_or_default();
        for name in PINNED {
            let panel: Element = self.frame.dom.by_id(&format!("panel-{name}"))?;
            panel.set_attribute("role", if wide { "region" } else { "tabpanel" })?;
            self.tab(name)?.set_hidden(wide);
            if wide {
                self.show_waiting(name)?;
            }
        }
        let chosen = if wide && PINNED.contains(&chosen.as_str()) { "quotes" } else { &chosen };
        self.choose_tab(chosen)?;
        self.arrange_sheet()
    }

    /// A tab was clicked.
    pub(crate) fn on_tab(&self, control: &Element) -> Result<()> {
        let Some(panel) = attribute(control, "data-panel") else { return Ok(()) };
        if self.sheet_is_open() && self.chosen().as_deref() == Some(panel.as_str()) {
            return self.close_sheet();
        }
        self.pick_tab(&panel)?;
        // from a line that names the panel to the panel's tab
        if !self.frame.dom.by_id::<Element>("tabs")?.contains(Some(control)) {
            self.tab(&panel)?.focus()?;
        }
        let heading = self.frame.panels.query_selector(&format!("#panel-{panel} > h2"))?;
        self.open_sheet(heading.as_ref())
    }

    /// The keys of a list of tabs.
    pub(crate) fn on_tab_key(&self, key: &KeyboardEvent, target: &Element) -> Result<()> {
        let Some(tab) = closest(target, "[role=tab]") else { return Ok(()) };
        if key.ctrl_key() || key.alt_key() || key.meta_key() {
            return Ok(());
        }
        let tabs = all(&self.frame.panels, "[role=tab]:not([hidden])");
        let at = tabs.iter().position(|other| **other == tab).unwrap_or_default();
        let to = match key.key().as_str() {
            "ArrowRight" => (at + 1) % tabs.len(),
            "ArrowLeft" => (at + tabs.len() - 1) % tabs.len(),
            "Home" => 0,
            "End" => tabs.len() - 1,
            _ => return Ok(()),
        };
        key.prevent_default();
        let Some(panel) = attribute(&tabs[to], "data-panel") else { return Ok(()) };
        self.pick_tab(&panel)?;
        tabs[to].focus()
    }

    /// Shows what was found: the counts and what is in sight at once, the rest when it is asked for.
    pub(crate) fn show_panels(&self) -> Result<()> {
        let breakdown = Rc::clone(&self.breakdown.borrow());
        for panel in PANELS {
            let found = breakdown.article.as_ref().and_then(|article| count(article, panel));
            let lost = if panel == "checks" { self.ticks.borrow().orphans().count() } else { 0 };
            let found = found.map(|found| found + lost);
            let tab = self.tab(panel)?;
            if let Some(place) = tab.query_selector(".count")? {
                place.set_text_content(found.map(|count| count.to_string()).as_deref());
            }
            tab.class_list().toggle_with_force("empty", found == Some(0))?;
            self.frame.dom.by_id::<Element>(panel)?.set_attribute("data-waits", "")?;
        }
        let shown = all(&self.frame.panels, ".findings:not([hidden]) > .panel");
        shown.iter().try_for_each(|panel| self.show_waiting(&panel.id()))?;
        self.begin_anew()
    }

    /// Another text begins at the top of the panels, which a browser would show where the last one was left.
    fn begin_anew(&self) -> Result<()> {
        all(&self.frame.panels, ".findings[data-anew]:not([hidden])").iter().try_for_each(|panel| {
            panel.set_scroll_top(0);
            panel.remove_attribute("data-anew")
        })
    }

    /// Shows every panel that waits: before the page is printed, and once the reader pauses.
    pub(crate) fn show_waiting_panels(&self) -> Result<()> {
        PANELS.iter().try_for_each(|panel| self.show_waiting(panel))
    }

    fn show_waiting(&self, panel: &str) -> Result<()> {
        let waits = self.frame.dom.by_id::<Element>(panel)?.has_attribute("data-waits");
        if waits { self.show_panel(panel) } else { Ok(()) }
    }

    /// Shows more rows of a panel.
    pub(crate) fn show_rows(&self, panel: &str) -> Result<()> {
        if let Some(at) = PANELS.iter().position(|name| *name == panel) {
            self.shown.borrow_mut().rows[at] *= 4;
        }
        self.show_panel(panel)
    }

    /// Makes sure that row `index` of a panel is there.
    pub(crate) fn reach_row(&self, panel: &str, index: usize) -> Result<()> {
        let at = PANELS.iter().position(|name| *name == panel).unwrap_or_default();
        if self.shown.borrow().rows[at] > index {
            return self.show_waiting(panel);
        }
        self.shown.borrow_mut().rows[at] = index + ROWS;
        self.show_panel(panel)
    }

    /// Lists the quotes of one source alone; those of all, where that is none or the one chosen before.
    pub(crate) fn choose_source(&self, source: Option<usize>) -> Result<()> {
        let before = self.shown.borrow().source;
        let source = source.filter(|_| source != before);
        if source == before {
            return Ok(());
        }
        self.shown.borrow_mut().source = source;
        self.show_panel("quotes")
    }

    /// A panel was scrolled: makes more of its rows before the reader comes to its end.
    pub(crate) fn on_scroll(&self, scrolled: &Element) -> Result<()> {
        let left = scrolled.scroll_height() - scrolled.scroll_top() - scrolled.client_height();
        if left > AHEAD || !scrolled.class_list().contains("findings") {
            return Ok(());
        }
        let more = scrolled.query_selector(".more[data-panel]")?;
        more.and_then(|more| attribute(&more, "data-panel")).map_or(Ok(()), |panel| self.show_rows(&panel))
    }

    fn show_panel(&self, panel: &str) -> Result<()> {
        let breakdown = Rc::clone(&self.breakdown.borrow());
        let root: Element = self.frame.dom.by_id(panel)?;
        root.remove_attribute("data-waits")?;
        // what the page says there before it has anything comes back when it has nothing again
        let Some(article) = &breakdown.article else {
            if let Some(words) = root.get_attribute("data-none") {
                root.set_text_content(None);
                root.add(self.frame.dom.el("p")?.class("none").text(&words))?;
            }
            return Ok(());
        };
        if !root.has_attribute("data-none") {
            root.set_attribute("data-none", &root.text_content().unwrap_or_default())?;
        }
        let at = PANELS.iter().position(|name| *name == panel).unwrap_or_default();
        let (rows, source) = (self.shown.borrow().rows[at], self.shown.borrow().source);
        let Breakdown { text, head_items, date, .. } = &*breakdown;
        let focused = self.focused_in(&root);
        let ticks = self.ticks.borrow();
        let date = date.as_deref();
        View { dom: &self.frame.dom, text, article, head_items, date, rows, source, ticks: &ticks }
            .show(panel, &root)?;
        self.offer_corrections(&root)?;
        rove::one_row(&root)?;
        match focused.map(|name| root.query_selector(&format!(".jump[data-ref=\"{name}\"]"))).transpose()?.flatten() {
            Some(jump) => focus_still(&jump),
            None => Ok(()),
        }
    }

    /// The row in `root` that the keyboard is on, by its name.
    fn focused_in(&self, root: &Element) -> Option<String> {
        let focused = self.frame.dom.0.active_element().filter(|focused| root.contains(Some(focused)))?;
        attribute(&focused, "data-ref")
    }
}
