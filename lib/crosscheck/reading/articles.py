"""Which words did who publish, when, as far as the text or the sheet says?

Every file of the folder is an article, or holds several (`export.csv#3`): text, Markdown, HTML, PDF, Word, CSV, JSON
and JSON lines. `articles.csv`, `codebook.toml`, `decisions.csv` and `grades.csv` are the analyst's own and no
articles, nor are hidden files; README and LICENSE files are named in `notices`. Folders inside the folder are not
entered (results are often saved there) but named in `skipped`. A text file is kept exactly as decoded; the text of a
web page or a table's row stands under its headline, so that the headline is read too. What the sheet says counts first
(basis `manifest`), then what the file says beside its text (`metadata`), then the text (`text`, for a date `dateline`
or `metadata`). Not found: what none of them says; a file's time stamp is never a date.
"""

import hashlib
import os
import re
from concurrent.futures import Executor
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from crosscheck import tables
from crosscheck.errors import FolderError, SheetError
from crosscheck.reading import documents, exports
from crosscheck.reading.date_notices import stated_twice
from crosscheck.reading.decoding import decode
from crosscheck.reading.drafts import MAX_FILE_BYTES, Draft, Problem, Unreadable, checked, megabytes
from crosscheck.reading.imprint import Imprint, find_day, find_imprint
from crosscheck.reading.labels import labelled
from crosscheck.reading.layout import regions_of
from crosscheck.reading.sheet import SHEET, Sheet, edtf_of_cell, missing_files, read_sheet
from crosscheck.text import WORD, content_id

FORMATS = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".csv", ".tsv", ".json",
           ".jsonl", ".ndjson")
OWN = frozenset({SHEET, "codebook.toml", "decisions.csv", "grades.csv"})

_ABOUT = re.compile(r"(?:read[ _-]?me|licen[cs]e|notice|copying|changelog|contributing)(?:\W|$)", re.IGNORECASE)
_EDGE = 1800  # characters at either end of a text where its imprint stands


class FileReading(NamedTuple):
    """What one file gave: articles, parts set aside, and notices as (place, notice)."""

    file: str
    drafts: list[Draft]
    problems: list[Problem]


def read_folder(folder: str | os.PathLike, *,
                executor: Executor | None = None) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """The tables `articles`, `skipped` and `notices` of a folder, in the order of file names.

    `executor` reads the files in parallel. Raises `FolderError` if there is no article to read, and `SheetError` if
    `articles.csv` is no table.
    """
    base = Path(folder)
    paths, skipped, notices = list_files(base)
    sheet = _sheet(base)
    readings = list((executor.map if executor else map)(read_file, paths))
    rows, more_skipped, more_notices = _merged(readings, sheet)
    skipped += more_skipped
    if not rows:
        raise FolderError(_nothing(base, skipped))
    known = [row["file"] for row in rows]
    notices += [*sheet.notices, *missing_files(sheet, known, [row["file"] for row in skipped]), *more_notices]
    notice_rows = [{"address": address, "notice": notice} for address, notice in dict.fromkeys(notices)]
    return (tables.check("articles", tables.frame("articles", labelled(rows))),
            tables.check("skipped", tables.frame("skipped", sorted(skipped, key=lambda row: row["file"]))),
            tables.check("notices", tables.frame("notices", notice_rows)))


def _nothing(base: Path, skipped: list[dict]) -> str:
    formats = ", ".join(FORMATS)
    if not skipped:
        return f"{base}: the folder is empty; put articles into it, as {formats}"
    first = skipped[0]
    return (f"{base}: none of the {len(skipped)} entries in the folder can be read as an article, the first being "
            f"{first['file']}: {first['reason']}; {first['advice']}")


def list_files(folder: str | os.PathLike) -> tuple[list[Path], list[dict], list[tuple[str, str]]]:
    """The files to read, in the order of their names; rows of `skipped`; notices on files about the folder.

    Raises `FolderError` if there is no such folder or it may not be read.
    """
    base = Path(folder)
    if not base.exists():
        raise FolderError(f"{base}: there is no such folder; give the folder that holds the articles")
    if not base.is_dir():
        raise FolderError(f"{base}: this is a file, not a folder; give the folder that holds it")
    try:
        entries = sorted(base.iterdir(), key=lambda path: path.name)
    except OSError as error:
        raise FolderError(f"{base}: the folder cannot be read ({error.strerror}); change its permissions") from None
    paths, skipped, notices = [], [], []
    for path in entries:
        if path.name.startswith(".") or path.name in OWN:
            continue
        if _ABOUT.match(path.name) and path.is_file():
            notices.append((name_of(path), "the file is about the folder and not read; rename it if it is an article"))
            continue
        problem = _entry_problem(path, base)
        if problem:
            skipped.append(_skipped(name_of(path), problem))
        else:
            paths.append(path)
    return paths, skipped, notices


def name_of(path: Path) -> str:
    """The file's name as text that every table can hold."""
    return os.fsencode(path.name).decode("utf-8", "backslashreplace")


def _entry_problem(path: Path, base: Path) -> Problem | None:
    """Why an entry of the folder is not read, judged without opening it; None if it is."""
    try:
        if path.is_symlink():
            target = path.resolve()
            if not target.exists():
                return Problem("", "it is a link to a file that does not exist", "remove it")
            if not target.is_relative_to(base.resolve()):
                return Problem("", "it is a link that leads out of the folder", "put the file itself here")
        if path.is_dir():
            return Problem("", "it is a folder inside the folder", "move its articles up, or open it by itself")
        if not path.is_file():
            return Problem("", "it is no regular file", "remove it")
        if path.suffix.lower() not in FORMATS:
            kind = f"the format {path.suffix.lower()!r} is" if path.suffix else "files without an ending are"
            return Problem("", f"{kind} not read", f"save it as one of {', '.join(FORMATS)}, or remove it")
        size = path.stat().st_size
    except (OSError, RuntimeError) as error:
        return Problem("", f"it cannot be looked at ({getattr(error, 'strerror', None) or error})", "remove or mend it")
    if size > MAX_FILE_BYTES:
        return Problem("", f"it has {megabytes(size)}, and files over {megabytes(MAX_FILE_BYTES)} are not read",
                       "cut it into smaller files")
    return None


def read_file(path: str | os.PathLike) -> FileReading:
    """The articles in one file with the problems met; never an error, whatever the file holds."""
    path = Path(path)
    try:
        drafts, problems = _read(path)
    except Unreadable as error:
        drafts, problems = [], [Problem("", error.reason, error.advice)]
    except OSError as error:
        problem = Problem("", f"it cannot be opened ({error.strerror or error})", "change its permissions")
        drafts, problems = [], [problem]
    except (MemoryError, RecursionError) as error:
        problem = Problem("", f"it is too much to read ({type(error).__name__})", "cut it into smaller files")
        drafts, problems = [], [problem]
    return FileReading(name_of(path), drafts, problems)


def _read(path: Path) -> tuple[list[Draft], list[Problem]]:
    suffix, data = path.suffix.lower(), path.read_bytes()
    if not data:
        raise Unreadable("it holds zero bytes", "remove it, or save the article's text into it")
    if suffix == ".pdf":
        return [_whole(documents.read_pdf(data))], []
    if suffix == ".docx":
        return [_whole(documents.read_docx(data))], []
    text, encoding, notice = decode(data)
    _refuse_blank(text)
    problems = [Problem("", notice)] if notice else []
    if suffix in (".html", ".htm", ".xhtml"):
        return [_whole(documents.read_html(text, encoding))], problems
    readers = {".csv": exports.read_csv, ".tsv": exports.read_csv, ".json": exports.read_json,
               ".jsonl": exports.read_jsonl, ".ndjson": exports.read_jsonl}
    if suffix in readers:
        drafts, more = readers[suffix](text, encoding)
        return drafts, problems + more
    return [_whole(Draft(text, encoding))], problems


def _refuse_blank(text: str) -> None:
    """Refuse a file of white space only."""
    if not text.strip("\ufeff\u200b \t\r\n\x0b\x0c"):
        raise Unreadable("it holds white space only", "remove it, or save the article's text into it")


def _whole(draft: Draft) -> Draft:
    return draft._replace(text=checked(draft.text))


def _sheet(base: Path) -> Sheet:
    path = base / SHEET
    if not path.exists() and not path.is_symlink():
        return Sheet({}, {}, [])
    problem = _entry_problem(path, base)
    if problem:
        raise SheetError(f"{SHEET}: {problem.reason}; {problem.advice}")
    try:
        return read_sheet(path.read_bytes())
    except OSError as error:
        raise SheetError(f"{SHEET}: it cannot be opened ({error.strerror}); change its permissions") from None


def _merged(readings: list[FileReading], sheet: Sheet) -> tuple[list[dict], list[dict], list[tuple[str, str]]]:
    """Rows of `articles` and `skipped`, and notices; the second of two identical articles is skipped."""
    rows: list[dict] = []
    skipped: list[dict] = []
    notices: list[tuple[str, str]] = []
    seen: dict[str, str] = {}
    for reading in readings:
        for problem in reading.problems:
            if problem.advice:
                skipped.append(_skipped(reading.file, problem))
            else:
                notices.append((reading.file + problem.place, problem.reason))
        for draft in reading.drafts:
            file = reading.file + draft.place
            digest = hashlib.sha256(" ".join(draft.text.split()).encode("utf-8")).hexdigest()
            if digest in seen:
                skipped.append(_skipped(file, Problem("", f"its text is identical to that of {seen[digest]}",
                                                      "remove one of the two")))
                continue
            seen[digest] = file
            given = sheet.rows.get(file) or sheet.rows.get(reading.file) or {}
            rows.append(_article(file, draft, given, notices))
    return rows, skipped, notices


def _skipped(file: str, problem: Problem) -> dict:
    return {"file": file + problem.place, "reason": problem.reason, "advice": problem.advice}


def _article(file: str, draft: Draft, given: dict[str, str], notices: list[tuple[str, str]]) -> dict:
    """One row of `articles`, without its label: the sheet first, then the file, then the text."""
    title, imprint = _from_text(draft.text)
    published, basis = _published(file, draft, given, imprint, notices)
    row = {"article_id": content_id("a", hashlib.sha256(draft.text.encode("utf-8")).hexdigest()), "file": file,
           "published": published, "published_basis": basis, "url": given.get("url") or draft.url,
           "note": given.get("note"), "encoding": draft.encoding, "words": len(WORD.findall(draft.text)),
           "text": draft.text}
    for field, said in (("title", title), ("outlet", imprint.outlet), ("byline", imprint.byline)):
        found = ((given.get(field), "manifest"), (getattr(draft, field), "metadata"), (said, "text"))
        row[field], row[f"{field}_basis"] = next((pair for pair in found if pair[0]), (None, None))
    return row


def _from_text(text: str) -> tuple[str | None, Imprint]:
    """Headline and imprint, read from the two ends of the text."""
    head, tail = text, ""
    if len(text) > 2 * _EDGE:
        head, tail = text[:_EDGE].rpartition("\n")[0] or text[:_EDGE], text[-_EDGE:].partition("\n")[2]
    regions = regions_of(head)
    title = next((head[r.start:r.end] for r in regions if r.role == "headline"), None)
    imprint, last = find_imprint(head, regions), find_imprint(tail, regions_of(tail))
    if not imprint.published and last.published_basis == "metadata":
        imprint = imprint._replace(published=last.published, published_basis="metadata", updated=last.updated)
    return title and title.lstrip("# "), imprint._replace(outlet=imprint.outlet or last.outlet,
                                                          byline=imprint.byline or last.byline)


def _published(file: str, draft: Draft, given: dict[str, str], imprint: Imprint,
               notices: list[tuple[str, str]]) -> tuple[str | None, str | None]:
    """The day of publication and its basis."""
    said = None if imprint.updated else imprint.published
    if given.get("published"):
        _contradicted(file, given["published"], SHEET, said, notices)
        return given["published"], "manifest"
    if draft.published:
        day = edtf_of_cell(draft.published) or find_day(draft.published)
        if day:
            _contradicted(file, day, "the file", said, notices)
            return day, "metadata"
        notices.append((file, f"its date '{draft.published[:60]}' can be read in two ways or none; give it in {SHEET}"))
    if imprint.updated:
        notices.append((file, f"its only date, {imprint.published}, is that of an update; give the day of publication "
                        f"in {SHEET} if you know it"))
    return imprint.published, imprint.published_basis


def _contradicted(file: str, given: str, basis: str, said: str | None, notices: list[tuple[str, str]]) -> None:
    """Note that the day given outside the text is not the one that the text itself gives."""
    if notice := stated_twice(given, basis, said):
        notices.append((file, notice))
