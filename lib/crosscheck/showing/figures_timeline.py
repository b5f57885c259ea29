"""When did it happen, and who says so? One row an event, one seat an article, in one calendar.

Up to 18 events are drawn, the best ranked ones when there are more; several hundred become columns
(`timeline_columns`). Labels are placed right of their mark, left of it where the right is too narrow, and elided only
when neither side holds them. Not shown: the passages themselves; they are in the rows that are saved with the picture.
"""

from typing import NamedTuple

import pandas as pd

from crosscheck.showing.days import period_words
from crosscheck.showing.findings import count, number_word, sentence
from crosscheck.showing.marks import box, bracket, rule
from crosscheck.showing.page import MARGIN, Page, elide, quoted
from crosscheck.showing.picture import Picture, article_names, labels, publication_note, share, source_line
from crosscheck.showing.sheet import SLIDE, Sheet, sized
from crosscheck.showing.style import REGULAR, SEMIBOLD, house, measure, printable
from crosscheck.showing.timeline_axis import Axis, draw_axis, make_axis
from crosscheck.showing.timeline_columns import columns_picture
from crosscheck.showing.timeline_marks import draw_shape, extent
from crosscheck.showing.timeline_published import draw_key, draw_published, published_height, published_shapes
from crosscheck.showing.timeline_seats import Seats
from crosscheck.showing.timeline_shapes import Shape, event_shape, qualifier, row_order
from crosscheck.showing.timeline_stacked import LEAST, draw_stacked, stacked

MOST_ROWS, CROWD = 18, 120
ROW, LINE, QUOTE_SIZE, QUOTE_WIDTH = 40, 32, 24, 980
AXIS_RIGHTS = (1184, 1130, 1080, 1050, 1020, 980, 930, 880, 780)
NARROWING = 0.3  # pixels of elided label that a pixel of axis is worth
CUT = 40  # pixels that the loss of a first word is worth


class Row(NamedTuple):
    """One event to draw: its words, its shape, its votes by article, and whether it carries the headline."""

    event_id: str
    label: str
    status: str
    shape: Shape
    votes: dict[str, str]
    accent: bool
    words: tuple[tuple[str, str], ...]


class Finding(NamedTuple):
    """The headline with the article and the events that it speaks of, which take the accent."""

    headline: str
    article_id: str | None = None
    events: tuple[str, ...] = ()


class Told(NamedTuple):
    """What is told of some events: the finding and the rows."""

    finding: Finding
    rows: list[Row]


@sized
def timeline_figure(events: pd.DataFrame, event_evidence: pd.DataFrame, articles: pd.DataFrame,
                    publication: pd.DataFrame, *, headline: str | None = None, accents: tuple[str, ...] | None = None,
                    digest: str | None = None, name: str = "timeline", sheet: Sheet = SLIDE) -> Picture:
    """When each of `events` is said to have happened and who reports it, with the dates of the articles themselves.

    `headline` and `accents` (ids of events) replace the finding that `timeline_finding` makes from the tables. Rows of
    the picture: one an event and article that reports it, with its anchor.
    """
    with house():
        if len(events) > CROWD:
            return columns_picture(events, event_evidence, articles, headline=headline, digest=digest, name=name,
                                   sheet=sheet)
        best = events.sort_values("rank")
        for most in range(min(MOST_ROWS, len(best)), -1, -1):
            told = _told(best, most, event_evidence, articles, headline, accents)
            page = Page(sheet)
            top = page.header(told.finding.headline, "")
            note, source = publication_note(publication), source_line(articles, digest, sheet)
            bottom = page.footer(note, source)
            stack = stacked(told.rows, articles, publication, told.finding.article_id, page) if sheet.narrow else None
            if stack is None or stack.height + LEAST + sheet.subtitle <= bottom - top:
                break
        subtitle = _subtitle(events, told.rows, articles)
        top = page.subtitle(top, subtitle)
        if stack:
            page.trim(draw_stacked(page, stack, articles, told.finding.article_id, top))
        else:
            _draw(page, told.rows, articles, publication, told.finding, top + 92, bottom)
        return Picture(page.figure, name, told.finding.headline, subtitle, note, source,
                       timeline_alt(told.rows, articles),
                       lambda: _plotted(best.head(most), event_evidence, articles))


def _told(events: pd.DataFrame, most: int, event_evidence: pd.DataFrame, articles: pd.DataFrame, headline: str | None,
          accents: tuple[str, ...] | None) -> Told:
    """The rows of the first `events` with the finding, or with the headline and accents that are given."""
    finding = Finding("", events=accents) if accents is not None else timeline_finding(
        events, event_evidence, articles, drawn=most)
    rows = timeline_rows(events.head(most), event_evidence, finding, labels(articles))
    return Told(finding._replace(headline=headline or finding.headline), rows)


def timeline_finding(events: pd.DataFrame, event_evidence: pd.DataFrame, articles: pd.DataFrame, *,
                     drawn: int = MOST_ROWS) -> Finding:
    """What stands out: days that cannot all hold, an article silent on what most report, or how well all is dated.

    `events` stand in the order of their rank; how well they are dated is told of the first `drawn` of them.
    """
    if events.empty:
        return Finding("No passage in these articles could be read as an event")
    disputed = events[events["status"] == "disputed"]
    if len(disputed):
        words = f"“{disputed['label'].iloc[0]}”"
        return Finding(f"The articles give days that cannot all hold for {words}" if len(disputed) == 1 else
                       f"For {count(len(disputed), 'event')} the articles give days that cannot all hold",
                       events=tuple(disputed["event_id"]))
    return _silent_finding(events, event_evidence, articles) or _dated_finding(
        events.head(drawn), articles, best=drawn < len(events))


def timeline_rows(events: pd.DataFrame, event_evidence: pd.DataFrame, finding: Finding,
                  names: dict[str, str]) -> list[Row]:
    """The rows of the picture from top to bottom; `names` are the labels of the articles."""
    passages: dict[str, list] = {}
    for passage in event_evidence[event_evidence["event_id"].isin(events["event_id"])].itertuples():
        passages.setdefault(passage.event_id, []).append(passage)
    rows = []
    for event in events.itertuples():
        own = passages.get(event.event_id, [])
        votes, shape = _votes(own), event_shape(event, [passage.vote for passage in own])
        accent = event.event_id in finding.events or (bool(votes) and set(votes) == {finding.article_id})
        rows.append((row_order(shape, event.rank),
                     Row(event.event_id, printable(event.label), event.status, shape, votes, accent,
                         _words(own, names))))
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])]


def timeline_alt(rows: list[Row], articles: pd.DataFrame) -> str:
    """The picture in words, for those who cannot see it."""
    told = [f"{row.label}: {qualifier(row.shape, year=None, exact=False, status=row.status) or 'undated'}, reported by "
            f"{len(row.votes)} of {len(articles)}" for row in rows]
    return sentence(f"Timeline of {count(len(rows), 'event')} in {count(len(articles), 'article')}. {'; '.join(told)}")


def _silent_finding(events: pd.DataFrame, event_evidence: pd.DataFrame, articles: pd.DataFrame) -> Finding | None:
    """The one article that mentions none of at least three past events that at least half of the others report."""
    events = events[events["status"].isin(("dated", "bounded"))]
    told = event_evidence[event_evidence["event_id"].isin(events["event_id"])]
    tellers = told.groupby("event_id")["article_id"].agg(set)
    if not 2 < len(articles) <= 24:
        return None
    names = article_names(articles)
    found = []
    for article_id in articles["article_id"]:
        common = [event_id for event_id in events["event_id"] if event_id in tellers.index
                  and len(tellers[event_id] - {article_id}) * 2 >= len(articles) - 1 and len(tellers[event_id]) > 1]
        if len(common) > 2 and not any(article_id in tellers[event_id] for event_id in common):
            found.append((article_id, len(common)))
    if len(found) != 1:
        return None
    article_id, number = found[0]
    return Finding(f"{sentence(names[article_id])[:-1]} mentions none of the {count(number, 'event')} "
                   "with a date that at least half of the others report", article_id)


def _dated_finding(events: pd.DataFrame, articles: pd.DataFrame, *, best: bool) -> Finding:
    exact = int((events["earliest"].notna() & (events["earliest"] == events["latest"])).sum())
    alone = int((events["articles"] == 1).sum())
    if len(articles) > 1 and 2 * alone >= len(events) > 2:
        return Finding(f"{share(alone, len(events), 'event', best=best)} stand on the word of one article alone")
    if len(events) == 1 and not best:
        return Finding(f"The one event {'can' if exact else 'cannot'} be dated to the day")
    return Finding(f"{share(exact, len(events), 'event', best=best)} can be dated to the day")


def _subtitle(events: pd.DataFrame, rows: list[Row], articles: pd.DataFrame) -> str:
    days = sorted(day for row in rows for day in row.shape.known)
    period = f", {period_words(days[0], days[-1])}" if days else ""
    number = count(len(events), "event") if len(rows) == len(events) else f"{len(rows)} of {len(events)} events"
    return (f"{sentence(number)[:-1]} in {count(len(articles), 'article')}{period}: "
            "when each is said to have happened, and who reports it")


def _votes(passages: list) -> dict[str, str]:
    """Whether each article dates the event or only reports it, in the order of the passages."""
    votes = dict.fromkeys((passage.article_id for passage in passages), "reports")
    return votes | {passage.article_id: "dates" for passage in passages if passage.dates_it}


def _words(passages: list, names: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Each article's label with its first passage, those that give a date before the others."""
    found: dict[str, str] = {}
    for passage in sorted(passages, key=lambda passage: not passage.dates_it):
        found.setdefault(passage.article_id, passage.quote)
    return tuple((name, found[article_id]) for article_id, name in names.items() if article_id in found)


def _plotted(events: pd.DataFrame, event_evidence: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    names = articles.set_index("article_id")["label"]
    kept = event_evidence[["event_id", "article_id", "start", "end", "quote", "dates_it", "vote"]]
    rows = events.rename(columns={"articles": "reported_by"}).merge(kept, on="event_id", how="left",
                                                                    validate="one_to_many")
    return rows.assign(article=rows["article_id"].map(names))


def _draw(page: Page, rows: list[Row], articles: pd.DataFrame, publication: pd.DataFrame, finding: Finding,
          top: float, bottom: float) -> None:
    """Axis, rows, undated band and publication band between `top` (the axis line) and `bottom`."""
    seats = Seats.of(articles, finding.article_id)
    undated = sum(row.shape.kind == "undated" for row in rows)
    published = published_height(publication)
    free = bottom - top - 20 - (16 if undated else 0) - published
    height, quotes = _row_height(rows, free)
    size = min(31, 0.92 * height)
    axis = _fitting_axis(rows, publication, seats, size)
    dated_bottom = top + 10 + height * (len(rows) - undated)
    if axis:
        draw_axis(page, axis, top, dated_bottom + 4)
    seats.draw_heads(page, top)
    y = top + 10 + min(height, ROW) / 2
    places = []
    for number, row in enumerate(rows):
        if row.shape.kind == "undated" and number == len(rows) - undated:
            y += 12
            _undated_band(page, seats.leader_end, y - min(height, ROW) / 2 - 2, height * undated + 4)
        places.append((y, _draw_row(page, axis, row, y, size, seats)))
        _draw_words(page, axis, row, y, seats, quotes)
        y += height
    _draw_silence(page, rows, places, finding, seats, articles, size)
    below = y - min(height, ROW) / 2 + (12 if undated else 20)
    draw_published(page, axis, articles, publication, seats, below, finding.article_id)
    draw_key(page, seats, below, finding.article_id, articles)


def _row_height(rows: list[Row], free: float) -> tuple[float, int]:
    """The height of a row, and how many articles' words have room in it below the label."""
    height = free / max(1, len(rows))
    if height < ROW + 2 * LINE:
        return min(1.2 * ROW, height), 0
    quotes = min(max((len(row.words) for row in rows), default=0), int((height - ROW - 10) / LINE))
    return ROW + LINE * quotes + 10, quotes


def _fitting_axis(rows: list[Row], publication: pd.DataFrame, seats: Seats, size: float) -> Axis | None:
    """The widest axis that leaves room for all labels; if none does, the one that elides least."""
    shapes = [row.shape for row in rows] + published_shapes(publication)
    tried = [(sum(_overflow(row, axis, seats, size) for row in rows) - NARROWING * right, -right, axis)
             for right in AXIS_RIGHTS if (axis := make_axis(shapes, MARGIN, right))]
    return min(tried, key=lambda found: found[:2])[2] if tried else None


def _overflow(row: Row, axis: Axis, seats: Seats, size: float) -> float:
    left, right = extent(axis, row.shape)
    width = _label_width(row, axis, size)
    over = max(0, min(right + 20 + width - seats.leader_end, MARGIN + width + 20 - left))
    return over + CUT if over else 0


def _label_width(row: Row, axis: Axis | None, size: float) -> float:
    words = _qualifier(row, axis)
    gap = 14 if words else 0
    return measure(row.label, size, SEMIBOLD if row.accent else REGULAR) + gap + measure(words, 0.81 * size)


def _qualifier(row: Row, axis: Axis | None) -> str:
    far = axis and any(axis.far(day) for day in row.shape.known)
    exact = bool(axis) and axis.unit == "day" and not far
    shown = axis and row.shape.kind == "future" and not far
    shape = row.shape._replace(first=None) if shown else row.shape
    return qualifier(shape, year=axis.year if axis and not far else None, exact=exact, status=row.status)


def _draw_row(page: Page, axis: Axis | None, row: Row, y: float, size: float, seats: Seats) -> float:
    """Mark, label, qualifier, leader and seats of one event; where the leader begins."""
    base, color = y + 0.34 * size, "accent" if row.accent else "ink"
    weight = SEMIBOLD if row.accent else REGULAR
    left, right = extent(axis, row.shape)
    if row.shape.kind == "undated" or axis is None:
        page.text((left + right) / 2, base, "?", size, weight=SEMIBOLD, color=color, align="center")
    else:
        draw_shape(page, axis, row.shape, y, accent=row.accent)
    words, small = _qualifier(row, axis), 0.81 * size
    tail = measure(words, small) + 14 if words else 0
    on_left = left - MARGIN - 20 > seats.leader_end - right - 20 < tail + measure(row.label, size, weight)
    room = left - 16 - MARGIN if on_left else seats.leader_end - right - 16
    label = elide(row.label, room - tail, size, weight)
    x = right + 14 if not on_left else left - 14 - tail - measure(label, size, weight)
    end = x + page.text(x, base, label, size, weight=weight, color=color)
    if words:
        end += 14 + page.text(end + 14, base, words, small, color="context")
    start = max(end, right) + 14
    if start < seats.leader_end:
        rule(page, start, y + 2, seats.leader_end, y + 2, color="silence_line", line=1.6, dashes=(1, 3))
    seats.draw(page, row.votes, y)
    return max(end, right)


def _draw_words(page: Page, axis: Axis | None, row: Row, y: float, seats: Seats, most: int) -> None:
    """What articles say of the event, in their words, below its label."""
    widest = max((measure(printable(f"{name} “{quote}”"), QUOTE_SIZE, SEMIBOLD) for name, quote in row.words[:most]),
                 default=0)
    x = min(extent(axis, row.shape)[1] + 14, seats.leader_end - min(widest, QUOTE_WIDTH))
    for number, (name, quote) in enumerate(row.words[:most]):
        base = y + 40 + number * LINE
        name = elide(name, 160, QUOTE_SIZE, SEMIBOLD)
        gap = page.text(x, base, name, QUOTE_SIZE, weight=SEMIBOLD, color="context") + 10
        page.text(x + gap, base, quoted(quote, seats.leader_end - x - gap, QUOTE_SIZE), QUOTE_SIZE, color="context")


def _undated_band(page: Page, right: float, y: float, height: float) -> None:
    box(page, MARGIN, y, right - MARGIN, height, fill="band", order=0)
    page.text(MARGIN + 16, y + height / 2 + 9, "No date in any article", 26, color="context")


def _draw_silence(page: Page, rows: list[Row], places: list[tuple[float, float]], finding: Finding, seats: Seats,
                  articles: pd.DataFrame, size: float) -> None:
    """The longest run of rows on which the headline's article is silent: dashes, a bracket, and one sentence."""
    runs, run = [], []
    for number, row in enumerate(rows):
        silent = finding.article_id and finding.article_id not in row.votes and row.shape.kind != "undated"
        run = [*run, number] if silent else []
        runs.append(run)
    longest = max(runs, key=len, default=[])
    if len(longest) < 3:
        return
    first, last = places[longest[0]][0], places[longest[-1]][0]
    seats.draw_silence(page, finding.article_id, first, last)
    bracket(page, seats.leader_end + 6, first - 12, last + 12)
    label = articles.set_index("article_id")["label"][finding.article_id]
    words = f"Article {label} says nothing of these {number_word(len(longest))}"
    width = measure(printable(words), 0.88 * size, SEMIBOLD)
    for number in longest:
        y, end = places[number]
        if end + 40 + width < seats.leader_end:
            box(page, seats.leader_end - width - 16, y - 12, width + 14, 24, fill="paper", order=2)
            page.text(seats.leader_end - 4, y + 0.31 * size, words, 0.88 * size, weight=SEMIBOLD, color="accent",
                      align="right")
            return
