//! People, places and organisations, each with every place where they are named.

use super::View;
use crate::web::page::dom::{Add, Build, Result};
use crate::web::page::figures::counted;
use crate::{Entity, EntityKind};
use web_sys::Element;

impl View<'_> {
    pub(super) fn names(&self, root: &Element) -> Result<usize> {
        let entities = &self.article.entities;
        if entities.is_empty() {
            self.none(root, "Nobody and nothing is named.")?;
        }
        for (kind, class, title) in [
            (EntityKind::Person, "person", "People"),
            (EntityKind::Organization, "organization", "Organisations"),
            (EntityKind::Place, "place", "Places"),
        ] {
            let of_kind: Vec<_> = entities.iter().enumerate().filter(|(_, entity)| entity.kind == kind).collect();
            if of_kind.is_empty() {
                continue;
            }
            let count = self.dom.el("span")?.class("count").text(&of_kind.len().to_string());
            root.add(self.dom.el("h3")?.text(title).text(" ").with(&count))?;
            let list = self.dom.el("ul")?.class("rows names");
            for &(index, entity) in of_kind.iter().take(self.rows) {
                list.add(self.name(index, entity, class)?)?;
            }
            root.add(&list)?;
            self.more(root, "names", of_kind.len())?;
        }
        Ok(entities.len())
    }

    fn name(&self, index: usize, entity: &Entity, class: &str) -> Result<Element> {
        let name = format!("e{index}");
        let label = self.piece(&entity.name)?.class(&format!("m {class}"));
        let jump = self.jump(&name)?.with(&label);
        let times = counted(entity.mentions.len(), "mention", "mentions");
        let said = self.article.quotes.iter();
        let said = said.filter(|q| q.speaker.as_ref().is_some_and(|speaker| speaker.entity == Some(index))).count();
        let count =
            self.dom.el("span")?.class("count").set("title", &times).text(&format!("{}×", entity.mentions.len()));
        let row = self.row("li", &name)?.with(&jump).with(&count);
        let mut notes = entity.titles.clone();
        if said > 0 {
            notes.push(counted(said, "quote", "quotes"));
        }
        if !notes.is_empty() {
            row.add(self.dom.el("span")?.class("note").with(self.piece(&notes.join(" · "))?))?;
        }
        row.add(self.strip(&entity.mentions)?)?;
        Ok(row)
    }
}
