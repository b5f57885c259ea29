"""A report leaves executed notebooks, pages and figures, the same on every run; a cell that stops is named."""

import json
import pathlib
import re

import nbformat
import pytest

from crosscheck import report
from crosscheck.errors import FolderError, ReportError

SHOW = """import ipywidgets
ipywidgets.VBox([ipywidgets.Text(description="b"), ipywidgets.HTML("a")])"""


def notebook(path: pathlib.Path, *cells: str) -> pathlib.Path:
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell, id=f"c{n}") for n, cell in enumerate(cells)])
    book.cells[0].metadata["tags"] = ["parameters"]
    nbformat.write(book, path)
    return path


def test_the_folder_is_set_and_two_runs_are_the_same_bytes(tmp_path):
    texts = []
    for run in ("one", "two"):
        path = notebook(tmp_path / f"{run}.ipynb", 'FOLDER = "../seeds"  # yours\nprint(FOLDER)', SHOW)
        report.run_notebook(path, path, folder="my 'story'")
        texts.append(path.read_text(encoding="utf-8"))
    assert texts[0] == texts[1]
    book = json.loads(texts[0])
    assert book["cells"][0]["outputs"][0]["text"] == ["my 'story'\n"]
    assert len(book["metadata"]["widgets"]["application/vnd.jupyter.widget-state+json"]["state"]) > 3


def test_a_cell_that_stops_is_named_and_what_ran_is_kept(tmp_path):
    path = notebook(tmp_path / "stops.ipynb", "FOLDER = ''\nprint(1)", "1 / 0")
    with pytest.raises(ReportError, match="stops.ipynb: a cell stopped with ZeroDivisionError"):
        report.run_notebook(path, path)
    assert json.loads(path.read_text(encoding="utf-8"))["cells"][0]["execution_count"] == 1


def test_pages_link_to_pages(tmp_path):
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("[next](01_corpus.ipynb)", id="c")])
    nbformat.write(book, tmp_path / "00_a.ipynb")
    assert 'href="01_corpus.html"' in report.page(tmp_path / "00_a.ipynb").read_text(encoding="utf-8")


def test_pages_fetch_nothing(tmp_path):
    shown = nbformat.v4.new_output("execute_result", {report.WIDGET: {"model_id": "0" * 32}, "text/plain": "VBox()"})
    book = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell("VBox()", outputs=[shown], id="c"),
               nbformat.v4.new_markdown_cell("[a source](https://example.org/story)", id="d")],
        metadata={"widgets": {"application/vnd.jupyter.widget-state+json": {"state": {}}}})
    nbformat.write(book, tmp_path / "00_a.ipynb")
    page = report.page(tmp_path / "00_a.ipynb").read_text(encoding="utf-8")
    assert not re.findall(r"unpkg|cdnjs|jsdelivr|src=|<script|<link|@import|url\(.?https?:", page)
    assert page.count(report.NO_WIDGET) == 1 and 'href="https://example.org/story"' in page
    assert "<title>00_a</title>" in page


def test_a_report_tells_how_many_notices_there_are(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/1.txt").write_text("The bridge opened on 3 March 2031.\n", encoding="utf-8")
    (tmp_path / "in/articles.csv").write_text("file,published\n1.txt,04/07/2031\n", encoding="utf-8")
    steps = report.write_report(tmp_path / "in", tmp_path / "out")
    assert "1 articles read; files set aside: 0" in next(steps)
    assert "notices on the input: 1 (notices.csv lists them)" in next(steps)
    assert (tmp_path / "out/tables/notices.csv").exists()
    steps.close()


def test_nothing_is_written_for_a_folder_without_articles(tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(FolderError):
        list(report.write_report(tmp_path / "empty", tmp_path / "out"))
    assert not (tmp_path / "out").exists()
