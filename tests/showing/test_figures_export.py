"""A picture leaves the kit in five files, the same bytes on every run, with its words in the metadata."""

import csv
import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import pytest
from PIL import Image

from crosscheck.showing.figures import save_figure, status_figure

SCRIPT = """
import importlib.util, sys
spec = importlib.util.spec_from_file_location("made", sys.argv[1])
made = importlib.util.module_from_spec(spec)
spec.loader.exec_module(made)
from crosscheck.showing.figures import save_figure, status_figure
story = made.Story(3)
save_figure(status_figure(story.limits(8), story.articles, digest="0a1b"), sys.argv[2])
"""


@pytest.fixture(scope="module")
def files(story, tmp_path_factory):
    made = story(3)
    picture = status_figure(made.limits(8), made.articles, digest="0a1b")
    written = save_figure(picture, tmp_path_factory.mktemp("figures"))
    return picture, {path.suffix: path for path in written}


def test_five_files(files):
    assert list(files[1]) == [".png", ".svg", ".pdf", ".csv", ".txt"]


def test_png_is_a_slide_with_its_words(files):
    picture, paths = files
    with Image.open(paths[".png"]) as image:
        assert image.size == (1920, 1080)
        assert image.text["Title"] == picture.headline and image.text["Description"] == picture.alt
        assert image.text["Source"] == picture.source


def test_svg_is_well_formed_and_described(files):
    picture, paths = files
    root = ElementTree.fromstring(paths[".svg"].read_bytes())
    assert root.get("role") == "img" and root.get("aria-label") == picture.alt


def test_pdf_has_no_date(files):
    data = files[1][".pdf"].read_bytes()
    assert b"/CreationDate" not in data and b"/Title" in data


def test_a_cell_is_no_formula(story, tmp_path):
    made = story(2, text="=cmd()")
    limits = made.limits(2).assign(act="=cmd()")
    path = save_figure(status_figure(limits, made.articles), tmp_path)[3]
    cells = [cell for row in csv.reader(path.read_text(encoding="utf-8").splitlines()) for cell in row]
    assert "'=cmd()" in cells and not any(cell.startswith("=") for cell in cells)


def test_caption_holds_headline_and_source(files):
    picture, paths = files
    text = paths[".txt"].read_text(encoding="utf-8")
    assert text.startswith(picture.headline) and picture.source in text and picture.alt in text


def test_notebooks_show_the_saved_picture(files):
    picture, paths = files
    data, metadata = picture._repr_mimebundle_()
    assert data["image/png"] == paths[".png"].read_bytes() and metadata["image/png"]["alt"] == picture.alt


@pytest.mark.slow
def test_another_process_writes_the_same_bytes(files, root, tmp_path):
    environment = {**os.environ, "PYTHONHASHSEED": "77", "HOME": str(tmp_path), "MPLCONFIGDIR": str(tmp_path),
                   "LC_ALL": "C"}
    subprocess.run([sys.executable, "-c", SCRIPT, str(root / "tests/showing/conftest.py"), str(tmp_path / "out")],
                   check=True, env=environment, cwd=tmp_path)
    for path in files[1].values():
        assert (tmp_path / "out" / path.name).read_bytes() == path.read_bytes(), path.name
