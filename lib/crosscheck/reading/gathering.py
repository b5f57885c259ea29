"""What do all articles of a folder say, each read once, and only once as long as neither it nor the rules change?

What was read of an article earlier, in this folder or another, is taken from the user's cache; the others are read here
or spread over processes. The tables are the same either way. Not found here: anything that takes a second article.
"""

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from pathlib import Path

import pandas as pd

from crosscheck import cache, tables
from crosscheck.reading.article import READ, Columns, Job, read_packed, unpack
from crosscheck.spread import spread

TOGETHER = 64  # articles kept in one go
Progress = Callable[..., Iterable]


def read_articles(jobs: Sequence[Job], executor: Executor | None = None,
                  progress: Progress | None = None) -> dict[str, pd.DataFrame]:
    """The tables of `READ` of all `jobs`, in their order; `progress` wraps the reading as `tqdm.tqdm` does."""
    results: Iterable[dict[str, Columns]] = _read(jobs, executor)
    if progress:
        results = progress(results, total=len(jobs), desc="Reading articles")
    read = list(results)
    return {name: tables.check(name, tables.typed(name, [one[name] for one in read])) for name in READ}


def _read(jobs: Sequence[Job], executor: Executor | None) -> Iterator[dict[str, Columns]]:
    """What each job gives, in their order: from the cache, or read anew and put there."""
    rules = _rules()
    keys = [cache.key_of(rules, *job) for job in jobs] if rules else []
    known = _usable(cache.kept(keys), keys, jobs)
    missing = [place for place in range(len(jobs)) if place not in known]
    fresh = spread(read_packed, [jobs[place] for place in missing], executor)
    waiting: dict[str, bytes] = {}
    try:
        for place, job in enumerate(jobs):
            if place in known:
                yield known.pop(place)
                continue
            packed = next(fresh)
            if rules:
                waiting[keys[place]] = packed
            if len(waiting) >= TOGETHER:
                cache.keep(waiting)
                waiting = {}
            yield unpack(packed, job)
    finally:
        fresh.close()
        cache.keep(waiting)


def _usable(packed: dict[str, bytes], keys: list[str], jobs: Sequence[Job]) -> dict[int, dict[str, Columns]]:
    """What is kept of the jobs, by their place; what cannot be unpacked is read anew."""
    known = {}
    for place, key in enumerate(keys):
        try:
            if key in packed:
                known[place] = unpack(packed[key], jobs[place])
        except ValueError:
            continue
    return known


@functools.cache
def _rules() -> str | None:
    """The digest of all that reading follows from: the foundation, the rooms of reading, and the lexicons."""
    house = Path(__file__).parents[1]
    return cache.digest_of([*house.glob("*.py"), *house.glob("reading/*.py"), *house.glob("lexicons/*.*")])
