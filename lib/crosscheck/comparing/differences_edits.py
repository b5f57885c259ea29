"""Where was one passage edited into the other, and does the edit change what is said?

Passages that say nearly the same are laid on each other word by word. Each stretch that was replaced, dropped
or added is held against the lexicons: another name, another member of a family (`lexicons/families.tsv`: red,
blue), an opposed small word (before, after), a negation, a hedge, a limiting word, another stage. Not found:
edits that only a sense of words tells from a synonym.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from crosscheck.comparing.differences_amounts import Pair
from crosscheck.comparing.differences_dates import MONTHS, WEEKDAYS
from crosscheck.comparing.differences_passage import Mark, Passage, families
from crosscheck.wording import plain_words, stem

ALIKE = 0.5
CALENDAR = frozenset(map(stem, (*MONTHS, *WEEKDAYS)))
LONGEST = 7
LONG = 300


class Edit(NamedTuple):
    """Words `[a1, a2)` of the one passage stand for words `[b1, b2)` of the other; either may be empty."""

    a1: int
    a2: int
    b1: int
    b2: int


def edit_differences(a: Passage, b: Passage, near: float) -> Iterator[Pair]:
    """What the edits change, for passages that share at least half of all their content words."""
    if near < ALIKE or len(a.content & b.content) < ALIKE * len(a.content | b.content):
        return
    for edit in _edits(a, b):
        for rule in (_name, _family, _small_word, _marks):
            found = rule(a, b, edit)
            if found:
                kind, note = found
                yield kind, _span(a, edit.a1, edit.a2), _span(b, edit.b1, edit.b2), note
                break


def _edits(a: Passage, b: Passage) -> Iterator[Edit]:
    if max(len(a.spans), len(b.spans)) > LONG:
        return
    one, other = ([passage.low[start:end] for start, end in passage.spans] for passage in (a, b))
    first = next((i for i, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), min(len(one), len(other)))
    rest = zip(reversed(one[first:]), reversed(other[first:]), strict=False)
    last = next((i for i, (x, y) in enumerate(rest) if x != y), min(len(one), len(other)) - first)
    middle = SequenceMatcher(None, one[first:len(one) - last], other[first:len(other) - last], autojunk=False)
    for tag, a1, a2, b1, b2 in middle.get_opcodes():
        if tag != "equal" and a2 - a1 <= LONGEST and b2 - b1 <= LONGEST:
            yield Edit(first + a1, first + a2, first + b1, first + b2)


def _span(passage: Passage, first: int, last: int) -> tuple[int, int]:
    """The characters of the words; of no words, the word before them."""
    if first == last:
        return passage.spans[max(0, first - 1)] if passage.spans else (0, 0)
    return passage.spans[first][0], passage.spans[last - 1][1]


def _name(a: Passage, b: Passage, edit: Edit) -> tuple[str, str] | None:
    """Another name in the same place."""
    one, other = _names(a, edit.a1, edit.a2), _names(b, edit.b1, edit.b2)
    if not (one and other) or set(one) & b.content or set(other) & a.content:
        return None
    if any(_is_short_for(x, y) for x in one for y in other):
        return None
    if members(one) & members(other) or _initials(one) in other or _initials(other) in one:
        return None
    before = a.low[slice(*a.spans[edit.a1 - 1])] if edit.a1 else ""
    return "term" if before in ("in", "at", "near", "the", "of", "from", "a", "an") else "actor", "another name"


def _names(passage: Passage, first: int, last: int) -> list[str]:
    """The stems of a stretch in which every content word has a capital."""
    stems = [root for root in passage.stems[first:last] if root]
    capitals = [passage.capitals[i] for i in range(first, last) if passage.stems[i]]
    if not stems or not all(capitals) or any(root[0].isdigit() or root in CALENDAR for root in stems):
        return []
    return stems


def _is_short_for(x: str, y: str) -> bool:
    return x.startswith(y[:4]) or y.startswith(x[:4])


def _initials(stems: list[str]) -> str:
    return "".join(root[0] for root in stems)


def _family(a: Passage, b: Passage, edit: Edit) -> tuple[str, str] | None:
    """Another member of the same family in the same place."""
    for x in a.kin:
        if not edit.a1 <= x.word < edit.a2 or a.stems[x.word] in b.content or _counts(a, x.word):
            continue
        for y in b.kin:
            if edit.b1 <= y.word < edit.b2 and y.family == x.family and y.member != x.member and (
                    b.stems[y.word] not in a.content):
                return "term", f"{x.family}: {a.stems[x.word]} / {b.stems[y.word]}"
    return None


def members(stems: list[str]) -> frozenset[str]:
    """The family members that these stems name."""
    return frozenset(member for root in stems for _, member in families().get(root, ()))


def _counts(passage: Passage, word: int) -> bool:
    """The word is the unit or the rate of an amount: `20 jobs a month`."""
    start, end = passage.spans[word]
    return any(amount.start <= start and end <= amount.end + 8 for amount in passage.amounts)


def _small_word(a: Passage, b: Passage, edit: Edit) -> tuple[str, str] | None:
    """A preposition or conjunction turned round."""
    one = {a.low[slice(*a.spans[i])] for i in range(edit.a1, edit.a2)}
    other = {b.low[slice(*b.spans[i])] for i in range(edit.b1, edit.b2)}
    for word in sorted(one):
        turned = set(plain_words("opposed_words").get(word, "").split("|")) & other
        if turned:
            return "antonym", f"{word} / {min(turned)}"
    return None


def _marks(a: Passage, b: Passage, edit: Edit) -> tuple[str, str] | None:
    """A negation, hedge, limiting word or stage that the other side of the edit has not."""
    for kind in ("negations", "scopes", "modalities", "stages"):
        one, other = _labels(getattr(a, kind), edit.a1, edit.a2), _labels(getattr(b, kind), edit.b1, edit.b2)
        if kind == "negations" and bool(one) != bool(other) and not _is_left_out(a, b, edit, 0):
            return "negation", " ".join(sorted(one | other))
        if kind == "scopes" and one != other and _is_only_marks(a, edit.a1, edit.a2) and _is_only_marks(
                b, edit.b1, edit.b2):
            return "scope", " ".join(sorted(one | other))
        if kind == "modalities" and one != other and not (a.modalities and b.modalities) and not _is_left_out(
                a, b, edit, 1):
            return "modality", " / ".join((*sorted(one or {"did"}), *sorted(other or {"did"})))
        if kind == "stages" and one and other and one != other:
            return "stage", " / ".join((*sorted(one), *sorted(other)))
    return None


def _is_left_out(a: Passage, b: Passage, edit: Edit, most: int) -> bool:
    """One passage leaves out a whole clause, `did not attend, but`: more than `most` content words."""
    if edit.a1 < edit.a2 and edit.b1 < edit.b2:
        return False
    return sum(map(bool, a.stems[edit.a1:edit.a2] + b.stems[edit.b1:edit.b2])) > most


def _labels(marks: tuple[Mark, ...], first: int, last: int) -> frozenset[str]:
    return frozenset(mark.label for mark in marks if first <= mark.word < last and mark.label != "ordinal")


def _is_only_marks(passage: Passage, first: int, last: int) -> bool:
    """All words of the stretch are small or limit something."""
    marked = {mark.word for mark in passage.scopes}
    return all(i in marked or not passage.stems[i] for i in range(first, last))
