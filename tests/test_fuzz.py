"""Whatever comes through a door: the kit's own errors with an address, anchors that hold, and twice the same.

Each test tries some dozens of inputs,
the same ones on every run; `CROSSCHECK_FUZZ=1000` tries a thousand times as many,
other ones each time.
"""

import functools
import io
import os
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosscheck import cache
from crosscheck.comparing.codebook_file import parse_codebook
from crosscheck.comparing.differences import compare_passages
from crosscheck.comparing.differences_passage import parse_passage
from crosscheck.decisions import COLUMNS, parse_decisions
from crosscheck.errors import CodebookError, DecisionError, SheetError
from crosscheck.reading.article import Job, pack, read_article, unpack
from crosscheck.reading.articles import FORMATS, read_file
from crosscheck.reading.sheet import read_sheet
from crosscheck.text import fold, tokens

MORE = int(os.environ.get("CROSSCHECK_FUZZ", "1"))
WORDS = (
    "The mayor", " said", " on Friday", " that", " the port", " will be closed", " until 4 May 2031", ".", ",",
    " ", "\n", "\n\n", "“", "”", '"', "'", "’s", " “We must not sell it,”", " Ann Berg told the Courier", " not",
    " never", " 12", " 1,000", " $3.5 million", "%", " no", " must", " may not", " except", " for children",
    " according to", " reportedly", " yesterday", " last week", " in March", "- ", "• ", "By Ann Berg\n",
    "HARBOUR (Courier) — ", "(", ")", " two", " of the", " denied", " which", " who", " before", " after",
    " 3 March", " 2031-03-04", " 10:15 a.m. ET", "…", "Updated: ", "https://example.org/a?b=c", "@post", "<b>",
    "&amp;", "\t", "\r\n", "\u00a0", "\u200b", "\ufeff", "\x00", "\u202e", "é", "ﬁ", "İ", "ß", "漢字", "🙂", "\u0301",
    "A.B.C.", " U.S.", " Mr. ", " 31 February", " 99/99/9999", "a" * 70,
)
texts = st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=60).map("".join).map(
    lambda text: text.encode("utf-8", "replace").decode("utf-8"))
cells = st.text(max_size=8) | st.sampled_from(
    ("", "a.txt", "2031-03-04", "30 Feb", "=1+1", '"', "B2", "accept", "events", "re-date", "Ann", "e1", "a,b", "\n",
     "[[0,1]]", "{}", "\x00", "é"))


def fuzzed(inputs):
    """Settings of one test: so many inputs, always the same ones unless more are asked for."""
    return settings(max_examples=inputs * MORE, derandomize=MORE == 1, database=None, deadline=None,
                    suppress_health_check=list(HealthCheck))


def outcome(door, given_, errors, address):
    """What a door makes of its input, as text; one of `errors` must begin with its address."""
    try:
        return repr(door(given_))
    except errors as error:
        assert str(error).startswith(address) and len(str(error)) > len(address) + 10, str(error)
        return str(error)


def joined(lines):
    return "\n".join(",".join(line) for line in lines)


@fuzzed(15)
@given(texts, st.sampled_from((None, "2031-03-05", "2031", "")))
def test_text_is_read_the_same_twice_and_anchors_hold(text, reference):
    job = Job("a1", text, reference or None)
    read = read_article(job)
    assert read == read_article(job) == unpack(pack(read), job)
    for name, columns in read.items():
        for start, end, quote in zip(columns["start"], columns["end"], columns["quote"], strict=True):
            assert 0 <= start < end and text[start:end] == quote, name
        for column, found in columns.items():
            if column.endswith("_spans") or column in ("source", "cue", "content"):
                assert all(0 <= a < b <= len(text) for spans in found for a, b in spans), (name, column)
    for name in ("sentences", "dates", "attributions", "claims", "restrictions"):
        ids = next(read[name][column] for column in read[name] if column.endswith("_id") and column != "article_id")
        assert len(set(ids)) == len(ids), name


@fuzzed(80)
@given(texts, texts)
def test_passages_are_compared_the_same_twice_and_spans_hold(one, other):
    found = compare_passages(one, other)
    parse_passage.cache_clear()
    assert found == compare_passages(one, other)
    for each in found:
        assert 0 <= each.a_start <= each.a_end <= len(one) and 0 <= each.b_start <= each.b_end <= len(other)


@fuzzed(100)
@given(st.text() | texts)
def test_folding_keeps_every_place(text):
    assert len(fold(text)) == len(text)
    assert all(text[token.start:token.end] == token.word for token in tokens(text))


@functools.cache
def samples():
    """A small good file of each format."""
    import docx
    from pypdf import PdfWriter

    document, page, file, pdf = docx.Document(), PdfWriter(), io.BytesIO(), io.BytesIO()
    document.add_paragraph("The port is closed until Friday, the mayor said.")
    document.save(file)
    page.add_blank_page(100, 100)
    page.write(pdf)
    html = b"<html><head><title>Port</title></head><body><article><p>The port is closed.</p></article></body></html>"
    table = b'title,text,date\nPort,"The port is closed, the mayor said.",2031-03-04\n'
    one = b'{"title": "Port", "text": "The port is closed, the mayor said.", "date": "2031-03-04"}'
    plain = "The port is closed – until Friday.\n".encode()
    kinds = {".docx": file.getvalue(), ".pdf": pdf.getvalue(), ".csv": table, ".tsv": table.replace(b",", b"\t"),
             ".json": b"[" + one + b"]", ".jsonl": one + b"\n" + one, ".ndjson": one}
    return {suffix: kinds.get(suffix, html if "htm" in suffix else plain) for suffix in FORMATS}


JUNK = (b"\\ud800", b"\xff\xfe", b"\x00", b"null", b"[[[[", b'{"', b"<![CDATA[", b"<!--", b"&#xD800;", b"1e999")


@st.composite
def files(draw):
    """A suffix with bytes: any, or a good file cut, changed, or with something put in."""
    suffix = draw(st.sampled_from(FORMATS))
    data = bytearray(samples()[suffix])
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(data)))
        junk = draw(st.binary(max_size=8) | texts.map(str.encode) | st.sampled_from(JUNK))
        data[at:at + draw(st.sampled_from((0, len(junk), 400)))] = junk
    return suffix, draw(st.just(bytes(data)) | st.binary(max_size=200) | texts.map(lambda text: text.encode("utf-16")))


@pytest.fixture(scope="module")
def scratch(tmp_path_factory):
    return tmp_path_factory.mktemp("files")


@fuzzed(80)
@given(made=files())
def test_any_bytes_in_any_format_give_articles_or_a_reason(scratch, made):
    suffix, data = made
    path = scratch / f"article{suffix}"
    path.write_bytes(data)
    reading = read_file(path)
    assert reading == read_file(path) and reading.file == path.name
    assert reading.drafts or any(problem.reason and problem.advice for problem in reading.problems)
    for draft in reading.drafts:
        assert draft.text.strip() and draft.text.encode("utf-8").decode("utf-8") == draft.text


@fuzzed(120)
@given(st.binary(max_size=300) | st.lists(st.lists(cells, max_size=5), max_size=6).map(joined).map(
    lambda text: ("file,outlet,published,title\n" + text).encode("utf-8", "replace")))
def test_any_sheet_is_read_or_refused(data):
    assert outcome(read_sheet, data, SheetError, "articles.csv") == outcome(read_sheet, data, SheetError,
    "articles.csv")


TOML = ("[[question]]\n", "[[event]]\n", "[[restriction]]\n", "[[gap]]\n", "[entities]\n", 'id = "a"\n',
        'question = "Who?"\n',
        'label = "It"\n', 'patterns = ["clos\\\\w+"]\n', "patterns = ['(']\n", "patterns = ['(a+)+$']\n",
        "patterns = []\n",
        'readings = [{value = "yes", patterns = ["open"]}]\n', 'after = ["a"]\n', "id = 3\n", 'Port = ["the port"]\n',
        "= \n",
        "patterns = ['{Port}']\n", "[question]\n", '"\n', "a.b.c = 1\n", "when = 2031-02-30\n", "\x00", "[[[[[[")


@fuzzed(120)
@given(st.lists(st.sampled_from(TOML) | st.text(max_size=6), max_size=14).map("".join))
def test_any_codebook_is_read_or_refused(text):
    assert outcome(parse_codebook, text, CodebookError, "codebook.toml") == outcome(
        parse_codebook, text, CodebookError, "codebook.toml")


@fuzzed(120)
@given(st.text(max_size=200) | st.lists(st.lists(cells, max_size=11), max_size=6).map(
    lambda rows: ",".join(COLUMNS) + "\n" + joined(rows)))
def test_any_decisions_are_read_or_refused(text):
    assert outcome(parse_decisions, text, DecisionError, "decisions.csv") == outcome(
        parse_decisions, text, DecisionError, "decisions.csv")


@fuzzed(12)
@given(st.integers(0, 60_000), st.binary(max_size=300), st.booleans())
def test_any_cache_file_gives_what_was_kept_or_nothing(tmp_path_factory, at, junk, cut):
    place = tmp_path_factory.mktemp("cache")
    rows = {f"k{n}": bytes([n]) * 3000 for n in range(12)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CROSSCHECK_CACHE", str(place))
        cache.keep(rows)
        data = (place / cache.FILE).read_bytes()
        (place / cache.FILE).write_bytes(data[:at] + junk + (b"" if cut else data[at + len(junk):]))
        for _ in range(2):
            assert all(rows[key] == content for key, content in cache.kept(rows).items())
            cache.keep(rows)


LONG = 30_000
MONOTONOUS = ("said ", '"', "“", "1,", "12 ", "( ", "a", "not ", ". ", "\n", " - ", "the Courier said ", "on Friday ",
              "A.", "“a” ",
              "must not ", "according to ", "'s ", "May ", ", and ", "0", "$1 ")


@pytest.mark.parametrize("piece", MONOTONOUS)
def test_monotonous_text_takes_linear_time(piece):
    text = piece * (LONG // len(piece))
    start = time.process_time()
    read_article(Job("a1", text, "2031-03-05"))
    assert time.process_time() - start < 3
