"""One briefing, four forms: the same words in each, nothing that runs, and no judgement without a passage."""

import io
import json
import re
import zipfile

import pytest
from PIL import Image

from crosscheck.errors import BriefingError
from crosscheck.showing.briefing import briefing, safe_name
from crosscheck.showing.figures import status_figure
from crosscheck.showing.onepager import onepager_html
from crosscheck.showing.onepager_pdf import HEIGHT, MARGIN, RIGHT, onepager_pdf, sheet
from crosscheck.showing.style import house, measure, printable

JUDGEMENT = "The bridge is likely to stay closed."
NASTY = '<script>alert(1)</script> javascript:alert(1) =cmd() \x00\x1b[31m\u202e \ud800\ufffe " onload="x" & $x$ 漢字'


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Three articles that differ, one of them hostile, in titles and addresses too."""
    place = tmp_path_factory.mktemp("story")
    closed = "The council closed the bridge on 3 March 2031.\n\n"
    for name, text in (
            ("1", "Police said 40 people were hurt in the fall of the bridge. Drivers must not use the bridge.\n"),
            ("2", "Police said 60 people were hurt in the fall of it. Drivers must not use the bridge at night.\n"),
            ("3", "=cmd() <img src=x onerror=alert(1)> said \u202e so on Friday.\n")):
        (place / f"{name}.txt").write_text(closed + text, encoding="utf-8")
    (place / "articles.csv").write_text(
        'file,title,outlet,url\n1.txt,"<b onclick=x>""Title""</b>",=Outlet,javascript:alert(1)\n'
        '2.txt,Plain,Post,https://example.org/a?b=1&c=%22\n3.txt,T,O,"https://x.org/""><script>alert(1)</script>"\n',
        encoding="utf-8")
    (place / "codebook.toml").write_text(
        '[[gap]]\nid = "cost"\nquestion = "Who <b>pays</b>?"\npatterns = ["paid by"]\n\n[[question]]\nid = "hurt"\n'
        'question = "How many were <i>hurt</i>?"\nreadings = [{value = "40", patterns = ["40 people"]}, '
        '{value = "60 <script>", patterns = ["60 people"]}]\n', encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def corpus(folder):
    from crosscheck import open_corpus

    return open_corpus(folder)


@pytest.fixture(scope="module")
def picture(story, hostile):
    made = story(3, text=hostile)
    return status_figure(made.limits(8), made.articles, digest="0a1b")


@pytest.fixture(scope="module")
def made(corpus, picture):
    return briefing(corpus, title=NASTY, judgement=f"{JUDGEMENT} {NASTY}", confidence="low", who=NASTY,
                    pictures=[picture])


def test_it_gathers_all_five_parts(corpus):
    made = briefing(corpus, judgement=JUDGEMENT, confidence="low", who="Ann")
    assert made.title == "Three articles read against each other"
    assert made.judged == [JUDGEMENT, "“Likely” means a chance of 55 to 80 percent (ICD 203).",
                           "Confidence in this judgement: low.", "Judgement of Ann."]
    assert made.basis[0].detail == "3 Mar 2031; in three articles"
    assert [value for value, _, _ in made.disputed[0].readings] == ["40", "60 <script>"]
    assert made.unsaid[0] == "No article answers: Who <b>pays</b>?"
    assert [bool(one.link) for one in made.sources] == [False, True, False]
    for row in made.anchors.itertuples():
        assert corpus.text[row.article_id][row.start:row.end] == row.quote


def test_rows_can_be_chosen_and_rejected_rows_are_left_out(folder, tmp_path):
    import shutil

    from crosscheck import open_corpus

    shutil.copytree(folder, tmp_path / "story")
    corpus = open_corpus(tmp_path / "story")
    limit, question = corpus.restrictions["restriction_id"].iloc[0], corpus.questions["question_id"].iloc[0]
    assert [one.label for one in briefing(corpus, rows=[limit]).basis] == [corpus.restrictions["quote"].iloc[0]]
    asked = corpus.questions["question"].iloc[0]
    assert asked in [one.question for one in briefing(corpus).disputed]
    corpus.decide(question, "reject", who="Ann", why="so")
    corpus.decide(limit, "accept", who="Ann", why="so")
    made = briefing(corpus)
    assert asked not in [one.question for one in made.disputed] and len(made.basis) == 1


@pytest.mark.parametrize("options, says", [
    ({"judgement": "Two articles confirm it."}, "agreement confirmation"), ({"rows": ["e0"]}, "no row of events"),
    ({"judgement": "It is likely, with high confidence."}, "one sentence"),
])
def test_it_is_refused_with_the_reason(corpus, options, says):
    with pytest.raises(BriefingError, match=says):
        briefing(corpus, **options)


def test_a_judgement_without_a_passage_is_refused(tmp_path):
    from crosscheck import open_corpus

    (tmp_path / "1.txt").write_text("Nothing much here\n", encoding="utf-8")
    corpus = open_corpus(tmp_path)
    with pytest.raises(BriefingError, match="no passage stands behind the judgement"):
        briefing(corpus, judgement=JUDGEMENT)
    assert briefing(corpus).judged == ["No judgement is recorded."]


@pytest.mark.parametrize("title, name", [
    ("A/B: <c>?", "a-b-c"), ("..", "briefing"), ("", "briefing"), ("x" * 300, "x" * 60), ("nul", "briefing-nul"),
    ("com1", "briefing-com1"), ("a\x00b\n../c", "a-b-c"), ("-rf *", "rf"), ("Été", "ete"), (NASTY, None),
])
def test_names_are_safe(title, name):
    found = safe_name(title)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", found) and len(found) <= 70 and found == (name or found)


def test_the_page_runs_nothing(made):
    page = onepager_html(made)
    tags = set(re.findall(r"<(/?[a-z0-9!]+)", page.split("</style>")[1]))
    assert not tags & {"script", "b onclick", "object", "iframe", "form", "input"}
    assert "<script" not in page and "javascript:" not in re.sub(r">[^<]*<", "><", page)
    assert "default-src 'none'" in page
    assert set(re.findall(r'href="([^"]+)"', page)) == {"https://example.org/a?b=1&amp;c=%22"}
    for tag in re.findall(r"<[^>]+>", page.split("<body>")[1]):
        assert not re.search(r"\son\w+\s*=", re.sub(r'"[^"]*"', '""', tag)), tag
    assert not re.search(r"[\x00-\x08\x0b-\x1f\u202e\ud800-\udfff]", page)
    page.encode("utf-8")


def test_the_page_says_what_the_briefing_says(corpus):
    page = onepager_html(briefing(corpus, judgement=JUDGEMENT, confidence="low"))
    for words in ("Judgement", "What it rests on", "What is disputed", "What is not said", "Sources", JUDGEMENT,
                  "Plain", "How many were &lt;i&gt;hurt&lt;/i&gt;?", "60 &lt;script&gt;"):
        assert words in page, words


@pytest.fixture(scope="module")
def paper(corpus):
    """A plain briefing and its sheet."""
    made = briefing(corpus, judgement=JUDGEMENT, confidence="low")
    return made, onepager_pdf(made)


def test_the_sheet_is_one_page_that_can_be_read(paper):
    from pypdf import PdfReader

    made, data = paper
    reader = PdfReader(io.BytesIO(data))
    text = " ".join(reader.pages[0].extract_text().split())
    assert len(reader.pages) == 1 and reader.metadata.title == made.title and "/CreationDate" not in reader.metadata
    for words in ("Judgement", "What it rests on", "What is disputed", "What is not said", "Sources", JUDGEMENT):
        assert words in text, words


def test_nothing_leaves_the_sheet(corpus, made):
    long = briefing(corpus, title="word " * 90, judgement=JUDGEMENT + " It was so." * 300)
    many = made.__class__(**{**long.__dict__, "disputed": long.disputed * 40, "unsaid": long.unsaid * 40,
                             "sources": long.sources * 100, "basis": long.basis * 30})
    with house():
        for one in (long, many, made):
            lines = sheet(one)
            assert 58 + sum(line.gap for line in lines) <= HEIGHT - 80
            for line in lines:
                words = printable(line.words) if line.words.strip() else ""
                assert MARGIN + line.indent + measure(words, line.size, line.weight, line.italic) <= RIGHT + 2
    assert sum("not shown here" in line.words for line in lines) == 0
    with house():
        assert sum("not shown here" in line.words for line in sheet(many)) == 4


def test_sheet_and_page_have_the_same_bytes_twice(paper):
    assert onepager_pdf(paper[0]) == paper[1] and onepager_html(paper[0]) == onepager_html(paper[0])


def test_any_words_can_be_put_on_the_sheet(made):
    assert onepager_pdf(made).startswith(b"%PDF")


# --- slides, where python-pptx is installed ---------------------------------------------------------------------------

@pytest.fixture(scope="module")
def slides(made):
    pptx = pytest.importorskip("pptx", reason="python-pptx is not installed")
    from crosscheck.showing.deck import deck

    data = deck(made)
    return data, pptx.Presentation(io.BytesIO(data))


def words_of(slide):
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield shape.text_frame.text
        if getattr(shape, "has_table", False) and shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)


def test_slides_tell_the_briefing_in_order(slides, picture):
    titles = [slide.shapes.title.text for slide in slides[1].slides]
    assert len(titles) == 5 and titles[1] == "What it rests on"
    assert titles[3:] == ["What is disputed", "What the articles do not say"]
    assert " ".join(picture.headline.split())[:20] in titles[2]


def test_pictures_have_alternative_text_and_every_slide_its_sources(slides):
    pictures = [shape for slide in slides[1].slides for shape in slide.shapes if shape.shape_type == 13]
    assert pictures and all(shape._element.nvPicPr.cNvPr.get("descr") for shape in pictures)
    for slide in slides[1].slides:
        notes = slide.notes_slide.notes_text_frame.text
        assert "Sources:" in notes and "Corpus" in notes


def test_nothing_leaves_a_slide_or_meets_another(slides):
    wide, high = slides[1].slide_width, slides[1].slide_height
    for slide in slides[1].slides:
        boxes = sorted((shape.top, shape.top + shape.height, shape.name) for shape in slide.shapes)
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.left + shape.width <= wide + 1 and shape.top + shape.height <= high + 1
        for (_, foot, one), (top, _, other) in zip(boxes, boxes[1:], strict=False):
            assert foot <= top + 6350 * 3, (one, other)


def test_pictures_keep_their_shape(slides):
    for slide in slides[1].slides:
        for shape in slide.shapes:
            if shape.shape_type == 13:
                width, height = Image.open(io.BytesIO(shape.image.blob)).size
                shown = height * (1 - shape.crop_top)
                assert abs(shape.width / shape.height - width / shown) < 0.01


def test_hostile_words_stay_words_in_slides(slides):
    data, read = slides
    told = " ".join(words for slide in read.slides for words in words_of(slide))
    assert "<script>" in told and not re.search(r"[\x00-\x08\x0b-\x1f\u202e\ud800-\udfff]", told.replace("\x0b", ""))
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                text = parts.read(name).decode("utf-8")
                assert "<script" not in text and "_x001B_" not in text, name
                assert "hlinkClick" not in text and 'TargetMode="External"' not in text, name


def test_slides_have_the_same_bytes_twice_and_no_clock(slides, made):
    from crosscheck.showing.deck import deck

    again = deck(made)
    assert again == slides[0]
    with zipfile.ZipFile(io.BytesIO(slides[0])) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert parts.namelist()[0] == "[Content_Types].xml" and parts.namelist()[1:] == sorted(parts.namelist()[1:])


def test_five_files_with_one_safe_name(corpus, made, tmp_path):
    pytest.importorskip("pptx", reason="python-pptx is not installed")
    from crosscheck.showing.briefing_files import write_briefing

    written = write_briefing(made, corpus.articles, tmp_path / "out", {"bib": "@misc{a}\n"})
    assert [path.name for path in written] == [
        f"{safe_name(NASTY)}.{form}" for form in ("pptx", "html", "pdf", "csv", "jsonld", "bib")]
    cells = written[3].read_text(encoding="utf-8")
    assert not re.search(r"(^|,)[=+@]", cells, re.MULTILINE)
    page = json.loads(written[4].read_text(encoding="utf-8"))
    assert len(page["items"]) == len(made.anchors.drop_duplicates(["article_id", "start", "end", "label"]))
