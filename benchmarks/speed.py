"""How long does a folder take, table by table, and how much memory? Growth from part of a folder to the whole.

    python benchmarks/speed.py [FOLDER] [--sizes 200 400 849]

Without a folder: the sample articles, then the large set of the outside measures where it is at hand. Each size is
read in a process of its own; the exponent is the slope of log time over log articles.
"""

import argparse
import json
import math
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
SHARED = pathlib.Path(os.environ.get("CROSSCHECK_SHARED", ROOT.parent / "shared"))
CHILD = """
import json, resource, sys, time
import pandas
begin = time.perf_counter()
from crosscheck import open_corpus, tables
times = {}
corpus = open_corpus(sys.argv[1])
times["open"] = time.perf_counter() - begin
for name in tables.TABLES:
    start = time.perf_counter()
    corpus.table(name)
    times[name] = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"total": time.perf_counter() - begin, "MB": peak, "times": times}))
"""


def main() -> int:
    """Measure and print one line a size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=pathlib.Path)
    parser.add_argument("--sizes", nargs="*", type=int, default=[200, 400, 849])
    options = parser.parse_args()
    if options.folder is None:
        show("sample articles", measure(ROOT / "seeds"))
    folder = options.folder or SHARED / "benchmarks/scale/articles"
    if not folder.is_dir():
        print(f"{folder}: not at hand; name a folder of articles, or set CROSSCHECK_SHARED")
        return 0 if options.folder is None else 2
    grow(folder, options.sizes)
    return 0


def grow(folder: pathlib.Path, sizes: list[int]) -> None:
    """Read the first articles of `folder` by name in each size, and print the growth between the first and the last."""
    files = sorted(path for path in folder.iterdir() if path.suffix == ".txt")
    totals = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as scratch:
            for path in files[:size]:
                shutil.copy(path, scratch)
            copy_sheet(folder / "articles.csv", pathlib.Path(scratch))
            found = measure(pathlib.Path(scratch))
        show(f"{min(size, len(files))} articles", found)
        totals.append(found["total"])
    if len(sizes) > 1:
        slope = math.log(totals[-1] / totals[0]) / math.log(sizes[-1] / sizes[0])
        print(f"growth from {sizes[0]} to {sizes[-1]} articles: exponent {slope:.2f}")


def copy_sheet(sheet: pathlib.Path, folder: pathlib.Path) -> None:
    """Copy the rows of `sheet` whose files lie in `folder`, so that no row names a missing file."""
    if sheet.exists():
        head, *rows = sheet.read_text(encoding="utf-8-sig").splitlines()
        names = {path.name for path in folder.iterdir()}
        kept = [row for row in rows if row.split(",")[0].strip('"') in names]
        (folder / "articles.csv").write_text("\n".join([head, *kept]) + "\n", encoding="utf-8")


def measure(folder: pathlib.Path) -> dict:
    """Seconds for each table and in all, and the peak of memory in MB, in a new process."""
    done = subprocess.run([sys.executable, "-c", CHILD, str(folder)], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def show(title: str, found: dict) -> None:
    """One line: total, memory, and the tables that take longest."""
    slow = sorted(found["times"].items(), key=lambda item: -item[1])[:6]
    print(f"{title}: {found['total']:.2f} s, {found['MB']:.0f} MB; "
          + ", ".join(f"{name} {seconds:.2f}" for name, seconds in slow), flush=True)


if __name__ == "__main__":
    sys.exit(main())
