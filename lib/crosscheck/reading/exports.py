"""Which articles does a table or a list of articles hold, as media databases export them?

CSV with any usual separator, JSON, and JSON lines. Columns are known by their usual names
(`lexicons/export_columns.tsv`); of several text columns the one that holds most counts. A row that is no article is
set aside and the others are read. Not found: tables without a line of column names.
"""

import csv
import functools
import json

from crosscheck import lexicon
from crosscheck.reading.documents import under_title
from crosscheck.reading.drafts import MAX_FILE_BYTES, Draft, Problem, Unreadable, checked, paired

Row = dict[str, str]
Reading = tuple[list[Draft], list[Problem]]
_LISTS = ("articles", "data", "results", "documents", "docs", "items", "hits", "stories", "news", "records", "rows")
_NAMES = "text, body, content, full_text or article"


def read_csv(text: str, encoding: str) -> Reading:
    """The articles in a table with a line of column names; `#1` is the first row under it."""
    csv.field_size_limit(MAX_FILE_BYTES)
    lines = text.splitlines(keepends=True)
    start = next(i for i, line in enumerate(lines) if line.strip())
    rows: list[tuple[int, Row]] = []
    problems: list[Problem] = []
    try:
        reader = csv.DictReader(lines[start:], delimiter=separator(lines[start]), strict=False)
        columns = [str(name) for name in reader.fieldnames or ()]
        for number, cells in enumerate(reader, start=1):
            if None in cells:
                problems.append(Problem(f"#{number}", f"row {number} has more cells than there are columns; those to "
                                        "the right were left out: put quotes round cells that hold the separator"))
            rows.append((number, {k: v for k, v in cells.items() if k is not None and v is not None}))
    except csv.Error as error:
        problems.append(Problem(f"#{len(rows) + 1}", f"the table breaks off at row {len(rows) + 1}: {error}",
                                "export it again"))
        columns = list(rows[0][1]) if rows else []
    return _drafts(rows, columns, encoding, problems)


def separator(header: str) -> str:
    """What stands between the cells of the line of column names: comma, semicolon, tab or bar."""
    return max(",;\t|", key=header.count)


def read_json(text: str, encoding: str) -> Reading:
    """The articles in a JSON list, in an object that holds one, or in one object."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise Unreadable(f"it is no JSON: line {error.lineno}, column {error.colno}: {error.msg}",
                         "export it again, or end the file in .jsonl if each line is an article") from None
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"it is no JSON that can be read: {error}", "export it again") from None
    found = _list_in(data)
    rows, problems = [], []
    for number, item in enumerate(found, start=1):
        if isinstance(item, dict):
            rows.append((number, _flat(item)))
        else:
            problems.append(Problem(f"#{number}", f"item {number} is a {type(item).__name__}, not an object",
                                    "give each article as an object with a text"))
    return _drafts(rows, _columns(rows), encoding, problems)


def _list_in(data: object) -> list:
    if isinstance(data, dict):
        lists = [data[key] for key in _LISTS if isinstance(data.get(key), list)]
        lists += [value for value in data.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
        if not any(_kind(key) == "text" and isinstance(value, str) for key, value in data.items()) and lists:
            return lists[0]
        return [data]
    if isinstance(data, list):
        return data
    raise Unreadable(f"it holds a single {type(data).__name__}, no articles", "give a list of objects with a text each")


def read_jsonl(text: str, encoding: str) -> Reading:
    """The articles in JSON lines; the number after `#` is that of the line."""
    rows: list[tuple[int, Row]] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
            if not isinstance(item, dict):
                raise ValueError(f"a {type(item).__name__}, not an object")
            rows.append((number, _flat(item)))
        except (ValueError, RecursionError) as error:
            where = f"column {error.colno}: {error.msg}" if isinstance(error, json.JSONDecodeError) else str(error)
            problems.append(Problem(f"#{number}", f"line {number} is no JSON object: {where}", "mend or remove it"))
    return _drafts(rows, _columns(rows), encoding, problems)


def _flat(item: dict) -> Row:
    """The object's values as texts: a list joined with commas, an object by its name."""
    return {paired(str(key)): text for key, value in item.items() if (text := _text_of(value)) is not None}


def _text_of(value: object) -> str | None:
    if isinstance(value, str):
        return paired(value)
    if isinstance(value, dict):
        return next((paired(value[key]) for key in ("name", "title", "text", "value")
                     if isinstance(value.get(key), str)), None)
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text_of, value))) or None
    return None if value is None or isinstance(value, bool) else str(value)


def _columns(rows: list[tuple[int, Row]]) -> list[str]:
    return list(dict.fromkeys(key for _, row in rows for key in row))


def _drafts(rows: list[tuple[int, Row]], columns: list[str], encoding: str, problems: list[Problem]) -> Reading:
    names = _chosen(rows, columns)
    if not rows and not problems:
        raise Unreadable("it holds no row", "remove it, or export it again")
    if rows and "text" not in names:
        shown = ", ".join(columns[:8]) or "none"
        raise Unreadable(f"it has no column with the articles' text among {shown}", f"name one of them {_NAMES}")
    drafts = []
    for number, row in rows:
        try:
            drafts.append(_draft(number, row, names, encoding))
        except Unreadable as error:
            problems.append(Problem(f"#{number}", error.reason, error.advice))
    return drafts, problems


def _draft(number: int, row: Row, names: dict[str, str], encoding: str) -> Draft:
    cells = {field: " ".join(row.get(column, "").split()) or None
             for field, column in names.items() if field != "text"}
    text = row.get(names["text"], "")
    if not text.strip():
        raise Unreadable("it has no text", f"fill in its '{names['text']}', or remove it")
    text = checked(text)
    return Draft(under_title(cells.get("title"), text), encoding, f"#{number}", **cells)


def _chosen(rows: list[tuple[int, Row]], columns: list[str]) -> dict[str, str]:
    """The column for each field: the first of its kind that holds anything, for the text the one that holds most."""
    named = [(_kind(column), column) for column in columns]
    held = {column: sum(len(row.get(column, "")) for _, row in rows) for kind, column in named if kind}
    chosen: dict[str, str] = {}
    for kind, column in named:
        if kind and held[column] and (kind not in chosen or (kind == "text" and held[column] > held[chosen[kind]])):
            chosen[kind] = column
    if rows and "text" not in chosen:
        empty = next((column for kind, column in named if kind == "text"), None)
        return chosen | ({"text": empty} if empty else {})
    return chosen


@functools.cache
def _kind(column: str) -> str | None:
    """Which field a column name means, or None."""
    name = " ".join(column.replace("_", " ").replace("\ufeff", "").split())
    return next((rule.label for rule in lexicon.load("export_columns") if rule.regex.search(name)), None)
