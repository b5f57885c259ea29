"""What belongs to a picture besides its marks? Headline, note, source, alternative text, and the rows it shows.

A `Picture` shows itself in a notebook as the same PNG that `export.save_figure` writes. The source line names the
articles with outlet and date as far as the folder knows them, and the digest of the corpus.
"""

import bisect
import functools
import io
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pandas as pd
from matplotlib.figure import Figure

from crosscheck.showing.days import day_words
from crosscheck.showing.findings import count, listed, number_word
from crosscheck.showing.page import DPI, elide, filled
from crosscheck.showing.recipe import KEY, Recipe, packed
from crosscheck.showing.screen import screen_svg
from crosscheck.showing.sheet import SLIDE, Sheet
from crosscheck.showing.style import house, printable
from crosscheck.tables import STATED

MOST_NAMED = 40
NUMBER = re.compile(r"\d{1,6}(?!\d)")
COMPRESSION = 3  # flat pictures get no smaller above it, and take twice the time


@dataclass(frozen=True)
class Picture:
    """One figure with all that travels with it; `plot` gives the rows that it draws, with their anchors."""

    figure: Figure
    name: str
    headline: str
    subtitle: str
    note: str
    source: str
    alt: str
    plot: Callable[[], pd.DataFrame]
    recipe: Recipe | None = None
    size: str = SLIDE.name
    again: "Callable[[str], Picture] | None" = field(default=None, compare=False, repr=False)

    @functools.cached_property
    def rows(self) -> pd.DataFrame:
        """The rows that the picture draws; files hold them, the screen does without."""
        return self.plot()

    def at(self, size: str) -> "Picture":
        """The same picture laid out for another size: `slide`, `half` or `column` (`sheet.SHEETS`)."""
        if size == self.size or self.again is None:
            return self
        return replace(self.again(size), recipe=replace(self.recipe, size=size) if self.recipe else None)

    @property
    def caption(self) -> str:
        """What stands under the picture where it is printed: headline, subtitle, note and source."""
        return " ".join(part if part.endswith((".", "!", "?", "”")) else part + "."
                        for part in (self.headline, self.subtitle, self.note, self.source) if part)

    def png(self) -> bytes:
        """The picture at its own size; the same bytes on every run."""
        return self._drawn

    def screen(self) -> str:
        """The picture as an SVG element for the browser; needs `screen.font_style` on the page."""
        return screen_svg(self.figure, self.alt)

    @functools.cached_property
    def _drawn(self) -> bytes:
        stream = io.BytesIO()
        with house():
            self.figure.savefig(stream, format="png", dpi=DPI, metadata=self.metadata("png"),
                                pil_kwargs={"compress_level": COMPRESSION})
        return stream.getvalue()

    def metadata(self, form: str) -> dict[str, str | None]:
        """Title, alternative text and source under the names that `png`, `svg` or `pdf` has for them.

        Those of a PNG hold the recipe as well; `export` puts it into the others.
        """
        if form == "pdf":
            return {"Title": self.headline, "Subject": self.alt, "Keywords": self.source, "Creator": "crosscheck",
                    "CreationDate": None}
        own = {"Title": self.headline, "Description": self.alt, "Source": self.source}
        if form == "svg":
            return own | {"Creator": "crosscheck", "Date": None}
        return own | {"Software": "crosscheck"} | (
            {KEY: packed(self.recipe.text(self.rows))} if self.recipe else {})

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> tuple[dict, dict]:
        width, height = (round(side * DPI / 2) for side in self.figure.get_size_inches())
        return ({"image/png": self.png(), "text/plain": self.alt},
                {"image/png": {"width": width, "height": height, "alt": self.alt}})


def share(part: int, whole: int, noun: str, *, best: bool = False) -> str:
    """How many of how many, as a sentence begins; `best` where there are more, which rank lower.

    >>> share(3, 5, "event"), share(1, 40, "event"), share(2, 2, "event"), share(3, 5, "event", best=True)
    ('Three of five events', 'One of 40 events', 'Both events', 'Three of the five best ranked events')
    """
    noun = f"best ranked {noun}" if best else noun
    if not part:
        return f"{'Neither' if whole == 2 else 'None'} of the {number_word(whole)} {noun}{'' if whole == 1 else 's'}"
    if part == whole:
        return {1: f"The one {noun}", 2: f"Both {noun}s"}.get(whole, f"All {number_word(whole)} {noun}s")
    words = f"{number_word(part)} of {'the ' if best else ''}{number_word(whole)} {noun}s"
    return words[0].upper() + words[1:]


def publication_note(publication: pd.DataFrame) -> str:
    """How many publication dates are stated, inferred, tried out and unknown."""
    stated = int(publication["basis"].isin(STATED).sum())
    unknown = int((publication["earliest"].isna() & publication["latest"].isna()).sum())
    tried = int((publication["basis"] == "tried").sum())
    inferred = len(publication) - stated - unknown - tried
    parts = [f"{number:,} {word}" for number, word in (
        (stated, "stated"), (inferred, "inferred from what the articles say"), (tried, "tried out"),
        (unknown, "unknown")) if number]
    return f"Publication dates of the articles: {', '.join(parts)}." if parts else ""


def article_name(article) -> str:
    """An article as a sentence speaks of it: its outlet's article, or the article by its label."""
    if not isinstance(article.outlet, str):
        return f"article {article.label}"
    return f"{article.outlet}’{'' if article.outlet.endswith('s') else 's'} article"


def article_beside(article) -> str:
    """What stands beside an article's label: its outlet and day, or that they are not known."""
    outlet = article.outlet if isinstance(article.outlet, str) else "outlet not named"
    return f"{outlet}, {day_words(article.published) if isinstance(article.published, str) else 'undated'}"


def article_names(articles: pd.DataFrame) -> dict[str, str]:
    """A name for each article by its id; the outlet's where it has one article in the folder, else the label's."""
    alone = ~articles["outlet"].duplicated(keep=False)
    return {row.article_id: printable(article_name(row) if single else f"article {row.label}")
            for row, single in zip(articles[["article_id", "label", "outlet"]].itertuples(), alone, strict=True)}


def labels(articles: pd.DataFrame) -> dict[str, str]:
    """The short name of each article by its id, in the order of the folder."""
    return dict(zip(articles["article_id"], map(printable, articles["label"]), strict=True))


def short_labels(articles: pd.DataFrame) -> dict[str, str]:
    """What a narrow place calls each article: the number its label begins with, where each has its own; else the label.

    >>> short_labels(pd.DataFrame({"article_id": ["a", "b"], "label": ["07 harbour", "08 ferry"]}))
    {'a': '07', 'b': '08'}
    """
    names = labels(articles)
    numbers = {key: NUMBER.match(name)[0] for key, name in names.items() if NUMBER.match(name)}
    return numbers if len(set(numbers.values())) == len(names) else names


def source_line(articles: pd.DataFrame, digest: str | None, sheet: Sheet = SLIDE) -> str:
    """The articles with outlet and date, as many as the foot of `sheet` holds, and the digest; call it in `house()`.

    It is the key of a picture that shows labels alone: rather than leave an article out it leaves out the dates.
    """
    rows = list(articles[["label", "outlet", "published"]].itertuples())
    start = f"Source: {count(len(rows), 'article')}"
    tail = f". Corpus {digest}." if digest else "."
    if len(rows) > 1 and all(map(_bare, rows)):
        return printable(f"{start} without outlet or date, {rows[0].label} to {rows[-1].label}{tail}")
    told = [one for dates in (True, False) for one in [_entries(rows, dates)]] if len(rows) <= MOST_NAMED else []
    for entries in told:
        line = printable(f"{start}: {'; '.join(entries)}{tail}")
        if len(filled(line, sheet.room, sheet.small)) <= sheet.sources:
            return line
    def first(shown: int) -> str:
        more = f"; and {len(rows) - shown:,} more" if shown < len(rows) else ""
        return printable(f"{start}: {'; '.join(_entries(rows[:shown], False))}{more}{tail}")

    shown = bisect.bisect_left(range(1, min(len(rows), MOST_NAMED) + 1), True, key=lambda shown: len(
        filled(first(shown), sheet.room, sheet.small)) > (sheet.sources if told else 1))
    return first(shown) if shown else printable(start + tail)


def _entries(articles: list, dates: bool) -> list[str]:
    """What is known of each article, those of which nothing is known together at the end."""
    named = [_entry(row, dates) for row in articles if not _bare(row)]
    bare = [elide(row.label, 200, SLIDE.small) for row in articles if _bare(row)]
    return [*named, f"{listed(bare, limit=MOST_NAMED)} without outlet or date"] if bare else named


def _bare(article) -> bool:
    return not (isinstance(article.outlet, str) or isinstance(article.published, str))


def _entry(article, dates: bool) -> str:
    outlet = article.outlet if isinstance(article.outlet, str) else "no outlet"
    name = f"{elide(article.label, 200, SLIDE.small)} {elide(outlet, 300, SLIDE.small)}"
    return f"{name}, {day_words(article.published) if isinstance(article.published, str) else 'undated'}" if dates \
        else name
