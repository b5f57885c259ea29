"""What does the analyst ask, and what does the analyst call things? `codebook.toml` beside the articles, checked.

`codebook_file` says what the file may hold. A pattern that matches no sentence is reported, since it is a typo or the
finding of a silence; so are two readings of one question that share a pattern or claim the same words. Not found: a
pattern that matches too much.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from crosscheck.comparing.codebook_file import FILE, Codebook, Pattern, Question, parse_codebook
from crosscheck.errors import CodebookError
from crosscheck.literals import plain
from crosscheck.text import fold, overlap


def read_codebook(folder: str | Path) -> Codebook:
    """The checked codebook of `folder`, empty if it has none; `CodebookError` says where and what is wrong."""
    path = Path(folder) / FILE
    if not path.exists():
        return Codebook()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise CodebookError(f"{FILE}: not UTF-8 at byte {error.start}; save it as UTF-8") from None
    except OSError as error:
        raise CodebookError(f"{FILE}: cannot be read: {error.strerror}; change its permissions") from None
    return parse_codebook(text)


def codebook_notices(codebook: Codebook, sentences: pd.DataFrame) -> list[tuple[str, str]]:
    """`(address, notice)` for each pattern that never matches and each two readings that claim the same words.

    `sentences` needs the column `quote`. Gaps are left out: that they never match is what they ask.
    """
    texts = Texts.of(sentences["quote"])
    notices = []
    for question in codebook.questions:
        if not question.gap:
            notices += _question_notices(question, texts)
    for kind, entries in (("event", codebook.events), ("restriction", codebook.restrictions)):
        for entry in entries:
            notices += _silent(entry.patterns, f"{FILE}: {kind} {entry.id!r}", texts)
    return notices


def searchable(text: str) -> str:
    """`text` as patterns see it: folded, a space for each line break or tab; offsets unchanged."""
    return fold(text).translate({9: " ", 10: " ", 13: " "})


class Texts(NamedTuple):
    """Many sentences as patterns see them, and in plain letters (`literals.plain`), by which most are passed over."""

    texts: tuple[str, ...]
    plain: tuple[str, ...]

    @classmethod
    def of(cls, quotes: Iterable[str]) -> "Texts":
        """The sentences `quotes`."""
        texts = tuple(map(searchable, quotes))
        return cls(texts, tuple(map(plain, texts)))

    def matched(self, pattern: Pattern) -> bool:
        """Whether the pattern matches in any of the texts."""
        return any(pattern.regex.search(self.texts[number]) for number in self._possible(pattern))

    def spans(self, patterns: tuple[Pattern, ...]) -> dict[int, list[tuple[int, int]]]:
        """The number of each text that the patterns match, in order, with the spans by pattern."""
        found: dict[int, list[tuple[int, int]]] = {}
        for pattern in patterns:
            for number in self._possible(pattern):
                for match in pattern.regex.finditer(self.texts[number]):
                    found.setdefault(number, []).append(match.span())
        return dict(sorted(found.items()))

    def _possible(self, pattern: Pattern) -> Iterable[int]:
        """The numbers of the texts in which the pattern can match."""
        if not pattern.needs:
            return range(len(self.texts))
        return sorted({number for word in pattern.needs for number, low in enumerate(self.plain) if word in low})


def _question_notices(question: Question, texts: Texts) -> list[tuple[str, str]]:
    address = f"{FILE}: question {question.id!r}"
    notices = _silent((*question.about, *question.unless), address, texts)
    for reading in question.readings:
        notices += _silent(reading.patterns, f"{address}, reading {reading.value!r}", texts)
    claimed = [texts.spans(reading.patterns) for reading in question.readings]
    for number, one in enumerate(question.readings):
        for place, other in enumerate(question.readings[number + 1:], start=number + 1):
            shared = _same_pattern(one.patterns, other.patterns) or _shared(claimed[number], claimed[place], texts)
            if shared:
                notices.append((address, f"the readings {one.value!r} and {other.value!r} both match {shared!r}; "
                                         "narrow one of them"))
    return notices


def _silent(patterns: tuple[Pattern, ...], address: str, texts: Texts) -> list[tuple[str, str]]:
    return [(address, f"the pattern {pattern.text!r} matches no sentence; check its spelling, or keep it as a silence")
            for pattern in patterns if not texts.matched(pattern)]


def _same_pattern(one: tuple[Pattern, ...], other: tuple[Pattern, ...]) -> str | None:
    """The first pattern that stands in both; None if there is none."""
    texts = {pattern.text for pattern in other}
    return next((pattern.text for pattern in one if pattern.text in texts), None)


def _shared(one: dict[int, list[tuple[int, int]]], other: dict[int, list[tuple[int, int]]],
            texts: Texts) -> str | None:
    """The first words that both claim; None if there are none."""
    for number in sorted(one.keys() & other.keys()):
        for span in other[number]:
            if any(overlap(span, claimed) for claimed in one[number]):
                return texts.texts[number][span[0]:span[1]]
    return None
