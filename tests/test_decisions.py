"""Decisions stay: rows are only added, bad rows are named and kept, and no crash loses any."""

import os
import signal
import subprocess
import sys
import time

import pytest

from crosscheck.anchors import Anchor
from crosscheck.decisions import (
    COLUMNS,
    FILE,
    add_decisions,
    decision,
    parse_decisions,
    read_decisions,
    undone,
)
from crosscheck.errors import DecisionError

HEAD = ",".join(COLUMNS) + "\n"
ROW = ",events,e1,,reject,,Ann,2031-03-04,,,\n"
WHEN = "2031-03-04T10:00:00+00:00"


def made(action="reject", value="", *, about="events", target="e1", who="Ann", when=WHEN, why="so", **more):
    return decision(about, target, action, value, who=who, when=when, why=why, **more)


def test_no_file_no_decisions(tmp_path):
    assert read_decisions(tmp_path) == ([], [])


def test_a_decision_comes_back_as_it_was(tmp_path):
    one = made("rename", "=1+1", label="“Old” — name", anchors=[Anchor("a", 0, 3, 'x"\n,;')])
    two = made("merge", "e2", anchors=[Anchor("a", 0, 1, "\ud800")], value_anchors=[Anchor("b", 1, 2, "é")])
    add_decisions(tmp_path, [one])
    add_decisions(tmp_path, [two])
    assert read_decisions(tmp_path) == ([one, two], [])
    assert ",'=1+1," in (tmp_path / FILE).read_text(encoding="utf-8")


@pytest.mark.parametrize("changes, says", [
    ({"about": "claims"}, "not decided upon"), ({"action": "rejct"}, "cannot be decided of events"),
    ({"about": "questions", "action": "re-date", "value": "2031"}, "cannot be decided of questions"),
    ({"about": "restrictions", "action": "rename", "value": "x"}, "cannot be decided of restrictions"),
    ({"who": " "}, "nobody is named"), ({"when": "4 March"}, "is no time"), ({"value": "x"}, "takes no value"),
    ({"action": "rename"}, "needs a value"), ({"action": "grade", "value": "G1"}, "is no grade"),
    ({"action": "grade", "value": "B2 "}, None), ({"action": "re-date", "value": "30 Feb"}, "is no date"),
    ({"action": "re-date", "value": "2031-02-30"}, "is no date"), ({"action": "re-date", "value": "XXXX"}, "no date"),
    ({"action": "re-date", "value": "2031-03/.."}, None), ({"action": "annotate", "value": "ask\x00 them"}, None),
])
def test_what_can_be_decided(changes, says):
    if says is None:
        assert made(**changes)
    else:
        with pytest.raises(DecisionError, match=says):
            made(**changes)


@pytest.mark.parametrize("text, rows, notice", [
    ("", 0, None), ("\ufeff" + HEAD + ROW, 1, None), ((HEAD + ROW).replace(",", ";"), 1, None),
    (HEAD + "\n" + ROW + "\n", 1, None), ("who,when,target,action,about\nAnn,2031-03-04,e1,accept,events\n", 1, None),
    (HEAD + ROW.replace("reject", "refuse"), 0, "decisions.csv:2"), (HEAD + ROW.replace("Ann", ""), 0, "nobody"),
    (HEAD + ROW + ROW.replace("2031-03-04,,", "2031-03-04,,[1"), 1, "decisions.csv:3"),
    (HEAD + ROW.replace("e1", ""), 0, "names no row"), (HEAD + "x" + ROW + "x" + ROW.replace("Ann", "Ben"), 1, "twice"),
])
def test_bad_rows_are_named_with_their_line(text, rows, notice):
    found, notices = parse_decisions(text)
    assert len(found) == rows and bool(notices) == bool(notice)
    if notice:
        assert notice in " ".join(notices[0])


@pytest.mark.parametrize("data, says", [
    (b"about,target\nevents,e1\n", "no column 'action'"), ("café".encode("cp1252"), "not UTF-8"),
])
def test_a_file_that_is_no_table_is_refused(tmp_path, data, says):
    (tmp_path / FILE).write_bytes(data)
    with pytest.raises(DecisionError, match=says):
        read_decisions(tmp_path)
    with pytest.raises(DecisionError, match=says):
        add_decisions(tmp_path, [made()])
    assert (tmp_path / FILE).read_bytes() == data


def test_rows_that_cannot_be_used_stay_in_the_file(tmp_path):
    bad = HEAD + ROW.replace("reject", "refuse").rstrip("\n")
    (tmp_path / FILE).write_text(bad, encoding="utf-8")
    add_decisions(tmp_path, [made()])
    assert (tmp_path / FILE).read_text(encoding="utf-8").startswith(bad + "\n")
    assert len(read_decisions(tmp_path)[0]) == 1


def test_rows_are_added_in_the_columns_of_the_file(tmp_path):
    (tmp_path / FILE).write_text("who;when;target;action;about;my own column\r\n", encoding="utf-8")
    add_decisions(tmp_path, [made()])
    assert (tmp_path / FILE).read_text(encoding="utf-8").splitlines()[1] == f"Ann;{WHEN};e1;reject;events;"


def test_a_link_out_of_the_folder_is_refused(tmp_path):
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / FILE).symlink_to(tmp_path / "elsewhere.csv")
    with pytest.raises(DecisionError, match="leads out"):
        add_decisions(tmp_path / "story", [made()])
    assert not (tmp_path / "elsewhere.csv").exists()


def test_decisions_stand_in_the_order_of_time():
    later, first = ROW, ROW.replace("2031-03-04", "2031-03-03T23:00:00-05:00")
    east = ROW.replace("2031-03-04", "2031-03-04T06:00:00+09:00")
    found, _ = parse_decisions(HEAD + first + later + east)
    assert [one.when[8:13] for one in found] == ["04T06", "04", "03T23"]


def test_undoing_can_be_undone():
    one = made()
    two = made("undo", one.decision_id)
    three = made("undo", two.decision_id)
    assert list(undone([one])) == [] and list(undone([one, two])) == [one.decision_id]
    assert list(undone([one, two, three])) == [two.decision_id]


WRITE = """
import sys
from crosscheck.decisions import add_decisions, decision
number = 0
while True:
    made = decision("events", f"e{number}", "annotate", "words " * 300, who="Ann", when="2031-03-04", why="so")
    add_decisions(sys.argv[1], [made])
    number += 1
    print(number, flush=True)
"""
DIE = """
import os, sys
from crosscheck.decisions import add_decisions, decision
os.replace = lambda *paths: os._exit(9)
add_decisions(sys.argv[1], [decision("events", "e2", "accept", who="Ben", when="2031-03-04", why="so")])
"""


@pytest.mark.skipif(os.name == "nt", reason="kills a process as POSIX does")
@pytest.mark.parametrize("delay", [0.0, 0.011, 0.023])
def test_a_killed_writer_loses_nothing(tmp_path, delay):
    writer = subprocess.Popen([sys.executable, "-c", WRITE, str(tmp_path)], stdout=subprocess.PIPE)
    told = [int(writer.stdout.readline()) for _ in range(8)]
    time.sleep(delay)
    writer.send_signal(signal.SIGKILL)
    told += [int(line) for line in writer.stdout.read().split(b"\n") if line]
    writer.wait()
    found, notices = read_decisions(tmp_path)
    assert notices == [] and [one.target for one in found] == [f"e{n}" for n in range(len(found))]
    assert len(found) - told[-1] in (0, 1)
    add_decisions(tmp_path, [made(target="after")])
    assert len(read_decisions(tmp_path)[0]) == len(found) + 1


def test_death_between_writing_and_renaming_leaves_the_old_file(tmp_path):
    add_decisions(tmp_path, [made()])
    before = (tmp_path / FILE).read_bytes()
    assert subprocess.run([sys.executable, "-c", DIE, str(tmp_path)], check=False).returncode == 9
    assert (tmp_path / FILE).read_bytes() == before
