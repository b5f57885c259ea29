"""How do events leave for a timeline tool or a spreadsheet?

TimelineJS takes exact days only, so an interval becomes its start and end and the uncertainty is said in the display
date; an event with one open end stands at the end that is known. What no day places, and what is more than the tool
reads of a sheet, is on the list of skipped events, with the reason. `events_csv` keeps everything: EDTF, reasoning, and
one line for each passage with its anchor. Text of articles is escaped for HTML, and no cell begins as a formula. Not
exported: media and backgrounds.
"""

import csv
import html
import io
from datetime import date

import pandas as pd

from crosscheck.cells import guard, indented_json
from crosscheck.comparing.days import ordinal
from crosscheck.comparing.phrases import stretch_phrase

COLUMNS = ("Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline",
           "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background")
EVENT_COLUMNS = ("event_id", "label", "edtf", "earliest", "latest", "status", "basis", "reasoning", "articles", "rank")
PASSAGE_COLUMNS = ("file", "start", "end", "quote", "vote", "rule")
MOST_PASSAGES, MOST_ROWS = 5, 999
_NO_DAY = "no article gives a date for it, and nothing bounds it"
_TOO_MANY = f"only in the JSON: the tool reads {MOST_ROWS} rows of a sheet, and so many events rank higher"
_PREFIX = {"planned": "planned: ", "conditional": "if it happens: ", "disputed": "disputed: "}


def skipped_events(events: pd.DataFrame) -> pd.DataFrame:
    """The events that the sheet for the tool leaves out: `event_id`, `label`, `reason`, in the order of `events`."""
    kept = _in_sheet(events)
    rows = [(row.event_id, row.label, _TOO_MANY if _placed(row) else _NO_DAY)
            for row in events.itertuples() if row.event_id not in kept]
    return pd.DataFrame(rows, columns=["event_id", "label", "reason"], dtype="str")


def timeline_json(events: pd.DataFrame, evidence: pd.DataFrame, articles: pd.DataFrame, *, headline: str) -> str:
    """The placed events as TimelineJS JSON, in order of time; `headline` is the title of the timeline."""
    slides = [_slide(row, passages) for row, passages in _in_time(events, evidence, articles)]
    title = {"text": {"headline": html.escape(headline), "text": ""}}
    return indented_json({"title": title, "events": slides}) + "\n"


def timeline_csv(events: pd.DataFrame, evidence: pd.DataFrame, articles: pd.DataFrame) -> str:
    """The placed events as the table that TimelineJS reads, with its own column names, in order of time."""
    kept = _in_sheet(events)
    rows = [_sheet_row(row, passages) for row, passages in _in_time(events, evidence, articles) if row.event_id in kept]
    return _csv(COLUMNS, rows)


def events_csv(events: pd.DataFrame, evidence: pd.DataFrame, articles: pd.DataFrame) -> str:
    """Every event with EDTF and reasoning, one line for each passage that reports it, best event first."""
    files = dict(zip(articles["article_id"], articles["file"], strict=True))
    passages: dict[str, list[tuple]] = {}
    for row in evidence.itertuples():
        passages.setdefault(row.event_id, []).append((files[row.article_id], row.start, row.end, row.quote, row.vote,
                                                      row.rule))
    rows = []
    for event in events.sort_values("rank").itertuples():
        cells = [_cell(getattr(event, name)) for name in EVENT_COLUMNS]
        rows.extend([*cells, *passage] for passage in passages.get(event.event_id, [("",) * len(PASSAGE_COLUMNS)]))
    return _csv((*EVENT_COLUMNS, *PASSAGE_COLUMNS), rows)


def _in_sheet(events: pd.DataFrame) -> set[str]:
    """The ids of the placed events that the tool reads of a sheet, the best first."""
    placed = [row.event_id for row in events.sort_values("rank").itertuples() if _placed(row)]
    return set(placed[:MOST_ROWS])


def _placed(row) -> bool:
    return isinstance(row.earliest, str) or isinstance(row.latest, str)


def _in_time(events: pd.DataFrame, evidence: pd.DataFrame, articles: pd.DataFrame) -> list[tuple]:
    """The placed events, each with its passages as `(label of the article, quote)`, by first and last day."""
    labels = dict(zip(articles["article_id"], articles["label"], strict=True))
    passages: dict[str, list[tuple[str, str]]] = {}
    for row in evidence.itertuples():
        passages.setdefault(row.event_id, []).append((labels[row.article_id], " ".join(row.quote.split())))
    placed = [row for row in events.itertuples() if _placed(row)]
    placed.sort(key=lambda row: (_days(row)[0], _days(row)[1], row.rank))
    return [(row, passages.get(row.event_id, [])) for row in placed]


def _days(row) -> tuple[str, str]:
    first = row.earliest if isinstance(row.earliest, str) else row.latest
    return first, row.latest if isinstance(row.latest, str) else first


def _display(row) -> str:
    first, last = (ordinal(day) if isinstance(day, str) else None for day in (row.earliest, row.latest))
    words = stretch_phrase((first, last))
    words = words.removeprefix("on ") if first == last else words
    return _PREFIX.get(row.status, "") + words + (", uncertain" if "?" in row.edtf else "") + (
        ", approximate" if "~" in row.edtf else "")


def _body(row, passages: list[tuple[str, str]]) -> str:
    lines = [f"<p>{html.escape(row.reasoning)}</p>"]
    lines += [f"<blockquote>{html.escape(quote)} ({html.escape(label)})</blockquote>"
              for label, quote in passages[:MOST_PASSAGES]]
    return "".join(lines)


def _slide(row, passages: list[tuple[str, str]]) -> dict:
    first, last = _days(row)
    slide = {"unique_id": row.event_id, "start_date": _date(first), "display_date": html.escape(_display(row)),
             "text": {"headline": html.escape(row.label), "text": _body(row, passages)}, "group": row.status}
    return slide if first == last else slide | {"end_date": _date(last)}


def _date(day: str) -> dict[str, int]:
    found = date.fromisoformat(day)
    return {"year": found.year, "month": found.month, "day": found.day}


def _sheet_row(row, passages: list[tuple[str, str]]) -> list[object]:
    first, last = _days(row)
    end = ["", "", ""] if first == last else list(_date(last).values())
    return [*_date(first).values(), "", *end, "", _display(row), html.escape(row.label), _body(row, passages),
            "", "", "", "", "", row.status, ""]


def _csv(columns: tuple[str, ...], rows: list[list[object]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([[guard(cell) if isinstance(cell, str) else cell for cell in row] for row in rows])
    return text.getvalue()


def _cell(cell: object) -> object:
    return "" if not isinstance(cell, str) and pd.isna(cell) else cell
