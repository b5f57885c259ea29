"""What belongs to a picture besides its marks? Headline, note, source, alternative text, and the rows it shows.

A `Picture` shows itself in a notebook as the same PNG that `export.save_figure` writes. The source line names the
articles with outlet and date as far as the folder knows them, and the digest of the corpus.
"""

import functools
import io
from dataclasses import dataclass

import pandas as pd
from matplotlib.figure import Figure

from crosscheck.showing.days import day_words
from crosscheck.showing.findings import count, number_word
from crosscheck.showing.page import MARGIN, RIGHT, SOURCE_SIZE, elide
from crosscheck.showing.recipe import KEY, Recipe, packed
from crosscheck.showing.screen import screen_svg
from crosscheck.showing.style import house, measure, printable
from crosscheck.tables import STATED

MOST_NAMED = 12
SLIDE = 160  # dots an inch: 1920 x 1080
COMPRESSION = 3  # flat pictures get no smaller above it, and take twice the time


@dataclass(frozen=True)
class Picture:
    """One figure with all that travels with it; `rows` are the rows that it draws, with their anchors."""

    figure: Figure
    name: str
    headline: str
    subtitle: str
    note: str
    source: str
    alt: str
    rows: pd.DataFrame
    recipe: Recipe | None = None

    @property
    def caption(self) -> str:
        """What stands under the picture where it is printed: headline, subtitle, note and source."""
        return " ".join(part if part.endswith((".", "!", "?", "”")) else part + "."
                        for part in (self.headline, self.subtitle, self.note, self.source) if part)

    def png(self) -> bytes:
        """The picture at slide size; the same bytes on every run."""
        return self._slide

    def screen(self) -> str:
        """The picture as an SVG element for the browser; needs `screen.font_style` on the page."""
        return screen_svg(self.figure, self.alt)

    @functools.cached_property
    def _slide(self) -> bytes:
        stream = io.BytesIO()
        with house():
            self.figure.savefig(stream, format="png", dpi=SLIDE, metadata=self.metadata("png"),
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
        return ({"image/png": self.png(), "text/plain": self.alt},
                {"image/png": {"width": 960, "height": 540, "alt": self.alt}})


def share(part: int, whole: int, noun: str) -> str:
    """How many of how many, as a sentence begins.

    >>> share(3, 5, "event"), share(1, 40, "event"), share(2, 2, "event")
    ('Three of five events', 'One of 40 events', 'Both events')
    """
    if not part:
        return f"{'Neither' if whole == 2 else 'None'} of the {number_word(whole)} {noun}{'' if whole == 1 else 's'}"
    if part == whole:
        return {1: f"The one {noun}", 2: f"Both {noun}s"}.get(whole, f"All {number_word(whole)} {noun}s")
    words = f"{number_word(part)} of {number_word(whole)} {noun}s"
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


def article_names(articles: pd.DataFrame) -> dict[str, str]:
    """A name for each article by its id; the outlet's where it has one article in the folder, else the label's."""
    alone = ~articles["outlet"].duplicated(keep=False)
    return {row.article_id: printable(article_name(row) if single else f"article {row.label}")
            for row, single in zip(articles.itertuples(), alone, strict=True)}


def labels(articles: pd.DataFrame) -> dict[str, str]:
    """The short name of each article by its id, in the order of the folder."""
    return {row.article_id: printable(row.label) for row in articles.itertuples()}


def source_line(articles: pd.DataFrame, digest: str | None, *, width: float = RIGHT - MARGIN) -> str:
    """The articles with outlet and date, as many as fit in one line, and the corpus digest; call it in `house()`."""
    tail = f". Corpus {digest}." if digest else "."
    named = [_entry(row) for row in articles.itertuples()]
    for shown in range(min(len(named), MOST_NAMED), -1, -1):
        more = f"; and {len(named) - shown:,} more" if 0 < shown < len(named) else ""
        line = f"Source: {count(len(named), 'article')}{': ' if shown else ''}{'; '.join(named[:shown])}{more}"
        if measure(printable(line + tail), SOURCE_SIZE) <= width:
            break
    return printable(line + tail)


def _entry(article) -> str:
    published = day_words(article.published) if isinstance(article.published, str) else "undated"
    outlet = article.outlet if isinstance(article.outlet, str) else "no outlet"
    return f"{elide(article.label, 200, SOURCE_SIZE)} {elide(outlet, 300, SOURCE_SIZE)}, {published}"
