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
from crosscheck.showing.page import Page, elide
from crosscheck.showing.picture import Picture, labels, publication_note, share, source_line
from crosscheck.showing.sheet import SLIDE, Sheet, sized
from crosscheck.showing.style import SEMIBOLD, house, measure, printable
from crosscheck.showing.timeline_axis import Axis, draw_axis, whole_axis
from crosscheck.showing.timeline_marks import draw_shape
from crosscheck.showing.timeline_shapes import Shape, date_shape, published_words
from crosscheck.text import fold_word

NAMED = ("person", "organisation", "document", "outlet")
TWICE = "Sources are counted as each article names them: one under two names counts twice."
HIGHEST = 132
MOST_LISTED = 12
TALL = 62  # a row in which two lines have room


class Plan(NamedTuple):
    """Where the columns stand, how many rows there are at most, and how large the words are."""

    axis: tuple[float, float]
    words: tuple[float, float]
    sources: float
    most: int
    name: float
    beside: float
    small: float


PLANS = {"slide": Plan((510, 1000), (1044, 1290), 1340, 20, 27, 23, 21),
         "half": Plan((330, 640), (664, 815), 836, 14, 22, 19, 18),
         "column": Plan((360, 730), (754, 920), 946, 24, 22, 19, 18)}


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


@sized
def corpus_figure(articles: pd.DataFrame, publication: pd.DataFrame, attributions: pd.DataFrame, *,
                  headline: str | None = None, digest: str | None = None, name: str = "corpus",
                  sheet: Sheet = SLIDE) -> Picture:
    """Each of `articles` with its date, its length, and the sources that it names.

    `headline` replaces the finding that `corpus_headline` makes from the table. Rows of the picture: one an article.
    """
    with house():
        rows = corpus_rows(articles, publication, attributions)
        plan = PLANS[sheet.name]
        drawn = rows if len(rows) <= plan.most else _by_outlet(rows, plan.most)
        title = headline or corpus_headline(articles)
        words = f"{int(articles['words'].sum()):,} words"
        what = "" if drawn is rows else f"; {count(len(drawn), 'outlet')} with most articles"
        subtitle = (f"{sentence(count(len(articles), 'article'))[:-1]} with {words}: when each was published, "
                    f"how long it is, and {'how many sources' if sheet.narrow else 'whom'} it names"
                    f"{'' if sheet.narrow else ' as its source'}{what}")
        page = Page(sheet)
        top = page.header(title, subtitle) + 96
        note = f"{publication_note(publication)} {TWICE}{' Dark: quoted words.' if sheet.narrow else ''}"
        source = source_line(articles, digest, sheet)
        bottom = page.footer(note, source)
        page.trim(_draw(page, drawn, plan, top, bottom))
        return Picture(page.figure, name, title, subtitle, note, source, _alt(rows, title),
                       lambda: _plotted(articles, publication, rows))


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


def _by_outlet(rows: list[Row], most: int) -> list[Row]:
    """A row an outlet, those with most articles first."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.beside, []).append(row)
    best = sorted(groups.items(), key=lambda item: -len(item[1]))[:most]
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


def _draw(page: Page, rows: list[Row], plan: Plan, top: float, bottom: float) -> float:
    """Heads and rows from `top` (the line below the heads) down; where they end."""
    left, right, narrow = page.sheet.margin, page.sheet.right, page.sheet.narrow
    height = min(HIGHEST * (0.75 if narrow else 1), (bottom - 10 - top) / max(1, len(rows)))
    axis = whole_axis([row.shape for row in rows], *plan.axis, compact=narrow)
    heads = ((("" if axis else "Published"), plan.axis[0]), ("Words" if narrow else "Words, quoted words dark",
                                                              plan.words[0]),
             ("Sources" if narrow else "Named sources", plan.sources), ("Article", left))
    for words, x in heads:
        page.text(x, top - 19, words, plan.beside + 1, color="context")
    if axis:
        draw_axis(page, axis, top, top + height * len(rows))
    marks.rule(page, left, top, right, top, color="ink", line=2)
    most = max((row.words for row in rows), default=1)
    widest = measure(str(max((len(row.sources) for row in rows), default=0)), plan.name, SEMIBOLD)
    for number, row in enumerate(rows):
        y = top + number * height
        marks.rule(page, left, y + height, right, y + height)
        _draw_name(page, plan, row, y, height)
        _draw_date(page, plan, axis, row, y + height / 2, tall=height >= TALL)
        _draw_words(page, plan, row, y + height / 2, most, height)
        _draw_sources(page, plan, row, y + height / 2, widest, tall=height >= TALL)
    return top + height * len(rows)


def _draw_name(page: Page, plan: Plan, row: Row, y: float, height: float) -> None:
    left = page.sheet.margin
    room = plan.axis[0] - left - 20
    tall = height >= TALL and bool(row.title)
    base = y + height / 2 + (-5 if tall else 9)
    name = elide(row.name, room - 4 * plan.name, plan.name, SEMIBOLD)
    end = page.text(left, base, name, plan.name, weight=SEMIBOLD) + 12
    page.text(left + end, base, elide(row.beside, room - end, plan.beside), plan.beside, color="context")
    if tall:
        size = max(18, plan.beside - 1)
        page.text(left, base + 1.15 * plan.name, elide(row.title, room, size), size, color="context")


def _draw_date(page: Page, plan: Plan, axis: Axis | None, row: Row, y: float, *, tall: bool) -> None:
    lift = 10 if tall else 0
    if axis and row.shape.kind != "undated":
        draw_shape(page, axis, row.shape, y - lift, accent=False, thin=not tall)
    elif axis:
        marks.rule(page, axis.left + 10, y - lift, axis.right, y - lift, color="silence_line", line=2, dashes=(4, 3.4))
    if tall or axis is None:
        words = elide(row.date, plan.axis[1] - plan.axis[0] - 10, plan.small)
        page.text(plan.axis[0] + 10, y + 27, words, plan.small, color="context")


def _draw_words(page: Page, plan: Plan, row: Row, y: float, most: int, height: float) -> None:
    left, right = plan.words
    room, tall = right - left - 3.3 * plan.beside, min(22, 0.5 * height)
    width = max(2, room * row.words / max(1, most))
    marks.box(page, left, y - tall / 2, width, tall, fill="bar")
    if row.quoted:
        dark = max(2, width * row.quoted / max(1, row.words))
        marks.box(page, left, y - tall / 2, dark, tall, fill="ink", order=2)
    page.text(left + width + 10, y + 8, f"{row.words:,}", plan.beside)


def _draw_sources(page: Page, plan: Plan, row: Row, y: float, widest: float, *, tall: bool) -> None:
    """How many sources are named, and on a slide the first of them."""
    x, right = plan.sources + widest + 14, page.sheet.right
    base = y + (-5 if tall and not page.sheet.narrow else 9)
    page.text(plan.sources, base, f"{len(row.sources):,}", plan.name, weight=SEMIBOLD)
    if page.sheet.narrow:
        return
    page.text(x, base, _listed(row.sources, right - x) if row.sources else "nobody named", 22)
    if tall and row.unnamed:
        unnamed = f"{row.unnamed:,} {'passage' if row.unnamed == 1 else 'passages'} on a source without a name"
        page.text(x, base + 31, elide(unnamed, right - x, plan.small), plan.small, color="context")


def _listed(names: tuple[str, ...], width: float) -> str:
    """As many names as fit in one line, and how many more there are."""
    short = [*(elide(name, 240, 22) for name in names[:MOST_LISTED]), *names[MOST_LISTED:]]
    for shown in range(min(len(names), MOST_LISTED), 0, -1):
        words = listed(short, limit=shown)
        if measure(words, 22) <= width:
            return words
    return elide(names[0], width, 22)
