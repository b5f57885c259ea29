"""Where does one passage use the opposite of the other's word, or drop a word that limits?

Opposites come from a lexicon and from prefixes that turn a word round (locked, unlocked). They count
where both stand at the same word, or where the passages say nearly the same. Not found: opposites of phrases.
"""

from collections.abc import Iterator

from crosscheck.comparing.differences_amounts import Pair
from crosscheck.comparing.differences_passage import Passage, bare, is_denied
from crosscheck.wording import plain_words

REACH = 4
FIRM = frozenset(
    "before after prior following with without despite because inside outside above below until since".split())
TELLING = frozenset("country color media office crime disaster term religion result city genre".split())


def antonym_differences(a: Passage, b: Passage, near: float) -> Iterator[Pair]:
    """An opposite in the other passage, at the same word."""
    for root in sorted(a.opposed & b.content):
        other = a.opposites[root]
        if other in b.content or root in a.content:
            continue
        yield from _at_same_word(a, b, other, root, near)
    for root in sorted(a.content ^ b.content):
        plain = bare(root)
        if not plain:
            continue
        if root in a.content and plain in b.content and plain not in a.content and root not in b.content:
            yield from _at_same_word(a, b, root, plain, near)
        if root in b.content and plain in a.content and plain not in b.content and root not in a.content:
            yield from _at_same_word(a, b, plain, root, near)


def _at_same_word(a: Passage, b: Passage, one: str, other: str, near: float) -> Iterator[Pair]:
    i, j = a.place[one], b.place[other]
    if is_denied(a, i) != is_denied(b, j):
        return
    if following_stem(a, i) == following_stem(b, j) != "" or _last(a, i) == _last(b, j) != "" or (
            near >= 0.6 and _around(a, i) & _around(b, j)):
        yield "antonym", a.spans[i], b.spans[j], f"{one} / {other}"


def turned_differences(a: Passage, b: Passage, near: float) -> Iterator[Pair]:
    """`before` against `after`, and the like, with the same words behind it."""
    known = plain_words("opposed_words")
    for i in a.turns if b.turns else ():
        one, following = a.low[slice(*a.spans[i])], _following(a, i)
        if one not in FIRM:
            continue
        if len(following) < 2 or not set(following) <= b.content:
            continue
        for j in b.turns:
            other = b.low[slice(*b.spans[j])]
            if other in known[one].split("|") and len(set(following) & set(_following(b, j))) >= 2:
                yield "antonym", a.spans[i], b.spans[j], f"{one} / {other}"


def _following(passage: Passage, word: int) -> tuple[str, ...]:
    return tuple(root for root in passage.stems[word + 1:word + 6] if root)[:3]


def family_differences(a: Passage, b: Passage, near: float) -> Iterator[Pair]:
    """Another member of a family in the same place: before the same word, or as what the same thing is said to be."""
    if near < 0.4:
        return
    members = {kin.member for kin in b.kin}
    held = {kin.family for kin in a.kin if kin.member in members}
    for x in a.kin:
        for y in b.kin:
            if x.family == y.family and x.family in TELLING and x.family not in held and (
                    _same_place(a, x.word, b, y.word)):
                yield "term", a.spans[x.word], b.spans[y.word], x.family
                held.add(x.family)


def kind_differences(a: Passage, b: Passage, near: float) -> Iterator[Pair]:
    """What the same thing is said to be: `is a ...` with words of different walks, a person here, a book there."""
    if near < 0.3:
        return
    one, other = _said_to_be(a), _said_to_be(b)
    if one and other and not {walk for walk, _ in one} & {walk for walk, _ in other}:
        yield "term", a.spans[one[0][1]], b.spans[other[0][1]], f"{one[0][0]} / {other[0][0]}"


def _said_to_be(passage: Passage) -> list[tuple[str, int]]:
    """The walks of life of the words behind `is a`, up to the end of the clause."""
    return [(kin.member.rpartition(".")[2], kin.word) for kin in passage.kin
            if kin.family == "walk" and _is_said_of(passage, kin.word)]


def _same_place(a: Passage, i: int, b: Passage, j: int) -> bool:
    after = {root for root in a.stems[i + 1:i + REACH] if root} & {root for root in b.stems[j + 1:j + REACH] if root}
    return bool(after) or _last(a, i) == _last(b, j) != "" or _is_said_of(a, i) and _is_said_of(b, j)


def _is_said_of(passage: Passage, word: int) -> bool:
    """`is a ... WORD`: the word is the end of what something is said to be."""
    after = passage.low[slice(*passage.spans[word + 1])] if word + 1 < len(passage.spans) else ""
    if after and passage.stems[word + 1] and not after.endswith("ed"):
        return False
    words = [passage.low[slice(*span)] for span in passage.spans[max(0, word - 7):word]]
    return any(one in ("is", "was", "are", "were") and two in ("a", "an", "the")
               for one, two in zip(words, words[1:], strict=False))


def following_stem(passage: Passage, word: int) -> str:
    """The stem of the first content word within three words behind a word; empty if there is none."""
    return next((root for root in passage.stems[word + 1:word + 4] if root), "")


def _last(passage: Passage, word: int) -> str:
    return next((root for root in reversed(passage.stems[max(0, word - 3):word]) if root), "")


def _around(passage: Passage, word: int) -> frozenset[str]:
    return frozenset(passage.stems[max(0, word - REACH):word] + passage.stems[word + 1:word + 1 + REACH]) - {""}
