"""How well does `compare_passages` tell pairs that contradict each other from pairs that do not?

usage: python benchmarks/discrepancy.py [--half 0|1] [--misses KIND]

Runs `compare_passages` on the three sets of pairs in `benchmarks/discrepancy` of the shared measuring data
(environment variable CROSSCHECK_SHARED, or `../shared` beside the repository) and scores the answers with the
scorer there. A yes is any difference but `precision` and `source`. `revised_sentences` is measured on the
pairs that hold a number in both passages. `--half` takes a fixed random half, to tune on one and check on the
other.
"""

import argparse
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

from crosscheck.comparing.differences import compare_passages
from crosscheck.numbers import find_amounts

SETS = ("edited_summaries", "symmetric_claims", "revised_sentences")
SILENT = ("precision", "source")


def shared() -> pathlib.Path | None:
    """The folder of measuring data, or None where there is none."""
    beside = pathlib.Path(__file__).resolve().parents[2] / "shared"
    folder = pathlib.Path(os.environ.get("CROSSCHECK_SHARED", beside)) / "benchmarks" / "discrepancy"
    return folder if folder.is_dir() else None


def pairs(path: pathlib.Path, half: int | None) -> list[dict]:
    """The pairs of one set, or one half of them."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    if path.stem == "revised_sentences":
        rows = [row for row in rows if _holds_number(row["a"]) and _holds_number(row["b"])]
    side = random.Random(5)
    return [row for row in rows if (side.random() < 0.5) == (half == 0) or half is None]


def answer(row: dict) -> dict:
    """The answer for one pair, as the scorer reads it."""
    kinds = sorted({found.kind for found in compare_passages(row["a"], row["b"])} - set(SILENT))
    return {"id": row["id"], "contradicts": bool(kinds), "kinds": kinds}


def _holds_number(text: str) -> bool:
    return any(character.isdigit() for character in text) or bool(find_amounts(text))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--misses", help="print the wrong answers: `false` alarms, `missed` pairs, or a kind")
    parser.add_argument("--set", choices=SETS)
    chosen = parser.parse_args()
    folder = shared()
    if folder is None:
        sys.exit("skipped: no measuring data (set CROSSCHECK_SHARED)")
    for name in [chosen.set] if chosen.set else SETS:
        rows = pairs(folder / f"{name}.jsonl", chosen.half)
        begun = time.perf_counter()
        answers = [answer(row) for row in rows]
        print(f"{name}: {1000 * (time.perf_counter() - begun) / len(rows):.2f} ms a pair")
        _score(folder / "score.py", rows, answers)
        if chosen.misses:
            _print_misses(rows, answers, chosen.misses)


def _score(script: pathlib.Path, rows: list[dict], answers: list[dict]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder) / name for name in ("pairs.jsonl", "answers.jsonl")]
        for path, lines in zip(paths, (rows, answers), strict=True):
            path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        print(subprocess.run([sys.executable, script, *paths], capture_output=True, text=True, check=True).stdout)


def _print_misses(rows: list[dict], answers: list[dict], wanted: str) -> None:
    for row, given in zip(rows, answers, strict=True):
        false, missed = given["contradicts"] > row["contradicts"], given["contradicts"] < row["contradicts"]
        if missed if wanted == "missed" else false and (wanted == "false" or wanted in given["kinds"]):
            print(f"{row['id']} {given['kinds']}\n  a: {row['a']}\n  b: {row['b']}")
            for found in compare_passages(row["a"], row["b"]):
                a, b = row["a"][found.a_start:found.a_end], row["b"][found.b_start:found.b_end]
                print(f"    {found.kind}: {a} | {b} | {found.note}")


if __name__ == "__main__":
    main()
