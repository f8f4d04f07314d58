//! People, places and organisations, each with its titles, its other forms, and every place where it is named.

use super::View;
use super::noted::lined;
use crate::web::page::dom::{Add, Build, Result};
use crate::web::page::figures::counted;
use crate::{Entity, EntityKind};
use web_sys::Element;

/// Other forms of a name that are listed.
const FORMS: usize = 4;

impl View<'_> {
    pub(super) fn names(&self, root: &Element) -> Result<usize> {
        let entities = &self.article.entities;
        let listed = self.listed(root, 'e', entities.len());
        self.is_empty(root, listed.len(), entities.len(), "Nobody and nothing is named.")?;
        self.left(root, 'e')?;
        for (kind, class, title) in [
            (EntityKind::Person, "person", "People"),
            (EntityKind::Organization, "organization", "Organisations"),
            (EntityKind::Place, "place", "Places"),
        ] {
            let of_kind: Vec<_> = listed.iter().copied().filter(|&index| entities[index].kind == kind).collect();
            if of_kind.is_empty() {
                continue;
            }
            let count = self.dom.el("span")?.class("count").text(&of_kind.len().to_string());
            root.add(self.dom.el("h3")?.text(title).text(" ").with(&count))?;
            let list = self.dom.el("ul")?.class("rows names");
            for &index in of_kind.iter().take(self.rows) {
                list.add(self.name(index, &entities[index], class)?)?;
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
        let mentions = counted(entity.mentions.len(), "mention", "mentions");
        let sure = self.sure('e', index);
        let row = lined(self.row("li", &name)?.with(&jump), sure.standing);
        row.add(self.dom.el("span")?.class("count").text(&mentions))?;
        let said = self.article.quotes.iter();
        let said = said.filter(|q| q.speaker.as_ref().is_some_and(|speaker| speaker.entity == Some(index))).count();
        let mut notes = entity.titles.clone();
        notes.extend(self.other_forms(entity));
        if said > 0 {
            notes.push(counted(said, "quote", "quotes"));
        }
        if !notes.is_empty() {
            row.add(self.dom.el("span")?.class("note").with(self.piece(&notes.join(" · "))?))?;
        }
        row.add(self.strip(&entity.mentions)?)?;
        self.standing(&row, &sure, true)?;
        self.tick(&row, &row, ('e', index), &entity.name)?;
        Ok(row)
    }

    /// "also “Vasko”, “Ms Vasko”": what else the story calls it, in the order of the text.
    fn other_forms(&self, entity: &Entity) -> Option<String> {
        let mut forms: Vec<String> = Vec::new();
        for mention in &entity.mentions {
            let form = mention.of(self.text).split_whitespace().collect::<Vec<_>>().join(" ");
            if forms.len() < FORMS && form != entity.name && !forms.contains(&form) {
                forms.push(form);
            }
        }
        let forms: Vec<_> = forms.iter().map(|form| format!("“{form}”")).collect();
        (!forms.is_empty()).then(|| format!("also {}", forms.join(", ")))
    }
}
