"""In what does one article's wording of a limit differ from the wording nearest the origin, slot by slot?

Each slot has its own rule: qualifiers are dropped or added (a manner, degree or purpose added leaves a loophole),
classes are widened or narrowed by the chains in `ladders_classes`, modals are weakened or strengthened by
`modal_strength.tsv`, acts and parties are compared word by word, speakers by name and by who stands between.
`substance` is false where only the wording differs. Not judged: which wording is right.
"""

import functools
from typing import NamedTuple

from crosscheck import lexicon
from crosscheck.comparing.ladders_classes import class_nouns, class_shift
from crosscheck.comparing.ladders_words import kin_of
from crosscheck.comparing.words import STOPWORDS, stem
from crosscheck.text import Token, tokens

_LOOPHOLES = {"manner": "leaves the other way open", "purpose": "leaves other purposes open",
              "degree": "leaves lesser degrees open", "condition": "holds only on that condition"}
_GENERIC = frozenset("""company firm group ministry agency government court bank party side statement spokesperson
spokesman spokeswoman representative it they he she organization department""".split())
_SHOWN = 6
_NAMES = {"bound_party": "bound party", "act": "act", "protected": "class", "qualifier": "qualifier",
          "modality": "modal", "exception": "exception", "applies_from": "start", "applies_until": "end",
          "stated_by": "speaker"}


class Rung(NamedTuple):
    """One article's wording: its slots as text (None if missing), the speaker's canonical name, who stands between."""

    restriction_id: str
    article_id: str
    quoted: bool
    slots: dict[str, str | None]
    speaker: str | None
    via: tuple[str, ...]


class Change(NamedTuple):
    """One change from the first rung: where, what happened, the words before and after, and the change as a phrase."""

    slot: str
    change: str
    was: str | None
    now: str | None
    substance: bool
    reading: str


def changes_between(first: Rung, later: Rung) -> list[Change]:
    """What differs in `later`, slot by slot in the order of `tables.SLOTS`; at most one row a slot and change."""
    found: dict[tuple[str, str], Change] = {}
    for slot, compare in _COMPARISONS.items():
        for change in compare(slot, first, later):
            known = found.get((change.slot, change.change))
            found[change.slot, change.change] = _joined(known, change) if known else change
    return list(found.values())


def _joined(a: Change, b: Change) -> Change:
    """Two changes of one kind in one slot as one."""
    was, now = (" … ".join(filter(None, pair)) or None for pair in ((a.was, b.was), (a.now, b.now)))
    return Change(a.slot, a.change, was, now, a.substance or b.substance, f"{a.reading}; {b.reading}")


def _appeared(slot: str, was: str | None, now: str | None, *, substance: bool = True) -> list[Change]:
    """The change of a slot that only one side fills; nothing if both or neither do."""
    if was and not now:
        return [Change(slot, "dropped", was, None, substance, f'{_NAMES[slot]} dropped: "{was}"')]
    if now and not was:
        loophole = "loophole added: exception" if slot == "exception" else f"{_NAMES[slot]} added:"
        return [Change(slot, "added", None, now, substance, f'{loophole} "{now}"')]
    return []


def _plain(slot: str, first: Rung, later: Rung) -> list[Change]:
    """Slots that are compared as a whole: exception, start, end."""
    was, now = first.slots[slot], later.slots[slot]
    if not was or not now:
        return _appeared(slot, was, now)
    if _stems(was) == _stems(now):
        return []
    return [Change(slot, "replaced", was, now, True, f'{_NAMES[slot]} changed: "{was}" → "{now}"')]


def _qualifier(slot: str, first: Rung, later: Rung) -> list[Change]:
    """Qualifiers one by one: those of the first rung that are gone, those that have come, and one for another."""
    was, now = _pieces(first.slots[slot]), _pieces(later.slots[slot])
    gone = [words for words in was if not any(_same_qualifier(words, other) for other in now)]
    come = [words for words in now if not any(_same_qualifier(words, other) for other in was)]
    changes = []
    for words in gone:
        instead = next((other for other in come if _kind(other) == _kind(words) != "example"), None)
        if instead:
            come.remove(instead)
            reading = f'qualifier changed: "{words}" → "{instead}"'
            changes.append(Change(slot, "replaced", words, instead, True, reading))
        else:
            reading = f'qualifier dropped: "{words}"'
            changes.append(Change(slot, "dropped", words, None, _kind(words) != "example", reading))
    return changes + [_narrower(slot, words) for words in come]


def _narrower(slot: str, words: str) -> Change:
    """A qualifier that has come: a loophole if its kind leaves something open."""
    kind = _kind(words)
    loophole = f'loophole added: "{words}" {_LOOPHOLES[kind]}' if kind in _LOOPHOLES else ""
    return Change(slot, "added", None, words, kind != "example", loophole or f'qualifier added: "{words}"')


def _same_qualifier(a: str, b: str) -> bool:
    """Whether two qualifiers say the same; examples do if they share a name."""
    left, right = _stems(a), _stems(b)
    return left == right or (_kind(a) == _kind(b) == "example" and bool(left & right))


def _class(slot: str, first: Rung, later: Rung) -> list[Change]:
    """The class of people, by the chains of classes and the words that narrow it."""
    was, now = (rung.slots[slot] or _class_elsewhere(rung) for rung in (first, later))
    if not (first.slots[slot] or later.slots[slot]):
        return []
    if not was or not now:
        return _appeared(slot, was, now)
    shift = class_shift(was, now)
    if not shift:
        return []
    reading = f'{_NAMES[slot]} {shift.change}: "{was}" → "{now}" ({shift.detail})'
    return [Change(slot, shift.change, was, now, True, reading)]


def _class_elsewhere(rung: Rung) -> str | None:
    """The class that a rung names in its party or act, as one noun after the other."""
    words = (rung.slots[slot] for slot in ("act", "bound_party"))
    return next((" and ".join(nouns) for text in words if text and (nouns := class_nouns(text))), None)


def _party(slot: str, first: Rung, later: Rung) -> list[Change]:
    """The bound party: a class of people by its width, anyone else word by word."""
    both = first.slots[slot] and later.slots[slot]
    if both and class_nouns(first.slots[slot]) and class_nouns(later.slots[slot]):
        return _class(slot, first, later)
    return _words(slot, first, later)


def _modality(slot: str, first: Rung, later: Rung) -> list[Change]:
    """The words that bind, by their strength; a will that reported speech turns into would is wording."""
    was, now = first.slots[slot] or "", later.slots[slot] or ""
    if not was or not now or was.lower() == now.lower():
        return []
    before, after = _strength(was), _strength(now)
    if before == after or {before, after} == {2, 3}:
        return [Change(slot, "reworded", was, now, False, f'modal reworded: "{was}" → "{now}"')]
    change = "weakened" if after < before else "strengthened"
    return [Change(slot, change, was, now, True, f'modal {change}: "{was}" → "{now}"')]


def _words(slot: str, first: Rung, later: Rung) -> list[Change]:
    """Party and act word by word; a word that only moved to another slot has not changed."""
    was, now = first.slots[slot], later.slots[slot]
    if not was or not now:
        return _appeared(slot, was, now, substance=slot == "act")
    gone, come = _missing(was, _whole(later)), _missing(now, _whole(first))
    if not gone and not come:
        return []
    before, after = _shown(was, gone), _shown(now, come)
    if come and {kin_of(t.folded) for t in come} <= {kin_of(t.folded) for t in gone} or slot == "bound_party":
        return [Change(slot, "reworded", before or None, after or None, False, _arrow(slot, "reworded", before, after))]
    change = "replaced" if gone and come else "dropped" if gone else "added"
    return [Change(slot, change, before or None, after or None, True, _arrow(slot, change, before, after))]


def _arrow(slot: str, change: str, before: str, after: str) -> str:
    words = f'"{before}" → "{after}"' if before and after else f'"{before or after}"'
    return f"{_NAMES[slot]} {change}: {words}"


def _speaker(slot: str, first: Rung, later: Rung) -> list[Change]:
    """Who states the limit, and through whom."""
    was, now = _named(first), _named(later)
    if not first.speaker or not later.speaker:
        return _appeared(slot, first.slots[slot], later.slots[slot])
    same = _stems(first.speaker) == _stems(later.speaker)
    if same and len(first.via) == len(later.via):
        return []
    generic = _is_generic(first.speaker) != _is_generic(later.speaker)
    related = generic or bool(_stems(first.speaker) & _stems(later.speaker))
    if related and len(first.via) == len(later.via):
        return [Change(slot, "reworded", was, now, False, f'speaker named otherwise: "{was}" → "{now}"')]
    return [Change(slot, "replaced", was, now, True, f'speaker changed: "{was}" → "{now}"')]


def _named(rung: Rung) -> str | None:
    """The speaker with those who stand between."""
    words = rung.slots["stated_by"] or ""
    through = f"through {', '.join(rung.via)}" if rung.via else ""
    return ", ".join(filter(None, (words, through))) or None


def _is_generic(name: str | None) -> bool:
    words = (name or "").lower().split()
    return bool(words) and words[-1] in _GENERIC


def _pieces(words: str | None) -> list[str]:
    return [piece.strip() for piece in words.split(" … ")] if words else []


def _kind(words: str) -> str:
    """The kind of a qualifier by the lexicon."""
    padded = words + " "
    return next((rule.label for rule in lexicon.load("restriction_qualifiers") if rule.regex.search(padded)), "")


@functools.cache
def _strength(words: str) -> int:
    return next((int(rule.label) for rule in reversed(lexicon.load("modal_strength")) if rule.regex.search(words)), 3)


def _whole(rung: Rung) -> str:
    """All words that say what is limited, so that a word that moved between slots is found; no named examples."""
    narrow = [piece for piece in _pieces(rung.slots["qualifier"]) if _kind(piece) != "example"]
    return " ".join(filter(None, (*(rung.slots[slot] for slot in ("bound_party", "act", "protected")), *narrow)))


def _missing(words: str, there: str) -> list[Token]:
    """The telling words of `words` that stand nowhere in `there`, not even with another ending."""
    known = _stems(there)
    return [t for t in tokens(words) if kin_of(t.folded) and stem(t.folded) not in known]


def _shown(words: str, missing: list[Token]) -> str:
    """The stretch of `words` from the first to the last missing word, or only some of those words if it is long."""
    if not missing:
        return ""
    stretch = words[missing[0].start:missing[-1].end]
    if len(stretch) <= 40:
        return stretch
    return " … ".join([token.word for token in missing[:_SHOWN]] + ["and more"] * (len(missing) > _SHOWN))


@functools.lru_cache(maxsize=20_000)
def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(token.folded) for token in tokens(words) if token.folded not in STOPWORDS
                     or kin_of(token.folded))


_COMPARISONS = {"bound_party": _party, "act": _words, "protected": _class, "qualifier": _qualifier,
                "modality": _modality, "exception": _plain, "applies_from": _plain, "applies_until": _plain,
                "stated_by": _speaker}
