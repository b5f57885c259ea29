"""Headlines and cells say what the tables say, on any folder."""

import pytest

from crosscheck import tables
from crosscheck.showing.figures_corpus import corpus_headline
from crosscheck.showing.figures_ladder import ladder_headline, ladder_rungs
from crosscheck.showing.figures_matrix import matrix_headline
from crosscheck.showing.figures_origins import origins_headline
from crosscheck.showing.figures_status import status_board, status_headline
from crosscheck.showing.figures_timeline import timeline_finding
from crosscheck.showing.matrix_cells import Cell as MatrixCell
from crosscheck.showing.matrix_cells import Passage, common_value, matrix_cells
from crosscheck.showing.timeline_shapes import date_shape, event_shape, qualifier, row_order


def readings(rows):
    return tables.frame("readings", [
        {"question_id": "q", "article_id": article, "start": 0, "end": 5, "quote": "ferry", "rule": "made",
         "value": value, "value_spans": [(0, 5)], "stance": stance} for article, value, stance in rows])


def questions(*, differs=True, check=False):
    return tables.frame("questions", [
        {"question_id": "q", "question": "Which?", "origin": "discovery", "kind": "number", "differs": differs,
         "check": check, "answers": 3, "silent": 0, "values": 2, "reasoning": "", "rank": 1}])


@pytest.mark.parametrize("rows, differs, check, kinds", [
    ([("a", "x", "asserts"), ("b", "x", "reports"), ("c", "y", "asserts")], True, False,
     ["common", "common", "differs"]),
    ([("a", "x", "asserts"), ("b", "y", "asserts")], True, False, ["differs", "differs"]),
    ([("a", "x", "asserts"), ("b", "y", "asserts")], True, True, ["drift", "drift"]),
    ([("a", "x", "asserts"), ("b", "x", "asserts"), ("b", "y", "asserts")], True, False, ["common", "drift"]),
    ([("a", "x", "asserts"), ("b", "x", "asserts"), ("c", "x", "denies")], True, False,
     ["common", "common", "differs"]),
    ([("a", "x", "asserts"), ("a", "y", "corrects"), ("b", "x", "asserts")], True, False,
     ["corrects", "differs"]),
])
def test_kinds_of_cells(rows, differs, check, kinds):
    row = matrix_cells(questions(differs=differs, check=check), readings(rows))["q"]
    assert [cell.kind for cell in row.values()] == kinds


def test_a_plurality_needs_to_stand_alone():
    cell = MatrixCell("common", ("x",), (Passage("x", ()),))
    assert common_value({"a": cell, "b": cell._replace(values=("y",))}) is None
    assert common_value({"a": cell, "b": cell}) == "x"


@pytest.mark.parametrize("edtf, first, last, basis, kind, words", [
    ("2031-03-04", 9, 9, "explicit", "point", ""), ("2031-03-04?", 9, 9, "explicit", "inferred", "day inferred"),
    ("2031-03-04", 9, 9, "inferred", "inferred", "day inferred"), ("../x", None, 9, "bound", "before", "by 9 Jan"),
    ("x/..", 9, None, "bound", "after", "9 Jan or later"), ("a/b", 9, 10, "bound", "span", "9 or 10 Jan"),
    ("a~/b~", 9, 12, "explicit", "about", "about 9 to 12 Jan"), ("XXXX", None, None, "unknown", "undated", ""),
])
def test_shapes_say_how_sure_the_day_is(edtf, first, last, basis, kind, words):
    shape = date_shape(edtf, first, last, basis)
    assert shape.kind == kind and qualifier(shape, year=1, exact=True) == words


def test_rows_are_in_the_order_of_their_first_known_day():
    shapes = [date_shape("XXXX", None, None, ""), date_shape("x/..", 12, None, ""), date_shape("x", 9, 9, ""),
              date_shape("../x", None, 9, "")]
    assert [shape.kind for shape in sorted(shapes, key=lambda shape: row_order(shape, 1))] == [
        "before", "point", "after", "undated"]


def test_days_that_cannot_all_hold_are_drawn_as_votes(story):
    s = story(4, 5)
    event = s.events[s.events["status"] == "disputed"].iloc[0]
    passages = s.event_evidence[s.event_evidence["event_id"] == event["event_id"]]
    shape = event_shape(event, passages["vote"])
    assert shape.kind == "votes" and len(shape.days) == 2


def test_timeline_headlines(story):
    s = story(5, 0)
    assert timeline_finding(s.events, s.event_evidence, s.articles).headline.startswith("No passage")
    s = story(5, 12)
    assert "days that cannot all hold" in timeline_finding(s.events, s.event_evidence, s.articles).headline


def test_an_article_silent_on_all_that_others_report_takes_the_headline(story):
    s = story(4, 16)
    dated = s.events[s.events["status"] == "dated"].head(4).assign(articles=3)
    told = tables.frame("event_evidence", [
        {"event_id": event_id, "article_id": f"a{n}", "start": 0, "end": 1, "quote": "x", "rule": "made",
         "dates_it": False, "vote": "XXXX", "reasoning": ""} for event_id in dated["event_id"] for n in range(3)])
    finding = timeline_finding(dated, told, s.articles)
    assert finding.article_id == "a3" and finding.headline.startswith("The Evening Mail’s article mentions none")


def test_the_article_that_stands_alone_takes_the_headline(story):
    s = story(3)
    asked = questions().loc[[0, 0]].assign(question_id=["q", "r"])
    given = readings([("a0", "x", "asserts"), ("a1", "x", "asserts"), ("a2", "y", "asserts")])
    cells = matrix_cells(asked, tables.typed("readings", [given, given.assign(question_id="r")]))
    assert matrix_headline(asked, cells, s.articles) == "City Wire’s article stands alone on both questions it answers"


def test_ladder_headlines(story):
    s = story(3)
    ladders, rungs, changes = s.ladder(3)
    rows = rungs.merge(s.limits(3).drop(columns="article_id"), on="restriction_id")
    assert "protects two differently named groups in three articles" in ladder_headline(rows, changes, s.articles)
    assert "nothing of substance changes" in ladder_headline(rows, changes.iloc[:0], s.articles)
    first = ladder_rungs(rows, changes)[0]
    assert {word.style for words in first.words.values() for word in words} == {"first"}


def test_rungs_with_the_same_words_are_one(story):
    s = story(3)
    _, rungs, changes = s.ladder(3)
    rows = rungs.assign(rendering="reported").merge(s.limits(1).drop(columns=["article_id", "restriction_id"]),
                                                    how="cross")
    assert [rung.articles for rung in ladder_rungs(rows, changes.iloc[:0])] == [("a0", "a1", "a2")]


@pytest.mark.parametrize("articles, fewest, most, end", [
    (4, 1, 4, "yet all four may rest on one origin"), (3, 3, 3, "and three origins stand behind all three"),
    (2, 1, 1, "and one origin stands behind both"), (1, 1, 1, "and no other article gives a reading"),
])
def test_origins_headlines(articles, fewest, most, end):
    rows = tables.frame("origins", [{"question_id": "q", "value": "x", "articles": articles, "fewest": fewest,
                                     "most": most, "origins": [], "reasoning": ""}])
    assert origins_headline(rows).endswith(end)


def test_status_board_keeps_wishes_apart_from_terms(story):
    s = story(3)
    board = status_board(s.limits(9), s.articles)
    assert list(board) == [status for status in tables.STATUSES if status in board]
    assert sum(entry.passages for parties in board.values() for own in parties.values() for entry in own) == 9
    assert status_headline(s.limits(9)).startswith("Two of nine stated limits are put as in force; two agreed")


@pytest.mark.parametrize("published, outlet, expected", [
    ((None, None), (None, "x"), "Neither of the two articles carries a date, and one names no outlet"),
    (("2031", None), ("x", "x"), "One of two articles carries no date"),
    (("2031", "2031"), ("x", "x"), "Outlet and date are known for both articles"),
    ((None, None), (None, None), "Neither of the two articles carries a date or names its outlet"),
])
def test_corpus_headlines(story, published, outlet, expected):
    articles = story(2).articles.assign(published=list(published), outlet=list(outlet))
    assert corpus_headline(articles) == expected
