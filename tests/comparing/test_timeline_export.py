"""Do events leave for other tools whole, harmless, and with a list of what was left out?"""

import csv
import io
import json

import pandas as pd
import pytest
from tests.comparing.story import events_of, read_story

from crosscheck.comparing.timeline_export import COLUMNS, events_csv, skipped_events, timeline_csv, timeline_json

TEXTS = {"one": "=The <b>bridge</b> was closed on 3 May 2024. The tunnel opened in May 2024.",
         "two": "A crow stole the ring on Tuesday night."}


def _tables():
    return (*events_of(TEXTS), read_story(TEXTS)["articles"])


def test_timeline_csv_has_the_columns_of_the_tool():
    rows = list(csv.DictReader(io.StringIO(timeline_csv(*_tables()))))
    assert tuple(rows[0]) == COLUMNS
    assert {(row["Year"], row["Month"], row["Day"]) for row in rows} >= {("2024", "5", "3"), ("2024", "5", "1")}
    assert "<b>" not in "".join(row["Headline"] for row in rows)


def test_timeline_json_is_in_order_of_time():
    slides = json.loads(timeline_json(*_tables(), headline="A <story>"))
    assert slides["title"]["text"]["headline"] == "A &lt;story&gt;"
    days = [tuple(slide["start_date"].values()) for slide in slides["events"]]
    assert days == sorted(days) and slides["events"][0]["end_date"]["day"] == 31


def test_what_has_no_day_is_skipped_and_said():
    events, evidence, articles = _tables()
    skipped = skipped_events(events)
    placed = json.loads(timeline_json(events, evidence, articles, headline=""))["events"]
    assert len(skipped) == 1 and len(skipped) + len(placed) == len(events)


def test_events_csv_keeps_anchors_and_no_formula():
    rows = list(csv.DictReader(io.StringIO(events_csv(*_tables()))))
    assert all(row["edtf"] and row["reasoning"] and row["start"] for row in rows)
    assert not any(cell.startswith("=") for row in rows for cell in row.values())


def test_nothing_to_export():
    events, evidence = events_of({"one": "Nothing."})
    articles = read_story({"one": "Nothing."})["articles"]
    assert timeline_csv(events, evidence, articles) == ",".join(COLUMNS) + "\n" and skipped_events(events).empty


@pytest.mark.parametrize(("text", "shown"), [
    ("The bridge was closed on 3 May 2024.", "3 May 2024"),
    ("The bridge was closed in May 2024.", "in May 2024"),
    ("The bridge was closed in mid-2024.", "from May to August 2024, approximate"),
    ("The bridge was closed between 3 and 5 May 2024.", "from 3 to 5 May 2024"),
    ("The bridge will be closed on 3 May 2094.", "planned: 3 May 2094"),
])
def test_uncertainty_stands_in_the_display_date(text, shown):
    texts = {"one": text}
    tables = (*events_of(texts, {"one": "2024-06-01"}), read_story(texts)["articles"])
    found = json.loads(timeline_json(*tables, headline=""))
    assert [slide["display_date"] for slide in found["events"]] == [shown]


def test_more_than_the_tool_reads_of_a_sheet_is_said():
    events, evidence, articles = _tables()
    row = events[events["edtf"] == "2024-05-03"]
    many = pd.concat([row.assign(event_id=f"e{rank}", rank=rank) for rank in range(1, 1003)], ignore_index=True)
    rows = list(csv.DictReader(io.StringIO(timeline_csv(many, evidence, articles))))
    skipped = skipped_events(many)
    assert len(rows) == 999 and skipped["event_id"].tolist() == ["e1000", "e1001", "e1002"]
    assert skipped["reason"].str.startswith("only in the JSON").all()
