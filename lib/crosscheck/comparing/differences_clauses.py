"""Where does one passage deny what the other says, in its own clause?

A negation reaches from its word to the end of its clause. What it denies are the words it reaches; the other
passage says them plainly when it has most of them in clauses that are not negated. Not found: irony, and
denials without a word of denial.
"""

from collections.abc import Iterator

from crosscheck.comparing.differences_amounts import Pair
from crosscheck.comparing.differences_passage import Mark, Passage, clause_stems

DEFINING = frozenset("who which whose that if unless whether when".split())
AUXILIARIES = frozenset("is are was were be been has have had will would can could may might did does do".split())


def negation_differences(a: Passage, b: Passage, near: float) -> Iterator[Pair]:
    """A negated clause whose words stand in the other passage without negation."""
    if not (a.negations or b.negations):
        return
    for one, other, turned in ((a, b, False), (b, a, True)):
        for mark in one.negations:
            if mark.label == "ordinal" or _is_defining(one, mark):
                continue
            place = _said_plainly(one, mark, other)
            if place is not None:
                spans = (mark.start, mark.end), other.spans[place]
                yield "negation", *(reversed(spans) if turned else spans), mark.label


def _said_plainly(one: Passage, mark: Mark, other: Passage) -> int | None:
    """Where `other` says, without negation, what `mark` denies in `one`; None if it does not."""
    denied = _reached(one, mark)
    if not denied or denied[0] not in other.content or _is_heading(one, mark):
        return None
    negated = {other.clauses[each.word] for each in other.negations}
    plain = {root: i for i, root in reversed([*enumerate(other.stems)]) if root and other.clauses[i] not in negated}
    held = [root for root in denied if root in plain]
    if denied[0] not in plain or len(held) < 0.6 * len(denied):
        return None
    if any(root == denied[0] and other.clauses[i] in negated for i, root in enumerate(other.stems)):
        return None
    clause = clause_stems(one, mark)
    shared = [root for root in clause if root in plain]
    return plain[denied[0]] if len(shared) >= max(2, 0.6 * len(clause)) else None


def _is_defining(passage: Passage, mark: Mark) -> bool:
    """The negation stands in a clause that says which ones, or under what condition: `those who do not have`."""
    for i in range(mark.word, max(-1, mark.word - 5), -1):
        if passage.clauses[i] != passage.clauses[mark.word]:
            return False
        if passage.low[slice(*passage.spans[i])] in DEFINING:
            return True
    return False


def _is_heading(passage: Passage, mark: Mark) -> bool:
    """A line that begins with `no` and has no verb of being, having or doing: a rule, not a denial."""
    return mark.word == 0 and not any(passage.low[start:end] in AUXILIARIES for start, end in passage.spans)


def _reached(passage: Passage, mark: Mark) -> list[str]:
    """The first stems after the negation in its clause."""
    clause = passage.clauses[mark.word]
    found = [root for (start, _), root, number in zip(passage.spans, passage.stems, passage.clauses, strict=True)
             if root and start >= mark.end and number == clause]
    return found[:5]
