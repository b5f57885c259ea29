"""Tables leave the kit as they are: anchors, lists and missing cells, and no formula."""

import csv
import io
import json
import subprocess
import sys

import pandas as pd
import pytest

from crosscheck.cells import csv_text, guard
from crosscheck.export import json_lines, write_tables
from crosscheck.tables import TABLES


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_a_formula_gets_an_apostrophe(cell):
    assert guard(cell) == "'" + cell


def test_csv_keeps_lists_and_missing_cells():
    table = pd.DataFrame({"a": ["=x", None], "b": [[(1, 2)], []], "n": [-1, 2]})
    rows = list(csv.reader(io.StringIO(csv_text(table))))
    assert rows == [["a", "b", "n"], ["'=x", "[[1, 2]]", "-1"], ["", "[]", "2"]]


def test_an_end_of_line_inside_a_cell_ends_no_row():
    table = pd.DataFrame({"a": ["one\r=1+1", "two\u2028three"], "b": ["x", None]})
    assert list(csv.reader(io.StringIO(csv_text(table), newline=""))) == [
        ["a", "b"], ["one\r=1+1", "x"], ["two\u2028three", ""]]
    assert len(json_lines(table.to_dict("records")).splitlines()) == 2


def test_json_lines_keep_characters():
    assert json_lines([{"a": "“é”", "b": None}]) == '{"a": "“é”", "b": null}\n'


@pytest.fixture(scope="module")
def written(corpus, tmp_path_factory):
    folder = tmp_path_factory.mktemp("tables")
    write_tables(corpus, folder)
    return folder


def rows(folder, name):
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").split("\n") if line]


def test_every_table_is_written_twice(written):
    assert sorted(path.name for path in written.iterdir()) == sorted(
        [f"{name}.{kind}" for name in TABLES for kind in ("csv", "jsonl")] + [
            "articles.bib", "articles.csl.json", "chains.prov.jsonld", "discrepancies.jsonl", "events_by_passage.csv",
            "restrictions.odrl.jsonld", "timelinejs.csv", "timelinejs.json", "timelinejs_skipped.csv"])


def test_anchors_hold_in_every_file(written, seeds):
    text = {path.name: path.read_bytes().decode("utf-8") for path in seeds.glob("*.txt")}
    spans = [span for name in ("regions", "sentences", "dates", "attributions", "claims", "restrictions", "readings",
                               "event_evidence", "chains", "renderings", "copies") for span in rows(written, name)]
    spans += [span for row in rows(written, "events") for span in row["evidence"]]
    spans += [span for row in rows(written, "discrepancies") for span in row["readings"]]
    assert len(spans) > 500
    for span in spans:
        assert text[span["article"]][span["start"]:span["end"]] == span["quote"]


def test_the_three_files_have_the_shape_that_others_read(written):
    shapes = {
        "events": {"event_id", "edtf", "earliest", "latest", "label", "status", "rank", "evidence"},
        "discrepancies": {"discrepancy_id", "kind", "question", "rank", "readings"},
        "restrictions": {"restriction_id", "bound_party", "act", "protected", "qualifier", "modality", "status",
                         "stated_by", "via", "article", "start", "end", "quote"},
    }
    for name, keys in shapes.items():
        found = rows(written, name)
        assert found and all(keys <= set(row) for row in found), name
    reading = rows(written, "discrepancies")[0]["readings"][0]
    assert set(reading) == {"article", "start", "end", "quote", "value", "stance"}


def test_two_runs_with_other_hash_seeds_write_the_same_bytes(seeds, tmp_path, written):
    for seed in ("1", "2"):
        subprocess.run([sys.executable, "-m", "crosscheck", "tables", str(seeds), "--out", str(tmp_path / seed)],
                       check=True, capture_output=True, env={"PYTHONHASHSEED": seed, "PATH": "", "TZ": "Asia/Tokyo"})
    for path in written.iterdir():
        assert path.read_bytes() == (tmp_path / "1" / path.name).read_bytes(), path.name
        assert path.read_bytes() == (tmp_path / "2" / path.name).read_bytes(), path.name
