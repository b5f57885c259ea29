"""Which paragraphs without a full stop are captions?

Some pages print long captions without credit and without full stop between paragraphs that have one. Where several
stand in one article, and one of them speaks of its picture ("pictured", "left"), all of them are captions. Not found:
a caption with a full stop and no credit, and one that stands alone.
"""

import re

Label = tuple[str, str]

SHORTEST, LONGEST = 110, 360  # characters; what is shorter is a heading
FEWEST = 3                    # so many in one article
_STOPPED = re.compile(r"[.!?…:;,-][\"')\]]{0,3}$")
_NOT_TOLD = re.compile(r"@\w|https?://|\.com\b|\bpic\.|^[\"'(\[#*-]|^[a-z]")
_PICTURE = re.compile(
    r"[(,] ?(?:pictured|left|right|centre|center|above|seen)\b|\b(?:is|are|was|were) (?:pictured|seen)\b"
    r"|\bpictured (?:left|right|above|on|in|at|with)\b|\bfile (?:photo|image|picture)\b", re.IGNORECASE)


def mark_captions(quotes: list[str], labels: list[Label | None]) -> None:
    """Mark the paragraphs without a full stop of an article that prints its captions so."""
    bare = [i for i, quote in enumerate(quotes)
            if not labels[i] and SHORTEST <= len(quote) <= LONGEST and not _STOPPED.search(quote, len(quote) - 4)
            and "\n" not in quote and not _NOT_TOLD.search(quote)]
    body = sum(not label for label in labels)
    if len(bare) >= FEWEST and 3 * len(bare) <= body and any(_PICTURE.search(quotes[i]) for i in bare):
        for i in bare:
            labels[i] = ("caption_bare", "caption")
