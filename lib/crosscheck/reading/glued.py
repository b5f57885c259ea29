"""Where do headlines of other articles stand inside a sentence, glued to a name without a space?

Some pages hang a box of links on each name; as text the box runs on from the name: the name again in full, then
headlines without spaces between them, then a word in capitals that leads to more ("President Doe Jane Ann DoeShip
sinks in port Mayor promises quay MORE (L) said"). The box begins with the name in full and ends with that word; a mark
of party in brackets behind it, which the name lost to it, goes with it. Not found: a box on something that is no name,
and one that ends in another word.
"""

import re

REACH = 700  # characters that a box may have
_END = re.compile(r"MORE(?![A-Za-z0-9-])(?:'s(?!\w))?(?: \([A-Z][\w.-]{0,11}\))?,?")
_NAME_AGAIN = re.compile(
    r"(?<![\w'-])(?P<last>[A-Z][\w'-]{1,24})[ ,]{1,2}"
    r"(?P<full>(?:(?:\(?[\"']?[A-Z][\w.'-]{0,24}[\"']?\)?|d[aei]l?|la|le|v[ao]n|bin|al|el),? ){0,5}(?P=last))"
    r"(?=[\"'$A-Z0-9])")


def glued_boxes(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the boxes in `folded[start:end]`, in order."""
    found, done = [], start
    for close in _END.finditer(folded, start, end):
        name = _NAME_AGAIN.search(folded, max(done, close.start() - REACH), close.end())
        done = close.end()
        if name and name.end() <= close.start() and "\n" not in folded[name.end():done]:
            found.append((name.start("full"), done))
    return found
