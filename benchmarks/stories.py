"""How much of what an expert finds does the kit find? Tables of each story at hand, graded by the outside scorer.

    python benchmarks/stories.py                    as delivered, without a codebook
    python benchmarks/stories.py --dates-given      with the true publication dates in a sheet

Needs the outside measures (`../shared`, or the folder that CROSSCHECK_SHARED names).
"""

import argparse
import csv
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
SHARED = pathlib.Path(os.environ.get("CROSSCHECK_SHARED", ROOT.parent / "shared"))


def main() -> int:
    """Write tables for each story into a temporary folder and let the scorer print its table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dates-given", action="store_true")
    parser.add_argument("--misses", action="store_true", help="list what was not reached")
    options = parser.parse_args()
    if not SHARED.is_dir():
        print(f"{SHARED}: the outside measures are not at hand; set CROSSCHECK_SHARED")
        return 2
    stories = {path.parent.name: path for path in sorted(SHARED.glob("benchmarks/stories/*/articles"))}
    with tempfile.TemporaryDirectory() as scratch:
        pairs = [f"{folder.parent}={_tables(folder, pathlib.Path(scratch) / name, options.dates_given)}"
                 for name, folder in stories.items()]
        seeds = _tables(ROOT / "seeds", pathlib.Path(scratch) / "seeds", False)
        grade = SHARED / "benchmarks/stories/grade.py"
        extra = ["--misses"] if options.misses else []
        subprocess.run([sys.executable, str(grade), *pairs, *extra], check=True)
        print("\nThe sample articles, by discovery alone:")
        subprocess.run([sys.executable, str(grade), f"{SHARED / 'gold/seeds_story.json'}={seeds}", *extra], check=True)
    return 0


def _tables(folder: pathlib.Path, scratch: pathlib.Path, dates_given: bool) -> pathlib.Path:
    """The tables of the articles in `folder`, read without a codebook."""
    articles, out = scratch / "articles", scratch / "tables"
    shutil.copytree(folder, articles, ignore=shutil.ignore_patterns("codebook.toml"))
    source = folder.parent / "source.json"
    if dates_given and source.exists():
        _write_sheet(articles / "articles.csv", json.loads(source.read_text(encoding="utf-8")))
    started = time.perf_counter()
    subprocess.run([sys.executable, "-m", "crosscheck", "tables", str(articles), "--out", str(out)], check=True,
                   stdout=subprocess.DEVNULL)
    print(f"{scratch.name}: {len(list(articles.glob('*.txt')))} articles, {time.perf_counter() - started:.1f} s")
    return out


def _write_sheet(path: pathlib.Path, source: list[dict]) -> None:
    """A sheet with the publication days that `source.json` gives."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["file", "published"])
        for row in source:
            day = row.get("published") or row.get("published_as_stored")
            if day:
                writer.writerow([row["file"], day[:10]])


if __name__ == "__main__":
    sys.exit(main())
