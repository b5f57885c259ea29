"""Where do two passages give the same quotation in other words?

The shorter quotation is laid on the longer one at the place where most words agree. Words left out at the
ends are no difference; words replaced inside are. Not found: a quotation that the other passage only
paraphrases.
"""

from collections.abc import Iterator

from crosscheck.comparing.differences_amounts import Pair
from crosscheck.comparing.differences_passage import Passage
from crosscheck.text import WORD
from crosscheck.wording import FUNCTION_WORDS


def quote_differences(a: Passage, b: Passage, near: float) -> Iterator[Pair]:
    """Two quotations of the same words, some of them replaced, dropped or added."""
    for x in a.quotes:
        words_x = WORD.findall(a.low[x[0]:x[1]])
        if not 3 <= len(words_x) <= 80:
            continue
        for y in b.quotes:
            words_y = WORD.findall(b.low[y[0]:y[1]])
            if 3 <= len(words_y) <= 80 and _is_altered(words_x, words_y):
                yield "quote", x, y, ""


def _is_altered(x: list[str], y: list[str]) -> bool:
    short, long = (x, y) if len(x) <= len(y) else (y, x)
    best = max((sum(p == q for p, q in zip(short, long[i:], strict=False)) for i in range(len(long) - len(short) + 1)),
               default=0)
    if best == len(short) or _content(short) in _content(long):
        return False
    return best >= (0.5 if len(short) < 8 else 0.8) * len(short)


def _content(words: list[str]) -> str:
    return " " + " ".join(word for word in words if word not in FUNCTION_WORDS) + " "
