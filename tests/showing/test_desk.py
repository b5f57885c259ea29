"""The desk writes decisions and codebook entries, says what it did, and says what cannot be done."""

import os
import shutil
import subprocess
import sys

import pytest

from crosscheck import open_corpus
from crosscheck.comparing.codebook import read_codebook
from crosscheck.showing import views, widgets


@pytest.fixture
def story(seeds, tmp_path):
    folder = tmp_path / "story"
    shutil.copytree(seeds, folder)
    return open_corpus(folder)


@pytest.mark.parametrize("seed", ["1", "2", "3", "4"])
def test_a_menu_that_was_empty_chooses_the_first_row(seed):
    code = ("from crosscheck.showing.explorer import Menu; menu = Menu('Row', []); menu.offer([('one', 'e1')]); "
            "assert menu.value == 'e1' and menu.index == 0")
    subprocess.run([sys.executable, "-c", code], check=True, env=os.environ | {"PYTHONHASHSEED": seed})


def press(desk, name):
    desk.buttons[name].click()


def test_a_decision_is_written_applied_and_taken_back(story):
    desk = widgets.decision_desk(story)
    desk.who.value, desk.why.value, desk.action.value, desk.value.value = "ab", "shorter", "rename", "<b>The deal</b>"
    chosen = desk.row.value
    press(desk, "Write decision")
    assert "Written into decisions.csv" in desk.said.value and (story.folder / "decisions.csv").exists()
    assert story.events.set_index("event_id").loc[chosen, "label"] == "<b>The deal</b>"
    assert desk.row.value == chosen and "<b>The deal" not in desk.page.value and "&lt;b&gt;The deal" in desk.page.value
    press(desk, "Take back my last")
    assert "Taken back" in desk.said.value
    assert story.events.set_index("event_id").loc[chosen, "label"] != "<b>The deal</b>"
    assert "undone" in repr(views.decisions_view(story).page())


def test_a_rejected_row_is_drawn_no_more(story):
    desk = widgets.decision_desk(story)
    desk.who.value, desk.action.value = "ab", "reject"
    label = {row_id: words for words, row_id in desk.row.options}[desk.row.value]
    assert label in repr(views.timeline_view(story).page())
    press(desk, "Write decision")
    assert label not in repr(views.timeline_view(story).page())
    assert label not in views.timeline_view(story).picture.alt


def test_what_cannot_be_done_is_said(story):
    desk = widgets.decision_desk(story)
    desk.action.value, desk.value.value, desk.who.value = "re-date", "someday", "ab"
    press(desk, "Write decision")
    assert desk.said.value.startswith("<p>Not done.") and not (story.folder / "decisions.csv").exists()
    press(desk, "Take back my last")
    assert "Not done." in desk.said.value


def test_a_question_goes_into_the_codebook_once(story):
    desk = widgets.decision_desk(story)
    assert desk.buttons["Put into codebook"].disabled
    desk.about.value = "question"
    assert not desk.buttons["Put into codebook"].disabled
    found = story.questions[(story.questions["origin"] == "discovery") & (story.questions["answers"] > 0)]
    desk.row.value = found["question_id"].iloc[0]
    before = len(read_codebook(story.folder).questions)
    press(desk, "Put into codebook")
    assert "Added to codebook.toml" in desk.said.value
    asked = read_codebook(story.folder).questions
    assert len(asked) == before + 1 and desk.row.value in {question.id for question in asked}
    press(desk, "Put into codebook")
    assert "stands there already" in desk.said.value


def test_only_fitting_decisions_are_offered(story):
    desk = widgets.decision_desk(story)
    offered = {about: _offered(desk, about) for about in ("event", "question", "restriction")}
    assert "re-date" in offered["event"] and "re-date" not in offered["question"]
    assert "rename" not in offered["restriction"]


def _offered(desk, about):
    desk.about.value = about
    return {action for _, action in desk.action.options}
