//! An invented story for the tests of this room: what stands around it is what they are about.

/// Its headline.
pub(super) const TITLE: &str = "Islanders to get second lifeboat after winter of wrecks";

/// Its paragraphs, three.
pub(super) const STORY: &str = "Islanders will get a second lifeboat this autumn, the coast guard said, after a winter in which four trawlers went down.\n\n\
    A crew of nine volunteers is being trained for it at Port Elder, and a new slipway should be ready when the gales come.\n\n\
    “We never want to watch from the shore again,” said Dana Moor, who leads the crew. “This boat comes up by itself.”\n";
