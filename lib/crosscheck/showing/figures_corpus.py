"""Who published what, when, how long, and on whose word? One row an article, or an outlet where there are many.

Publication dates are drawn as on the timeline: a disc is a stated day, a grey disc or bar an inferred one, a fade a
bound. The dark part of a bar of words is quoted speech. Named sources are persons, organisations, documents and
outlets; the same person under two names counts twice.
"""

from typing import NamedTuple

import pandas as pd

from crosscheck.showing import marks
from crosscheck.showing.days import ordinal
from crosscheck.showing.findings import count, listed, number_word, sentence
from crosscheck.showing.page import MARGIN, RIGHT, Page, elide
from crosscheck.showing.picture import Picture, labels, publication_note, share, source_line
from crosscheck.showing.style import SEMIBOLD, house, measure, printable
from crosscheck.showing.timeline_axis import Axis, draw_axis, whole_axis
from crosscheck.showing.timeline_marks import draw_shape
from crosscheck.showing.timeline_shapes import Shape, date_shape, published_words
from crosscheck.text import fold_word

MOST_ROWS = 20
NAMED = ("person", "organisation", "document", "outlet")
AXIS, WORDS, SOURCES = (510, 1000), (1044, 1290), 1340
HIGHEST = 132


class Row(NamedTuple):
    """One article, or all of one outlet."""

    name: str
    beside: str
    title: str
    shape: Shape
    date: str
    words: int
    quoted: int
    sources: tuple[str, ...]
    unnamed: int


def corpus_figure(articles: pd.DataFrame, publication: pd.DataFrame, attributions: pd.DataFrame, *,
                  headline: str | None = None, digest: str | None = None, name: str = "corpus") -> Picture:
    """Each of `articles` with its date, its length, and the sources that it names.

    `headline` replaces the finding that `corpus_headline` makes from the table. Rows of the picture: one an article.
    """
    with house():
        rows = corpus_rows(articles, publication, attributions)
        drawn = rows if len(rows) <= MOST_ROWS else _by_outlet(rows)
        title = headline or corpus_headline(articles)
        words = f"{int(articles['words'].sum()):,} words"
        what = "" if drawn is rows else f"; {count(len(drawn), 'outlet')} with most articles"
        subtitle = (f"{sentence(count(len(articles), 'article'))[:-1]} with {words}: when each was published, "
                    f"how long it is, and whom it names as its source{what}")
        page = Page()
        top = page.header(title, subtitle) + 96
        note = publication_note(publication)
        source = source_line(articles, digest)
        bottom = page.footer(note, source)
        _draw(page, drawn, top, bottom)
        return Picture(page.figure, name, title, subtitle, note, source, _alt(rows, title),
                       _plotted(articles, publication, rows))


def corpus_headline(articles: pd.DataFrame) -> str:
    """How many articles carry no date, and how many no outlet."""
    number = len(articles)
    dates, outlets = int(articles["published"].isna().sum()), int(articles["outlet"].isna().sum())
    if not dates and not outlets:
        return f"Outlet and date are known for {share(number, number, 'article').lower()}"
    if dates == number > 1:
        rest = " or names its outlet" if outlets == number else (
            f", and {number_word(outlets)} {'names' if outlets == 1 else 'name'} no outlet" if outlets else "")
        return f"{share(0, number, 'article')} carries a date{rest}"
    if not dates:
        return f"{share(outlets, number, 'article')} {'names' if outlets == 1 else 'name'} no outlet"
    start = f"{share(dates, number, 'article')} {'carries' if dates == 1 else 'carry'} no date"
    if not outlets:
        return start
    return f"{start}, and {number_word(outlets)} {'names' if outlets == 1 else 'name'} no outlet"


def corpus_rows(articles: pd.DataFrame, publication: pd.DataFrame, attributions: pd.DataFrame) -> list[Row]:
    """One row an article, in the order of the folder."""
    dates = {row.article_id: row for row in publication.itertuples()}
    said: dict[str, list] = {}
    for row in attributions.itertuples():
        said.setdefault(row.article_id, []).append(row)
    names = labels(articles)
    return [_row(article, names, dates.get(article.article_id), said.get(article.article_id, []))
            for article in articles.itertuples()]


def _row(article, names: dict[str, str], date, said: list) -> Row:
    shape = date_shape(date.edtf, ordinal(date.earliest), ordinal(date.latest), date.basis) if date else Shape(
        "undated", None, None)
    quoted = sum(len(row.content_text.split()) for row in said if row.direct)
    sources: dict[str, str] = {}
    for row in said:
        if row.source_type in NAMED and isinstance(row.source_text, str):
            sources.setdefault(" ".join(map(fold_word, row.source_text.split())), printable(row.source_text))
    return Row(names[article.article_id], article.outlet if isinstance(article.outlet, str) else "outlet not named",
               article.title if isinstance(article.title, str) else "", shape,
               published_words(shape, date.basis if date else "", year=None), int(article.words),
               min(quoted, int(article.words)), tuple(sources.values()),
               sum(row.source_type in ("unnamed", "none") for row in said))


def _by_outlet(rows: list[Row]) -> list[Row]:
    """A row an outlet, those with most articles first."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.beside, []).append(row)
    best = sorted(groups.items(), key=lambda item: -len(item[1]))[:MOST_ROWS]
    return [_merged(outlet, own) for outlet, own in best]


def _merged(outlet: str, rows: list[Row]) -> Row:
    days = [day for row in rows for day in row.shape.known]
    undated = sum(not row.shape.known for row in rows)
    shape = Shape("undated", None, None) if not days else Shape(
        "point" if min(days) == max(days) else "span", min(days), max(days))
    sources = dict.fromkeys(name for row in rows for name in row.sources)
    return Row(outlet, count(len(rows), "article"), "", shape, f"{undated:,} undated" if undated else "",
               sum(row.words for row in rows), sum(row.quoted for row in rows), tuple(sources),
               sum(row.unnamed for row in rows))


def _alt(rows: list[Row], title: str) -> str:
    told = "; ".join(f"{row.name} {row.beside}, {row.date}, {row.words:,} words, {len(row.sources)} named sources"
                     for row in rows[:20])
    return sentence(f"{title}. {told}")


def _plotted(articles: pd.DataFrame, publication: pd.DataFrame, rows: list[Row]) -> pd.DataFrame:
    kept = articles[["article_id", "file", "label", "outlet", "title", "published", "words"]].assign(
        quoted_words=[row.quoted for row in rows], named_sources=[len(row.sources) for row in rows],
        unnamed=[row.unnamed for row in rows])
    return kept.merge(publication[["article_id", "edtf", "basis", "reasoning"]], on="article_id", how="left",
                      validate="one_to_one")


def _draw(page: Page, rows: list[Row], top: float, bottom: float) -> None:
    height = min(HIGHEST, (bottom - 10 - top) / max(1, len(rows)))
    axis = whole_axis([row.shape for row in rows], *AXIS)
    for words, x in (("Published", AXIS[0]), ("Words, quoted words dark", WORDS[0]), ("Named sources", SOURCES)):
        if words != "Published" or axis is None:
            page.text(x, top - 19, words, 24, color="context")
    page.text(MARGIN, top - 19, "Article", 24, color="context")
    if axis:
        draw_axis(page, axis, top, top + height * len(rows))
    marks.rule(page, MARGIN, top, RIGHT, top, color="ink", line=2)
    most = max((row.words for row in rows), default=1)
    widest = measure(str(max((len(row.sources) for row in rows), default=0)), 27, SEMIBOLD)
    for number, row in enumerate(rows):
        y = top + number * height
        marks.rule(page, MARGIN, y + height, RIGHT, y + height)
        _draw_name(page, row, y, height)
        _draw_date(page, axis, row, y + height / 2, height)
        _draw_words(page, row, y + height / 2, most, height)
        _draw_sources(page, row, y + height / 2, height, widest)


def _draw_name(page: Page, row: Row, y: float, height: float) -> None:
    room = AXIS[0] - MARGIN - 30
    tall = height >= 62 and bool(row.title)
    base = y + height / 2 + (-5 if tall else 9)
    name = elide(row.name, room - 110, 27, SEMIBOLD)
    end = page.text(MARGIN, base, name, 27, weight=SEMIBOLD) + 12
    page.text(MARGIN + end, base, elide(row.beside, room - end, 23), 23, color="context")
    if tall:
        page.text(MARGIN, base + 31, elide(row.title, room, 22), 22, color="context")


def _draw_date(page: Page, axis: Axis | None, row: Row, y: float, height: float) -> None:
    tall = height >= 62
    if axis and row.shape.kind != "undated":
        draw_shape(page, axis, row.shape, y - (10 if tall else 0), accent=False, thin=not tall)
    elif axis:
        marks.rule(page, *(axis.left + 10, y - (10 if tall else 0)), axis.right, y - (10 if tall else 0),
                   color="silence_line", line=2, dashes=(4, 3.4))
    if tall or axis is None:
        page.text(AXIS[0] + 10, y + 27, row.date, 21, color="context")


def _draw_words(page: Page, row: Row, y: float, most: int, height: float) -> None:
    room, tall = WORDS[1] - WORDS[0] - 76, min(22, 0.5 * height)
    width = max(2, room * row.words / max(1, most))
    marks.box(page, WORDS[0], y - tall / 2, width, tall, fill="bar")
    if row.quoted:
        dark = max(2, width * row.quoted / max(1, row.words))
        marks.box(page, WORDS[0], y - tall / 2, dark, tall, fill="ink", order=2)
    page.text(WORDS[0] + width + 10, y + 8, f"{row.words:,}", 23)


def _draw_sources(page: Page, row: Row, y: float, height: float, widest: float) -> None:
    tall = height >= 62
    x = SOURCES + widest + 14
    base = y + (-5 if tall else 9)
    page.text(SOURCES, base, f"{len(row.sources):,}", 27, weight=SEMIBOLD)
    page.text(x, base, _listed(row.sources, RIGHT - x) if row.sources else "nobody named", 22)
    if tall and row.unnamed:
        unnamed = f"{row.unnamed:,} {'passage' if row.unnamed == 1 else 'passages'} on a source without a name"
        page.text(x, base + 31, elide(unnamed, RIGHT - x, 21), 21, color="context")


def _listed(names: tuple[str, ...], width: float) -> str:
    """As many names as fit in one line, and how many more there are."""
    for shown in range(min(len(names), 12), 0, -1):
        words = listed([elide(name, 240, 22) for name in names], limit=shown)
        if measure(words, 22) <= width:
            return words
    return elide(names[0], width, 22)
