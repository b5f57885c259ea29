"""Hostile articles leave the kit as text: no script, request, formula or path comes out of any file that it writes."""

import csv
import json
import re
import zipfile

import pytest
from lxml import etree, html

from attacks import ALL, articles
from crosscheck import open_corpus
from crosscheck.export import write_tables
from crosscheck.showing import views
from crosscheck.showing.briefing import safe_name

EVENT = re.compile(r"^on[a-z]+$", re.IGNORECASE)
FETCHING = ("src", "srcset", "background", "action", "formaction", "data", "poster", "ping")
LINK = re.compile(r"#|data:image/|https?://(?!192\.0\.2\.1)")
NAME = "{http://www.w3.org/1999/xlink}href"


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """A folder with everything that the kit writes of hostile articles; beside it nothing may appear."""
    base = tmp_path_factory.mktemp("hostile")
    (base / "in").mkdir()
    corpus = open_corpus(articles(base / "in"))
    write_tables(corpus, base / "out/tables")
    views.save_figures(corpus, base / "out/figures")
    views.save_briefing(corpus, base / "out/briefing", title=f"../../{ALL[0]}")
    pages = base / "out/pages"
    pages.mkdir()
    for view in (views.articles_view, views.timeline_view, views.questions_view, views.restrictions_view,
                 views.ladder_view, views.card_view, views.origins_view):
        (pages / f"{view.__name__}.html").write_text(view(corpus).page()._repr_html_(), encoding="utf-8")
    return base


def test_there_are_two_hundred_attacks_and_they_reach_the_tables(written):
    assert len(set(ALL)) >= 200
    said = (written / "out/tables/sentences.jsonl").read_text(encoding="utf-8")
    assert said.count("window.pwned=1") > 100


def test_nothing_is_written_anywhere_else(written):
    assert sorted(path.name for path in written.iterdir()) == ["in", "out"]
    assert {path.name for path in (written / "out").iterdir()} == {"tables", "figures", "briefing", "pages"}
    assert all(re.fullmatch(r"[\w.-]+", path.name) for path in (written / "out").rglob("*"))


def test_no_cell_of_a_table_is_a_formula(written):
    paths = list((written / "out").rglob("*.csv"))
    assert len(paths) > 30
    for path in paths:
        with path.open(encoding="utf-8", newline="") as stream:
            cells = [cell for row in csv.reader(stream) for cell in row]
        assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == [], path.name


def test_every_line_of_json_holds_its_strings(written):
    for path in [*(written / "out").rglob("*.jsonl"), *(written / "out").rglob("*.json*ld"),
                 *(written / "out").rglob("*.json")]:
        text = path.read_text(encoding="utf-8")
        for part in text.splitlines() if path.suffix == ".jsonl" else [text]:
            json.loads(part)


@pytest.mark.parametrize("where", ["pages", "briefing"])
def test_no_page_holds_a_script_or_fetches(written, where):
    paths = list((written / "out" / where).glob("*.html"))
    assert paths
    for path in paths:
        tree = html.fromstring(path.read_text(encoding="utf-8"))
        assert tree.xpath("//script | //iframe | //object | //embed | //link | //base | //form | //template") == []
        assert tree.xpath("//meta[@http-equiv='refresh']") == []
        _harmless(tree, path.name)
        assert not any("192.0.2.1" in (style.text or "") for style in tree.xpath("//style")), path.name


def test_no_picture_holds_a_script_or_fetches(written):
    paths = list((written / "out/figures").glob("*.svg"))
    assert len(paths) > 3
    for path in paths:
        tree = etree.fromstring(path.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True))
        assert [one.tag for one in tree.iter() if isinstance(one.tag, str)
                and etree.QName(one).localname in ("script", "foreignObject", "iframe", "animate", "set")] == []
        _harmless(tree, path.name)


def test_no_slide_links_out(written):
    [path] = (written / "out/briefing").glob("*.pptx")
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            assert ".." not in name and not name.startswith("/")
            if name.endswith((".xml", ".rels")):
                tree = etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False, no_network=True))
                assert tree.xpath("//*[@TargetMode='External']") == [], name


def test_no_sheet_of_paper_links_out(written):
    from pypdf import PdfReader

    for path in (written / "out").rglob("*.pdf"):
        reader = PdfReader(path)
        assert set(reader.trailer["/Root"]) <= {"/Type", "/Pages", "/Names"}, path.name
        assert set(reader.trailer["/Root"].get("/Names", {})) <= {"/EmbeddedFiles"}, path.name
        assert not any(page.annotations or "/AA" in page for page in reader.pages), path.name


@pytest.mark.parametrize("attack", ALL)
def test_a_name_made_of_a_title_stays_in_its_folder(attack):
    assert re.fullmatch(r"[\w-]{1,120}", safe_name(attack))


def _harmless(tree, name: str) -> None:
    """No attribute of any element runs or fetches."""
    for one in tree.iter():
        for attribute, value in one.attrib.items():
            assert not EVENT.match(attribute), (name, attribute)
            assert attribute not in FETCHING or value.startswith("data:image/"), (name, attribute, value[:80])
            if attribute in ("href", NAME):
                assert LINK.match(value), (name, value[:80])
            assert attribute != "style" or "url(" not in value, (name, value[:80])
