"""How is a happening written down: its label, its days, its status, its reasoning, and its votes?

The reasoning names who gives which date in which words, then what bounds the rest, in one sentence. Not found: votes
beyond the twentieth passage of one event.
"""

from crosscheck.comparing.days import OPEN, Interval, iso
from crosscheck.comparing.direction import AHEAD, direction
from crosscheck.comparing.happenings import Happening
from crosscheck.comparing.labels import label_for
from crosscheck.comparing.mentions import Mention
from crosscheck.comparing.phrases import in_words, listing, opened, stretch_phrase
from crosscheck.edtf import edtf_of
from crosscheck.text import content_id
from crosscheck.timex import bounds

MOST_EVIDENCE, MOST_VOTES = 20, 4
VERBS = {"planned": "is to be", "conditional": "would be"}
APPROXIMATE = ("early", "mid", "late", "start", "end", "earlier", "later")


def event_rows(happenings: list[Happening], mentions: list[Mention], days: list[Interval], labels: dict[str, str],
               published: dict[str, Interval]) -> tuple[list[dict], list[dict]]:
    """The rows of `events` and `event_evidence`; `happenings` come in the order of their rank."""
    rows, evidence = [], []
    for rank, happening in enumerate(happenings, start=1):
        told = [mentions[place] for place in happening.places]
        event_id = identity(happening, mentions)
        status = _status(happening, mentions, days, published)
        rows.append({
            "event_id": event_id, "label": happening.name or label_for(_naming(happening, told)),
            "edtf": edtf_of(*map(iso, happening.when), uncertain=happening.unsure,
                            approximate=_is_approximate(told)),
            "earliest": iso(happening.when[0]), "latest": iso(happening.when[1]), "status": status,
            "basis": _basis(happening, told), "reasoning": _reasoning(happening, told, labels, status),
            "articles": len({mention.article for mention in told}), "rank": rank})
        evidence += _evidence(event_id, happening, mentions, days)
    return rows, evidence


def _naming(happening: Happening, told: list[Mention]) -> list[Mention]:
    """The passages whose words may name the event: those that date it, and headlines."""
    return [mention for mention in told if mention.timings or mention.role == "headline" or not happening.dated] or told


def identity(happening: Happening, mentions: list[Mention]) -> str:
    """The id of an event: from its name in the codebook, else from its first passage."""
    if happening.identity:
        return happening.identity
    first = mentions[happening.places[0]]
    date = first.timings[0].start if happening.dated else False
    return content_id("e", first.article, first.start, first.end, *first.clause, date)


def _status(happening: Happening, mentions: list[Mention], days: list[Interval], published: dict[str, Interval]) -> str:
    if happening.conditional:
        return "conditional"
    if happening.disputed:
        return "disputed"
    if happening.dated and all(_is_planned(mentions[place], days[place], published) for place in happening.dated):
        return "planned"
    if happening.when == OPEN:
        return "undated"
    return "dated" if None not in happening.days else "bounded"


def _is_planned(mention: Mention, days: Interval, published: dict[str, Interval]) -> bool:
    first, last = published[mention.article]
    if days[0] is not None and (last is not None and days[0] > last or first is not None and days[0] <= first):
        return last is not None and days[0] > last
    return direction(mention, mention.timings[0]) == AHEAD


def _is_approximate(told: list[Mention]) -> bool:
    """Whether the days rest only on a vague part of a year or month ("mid-2025", "late March")."""
    timings = [mention.timings[0] for mention in told if mention.timings]
    return bool(timings) and all(_is_part(timing.value, timing.relation, timing.earliest, timing.latest)
                                 for timing in timings)


def _is_part(value: str, relation: str | None, earliest: str | None, latest: str | None) -> bool:
    if relation is not None:
        return "week" not in relation and any(part in relation.split() for part in APPROXIMATE)
    return (earliest, latest) != bounds(value)


def _basis(happening: Happening, told: list[Mention]) -> str:
    if not happening.dated:
        return "bound" if happening.when != OPEN else "unknown"
    if happening.days == OPEN:
        return "unknown"
    explicit = any(timing.relation is None for mention in told for timing in mention.timings[:1])
    return "explicit" if explicit else "relative"


def _reasoning(happening: Happening, told: list[Mention], labels: dict[str, str], status: str) -> str:
    """One sentence: the words that date it, what bounds it, and the days that follow."""
    parts = _votes([(labels[mention.article], _said(mention)) for mention in told if mention.timings])
    clauses = [listing(parts)] if parts else []
    clauses += dict.fromkeys(happening.because[-2:])
    if not clauses:
        return "No article gives a date, and nothing bounds it."
    follows = f"so it {VERBS.get(status, 'was')} {stretch_phrase(happening.when)}"
    return opened(f"{'; '.join(clauses)}; {'these cannot all hold' if happening.disputed else follows}.")


def _votes(said: list[tuple[str, str]]) -> list[str]:
    """Who says which date: articles with the same words together, then the words of each other article together."""
    by_words: dict[str, dict[str, None]] = {}
    for label, words in said:
        by_words.setdefault(words, {}).setdefault(label)
    together = [f"{listing(names)} say “{words}”" for words, names in by_words.items() if len(names) > 1]
    alone: dict[str, list[str]] = {}
    for words, names in by_words.items():
        if len(names) == 1:
            alone.setdefault(next(iter(names)), []).append(f"“{words}”")
    parts = together + [f"{label} says {listing(words)}" for label, words in alone.items()]
    if len(parts) > MOST_VOTES:
        parts = [*parts[:MOST_VOTES - 1], f"{len(parts) - MOST_VOTES + 1} more articles date it"]
    return parts


def _said(mention: Mention) -> str:
    first, *rest = mention.timings
    return f"{in_words(first.quote)} to {in_words(rest[0].quote)}" if mention.span and rest else in_words(first.quote)


def _evidence(event_id: str, happening: Happening, mentions: list[Mention], days: list[Interval]) -> list[dict]:
    rows: dict[tuple[str, int], dict] = {}
    for place in happening.places[:MOST_EVIDENCE]:
        mention, when = mentions[place], days[place]
        timing = mention.timings[0] if mention.timings and place in happening.dated else None
        because = f"“{_said(mention)}” is {stretch_phrase(when)}." if timing else "It tells of it without a date."
        rows.setdefault((mention.article, mention.start), {
            "event_id": event_id, "article_id": mention.article, "start": mention.start, "end": mention.end,
            "quote": mention.quote, "rule": timing.rule if timing else "named" if happening.name else "alike",
            "sentence_id": mention.sentence, "dates_it": timing is not None,
            "date_id": timing.date_id if timing else None, "vote": edtf_of(*map(iso, when)) if timing else "XXXX",
            "reasoning": because})
    return list(rows.values())
