"""Grades come from the analyst alone; what cannot be used is said with its line."""

import pytest

from crosscheck import open_corpus
from crosscheck.comparing.grades_file import parse_grades

HEADER = "kind,subject,value,grade,note\n"


@pytest.mark.parametrize("row, problem", [
    ("source,The Herald,,G,", "'G' is no grade of a source; write a letter from A to F"),
    ("article,a.txt,,1,", "'1' is no grade of an article; write a letter from A to F"),
    ("claim,length,four,B,", "'B' is no grade of a claim; write a digit from 1 to 6"),
    ("outlet,The Herald,,B,", "the kind 'outlet' is not known; write article, source or claim"),
    ("source,,,B,", "the row names no subject and is not used; fill in its cell 'subject'"),
])
def test_a_bad_cell_is_a_notice_with_its_line(row, problem):
    grades = parse_grades(HEADER + "source,The Gazette,,b,good\n" + row + "\n")
    assert [(one.subject, one.grade) for one in grades.rows] == [("The Gazette", "B")]
    assert grades.notices == (("grades.csv:3", problem),)


def test_a_double_row_a_missing_column_and_semicolons():
    assert parse_grades(HEADER + "source,X,,A,\nsource,X,,B,\n").notices[0][0] == "grades.csv:3"
    assert "no column grade" in parse_grades("kind;subject\nsource;X\n").notices[0][1]
    assert parse_grades("kind;subject;grade\nsource;X;C\n").rows[0].grade == "C"
    assert parse_grades("").rows == ()


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(
        "The tunnel is four kilometres long, according to a report by the Morning Herald.\n\n"
        "This article was written with the help of AI tools and checked by an editor.\n")
    (tmp_path / "b.txt").write_text("The tunnel is five kilometres long, Ann Lee, the mayor, said.\n")
    (tmp_path / "codebook.toml").write_text(
        '[[question]]\nid = "length"\nquestion = "How long is the tunnel?"\nreadings = [\n'
        '{value = "four", patterns = ["four kilomet"]}, {value = "five", patterns = ["five kilomet"]}]\n')
    return tmp_path


def test_nothing_is_graded_without_the_analyst(folder):
    grades = open_corpus(folder).grades
    assert set(grades["set_by"]) == {"default"} and set(grades["kind"]) == {"article", "source", "claim"}
    assert set(grades.loc[grades["kind"] == "claim", "grade"]) == {"6"}
    assert set(grades.loc[grades["kind"] != "claim", "grade"]) == {"F"}
    speaks = dict(zip(grades["subject"], grades["speaks"], strict=True))
    assert any(phrase.startswith("written with the help of a machine") for phrase in speaks["a.txt"])


def test_the_analysts_grades_find_their_rows(folder):
    (folder / "grades.csv").write_text(
        HEADER + "article,a.txt,,E,machine\nsource,Morning Herald,,B,\nclaim,How long is the tunnel?,four,3,\n"
                 "source,Morning Heralt,,C,\nclaim,How long is the tunnel?,six,2,\n")
    corpus = open_corpus(folder)
    own = corpus.grades[corpus.grades["set_by"] == "analyst"]
    assert list(zip(own["kind"], own["grade"], strict=True)) == [("article", "E"), ("source", "B"), ("claim", "3")]
    notices = dict(zip(corpus.notices["address"], corpus.notices["notice"], strict=True))
    assert "did you mean" in notices["grades.csv:5"] and "its readings are" in notices["grades.csv:6"]
    assert len(corpus) == 2
