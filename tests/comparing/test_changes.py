"""What changed is told by passages, not by ids: days, questions, origins, limits, decisions."""

import shutil
from types import SimpleNamespace

import pytest

from crosscheck import open_corpus, tables
from crosscheck.comparing.changes import find_changes
from crosscheck.comparing.changes_events import compare_days
from crosscheck.errors import FolderError
from crosscheck.export import write_tables
from crosscheck.saved import read_run

TEXT = "The bridge opened. The mayor left. It rained. All was well."


def days(first, last):
    return SimpleNamespace(earliest=first, latest=last)


@pytest.mark.parametrize("was, now, change", [
    (("2031-03-01", "2031-03-09"), ("2031-03-02", "2031-03-02"), "tightened"), ((None, None), (None, "2"), "tightened"),
    (("2031-03-01", "2031-03-02"), ("2031-03-03", None), "contradicted"), (("1", "2"), ("1", "2"), None),
    (("2031-03-02", "2031-03-02"), ("2031-03-01", "2031-03-03"), "loosened"), (("1", "3"), ("2", "4"), "moved"),
    (("1", None), ("1", None), None), ((None, "1"), ("2", None), "contradicted"),
    (("1", "3"), (None, None), "loosened"),
])
def test_days_are_compared(was, now, change):
    assert compare_days(days(*was), days(*now)) == change


class Run:
    """Tables of one run, empty where none is given."""

    def __init__(self, articles="a", **given):
        self.given = given | {"articles": [
            {"article_id": one, "file": f"{one}.txt", "label": one, "words": 9, "text": TEXT} for one in articles]}

    def table(self, name):
        return tables.frame(name, self.given.get(name, []))


def place(article, start, end):
    return {"article_id": article, "start": start, "end": end, "quote": TEXT[start:end], "rule": "r"}


def event(row, *places, first=None, last=None, status="dated"):
    return {"events": {"event_id": row, "label": f"Label {row}", "edtf": f"{first}/{last}", "earliest": first,
                       "latest": last, "status": status, "basis": "explicit", "reasoning": "As said.", "articles": 1,
                       "rank": 1},
            "event_evidence": [{"event_id": row, **one, "dates_it": True, "vote": "XXXX", "reasoning": "x"}
                               for one in places]}


def question(row, *answers, kind="number", differs=True, check=False, origins=()):
    return {"questions": {"question_id": row, "question": f"Q {row}?", "origin": "discovery", "kind": kind,
                          "differs": differs, "check": check, "answers": len(answers), "silent": 0, "values": 1,
                          "reasoning": "As read.", "rank": 1},
            "readings": [{"question_id": row, **one, "value": value, "value_spans": [], "stance": "asserts"}
                         for value, one in answers],
            "origins": [{"question_id": row, "value": value, "articles": 1, "fewest": fewest, "most": most,
                         "origins": names, "reasoning": "As cited."} for value, fewest, most, names in origins]}


def run(*parts, articles="a", **more):
    given = {}
    for part in parts:
        for name, rows in part.items():
            given.setdefault(name, []).extend(rows if isinstance(rows, list) else [rows])
    return Run(articles, **given, **more)


def told(old, new):
    return [(one.change, one.label, one.check) for one in find_changes(old, new).itertuples()]


OPENED, LEFT, RAINED, B_OPENED = place("a", 0, 18), place("a", 19, 34), place("a", 35, 45), place("b", 0, 18)


@pytest.mark.parametrize("old, new, change", [
    (run(event("e1", OPENED)), run(event("e9", OPENED, B_OPENED), articles="ab"), []),
    (run(event("e1", OPENED)), run(event("e1", OPENED), event("e2", B_OPENED), articles="ab"),
     [("new event", "Label e2", False)]),
    (run(event("e1", OPENED)), run(event("e1", OPENED), event("e2", LEFT)), [("new event", "Label e2", True)]),
    (run(event("e1", OPENED)), run(event("e9", OPENED, first="1", last="1")), [("date tightened", "Label e9", False)]),
    (run(event("e1", OPENED, first="1", last="1")), run(event("e1", OPENED, first="1", last="3", status="disputed")),
     [("date contradicted", "Label e1", False)]),
    (run(event("e1", OPENED), event("e2", LEFT)), run(event("e1", OPENED, LEFT)),
     [("event joined", "Label e2", True)]),
    (run(event("e1", OPENED)), run(), [("event gone", "Label e1", True)]),
])
def test_events(old, new, change):
    assert [one for one in told(old, new) if "article" not in one[0]] == change


ONE, TWO, OTHER = ("one", OPENED), ("two", LEFT), ("three", B_OPENED)


@pytest.mark.parametrize("old, new, change", [
    (run(), run(question("q1", ONE, TWO)), [("question opened", "Q q1?", False)]),
    (run(question("q1", ONE, differs=False, kind="lonely")), run(question("q2", ONE, TWO)),
     [("question opened", "Q q2?", False)]),
    (run(question("q1", ONE, TWO)), run(question("q1", ONE, TWO, differs=False, kind="agreement")),
     [("question closed", "Q q1?", False)]),
    (run(question("q1", differs=False, kind="gap")), run(question("q1", ONE, differs=False, kind="lonely")),
     [("question closed", "Q q1?", False)]),
    (run(question("q1", ONE, TWO)), run(), [("question closed", "Q q1?", False)]),
    (run(question("q1", ONE, TWO)), run(question("q1", ONE, TWO, kind="correction")),
     [("question superseded", "Q q1?", False)]),
    (run(question("q1", ONE), question("q2", TWO)), run(question("q1", ONE, TWO)),
     [("question superseded", "Q q2?", False)]),
    (run(question("q1", ONE, TWO)), run(question("q7", ONE, TWO, OTHER), articles="ab"),
     [("new reading", "Q q7?", False)]),
    (run(question("q1", ONE, TWO, check=True)), run(question("q7", ONE, TWO, OTHER, check=True), articles="ab"), []),
    (run(), run(question("q1", ONE, TWO, check=True)), [("question opened", "Q q1?", True)]),
    (run(question("q1", ONE, TWO, origins=[("one", 1, 1, ["X"])])),
     run(question("q7", ONE, TWO, origins=[("one", 2, 2, ["X", "Y"])])),
     [("claim gained an origin", "Q q7? one", False)]),
    (run(question("q1", ONE, TWO, origins=[("one", 1, 1, ["X"])])),
     run(question("q1", ONE, TWO, origins=[("one", 1, 2, ["X", "Y"])])),
     [("claim gained an origin", "Q q1? one", True)]),
])
def test_questions(old, new, change):
    assert [one for one in told(old, new) if "article" not in one[0]] == change


def test_articles_come_change_and_go():
    old, new = Run("ab"), Run("ac")
    new.given["articles"][1]["file"] = "b.txt"
    assert told(old, new) == [("article changed", "c", False)]
    assert told(Run("a"), Run("b")) == [("new article", "b", False), ("article gone", "a", False)]


@pytest.fixture
def folder(tmp_path):
    """Two articles now, and one of them in the folder as it was."""
    for name in ("then", "now"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "1.txt").write_text("The council closed the bridge on Friday.\n\nPolice said 40 people were "
                                               "hurt. Drivers must not use the bridge.\n", encoding="utf-8")
    (tmp_path / "now/2.txt").write_text("The council closed the bridge on 7 March 2031.\n\nDrivers must not use the "
                                        "bridge at night.\n", encoding="utf-8")
    return tmp_path


def test_a_saved_run_and_its_folder_give_the_same_changes(folder):
    write_tables(open_corpus(folder / "then"), folder / "run" / "tables")
    now = open_corpus(folder / "now", since=folder / "run")
    assert now.changes.equals(now.changes_since(folder / "then"))
    assert now.changes.equals(now.changes_since(open_corpus(folder / "then")))
    kinds = set(now.changes["change"])
    assert {"new article", "new restriction", "date tightened"} <= kinds
    for row in now.changes[now.changes["start"].notna()].itertuples():
        assert now.text[row.article_id][row.start:row.end] == row.quote


def test_an_orphaned_decision_is_told(folder):
    then = open_corpus(folder / "then")
    then.decide(then.restrictions["restriction_id"].iloc[0], "accept", who="Ann", why="so")
    shutil.copy(folder / "then/decisions.csv", folder / "now/decisions.csv")
    (folder / "now/1.txt").write_text("Something else entirely.\n", encoding="utf-8")
    changes = open_corpus(folder / "now").changes_since(then)
    assert "decision orphaned" in set(changes["change"])
    assert not (folder / "then/articles.csv").exists()


def test_without_an_earlier_run_nothing_is_told(corpus):
    assert corpus.changes.empty and find_changes(corpus, corpus).empty


def test_an_older_run_without_the_newer_tables_is_read(corpus, tmp_path):
    write_tables(corpus, tmp_path)
    for name in ("decisions", "changes", "publication"):
        (tmp_path / f"{name}.jsonl").unlink()
    run = read_run(tmp_path)
    assert run.table("decisions").empty and len(run["events"]) == len(corpus.events) and len(run) == len(list(run))
    assert set(find_changes(run, corpus)["change"]) == set()


def test_a_broken_run_is_named_with_its_line(corpus, tmp_path):
    write_tables(corpus, tmp_path)
    (tmp_path / "events.jsonl").write_text("[]\n", encoding="utf-8")
    with pytest.raises(FolderError, match=r"events.jsonl:1"):
        read_run(tmp_path).table("events")
    assert read_run(tmp_path / "nowhere") is None
