"""How long does a folder take, table by table, and how much memory? Growth from a small folder to a large one.

    python benchmarks/speed.py [FOLDER] [--sizes 200 850 5000] [--again]

Without a folder: the sample articles, then the large set of the outside measures where it is at hand. Sizes above the
number of articles at hand are made up by `benchmarks/many.py`. Each size is read in a process of its own with an empty
cache; `--again` reads it a second time, and a third with one article more. Seconds are by the clock, and in brackets
those of processors, the pool's included, which move less with what else the machine does. An exponent is the slope of
log processor time over log articles.
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

import many

ROOT = pathlib.Path(__file__).resolve().parents[1]
SHARED = pathlib.Path(os.environ.get("CROSSCHECK_SHARED", ROOT.parent / "shared"))
READING = ("regions", "sentences", "dates", "attributions", "claims", "restrictions")
MORE = "One more report\n\nThe mayor said on Friday that nothing changes until 4 May.\n"
CHILD = """
import json, os, resource, sys, time
import pandas
def processors():
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
begin, used = time.perf_counter(), processors()
from crosscheck import open_corpus, tables
seconds, work = {}, {}
def timed(name, do):
    start, before = time.perf_counter(), processors()
    result = do()
    seconds[name], work[name] = time.perf_counter() - start, processors() - before
    return result
corpus = timed("open", lambda: open_corpus(sys.argv[1]))
timed("reading", lambda: corpus.sentences)
for name in tables.TABLES:
    timed(name, lambda: corpus.table(name))
peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
print(json.dumps({"articles": len(corpus), "total": time.perf_counter() - begin, "work": processors() - used,
                  "MB": peak, "seconds": seconds, "parts": work}))
"""


def main() -> int:
    """Measure and print a line a run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=pathlib.Path)
    parser.add_argument("--sizes", nargs="*", type=int, default=[200, 850, 5000])
    parser.add_argument("--again", action="store_true")
    options = parser.parse_args()
    if options.folder is None:
        show("sample articles", measure(ROOT / "seeds", "off"))
    folder = options.folder or SHARED / "benchmarks/scale/articles"
    if not folder.is_dir():
        print(f"{folder}: not at hand; name a folder of articles, or set CROSSCHECK_SHARED")
        return 0 if options.folder is None else 2
    grow(folder, options.sizes, again=options.again)
    return 0


def grow(folder: pathlib.Path, sizes: list[int], *, again: bool) -> None:
    """Read folders of each size, and print the growth between the first and the last."""
    found = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as scratch:
            articles, cache = pathlib.Path(scratch) / "articles", str(pathlib.Path(scratch) / "cache")
            made = fill(articles, folder, size)
            found.append(measure(articles, cache))
            show(f"{size} articles{made}, cold", found[-1])
            if again:
                show("  again", measure(articles, cache))
                (articles / "zz_one_more.txt").write_text(MORE, encoding="utf-8")
                show("  with one more", measure(articles, cache))
    if len(sizes) > 1:
        for what, cost in (("reading", reading), ("comparing", comparing), ("all", lambda one: one["work"])):
            slope = math.log(cost(found[-1]) / cost(found[0])) / math.log(sizes[-1] / sizes[0])
            print(f"growth of {what} from {sizes[0]} to {sizes[-1]} articles: exponent {slope:.2f}")


def reading(found: dict) -> float:
    """Processor seconds for opening the folder and reading each article."""
    return found["parts"]["open"] + found["parts"]["reading"]


def comparing(found: dict) -> float:
    """Processor seconds for all tables that take more than one article."""
    return sum(spent for name, spent in found["parts"].items() if name not in ("open", "reading", *READING))


def fill(articles: pathlib.Path, folder: pathlib.Path, size: int) -> str:
    """Put `size` articles of `folder`, or made from them, into `articles`; a word on which it was."""
    files = sorted(path for path in folder.iterdir() if path.suffix == ".txt")
    if size > len(files) + 1:
        many.write(folder, articles, size)
        return " (made up)"
    articles.mkdir()
    for path in files[:size]:
        shutil.copy(path, articles)
    copy_sheet(folder / "articles.csv", articles)
    return ""


def copy_sheet(sheet: pathlib.Path, folder: pathlib.Path) -> None:
    """Copy the rows of `sheet` whose files lie in `folder`, so that no row names a missing file."""
    if sheet.exists():
        head, *rows = sheet.read_text(encoding="utf-8-sig").splitlines()
        names = {path.name for path in folder.iterdir()}
        kept = [row for row in rows if row.split(",")[0].strip('"') in names]
        (folder / "articles.csv").write_text("\n".join([head, *kept]) + "\n", encoding="utf-8")


def measure(folder: pathlib.Path, cache: str) -> dict:
    """Seconds for each table and in all, and the peak of memory in MB of one process, in a new process."""
    done = subprocess.run([sys.executable, "-c", CHILD, str(folder)], check=True, stdout=subprocess.PIPE, text=True,
                          env=os.environ | {"CROSSCHECK_CACHE": cache})
    return json.loads(done.stdout)


def show(title: str, found: dict) -> None:
    """One line: total, memory, and the steps that take longest."""
    slow = sorted(found["parts"], key=lambda name: -found["parts"][name])[:8]
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"{title}: {found['total']:.1f} s ({found['work']:.1f}), {found['MB']:.0f} MB{load}; "
          + ", ".join(f"{name} {found['seconds'][name]:.1f} ({found['parts'][name]:.1f})" for name in slow), flush=True)


if __name__ == "__main__":
    sys.exit(main())
