"""Explorers answer their controls without a browser, and say so when nothing is found or something goes wrong."""

import ipywidgets
import pytest

from crosscheck.showing import views, widgets
from crosscheck.showing.explorer import OFFERED, Menu
from crosscheck.showing.selections import ALL

EXPLORERS = [getattr(widgets, name) for name in dir(widgets) if name.endswith("_explorer")]


@pytest.mark.parametrize("make", EXPLORERS)
def test_each_control_changes_what_is_shown(corpus, make):
    explorer = make(corpus)
    assert explorer.page.value and "could not be shown" not in explorer.page.value
    for control in explorer.controls.values():
        before, value = shown(explorer), control.value
        control.value = other(control)
        assert "could not be shown" not in explorer.page.value
        assert shown(explorer) != before or control.value == value
        control.value = value
        assert shown(explorer) == before


def other(control) -> object:
    """Something else that the control can stand at."""
    if isinstance(control, ipywidgets.SelectionRangeSlider):
        return control.options[1][1], control.options[2][1]
    return control.options[-1][1] if hasattr(control, "options") else "zzzz"


def shown(explorer) -> tuple[str, str]:
    return explorer.page.value, explorer.image.value


def test_an_error_is_shown_in_its_place(corpus):
    explorer = widgets.words_explorer(corpus)
    explorer.view = lambda corpus, **choice: 1 / 0
    explorer.show()
    assert "could not be shown" in explorer.page.value and "division by zero" in explorer.page.value


def test_a_long_menu_is_searched(corpus):
    menu = Menu("Row", [(f"harbour {number}", f"r{number}") for number in range(300)])
    assert len(menu.options) == OFFERED and menu.told.value == f"{OFFERED} of 300" and menu.finder.layout.display == ""
    menu.finder.value = "24 Harbour"
    assert [value for _, value in menu.options] == [f"r{number}" for number in range(300) if "24" in str(number)]
    assert menu.value == "r24"
    menu.finder.value = "nowhere"
    assert menu.value == "r24" and menu.told.value == "none with these words"
    menu.offer([("ferry", "f")])
    assert menu.value == "f" and menu.finder.layout.display == "none"


def test_a_long_table_is_turned_and_begins_anew_with_other_choices(corpus):
    explorer = widgets.words_explorer(corpus)
    first, picture = shown(explorer)
    explorer.leaf.value = 2
    assert explorer.page.value != first and explorer.image.value == picture
    assert "13 to 24 of" in explorer.page.value
    explorer.controls["role"].value = "headline"
    assert explorer.leaf.value == 1 and explorer.leaf.layout.visibility == "hidden"
    explorer.controls["role"].value = ALL
    assert shown(explorer) == (first, picture)


def test_what_was_shown_is_kept(corpus):
    explorer = widgets.timeline_explorer(corpus)
    status, calls, view = explorer.controls["status"], [], explorer.view
    explorer.view = lambda corpus, **choice: calls.append(choice) or view(corpus, **choice)
    for value in ("dated", ALL, "dated", ALL):
        status.value = value
    assert len(calls) == 2


def test_the_page_says_the_same_as_the_widget(corpus):
    assert widgets.words_explorer(corpus).page.value == views.words_view(corpus).page()._repr_html_()


def test_no_word_found_is_said(corpus):
    assert "No sentence here." in repr(views.words_view(corpus, words="zzzz").page())


def test_moving_an_article_moves_and_breaks_events(corpus):
    explorer = widgets.moved_explorer(corpus)
    article, day = explorer.controls["article"], explorer.controls["day"]
    label = next(heading for heading, _ in article.options if heading.startswith("001"))
    article.label = label
    assert day.index == 0 and "Tried out" not in explorer.page.value
    day.value = "2026-03-10"
    assert "Tried out: 001 as of 10 Mar 2026" in explorer.page.value
    assert "cannot hold any more" in explorer.page.value and "The votes share no day" in explorer.page.value
    article.index = 0
    assert day.index == 0 and "Tried out" not in explorer.page.value


def test_days_to_try_lie_around_those_an_article_can_be_of(corpus):
    articles = views.unstated_articles(corpus)
    assert len(articles)
    for article in articles:
        days = views.possible_days(corpus, article)
        assert days == sorted(set(days)) and 28 <= len(days) <= 28 + 61
        known = corpus.publication.set_index("article_id").loc[article]
        assert not isinstance(known["latest"], str) or known["latest"] in days
