"""Are web pages, PDFs and Word documents read by what they say, and refused with a reason when they cannot be?"""

import io
import zipfile

import pytest

from crosscheck.reading.documents import read_docx, read_html, read_pdf
from crosscheck.reading.drafts import MAX_EXPANDED_BYTES, Unreadable

PAGE = """<!DOCTYPE html><html><head><title>Port shut after storm - Daily Example</title>
<meta property="og:site_name" content="Daily Example"><meta name="author" content="Jane Doe">
<meta property="og:title" content="Port shut after storm">
{meta}</head><body><nav><a href="/">Home</a></nav><article><h1>Port shut after storm</h1>
<p>The port was shut on Monday after the storm, the mayor said. “It will open soon,” he added, and went home.</p>
<p>Ships were sent to other ports along the coast &lt;script&gt;alert(1)&lt;/script&gt; until the quay is mended.</p>
<h2>What comes next</h2><p>The council will meet on Friday to talk about the costs, which are not yet known.</p>
</article><footer>Copyright 2031 Daily Example</footer></body></html>"""


def pdf(*lines: str, title: str = "") -> bytes:
    """A small PDF, written by hand."""
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream = f"BT /F1 12 Tf 72 720 Td {shown} ET".encode("latin-1")
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
               b"/Resources << /Font << /F1 5 0 R >> >> >>",
               b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
               f"<< /Title ({title}) /CreationDate (D:20200101000000) >>".encode("latin-1")]
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer << /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return out.getvalue()


def docx(*paragraphs: str) -> bytes:
    import docx as word

    document, out = word.Document(), io.BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.core_properties.author = "The analyst"
    document.save(out)
    return out.getvalue()


def changed(data: bytes, name: str, content: bytes) -> bytes:
    """The zip archive with one of its parts replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
    return out.getvalue()


def test_a_web_page_under_its_headline():
    meta = '<meta property="article:published_time" content="2021-05-04T10:00:00Z">'
    draft = read_html(PAGE.format(meta=meta), "utf-8")
    assert draft.text.startswith("Port shut after storm\n")
    assert draft.text.count("Port shut after storm") == 1
    assert "What comes next" in draft.text
    assert "<script>alert(1)</script>" in draft.text
    assert "Home" not in draft.text
    assert (draft.title, draft.outlet, draft.byline, draft.published) == (
        "Port shut after storm", "Daily Example", "Jane Doe", "2021-05-04")


@pytest.mark.parametrize("meta", ["", '<meta property="article:published_time" content="soon">'])
def test_a_web_page_without_a_date_has_none(meta):
    assert read_html(PAGE.format(meta=meta), "utf-8").published is None


def test_reading_a_web_page_reaches_for_no_network(monkeypatch):
    import socket

    def refuse(*_args, **_options):
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    page = PAGE.format(meta='<link rel="canonical" href="http://x.example/a"><script src="http://x.example/b.js"></script>')
    assert read_html(page, "utf-8").text


@pytest.mark.parametrize("page", [
    "", "plain words", "<b>" * 100_001, "<html></html>", "<p>" * 2_000, "<html><body>" + "<div>" * 3000 + "x",
    '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><html><body><p>&b;</p></body></html>',
    '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><html><body><p>&f;</p></body></html>',
])
def test_an_odd_web_page_is_read_or_refused(page):
    try:
        draft = read_html(page, "utf-8")
        assert "root:" not in draft.text
        assert len(draft.text) <= len(page)
    except Unreadable as error:
        assert error.advice


def test_a_pdf():
    draft = read_pdf(pdf("Port shut after storm", "The port was shut on Monday.", title="Port shut after storm"))
    assert "Port shut after storm" in draft.text
    assert "The port was shut on Monday." in draft.text
    assert (draft.title, draft.published) == ("Port shut after storm", None)


def test_the_title_of_a_pdf_counts_only_if_it_is_shown():
    assert read_pdf(pdf("The port was shut.", title="Microsoft Word - Document1")).title is None


def encrypted_pdf() -> bytes:
    import pypdf

    writer, out = pypdf.PdfWriter(clone_from=io.BytesIO(pdf("The port was shut."))), io.BytesIO()
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(("make", "expected"), [
    (encrypted_pdf, "encrypted"),
    (lambda: pdf(), "no text"),
    (lambda: pdf("The port was shut.")[:300], "broken"),
    (lambda: b"%PDF-1.4", "broken"),
    (lambda: b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF",
     "no text|broken"),
])
def test_a_pdf_that_cannot_be_read(make, expected):
    with pytest.raises(Unreadable, match=expected) as caught:
        read_pdf(make())
    assert caught.value.advice


def test_a_word_document():
    draft = read_docx(docx("Port shut after storm", "The port was shut on Monday."))
    assert draft.text == "Port shut after storm\nThe port was shut on Monday."
    assert (draft.byline, draft.published) == (None, None)


ENTITIES = (b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
            b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
            b"<w:t>&b;</w:t></w:r></w:p></w:body></w:document>")


@pytest.mark.parametrize(("make", "expected"), [
    (lambda: b"no archive", "broken"),
    (lambda: docx("A")[:400], "broken"),
    (lambda: docx("A")[:49] + b"\x01" * 40 + docx("A")[89:], "broken"),
    (lambda: docx(""), "no text"),
    (lambda: changed(docx("A"), "word/document.xml", ENTITIES), "entities"),
    (lambda: changed(docx("A"), "word/document.xml", b"<w:p>"), "broken"),
    (lambda: changed(docx("A"), "word/document.xml", b" " * (MAX_EXPANDED_BYTES + 1)), "would unfold to 61 MB"),
])
def test_a_word_document_that_cannot_be_read(make, expected):
    with pytest.raises(Unreadable, match=expected):
        read_docx(make())
