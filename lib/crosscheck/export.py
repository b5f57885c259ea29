"""How do the tables leave the kit? As CSV for people and JSON lines for programs, one file a table.

Anchored rows carry `article`, the file's name, beside the article's id. `events.jsonl` and `discrepancies.jsonl` hold
their passages inside each row. Beside the tables stand the formats of other tools (`Corpus.exchange`).
"""

import pathlib

import pandas as pd

from crosscheck import tables
from crosscheck.cells import compact_json, csv_text, filled
from crosscheck.files import make_folder, write_whole

SPAN = ("article", "start", "end", "quote")
ENDS = "\x85\u2028\u2029"


def write_tables(corpus, folder: pathlib.Path) -> list[pathlib.Path]:
    """Write every table of `corpus` as NAME.csv and NAME.jsonl into `folder`; the files written, in order.

    `corpus` is anything with `table(name)` for each of `tables.TABLES`, and with `exchange()`: texts by file name.
    """
    make_folder(folder)
    files = corpus.table("articles").set_index("article_id")["file"]
    written = []
    for name in tables.TABLES:
        table = corpus.table(name)
        if "article_id" in table and name != "articles":
            table = table.assign(article=table["article_id"].map(files))
        rows = _event_rows(table, corpus, files) if name == "events" else _records(table)
        written += [write_whole(folder / f"{name}.csv", csv_text(table)),
                    write_whole(folder / f"{name}.jsonl", json_lines(rows))]
    written.append(write_whole(folder / "discrepancies.jsonl", json_lines(_discrepancy_rows(corpus, files))))
    return written + [write_whole(folder / name, text) for name, text in corpus.exchange().items()]


def json_lines(rows: list[dict]) -> str:
    """`rows` as JSON, one a line, characters as they are but those that some readers take for the end of a line."""
    lines = "".join([compact_json(row) + "\n" for row in rows])
    for mark in ENDS:
        lines = lines.replace(mark, f"\\u{ord(mark):04x}")
    return lines


def _records(table: pd.DataFrame) -> list[dict]:
    columns = {name: filled(table[name]) for name in table}
    return [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]


def _event_rows(table: pd.DataFrame, corpus, files: pd.Series) -> list[dict]:
    evidence = _grouped(corpus.table("event_evidence"), "event_id", files, (*SPAN, "vote", "dates_it"))
    return [{**row, "evidence": evidence.get(row["event_id"], [])} for row in _records(table.sort_values("rank"))]


def _discrepancy_rows(corpus, files: pd.Series) -> list[dict]:
    readings = _grouped(corpus.table("readings"), "question_id", files, (*SPAN, "value", "stance"))
    questions = corpus.table("questions")
    rows = _records(questions[questions["differs"]].sort_values("rank"))
    return [{"discrepancy_id": row["question_id"], **row, "readings": readings.get(row["question_id"], [])}
            for row in rows]


def _grouped(passages: pd.DataFrame, key: str, files: pd.Series, columns: tuple[str, ...]) -> dict[str, list[dict]]:
    grouped: dict[str, list[dict]] = {}
    for row in _records(passages.assign(article=passages["article_id"].map(files))):
        grouped.setdefault(row[key], []).append({name: row[name] for name in columns})
    return grouped
