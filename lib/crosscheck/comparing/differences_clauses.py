"""Where does one passage deny what the other says, in its own clause?

A negation reaches from its word to the end of its clause. What it denies are the words it reaches; the other
passage says them plainly when it has most of them in clauses that are not negated. Not found: irony, and
denials without a word of denial.
"""

from collections.abc import Iterator

from crosscheck.comparing.differences_amounts import Pair
from crosscheck.comparing.differences_passage import Mark, Passage, clause_stems


def negation_differences(a: Passage, b: Passage, near: float) -> Iterator[Pair]:
    """A negated clause whose words stand in the other passage without negation."""
    if not (a.negations or b.negations):
        return
    for one, other, turned in ((a, b, False), (b, a, True)):
        for mark in one.negations:
            place = _said_plainly(one, mark, other, near)
            if place is not None:
                spans = (mark.start, mark.end), other.spans[place]
                yield "negation", *(reversed(spans) if turned else spans), mark.label


def _said_plainly(one: Passage, mark: Mark, other: Passage, near: float) -> int | None:
    """Where `other` says, without negation, what `mark` denies in `one`; None if it does not."""
    denied = _reached(one, mark)
    if not denied:
        return None
    negated = {other.clauses[each.word] for each in other.negations}
    clause = clause_stems(one, mark)
    held = [root for root in denied if root in other.content]
    if not held or held[0] != denied[0] or len(held) < 0.6 * len(denied):
        return None
    shared = [root for root in clause if root in other.content]
    if len(shared) < 0.6 * len(clause) or len(shared) < 2:
        return None
    places = [i for i, root in enumerate(other.stems) if root == held[0] and other.clauses[i] not in negated]
    return places[0] if places and len(places) == sum(root == held[0] for root in other.stems) else None


def _reached(passage: Passage, mark: Mark) -> list[str]:
    """The first stems after the negation in its clause."""
    clause = passage.clauses[mark.word]
    found = [root for (start, _), root, number in zip(passage.spans, passage.stems, passage.clauses, strict=True)
             if root and start >= mark.end and number == clause]
    return found[:5]
