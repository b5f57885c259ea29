"""Where do two passages name another agent for one act, or does one leave the agent out?

The act is a row of `lexicons/acts.tsv` of which both passages have a verb. The agent is the name right before an active
verb, or behind "by". A passive without "by" leaves it out. Not found: agents that are pronouns or common
nouns.
"""

import functools
from collections.abc import Iterator

from crosscheck.comparing.differences_amounts import Pair
from crosscheck.comparing.differences_passage import Passage
from crosscheck.wording import plain_words, stem

BE = frozenset("was were been be being is are".split())


def actor_differences(a: Passage, b: Passage, near: float) -> Iterator[Pair]:
    """Another agent of the same verb, or none."""
    if near < 0.2:
        return
    one, other = _acts_in(a), _acts_in(b)
    for act in sorted(one.keys() & other.keys()):
        i, j = one[act], other[act]
        if not (_is_past(a, i) and _is_past(b, j)):
            continue
        if _is_passive(a, i) != _is_passive(b, j):
            yield from _left_out(a, i, b, j)
        elif _is_passive(a, i):
            yield from _others(_by(a, i), _by(b, j), a, b)


def _acts_in(passage: Passage) -> dict[str, int]:
    """Each act of the lexicon that the passage tells, and the first word that does."""
    found: dict[str, int] = {}
    for root in sorted(passage.content & acts().keys(), key=passage.place.__getitem__):
        found.setdefault(acts()[root], passage.place[root])
    return found


@functools.cache
def acts() -> dict[str, str]:
    """Stems of verbs whose agent matters (orders, attacks, decisions), and the act they tell."""
    return {stem(word): act for word, act in plain_words("acts").items()}


def _left_out(a: Passage, i: int, b: Passage, j: int) -> Iterator[Pair]:
    passive, p, active, q, turned = (a, i, b, j, False) if _is_passive(a, i) else (b, j, a, i, True)
    agent = _subject(active, q)
    following = {root for root in active.stems[q + 1:q + 8] if root}
    said = {root for root in passive.stems[max(0, p - 6):p] + passive.stems[p + 1:p + 6] if root}
    if agent and not _by(passive, p) and len(following & said) >= 1 and active.stems[agent[-1]] not in passive.content:
        spans = passive.spans[p], (active.spans[agent[0]][0], active.spans[q][1])
        yield "actor", *(reversed(spans) if turned else spans), "agent left out"


def _others(one: list[int], other: list[int], a: Passage, b: Passage) -> Iterator[Pair]:
    names = [{passage.stems[i] for i in words} for passage, words in ((a, one), (b, other))]
    if all(names) and not names[0] & b.content and not names[1] & a.content:
        yield ("actor", (a.spans[one[0]][0], a.spans[one[-1]][1]), (b.spans[other[0]][0], b.spans[other[-1]][1]),
               "another agent")


def _is_past(passage: Passage, word: int) -> bool:
    start, end = passage.spans[word]
    return passage.low.endswith("ed", start, end) or passage.low[start:end] != passage.stems[word] and bool(
        word and passage.low[slice(*passage.spans[word - 1])] in BE)


def _is_passive(passage: Passage, word: int) -> bool:
    return any(passage.low[slice(*span)] in BE for span in passage.spans[max(0, word - 2):word])


def _by(passage: Passage, word: int) -> list[int]:
    """The first run of capitalised words behind `by`, close after the verb."""
    words = range(word + 1, min(word + 14, len(passage.stems)))
    by = next((i for i in words[:6] if passage.low[slice(*passage.spans[i])] == "by"), None)
    first = next((i for i in words if by is not None and i > by and passage.capitals[i]), None)
    if first is None:
        return []
    last = next((i for i in range(first, len(passage.stems)) if not passage.capitals[i]), len(passage.stems))
    return [*range(first, last)]


def _subject(passage: Passage, word: int) -> list[int]:
    """The run of capitalised words that ends right before the verb."""
    found = []
    for i in range(word - 1, max(-1, word - 5), -1):
        if not (passage.text[passage.spans[i][0]].isupper() and passage.stems[i]):
            break
        found.insert(0, i)
    return found
