//! The modules of a crate as a tree, and which file defines what a path means.

use super::Arrows;
use super::source::{self, Import, Module};
use crate::command::Outcome;

/// A crate's modules; the first is the root.
pub(super) struct Crate {
    nodes: Vec<Node>,
}

struct Node {
    name: String,
    parent: Option<usize>,
    children: Vec<usize>,
    /// The file it is in.
    file: String,
    source: Module,
}

/// What a path leads to.
#[derive(Debug, Clone)]
enum Target {
    Module(usize),
    /// An item, and the module that defines it.
    Item(usize, String),
}

/// How many re-exports are followed one after the other.
const PATIENCE: usize = 16;

impl Crate {
    /// Reads the crate whose root is the file `root`; `read` gives a file's content, where there is one.
    ///
    /// # Errors
    ///
    /// When a module has no file.
    pub(super) fn read(root: &str, read: &dyn Fn(&str) -> Option<String>) -> Outcome<Self> {
        let mut tree = Self { nodes: Vec::new() };
        let folder = root.rsplit_once('/').map_or(String::new(), |(folder, _)| folder.to_owned());
        let content = read(root).ok_or_else(|| format!("expected the crate's root at {root}"))?;
        tree.file(root, &folder, &content, "crate", None, read)?;
        Ok(tree)
    }

    /// Adds a file's modules and, from `folder`, those of its children; returns the file's own.
    fn file(
        &mut self,
        file: &str,
        folder: &str,
        content: &str,
        name: &str,
        parent: Option<usize>,
        read: &dyn Fn(&str) -> Option<String>,
    ) -> Outcome<usize> {
        let mut modules = source::read(content);
        // outer modules first, so that each finds its parent
        modules.sort_by_key(|module| module.inside.len());
        let top = self.nodes.len();
        for module in modules {
            let (name, parent) = match module.inside.split_last() {
                None => (name.to_owned(), parent),
                Some((own, around)) => {
                    let parent = around.iter().try_fold(top, |at, name| self.child(at, name)).unwrap_or(top);
                    (own.clone(), Some(parent))
                }
            };
            let below = module.inside.iter().fold(folder.to_owned(), |folder, name| format!("{folder}/{name}"));
            let children = module.children.clone();
            let node = self.nodes.len();
            self.nodes.push(Node { name, parent, children: Vec::new(), file: file.to_owned(), source: module });
            if let Some(parent) = parent {
                self.nodes[parent].children.push(node);
            }
            for child in children {
                let inner = format!("{below}/{child}");
                let places = [format!("{inner}.rs"), format!("{inner}/mod.rs")];
                let found = places.iter().find_map(|place| Some((place, read(place)?)));
                let (place, content) =
                    found.ok_or_else(|| format!("{file}: expected module {child} in {}", places.join(" or ")))?;
                self.file(place, &inner, &content, &child, Some(node), read)?;
            }
        }
        Ok(top)
    }

    fn child(&self, node: usize, name: &str) -> Option<usize> {
        self.nodes[node].children.iter().copied().find(|&child| self.nodes[child].name == name)
    }

    /// Which file uses what of which other, what modules above define aside.
    pub(super) fn arrows(&self) -> Arrows {
        let mut arrows = Arrows::new();
        for (at, node) in self.nodes.iter().enumerate() {
            let imports = node.source.imports.iter().map(|import| (&import.path, import.name.is_none()));
            let paths = node.source.paths.iter().map(|path| (path, false));
            for (path, all) in imports.chain(paths) {
                // that a module is known says nothing yet: the paths that begin with it do
                let (module, name) = match self.resolve(at, path, PATIENCE) {
                    Some(Target::Item(module, name)) => (module, name),
                    Some(Target::Module(module)) if all => (module, "*".to_owned()),
                    _ => continue,
                };
                let file = &self.nodes[module].file;
                if *file != node.file && !self.is_above(module, at) {
                    let names = arrows.entry(node.file.clone()).or_default().entry(file.clone()).or_default();
                    names.insert(name);
                }
            }
        }
        arrows
    }

    /// Whether `above` is a module around `node`.
    fn is_above(&self, above: usize, node: usize) -> bool {
        let mut at = self.nodes[node].parent;
        while let Some(parent) = at {
            if parent == above {
                return true;
            }
            at = self.nodes[parent].parent;
        }
        false
    }

    /// What `path` means in module `at`; `None` for what other crates define and for names of the file's own.
    fn resolve(&self, at: usize, path: &[String], patience: usize) -> Option<Target> {
        let patience = patience.checked_sub(1)?;
        let (first, mut rest) = path.split_first()?;
        let mut target = match first.as_str() {
            "crate" => Target::Module(0),
            "self" => Target::Module(at),
            "super" => Target::Module(self.nodes[at].parent?),
            name => self.known(at, name, patience)?,
        };
        while let (Target::Module(module), Some((name, after))) = (&target, rest.split_first()) {
            let module = *module;
            target = match name.as_str() {
                "super" => Target::Module(self.nodes[module].parent?),
                // what no rule here finds was made by a macro, in that module
                name => self.known(module, name, patience).unwrap_or_else(|| Target::Item(module, name.to_owned())),
            };
            rest = after;
        }
        Some(target)
    }

    /// What `name` means in module `at`: a module, an item of its own, or an import.
    fn known(&self, at: usize, name: &str, patience: usize) -> Option<Target> {
        let module = &self.nodes[at].source;
        if let Some(child) = self.child(at, name) {
            return Some(Target::Module(child));
        }
        if module.items.contains(name) {
            return Some(Target::Item(at, name.to_owned()));
        }
        // `use name;` and its like would lead here again
        let leads_on =
            |import: &&Import| import.path.len() > 1 || import.path.first().is_some_and(|first| first != name);
        let named = module.imports.iter().filter(leads_on).filter(|import| import.name.as_deref() == Some(name));
        let mut named = named.map(|import| self.resolve(at, &import.path, patience)).peekable();
        if named.peek().is_some() {
            return named.flatten().next();
        }
        let patience = patience.checked_sub(1)?;
        module.imports.iter().filter(|import| import.name.is_none()).find_map(|import| {
            match self.resolve(at, &import.path, patience)? {
                Target::Module(from) if from != at => self.known(from, name, patience),
                _ => None,
            }
        })
    }
}
