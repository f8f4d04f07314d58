//! The model: lexicon, network and field, in one file. Source, licences and scores: `models/names.md`.

use super::features::Rows;
use super::field::Field;
use super::lexicon::Lexicon;
use super::network::Network;
use std::sync::OnceLock;

/// What the tagger knows.
#[derive(Debug)]
pub(super) struct Model<'m> {
    pub(super) lexicon: Lexicon<'m>,
    pub(super) rows: Rows,
    pub(super) network: Network<'m>,
    pub(super) field: Field<'m>,
}

impl<'m> Model<'m> {
    /// The model of a file; `None` where it is cut off or of other sizes.
    pub(super) fn read(mut file: &'m [u8]) -> Option<Self> {
        let lexicon = Lexicon::take(&mut file)?;
        let rows = Rows::new(lexicon.words());
        let network = Network::take(&mut file, rows.count)?;
        let field = Field::take(&mut file)?;
        file.is_empty().then_some(Self { lexicon, rows, network, field })
    }
}

/// The file. The one way to its bytes, so that they can come from elsewhere.
fn file() -> &'static [u8] {
    include_bytes!("../../../../models/names.bin")
}

/// The model that comes with the crate, made ready when first asked for.
pub(super) fn shipped() -> Option<&'static Model<'static>> {
    static MODEL: OnceLock<Option<Model<'static>>> = OnceLock::new();
    MODEL.get_or_init(|| Model::read(file())).as_ref()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_model_fits() {
        assert!(shipped().is_some(), "models/names.bin is of other sizes than network.rs and features.rs say");
    }

    #[test]
    fn a_model_that_is_cut_off_is_none() {
        let whole = file();
        for length in [0, 3, 4, 1000, 70_000, 100_000, whole.len() / 2, whole.len() - 1] {
            assert!(Model::read(&whole[..length]).is_none(), "{length}");
        }
    }
}
