"""The board of changes: firm rows drawn, softer ones counted, nothing cut off, nothing over another."""

import pytest
from matplotlib.text import Text

from crosscheck import tables
from crosscheck.showing.changes_board import COLUMNS, changes_figure, changes_headline
from crosscheck.showing.page import overlaps
from crosscheck.tables_analyst import CHANGES


def changes(number, text="", soft=0):
    """`number` rows of every kind, the first `soft` of them softer."""
    return tables.frame("changes", [
        {"change_id": f"n{kind}{n}", "change": kind, "about": "questions" if "question" in kind else "events",
         "label": f"What the council said of the bridge {n}{text}", "was": f"2031-03-0{n % 9 + 1}/..",
         "now": "2031-03-04", "reasoning": "As said.", "check": n < soft, "article_id": "a0", "start": n, "end": n + 1,
         "quote": f"x{text}"} for kind in CHANGES for n in range(number)])


@pytest.mark.parametrize("number", [0, 1, 3, 60])
def test_no_text_leaves_the_page_or_meets_another(story, number):
    made = story(5)
    picture = changes_figure(changes(number), made.articles, digest="0a1b")
    assert overlaps(picture.figure) == [] and picture.headline and "Corpus 0a1b" in picture.source


def test_hostile_words_are_drawn(story, hostile):
    made = story(3, text=hostile)
    picture = changes_figure(changes(2, text=hostile), made.articles)
    assert overlaps(picture.figure) == [] and picture.png().startswith(b"\x89PNG")


def test_softer_rows_are_counted_not_drawn(story):
    picture = changes_figure(changes(3, soft=1), story(3).articles)
    assert f"{len(CHANGES)} softer changes are not drawn" in picture.note
    words = " ".join(text.get_text() for text in picture.figure.findobj(Text))
    assert "bridge 1" in words and "bridge 0" not in words and len(picture.rows) == 3 * len(CHANGES)


def test_the_headline_names_the_gravest():
    assert changes_headline(changes(2)) == ("Two dates are contradicted and two questions are opened since the earlier "
                                            "run")
    assert changes_headline(tables.empty("changes")) == "Nothing has changed since the earlier run"


def test_every_firm_change_has_its_column():
    drawn = {kind for _, kinds in COLUMNS for kind in kinds}
    assert set(CHANGES) - drawn == {"new article", "article changed", "article gone", "event joined", "event gone",
                                    "restriction gone"}


def test_the_same_rows_give_the_same_bytes(story):
    made = story(3)
    assert changes_figure(changes(3), made.articles).png() == changes_figure(changes(3), made.articles).png()
