"""Word by word: what does one rendering keep of another's words, and what does it change?

Words are compared with one spelling and without case; a hyphened word counts as its parts, and capitals such as "PR"
meet the words that they stand for. A rendering is laid on the reference where most words agree in order; a short one
that shares too few words in a row is tried at every place, since in an altered quotation the words between stand still.
Not found: which of two equal places was meant.
"""

import functools
import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from crosscheck.text import fold, fold_word
from crosscheck.wording import FUNCTION_WORDS, stem

WEAK = frozenset("think know going go get got want like really thing things lot say make made come came".split())
_SMALL = FUNCTION_WORDS | WEAK
MOST_WORDS = 400
SHORT = 14          # words up to which a rendering is tried at every place
LIKE = 5            # first letters that two words must share to count as half alike
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:[.'&][^\W_]+)*")
_CONTRACTED = {"'s": "is", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would", "'m": "am", "n't": "not"}


class Word(NamedTuple):
    """One word with its place: `text[start:end]`; `plain` for comparing, `root` for its inflections.

    `content` says whether the word carries meaning of its own.
    """

    start: int
    end: int
    plain: str
    root: str
    content: bool


class Change(NamedTuple):
    """Words of the reference, `was`, and of the rendering, `now`, that differ; one of the two may be empty.

    `at` is the number of the rendering's word that the change stands at, or before.
    """

    was: tuple[Word, ...]
    now: tuple[Word, ...]
    at: int


class Laid(NamedTuple):
    """A rendering laid on a reference: the words kept, the stretch of the reference, and the changes inside it."""

    kept: int
    content: int
    first: int
    last: int
    changes: tuple[Change, ...]


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words of `text[start:end]`, at most `MOST_WORDS`."""
    folded = fold(text[start:end])
    found = []
    for match in _TOKEN.finditer(folded):
        plain = fold_word(match.group())
        content = plain not in _SMALL and len(plain) > 1 and "'" not in plain
        found.append(Word(start + match.start(), start + match.end(), plain, stem(plain), content))
        if len(found) == MOST_WORDS:
            break
    return found


def lay(part: Sequence[Word], whole: Sequence[Word]) -> Laid:
    """`part` laid on `whole` where most words agree."""
    matcher = _matcher(tuple([word.plain for word in part]))
    matcher.set_seq1([word.plain for word in whole])
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    laid = _by_blocks(part, whole, _together(blocks, len(part)))
    if len(part) <= SHORT and laid.kept < len(part):
        still = _in_place(part, whole)
        if still is not None and (still.kept >= laid.kept or len(laid.changes) > 2):
            laid = still
    return laid._replace(changes=tuple(change for change in laid.changes if _spelt(change.was) != _spelt(change.now)))


@functools.lru_cache(maxsize=4)
def _matcher(part: tuple[str, ...]) -> SequenceMatcher:
    """A matcher for these words, which are as a rule laid on several wholes, one after the other."""
    return SequenceMatcher(None, (), part, autojunk=False)


def _spelt(words: tuple[Word, ...]) -> str:
    """The letters of words written together, in one spelling: "co-operation" is "cooperation"."""
    return "".join(word.plain for word in words).replace("ae", "e").replace("oe", "e")


def _together(blocks: list, length: int) -> list:
    """The matching blocks near the largest one; a stray word far from it is no part of the rendering's place."""
    if not blocks:
        return []
    largest = max(blocks, key=lambda block: block.size)
    return [block for block in blocks if abs(block.a - largest.a) <= 2 * length + 10]


def _by_blocks(part: Sequence[Word], whole: Sequence[Word], blocks: list) -> Laid:
    if not blocks:
        return Laid(0, 0, 0, 0, ())
    first = max(0, blocks[0].a - blocks[0].b)
    end = blocks[-1].a + blocks[-1].size
    last = min(len(whole), end + len(part) - blocks[-1].b - blocks[-1].size)
    changes, a, b = [], first, 0
    for block in [*blocks, None]:
        next_a, next_b = (block.a, block.b) if block else (last, len(part))
        if next_a > a or next_b > b:
            changes.append(Change(tuple(whole[a:next_a]), tuple(part[b:next_b]), b))
        if block:
            a, b = block.a + block.size, block.b + block.size
    kept = [word for block in blocks for word in part[block.b:block.b + block.size]]
    return Laid(len(kept), sum(word.content for word in kept), first, last, tuple(changes))


def _in_place(part: Sequence[Word], whole: Sequence[Word]) -> Laid | None:
    """`part` at the place of `whole` where most words stand still, all of it inside."""
    best = None
    for at in _places(part, whole):
        pairs = list(zip(whole[at:at + len(part)], part, strict=True))
        score = sum([1.0 if one.plain == other.plain else
                     0.5 if one.content and one.plain[:LIKE] == other.plain[:LIKE] else 0.0 for one, other in pairs])
        if best is None or score > best[0]:
            best = (score, at, pairs)
    if best is None:
        return None
    _, at, pairs = best
    same = [one.plain == other.plain for one, other in pairs]
    changes = tuple(Change((one,), (other,), number) for number, (fits, (one, other)) in enumerate(
        zip(same, pairs, strict=True)) if not fits)
    return Laid(sum(same), sum(fits and other.content for fits, (_, other) in zip(same, pairs, strict=True)),
                at, at + len(part), changes)


def _places(part: Sequence[Word], whole: Sequence[Word]) -> list[int]:
    """Where `part` can stand inside `whole` with a content word on itself, in order."""
    content: dict[str, list[int]] = {}
    for number, word in enumerate(part):
        if word.content:
            content.setdefault(word.plain, []).append(number)
    last = len(whole) - len(part)
    return sorted({place - number for place, word in enumerate(whole) for number in content.get(word.plain, ())
                   if 0 <= place - number <= last})


def likeness(part: Sequence[Word], laid: Laid) -> float:
    """The part of the rendering's words that the reference has there; words with one beginning count half."""
    return (laid.kept + _half_alike(laid)) / max(1, len(part))


def content_kept(part: Sequence[Word], laid: Laid) -> tuple[float, float]:
    """How many content words of the rendering the reference has there, and what part; words alike count half."""
    kept = laid.content + _half_alike(laid)
    return kept, kept / max(1, sum(word.content for word in part))


def _half_alike(laid: Laid) -> float:
    return sum(0.5 for change in laid.changes if len(change.was) == len(change.now) == 1
               and change.was[0].content and change.was[0].plain[:LIKE] == change.now[0].plain[:LIKE])


def roots(words: Sequence[Word], text: str) -> set[str]:
    """The stems of the content words, and for capitals such as "PR" a mark that `initials` gives too."""
    found = {word.root for word in words if word.content}
    return found | {f"={word.plain}" for word in words
                    if 2 <= word.end - word.start <= 5 and text[word.start:word.end].isupper()}


def initials(words: Sequence[Word]) -> dict[str, set[str]]:
    """For each run of two to four content words the capitals that may stand for it, with the stems of the run."""
    ahead = [0] * (len(words) + 1)      # how many content words stand in a row from each word on
    for at in range(len(words) - 1, -1, -1):
        ahead[at] = ahead[at + 1] + 1 if words[at].content else 0
    found: dict[str, set[str]] = {}
    for size in (2, 3, 4):
        for at, row in enumerate(ahead):
            if row >= size:
                run = words[at:at + size]
                found.setdefault("=" + "".join([word.plain[0] for word in run]), {word.root for word in run})
    return found


def is_slight(change: Change) -> bool:
    """Whether a change is one of style: a contraction written out, an article, a plural, a bracketed word."""
    was, now = (" ".join(word.plain for word in words) for words in (change.was, change.now))
    if not any(word.content for word in change.was + change.now):
        return len(change.was) <= 2 and len(change.now) <= 2
    return _written_out(was) == _written_out(now) or [w.root for w in change.was] == [w.root for w in change.now]


def _written_out(words: str) -> str:
    for short, full in _CONTRACTED.items():
        words = words.replace(short, f" {full}")
    return words
