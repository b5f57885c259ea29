"""A saved figure carries its recipe, and is made again from it; what changed since is named."""

import json
import shutil

import pytest

from crosscheck.errors import FigureError
from crosscheck.showing import views
from crosscheck.showing.figures import remake, save_figure
from crosscheck.showing.recipe import read_recipe

FORMS = (".png", ".svg", ".pdf")


@pytest.fixture(scope="module")
def saved(corpus, tmp_path_factory):
    picture = views.timeline_view(corpus, status="dated", days=("2026-02-20", "9999")).picture
    return picture, {path.suffix: path for path in save_figure(picture, tmp_path_factory.mktemp("saved"))}


@pytest.mark.parametrize("form", FORMS)
def test_each_form_gives_the_same_picture_again(corpus, saved, form):
    picture, files = saved
    assert remake(files[form], corpus).png() == picture.png()


@pytest.mark.parametrize("form", FORMS)
def test_the_recipe_holds_choices_corpus_rows_and_anchors(corpus, saved, form):
    picture, files = saved
    recipe = read_recipe(files[form])
    assert recipe["view"] == "timeline_view" and recipe["corpus"] == corpus.digest
    assert recipe["choices"] == {"status": "dated", "days": ["2026-02-20", "9999"]}
    assert len(recipe["rows"].splitlines()) > len(picture.rows)
    assert all(corpus.text[article][start:end] == quote for article, start, end, quote in recipe["anchors"])
    assert len(recipe["anchors"]) > 3


def test_a_sentence_that_changed_is_named(seeds, saved, tmp_path):
    folder = tmp_path / "story"
    shutil.copytree(seeds, folder)
    for path in folder.glob("*.txt"):
        path.write_text("Preface.\n\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(FigureError, match=r"timeline\.png: shows “.+” of the article .+ which is not in this folder"):
        remake(saved[1][".png"], folder)


def test_an_anchor_that_moved_is_named(corpus, saved, tmp_path):
    svg = saved[1][".svg"].read_text(encoding="utf-8")
    moved = tmp_path / "moved.svg"
    first = json.dumps(read_recipe(saved[1][".svg"])["anchors"][0][1:3])[1:-1]
    start = int(first.split(",")[0])
    moved.write_text(svg.replace(f", {first},", f", {start + 1},{first.split(',')[1]},"), encoding="utf-8")
    with pytest.raises(FigureError, match="no longer has there"):
        remake(moved, corpus)


@pytest.mark.parametrize("name, content, words", [
    ("a.txt", b"x", "no PNG, SVG or PDF"), ("a.png", b"x", "holds no recipe"), ("a.pdf", b"%PDF-1.4", "holds no"),
    ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "holds no recipe"), ("a.png", None, "no such file")])
def test_another_file_is_refused_in_a_sentence(corpus, tmp_path, name, content, words):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(FigureError, match=rf"{name}: .*{words}"):
        remake(path, corpus)


def test_only_views_are_called(corpus, saved, tmp_path):
    recipe = read_recipe(saved[1][".svg"])
    svg = saved[1][".svg"].read_text(encoding="utf-8")
    other = tmp_path / "other.svg"
    other.write_text(svg.replace("timeline_view", "save_figures"), encoding="utf-8")
    assert recipe["view"] == "timeline_view"
    with pytest.raises(FigureError, match="asks for the view"):
        remake(other, corpus)
