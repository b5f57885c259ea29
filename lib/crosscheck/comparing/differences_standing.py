"""How far along, how sure, how wide, on whose word: where do two passages put one thing differently?

These are the softer kinds. A stage counts where both passages speak of an agreement or a rule under a shared
name; a hedge where the same verb is hedged in one passage only; a limiting word where the words it limits
follow each other in the other passage too, without it. Sources are the names behind "according to" and the
like. Not found: hedges that lie in tone.
"""

from collections.abc import Iterator

from crosscheck.comparing.differences_amounts import Pair
from crosscheck.comparing.differences_passage import Kin, Mark, Passage, clause_stems
from crosscheck.wording import plain_words, stem

STAGES = ("speculated", "discussed", "negotiated", "agreed", "signed", "in force", "ended")
LIMITS = ("mass", "all", "intent", "direct", "fully", "lawful", "only")
RULED = frozenset(("signed", "in force", "ended"))
MANNERS = ("intent", "direct")
HEDGED = frozenset(("may", "reportedly", "conditional"))


def stage_differences(a: Passage, b: Passage, near: float) -> Iterator[Pair]:
    """The furthest stage of each passage, where both put the same kind of thing under a shared name."""
    if near < 0.15 or not (a.stages and b.stages) or {x.label for x in a.stages} & {y.label for y in b.stages}:
        return
    x, y = max(a.stages, key=_rank), max(b.stages, key=_rank)
    if not {x.label, y.label} <= RULED and "deal" not in _objects(a, x) & _objects(b, y):
        return
    objects = frozenset() if _is_denied(a, x) or _is_denied(b, y) else _objects(a, x) & _objects(b, y)
    if objects and _names(a) & _names(b):
        yield "stage", (x.start, x.end), (y.start, y.end), f"{x.label} / {y.label}"


def _is_denied(passage: Passage, mark: Mark) -> bool:
    return any(passage.clauses[each.word] == passage.clauses[mark.word] for each in passage.negations)


def _rank(mark: Mark) -> tuple[int, int]:
    return STAGES.index(mark.label), -mark.start


def _objects(passage: Passage, mark: Mark) -> frozenset[str]:
    known = {stem(word): label for word, label in plain_words("stage_objects").items()}
    return frozenset(known[root] for root in clause_stems(passage, mark) if root in known)


def _names(passage: Passage) -> frozenset[str]:
    return frozenset(root for root, capital in zip(passage.stems, passage.capitals, strict=True) if root and capital)


def modality_differences(a: Passage, b: Passage, near: float) -> Iterator[Pair]:
    """The same verb, hedged in one passage and told as done in the other."""
    if near < 0.5 or not (a.modalities or b.modalities):
        return
    for one, other, turned in ((a, b, False), (b, a, True)):
        for mark in one.modalities:
            if mark.label not in HEDGED or other.modalities:
                continue
            verb = next((root for root in one.stems[mark.word:mark.word + 4] if root and root in other.content
                         and one.spans[one.place[root]][0] >= mark.end), "")
            if verb and other.low[slice(*other.spans[other.place[verb]])].endswith("ed"):
                spans = (mark.start, mark.end), other.spans[other.place[verb]]
                yield "modality", *(reversed(spans) if turned else spans), f"{mark.label} / did"
                break


def scope_differences(a: Passage, b: Passage, near: float) -> Iterator[Pair]:
    """A limiting word before words that follow each other in the other passage too, without it."""
    if near < 0.3 or not (a.scopes or b.scopes):
        return
    for one, other, turned in ((a, b, False), (b, a, True)):
        labels = {mark.label for mark in other.scopes}
        for mark in one.scopes:
            is_open = mark.label in LIMITS and mark.label not in labels and (mark.label != "all" or near >= 0.5)
            place = None if not is_open else _same_words(one, mark, other, near)
            if place is not None:
                spans = (mark.start, mark.end), other.spans[place]
                yield "scope", *(reversed(spans) if turned else spans), mark.label


def _same_words(one: Passage, mark: Mark, other: Passage, near: float) -> int | None:
    """Where the two content words behind the mark stand in `other`, one behind the other; None if they do not.

    How an act is forbidden (intentionally, directly) counts at the same verb, or where both passages forbid alike.
    """
    limited = [root for root in one.stems[mark.word + 1:mark.word + 5] if root][:2]
    if mark.label in MANNERS:
        if not (limited and one.negations and other.negations):
            return None
        return other.place.get(limited[0], other.negations[0].word if near >= 0.45 else None)
    content = [(i, root) for i, root in enumerate(other.stems) if root]
    return next((i for (i, root), (_, after) in zip(content, content[1:], strict=False)
                 if [root, after] == limited), None)


def class_differences(a: Passage, b: Passage, near: float) -> Iterator[Pair]:
    """Other classes of people: one that both name, beside it another in each."""
    if near < 0.3:
        return
    one, other = _classes(a), _classes(b)
    if not (one and other):
        return
    members = [{kin.member for kin in found} for found in (one, other)]
    if members[0] != members[1] and (members[0] & members[1] or _land(a, one[0]) & _land(b, other[0])):
        yield "scope", _cover(a, one), _cover(b, other), "class of people"


def _classes(passage: Passage) -> list[Kin]:
    """The first classes of people named side by side."""
    found = [kin for kin in passage.kin if kin.family == "status"]
    last = next((i for i, (x, y) in enumerate(zip(found, found[1:], strict=False)) if y.word - x.word > 2), len(found))
    return found[:last + 1]


def _land(passage: Passage, kin: Kin) -> set[str]:
    """The countries right before a word."""
    return {each.member for each in passage.kin if each.family == "country" and kin.word - 3 < each.word < kin.word}


def _cover(passage: Passage, found: list[Kin]) -> tuple[int, int]:
    return passage.spans[found[0].word][0], passage.spans[found[-1].word][1]


def source_differences(a: Passage, b: Passage, near: float) -> Iterator[Pair]:
    """Other names behind `according to` and the like."""
    if near < 0.25:
        return
    for x in a.cues:
        for y in b.cues:
            one, other = _named_after(a, x), _named_after(b, y)
            if x.label == y.label == "source" and one and other and not {root for root, _ in one} & b.content:
                spans = (x.start, a.spans[one[-1][1]][1]), (y.start, b.spans[other[-1][1]][1])
                yield "source", *spans, "another source"


def _named_after(passage: Passage, mark: Mark) -> list[tuple[str, int]]:
    """Stem and place of the capitalised words within seven words behind a cue."""
    return [(passage.stems[i], i) for i in range(mark.word + 1, min(mark.word + 8, len(passage.stems)))
            if passage.stems[i] and passage.capitals[i]]


def correction_differences(a: Passage, b: Passage, near: float) -> Iterator[Pair]:
    """One passage says that something was put right, the other does not."""
    if near < 0.35:
        return
    x = next((mark for mark in a.cues if mark.label == "correction"), None)
    y = next((mark for mark in b.cues if mark.label == "correction"), None)
    if bool(x) == bool(y):
        return
    shared = next((i for i, root in enumerate((b if x else a).stems) if root and root in (a if x else b).content), None)
    if shared is not None:
        spans = ((x.start, x.end), b.spans[shared]) if x else (a.spans[shared], (y.start, y.end))
        yield "correction", *spans, "put right in one"


def response_differences(a: Passage, b: Passage, near: float) -> Iterator[Pair]:
    """The same party declined to answer in the one passage, did not answer in the other."""
    if not (a.responses and b.responses) or {x.label for x in a.responses} & {y.label for y in b.responses}:
        return
    if near >= 0.3 or _names(a) & _names(b):
        x, y = a.responses[0], b.responses[0]
        yield "term", (x.start, x.end), (y.start, y.end), f"{x.label} / {y.label}"
