"""Which passages give somebody's words: in quotation marks, or in the article's own words, by whom and through whom?

Every closed quotation of two words or more is a passage; its speaker is the source of the innermost attribution whose
content holds it, none where nobody is named (terms, titles, headlines). What an attribution reports outside marks is
cut into clauses. `through` names who stands between: an outlet, a report, "reportedly". Not found: words that an
article takes over without marks and without a source.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

from crosscheck.comparing.citations import key
from crosscheck.comparing.quotation_words import Word, words_of
from crosscheck.comparing.sources import Source
from crosscheck.quotations import find_quotations
from crosscheck.text import fold, overlap, trim

TOLD = frozenset(("headline", "heading", "dateline", "body", "list_item", "key_facts", "caption"))
MOST_SAID = 40      # attributions of one sentence that are looked at
LEAST_CONTENT = 3   # content words of a clause that is worth comparing
_CLAUSE = re.compile(r"[,;:]\s|\s-+\s|\s(?:and|but|while|although|though) (?=(?:that|it|he|she|they|we)\b)|\n")
_OPENING = re.compile(r"(?:(?:that|and|but|while|although|though|even though|to)\s+)+", re.IGNORECASE)


class Said(NamedTuple):
    """One passage that gives words of a speaker; `through` are the hands between, `sentence` counts sentences."""

    article_id: str
    start: int
    end: int
    quoted: bool
    words: tuple[Word, ...]
    speaker: str | None
    kind: str | None
    through: tuple[str, ...]
    sentence: int
    sentence_id: str
    attribution_id: str | None


def said_in(text: str, article_id: str, sentences: list, rows: list, speakers: dict[str, Source]) -> list[Said]:
    """The passages of one article in order, from the rows of its sentences and attributions.

    `speakers` gives the resolved source of attributions by id.
    """
    places = [(sentence.start, sentence.sentence_id, sentence.role) for sentence in sentences]
    starts = [start for start, _, _ in places]
    by_sentence: dict[str, list] = {}
    for row in rows:
        own = by_sentence.setdefault(row.sentence_id, [])
        if len(own) < MOST_SAID:
            own.append(row)
    maker = _Maker(text, article_id, places, starts, by_sentence, speakers)
    marks = [(q.start, q.end, q.inner_start, q.inner_end) for q in find_quotations(text) if q.inner_end > q.inner_start]
    quoted = [said for mark in marks if (said := maker.quoted(*mark)) is not None]
    inside = [(start, end) for start, end, _, _ in marks]
    told = [said for own in by_sentence.values() for row in own if row.attribution_id in speakers
            for said in maker.told(row, inside)]
    found: list[Said] = []
    for passage in sorted(told + quoted, key=lambda said: (said.start, -said.end, not said.quoted)):
        if not found or passage.end > found[-1].end or passage.quoted and not found[-1].quoted:
            found.append(passage)
    return found


class _Maker(NamedTuple):
    text: str
    article_id: str
    places: list
    starts: list
    by_sentence: dict
    speakers: dict

    def quoted(self, start: int, end: int, inner: int, inner_end: int) -> Said | None:
        """A quotation as a passage; None for a single word and outside the article's own text."""
        number = bisect_right(self.starts, start) - 1
        if number < 0 or self.places[number][2] not in TOLD:
            return None
        words = words_of(self.text, inner, inner_end)
        if len(words) < 2 or not any(word.content for word in words):
            return None
        return self.said(start, end, words, number, self._around(start, end, number), quoted=True)

    def _around(self, start: int, end: int, number: int) -> list:
        """The attributions whose content holds most of the quotation, the innermost first."""
        near = [row for place in range(max(0, number - 3), number + 1)
                for row in self.by_sentence.get(self.places[place][1], ())]
        held = [row for row in near if any(overlap((start, end), span) * 2 > end - start for span in row.content)]
        return sorted(held, key=lambda row: sum(b - a for a, b in row.content))

    def told(self, row, inside: list) -> list[Said]:
        """The clauses of an attribution outside quotation marks."""
        number = bisect_right(self.starts, row.start) - 1
        if number < 0 or self.places[number][2] not in TOLD:
            return []
        found = []
        for start, end in _clauses(self.text, row.content, inside):
            words = words_of(self.text, start, end)
            if sum(word.content for word in words) >= LEAST_CONTENT:
                around = self.by_sentence.get(row.sentence_id, [])
                held = [other for other in around if any(overlap((start, end), span) for span in other.content)]
                found.append(self.said(start, end, words, bisect_right(self.starts, start) - 1,
                                       [row, *(other for other in held if other is not row)], quoted=False))
        return found

    def said(self, start: int, end: int, words: list[Word], number: int, around: list, *, quoted: bool) -> Said:
        """The passage with the speaker of the innermost attribution, and who stands outside it."""
        own = next((row for row in around if row.attribution_id in self.speakers
                    and self.speakers[row.attribution_id].kind not in ("outlet", "document")), None)
        own = own or next((row for row in around if row.attribution_id in self.speakers), None)
        source = self.speakers[own.attribution_id] if own is not None else None
        through = [self.speakers[row.attribution_id].name if row.attribution_id in self.speakers else row.cue_text
                   for row in around if row is not own and (row.attribution_id in self.speakers or not row.source)]
        names = tuple(dict.fromkeys(name for name in through if source is None or key(name) != key(source.name)))
        return Said(self.article_id, start, end, quoted, tuple(words), source.name if source else None,
                    source.kind if source else None, names, number, self.places[number][1],
                    own.attribution_id if own is not None else None)


def _clauses(text: str, content: list, inside: list) -> list[tuple[int, int]]:
    """The clauses of content spans that stand outside quotation marks."""
    found = []
    for first, last in content:
        for a, b in _outside(first, last, inside):
            at = a
            for match in [*_CLAUSE.finditer(fold(text[a:b])), None]:
                stop = b if match is None else a + match.start()
                if stop > at:
                    start, end = trim(text, at, stop)
                    opening = _OPENING.match(text, start, end)
                    found.append((opening.end() if opening else start, end))
                at = stop if match is None else a + match.end()
    return found


def _outside(start: int, end: int, inside: list) -> list[tuple[int, int]]:
    """The parts of a span between the quotations that cut into it."""
    found, at = [], start
    for a, b in inside[bisect_right(inside, (start, -1)) - 1 if inside and inside[0][0] < start else 0:]:
        if a >= end:
            break
        if b > at:
            if a > at:
                found.append((at, a))
            at = max(at, b)
    return [*found, (at, end)] if at < end else found
