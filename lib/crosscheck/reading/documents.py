"""Which words does a web page, a PDF or a Word document hold?

trafilatura and htmldate read web pages, pypdf PDFs, python-docx Word documents; none of them may reach the network or
take today's date or a file's own time for the day of publication. Not found: text in pictures, and which of a
PDF's lines are headers and footers.
"""

import io
import logging
import re
import zipfile

from crosscheck.reading.drafts import MAX_EXPANDED_BYTES, MAX_PAGES, MAX_TAGS, Draft, Unreadable, megabytes

_FOREVER = "2199-12-31"  # htmldate refuses days after this, instead of after today
_SITE = re.compile(r"^(?:https?://)?(?:www\d?\.)?[\w-]+(?:\.[\w-]+)+/?$", re.IGNORECASE)
_CONVERT = "copy its text into a .txt file, or remove it"


def read_html(text: str, encoding: str) -> Draft:
    """The main text of a web page under its headline, with title, site name, author, date and address if it says so."""
    from trafilatura import bare_extraction

    if text.count("<") > MAX_TAGS:
        raise Unreadable(f"the web page has {text.count('<'):,} tags, more than {MAX_TAGS:,} are not read", _CONVERT)
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    dates = {"original_date": True, "extensive_search": False, "max_date": _FOREVER, "outputformat": "%Y-%m-%d"}
    try:
        page = bare_extraction(text, include_comments=False, include_tables=False, with_metadata=True,
                               favor_recall=True, date_extraction_params=dates)
    except Exception as error:  # trafilatura and lxml raise whatever a broken page leads them to
        raise Unreadable(f"the web page cannot be read: {_line(error)}", _CONVERT) from None
    if page is None or not (page.text or "").strip():
        raise Unreadable("the web page holds no article text", _CONVERT)
    return Draft(under_title(page.title, page.text), encoding, title=page.title, outlet=_site(page.sitename),
                 byline=page.author, published=page.date, url=page.url)


def _site(name: str | None) -> str | None:
    """The site's name; a bare host name (which trafilatura takes from the address) is no outlet."""
    return None if not name or _SITE.match(name.strip()) else name.strip()


def under_title(title: str | None, text: str) -> str:
    """`text` under its headline, unless it begins with it."""
    title = " ".join((title or "").split())
    start = " ".join(text[:len(title) * 2 + 20].split())
    return text if not title or start.casefold().startswith(title.casefold()) else f"{title}\n\n{text}"


def read_pdf(data: bytes) -> Draft:
    """The text of a PDF, page after page; its own title only if the first page shows it."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = [] if locked else [page.extract_text() or "" for page in reader.pages[:MAX_PAGES + 1]]
        title = None if locked else str((reader.metadata or {}).get("/Title") or "").strip()
    except pypdf.errors.DependencyError:
        locked, pages, title = True, [], None
    except Exception as error:  # pypdf raises whatever a broken file leads it to
        raise Unreadable(f"the PDF is broken: {_line(error)}", _CONVERT) from None
    if locked:
        raise Unreadable("the PDF is encrypted", "save a copy without a password")
    if len(pages) > MAX_PAGES:
        raise Unreadable(f"the PDF has more than {MAX_PAGES} pages", "cut it into single articles")
    text = "\n".join(page.strip("\r\n") for page in pages)
    if not any(c.isalnum() for c in text):
        raise Unreadable("the PDF holds no text, perhaps only scanned pages", "run text recognition on it first")
    shown = title and " ".join(title.split()).casefold() in " ".join(text[:2000].split()).casefold()
    return Draft(text, "pdf", title=title if shown else None)


def read_docx(data: bytes) -> Draft:
    """The paragraphs and tables of a Word document in order, a line each."""
    _check_zip(data)
    import docx
    from docx.table import Table

    try:
        blocks = list(docx.Document(io.BytesIO(data)).iter_inner_content())
        lines = [_table_text(block) if isinstance(block, Table) else block.text for block in blocks]
    except Exception as error:  # python-docx and lxml raise whatever a broken file leads them to
        raise Unreadable(f"the Word document is broken: {_line(error)}", _CONVERT) from None
    text = "\n".join(lines).strip("\n")
    if not text.strip():
        raise Unreadable("the Word document holds no text", _CONVERT)
    return Draft(text, "docx")


def _table_text(table) -> str:
    return "\n".join(" | ".join(cell.text.replace("\n", " ") for cell in row.cells) for row in table.rows)


def _check_zip(data: bytes) -> None:
    """Refuse a document that is no zip archive, that would unfold without end, or whose XML defines entities."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = archive.infolist()
        size = sum(part.file_size for part in parts)
        if size > MAX_EXPANDED_BYTES or len(parts) > 5000:
            raise Unreadable(f"the Word document would unfold to {megabytes(size)} in {len(parts):,} parts, more than "
                             f"{megabytes(MAX_EXPANDED_BYTES)} is not read", _CONVERT)
        if any(part.flag_bits & 1 for part in parts):
            raise Unreadable("the Word document is encrypted", "save a copy without a password")
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                _check_xml(archive.read(part))
    except Unreadable:
        raise
    except Exception as error:  # zipfile and its decompressors raise whatever a broken archive leads them to
        raise Unreadable(f"the Word document is broken: {_line(error)}", _CONVERT) from None


def _check_xml(data: bytes) -> None:
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, iterparse

    try:
        for _ in iterparse(io.BytesIO(data), forbid_dtd=True):
            break
    except DefusedXmlException:
        raise Unreadable("the Word document defines XML entities, as no word processor does", _CONVERT) from None
    except ParseError as error:
        raise Unreadable(f"the Word document is broken: {_line(error)}", _CONVERT) from None


def _line(error: Exception) -> str:
    """The first words of an error, or its kind."""
    words = " ".join(str(error).split())[:120]
    return words or type(error).__name__
