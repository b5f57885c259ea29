"""Where do two passages give the same quotation in other words?

The shorter quotation is laid on the longer one at the place where most words agree. Words left out at the
ends are no difference; words replaced inside are. Hyphens, contractions, words in brackets and the order of words
are none. Not found: a quotation that the other passage only paraphrases.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from crosscheck.comparing.differences_amounts import Pair
from crosscheck.comparing.differences_passage import Passage
from crosscheck.text import WORD
from crosscheck.wording import FUNCTION_WORDS, stem

FEWEST = 4      # words of a quotation that can be altered
SHORT = 5       # words of a quotation that is short
CONTEXT = 2     # words shown on either side of the words that were altered
_BRACKETS = re.compile(r"\[[^\]]{0,80}\]|\([^)]{0,80}\)")
_SPOKEN = {"gonna": stem("going"), "wanna": stem("want"), "gotta": stem("got")}


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


def is_reworded(a: Passage, x: tuple[int, int], b: Passage, y: tuple[int, int]) -> bool:
    """Whether a content word was altered inside the words that both quotations give."""
    one, other = _BRACKETS.sub(" ", a.low[slice(*x)]), _BRACKETS.sub(" ", b.low[slice(*y)])
    if one != a.low[slice(*x)] or other != b.low[slice(*y)] or "..." in one + other or "…" in one + other:
        return False
    stems, others = _stems(one), _stems(other)
    joined, long = sorted(("".join(stems), "".join(others)), key=len)
    if min(len(WORD.findall(one)), len(WORD.findall(other))) < FEWEST or joined in long:
        return False
    if len(set(stems) & set(others)) < (1 if min(len(stems), len(others)) <= SHORT else 2):
        return False
    return any(_is_new(stems[i:k], others[j:m], others, stems) for i, k, j, m in _changed(stems, others))


def _stems(quoted: str) -> list[str]:
    words = WORD.findall(quoted.replace("-", " "))
    return [_SPOKEN.get(word, stem(word)) for word in words if word not in FUNCTION_WORDS and not word.endswith("n't")]


def _changed(one: list[str], other: list[str]) -> list[tuple[int, int, int, int]]:
    """The stretches between words that both have, `[i, k)` in the one and `[j, m)` in the other; of a short quotation
    also those before the first."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()[:-1]
    found = [(a.a + a.size, b.a, a.b + a.size, b.b) for a, b in zip(blocks, blocks[1:], strict=False)]
    if blocks and min(len(one), len(other)) <= SHORT and blocks[0].a and blocks[0].b:
        size = min(blocks[0].a, blocks[0].b)
        i, j = blocks[0].a - size, blocks[0].b - size
        if set(one[i:blocks[0].a]) - set(other) and set(other[j:blocks[0].b]) - set(one):
            found.append((i, blocks[0].a, j, blocks[0].b))
    return found


def _is_new(one: list[str], other: list[str], others: list[str], stems: list[str]) -> bool:
    """The words between two shared stretches are another's, not only moved or joined."""
    return "".join(one) != "".join(other) and bool(set(one) - set(others) or set(other) - set(stems))


def altered_words(a: Passage, x: tuple[int, int], b: Passage, y: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """Where two quotations differ most between words that they share, in each with a few words about it."""
    one = [match.span() for match in WORD.finditer(a.low, *x)]
    other = [match.span() for match in WORD.finditer(b.low, *y)]
    stems, others = [_stem(a, span) for span in one], [_stem(b, span) for span in other]
    changed = [(len(set(stems[i:k]) ^ set(others[j:m]) - {""}), -i, (i, k, j, m)) for i, k, j, m
               in _changed(stems, others)
               if _is_new(stems[i:k], others[j:m], others, stems)]
    if not changed:
        return x, y
    i, k, j, m = max(changed)[2]
    return _shown(one, i, k), _shown(other, j, m)


def _stem(passage: Passage, span: tuple[int, int]) -> str:
    word = passage.low[slice(*span)]
    return word if word in FUNCTION_WORDS else _SPOKEN.get(word, stem(word))


def _shown(words: list[tuple[int, int]], first: int, last: int) -> tuple[int, int]:
    return words[max(0, first - CONTEXT)][0], words[min(len(words), max(last, first) + CONTEXT) - 1][1]
