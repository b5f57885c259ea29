"""A decision made by a call stays, survives new articles, is undone, and meets another analyst's."""

import shutil

import pandas as pd
import pytest

from crosscheck import open_corpus
from crosscheck.decisions import FILE
from crosscheck.errors import DecisionError

HOSTILE = '=cmd()|"<script>alert(1)</script>\x00\x1b[31m\u202e\ud800\n,;javascript:x'


@pytest.fixture
def folder(tmp_path):
    """A small story of three articles; the third joins later."""
    place = tmp_path / "story"
    place.mkdir()
    (place / "1.txt").write_text("The council closed the bridge on 3 March 2031.\n\nThe mayor said 40 people were "
                                 "hurt. Drivers must not use the bridge.\n", encoding="utf-8")
    (place / "2.txt").write_text("Police said 60 people were hurt.\n\nThe council closed the bridge on 3 March 2031. "
                                 "Drivers must not use the bridge at night.\n", encoding="utf-8")
    (tmp_path / "3.txt").write_text("The council closed the bridge on 3 March 2031, and drivers were angry.\n\nThe "
                                    "ferry will sail on 9 March 2031.\n", encoding="utf-8")
    return place


def test_decisions_survive_a_new_article(folder):
    corpus = open_corpus(folder)
    event = corpus.events["event_id"].iloc[0]
    corpus.decide(event, "rename", "The bridge is closed", who="Ann", why="shorter")
    assert corpus.events["label"].iloc[0] == "The bridge is closed"
    shutil.copy(folder.parent / "3.txt", folder / "0.txt")
    later = open_corpus(folder)
    assert event not in set(later.events["event_id"])  # an article before the others gives the event another id
    assert list(later.decisions["outcome"]) == ["applied"]
    row = later.decisions["row_id"].iloc[0]
    assert later.events.set_index("event_id").at[row, "label"] == "The bridge is closed"
    (folder / "0.txt").unlink()
    (folder / "1.txt").unlink()
    (folder / "2.txt").write_text("Something else entirely.\n", encoding="utf-8")
    assert list(open_corpus(folder).decisions["outcome"]) == ["orphaned"]


def test_rejected_limits_leave_ladders_and_coverage(folder):
    corpus = open_corpus(folder)
    limits, covered = corpus.restrictions, len(corpus.coverage)
    assert len(limits) == 2
    for row in limits["restriction_id"]:
        corpus.decide(row, "reject", who="Ann", why="no limit")
    assert (corpus.restrictions["decided"] == "rejected").all() and corpus.ladders.empty
    assert len(corpus.coverage) < covered
    corpus.undo(who="Ann")
    corpus.undo(who="Ann")
    pd.testing.assert_frame_equal(corpus.restrictions, limits)
    assert list(corpus.decisions["outcome"]) == ["undone", "undone", "applied", "applied"]


def test_another_run_reads_the_same(folder):
    corpus = open_corpus(folder)
    event = corpus.events["event_id"].iloc[0]
    for action, value in (("accept", ""), ("annotate", HOSTILE), ("grade", "B2"), ("re-date", "2031-03-04")):
        corpus.decide(event, action, value, who="Ann", why=HOSTILE)
    again = open_corpus(folder)
    pd.testing.assert_frame_equal(again.decisions, corpus.decisions)
    pd.testing.assert_frame_equal(again.events, corpus.events)
    assert set(again.decisions["outcome"]) == {"applied"} and again.notices.empty


def test_two_analysts_files_meet(folder, tmp_path):
    shutil.copytree(folder, tmp_path / "other")
    mine, theirs = open_corpus(folder), open_corpus(tmp_path / "other")
    event = mine.events["event_id"].iloc[0]
    mine.decide(event, "accept", who="Ann", why="clear")
    theirs.decide(event, "reject", who="Ben", why="unclear")
    theirs.decide(event, "annotate", "see page 2", who="Ben", why="so")
    differ = mine.add_decisions(tmp_path / "other" / FILE)
    assert list(differ["who"]) == ["Ann", "Ben"] and mine.agreement().rows == 1
    assert mine.events["decided"].isna().all() and "see page 2" in mine.events["note"].iloc[0]
    assert len(mine.add_decisions(tmp_path / "other" / FILE)) == 2 and len(mine.decisions) == 3


def test_what_another_program_added_meanwhile_is_kept(folder):
    one, two = open_corpus(folder), open_corpus(folder)
    event = one.events["event_id"].iloc[0]
    one.decide(event, "annotate", "first", who="Ann", why="so")
    two.decide(event, "annotate", "second", who="Ann", why="so")
    assert len(two.decisions) == 2


def test_errors_say_what_to_do(folder):
    corpus = open_corpus(folder)
    event = corpus.events["event_id"].iloc[0]
    with pytest.raises(DecisionError, match="no row of events, questions, restrictions has this id"):
        corpus.decide("e0", "reject", who="Ann", why="so")
    with pytest.raises(DecisionError, match="only take in another row"):
        corpus.decide(event, "merge", event, who="Ann", why="so")
    with pytest.raises(DecisionError, match="no such decision"):
        corpus.undo(who="Ann")
    with pytest.raises(DecisionError, match="cannot be read"):
        corpus.add_decisions(folder / "nowhere.csv")
    assert not (folder / FILE).exists()


def test_bad_rows_are_notices_and_the_others_count(folder):
    corpus = open_corpus(folder)
    corpus.decide(corpus.events["event_id"].iloc[0], "accept", who="Ann", why="so")
    with (folder / FILE).open("a", encoding="utf-8") as stream:
        stream.write(",events,e1,,refuse,,Ann,2031-03-04,,,\n")
    again = open_corpus(folder)
    assert len(again.decisions) == 1 and list(again.notices["address"]) == ["decisions.csv:3"]
