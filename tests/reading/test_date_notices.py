"""Does the analyst hear of each doubtful date, and of a sheet that the article's own date line contradicts?"""

import pytest

from crosscheck.corpus import open_corpus
from crosscheck.reading.date_notices import stated_twice


def notices(folder, text: str, sheet: str | None = None) -> list[str]:
    (folder / "a.txt").write_text(text, encoding="utf-8")
    if sheet:
        (folder / "articles.csv").write_text(f"file,published\na.txt,{sheet}\n", encoding="utf-8")
    return list(open_corpus(folder).notices["notice"])


@pytest.mark.parametrize(("text", "words"), [
    ("The pier shut on 31 February and stayed shut.", "“31 February” is no day of the calendar"),
    ("The pier shut on Tuesday 4 March 2026 and stayed shut.", "2026-03-04 is a Wednesday"),
    ("The pier shut on 3/4/2026 and stayed shut.", "“3/4/2026” can be read in two ways"),
    ("The pier shut on 10/30/89 and stayed shut.", "gives its year in two digits"),
])
def test_a_doubtful_date_is_told(tmp_path, text, words):
    assert any(words in notice for notice in notices(tmp_path, text))


def test_a_sound_date_is_not(tmp_path):
    assert notices(tmp_path, "The pier shut on Wednesday 4 March 2026 and stayed shut.") == []


def test_many_of_one_kind_are_summed_up(tmp_path):
    text = " ".join(f"Pier {day} shut on {day} March 2026, a Xday, and on {day}/2/26." for day in range(20, 29))
    assert any(notice.startswith("and 6 more like it") for notice in notices(tmp_path, text))


def test_a_sheet_against_the_date_line(tmp_path):
    text = "PORT TOWN, March 4, 2026 (Wire) - The pier shut on Tuesday.\n\nIt stayed shut, the harbour office said.\n"
    assert any("its own date line says 2026-03-04" in notice for notice in notices(tmp_path, text, "2025-03-04"))


@pytest.mark.parametrize(("given", "said", "differs"), [
    ("2026-03-04", "2026-03-04", False), ("2026-03", "2026-03-04", False), ("2026-03-05", "2026-03-04", True),
    ("2026-03-04", None, False), ("2026-03-04", "XXXX-03-05", False), ("2025", "2026-03-04", True),
])
def test_stated_twice(given, said, differs):
    assert bool(stated_twice(given, "articles.csv", said)) is differs
