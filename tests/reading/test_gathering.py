"""Articles read here, by processes, by a cluster, or taken from the cache give the same bytes."""

import hashlib
import os
import subprocess
import sys
import zlib
from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import pytest

from crosscheck import cache
from crosscheck.cells import csv_text
from crosscheck.reading import gathering
from crosscheck.reading.article import READ, Job, pack, read_article, unpack
from crosscheck.text import content_id

PARTS = (
    "Harbour plan {n}\n\nThe mayor said on Friday that the harbour will be closed to {n} ferries until 4 May 2031.",
    "“We must not sell the pier,” Ann Berg told the Courier on 3 March, “whatever {n} people say.”",
    "According to the port, up to {n}00 workers may not enter the yard without a permit; unions denied it last week.",
    "The council voted {n} to 7 for the plan on Monday.\n\n• First\n• Second",
)


def jobs_of(count):
    texts = ["\n\n".join(part.format(n=n) for part in PARTS[n % 3:]) for n in range(count)]
    return [Job(content_id("a", text), text, "2031-03-05" if n % 2 else None) for n, text in enumerate(texts)]


def texts_of(found):
    return {name: csv_text(found[name]) for name in READ}


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    """An empty folder for the cache, and rules that count as unchanged, whatever is being edited."""
    monkeypatch.setenv("CROSSCHECK_CACHE", str(tmp_path / "kept"))
    monkeypatch.setattr(gathering, "_rules", lambda: "rules")
    return tmp_path / "kept" / cache.FILE


@pytest.fixture(scope="module")
def jobs():
    return jobs_of(22)


def test_packing_gives_back_what_was_read(jobs):
    for job in jobs[:6]:
        read = read_article(job)
        assert unpack(pack(read), job) == read


@pytest.mark.parametrize("packed", [b"", b"nothing", pack({}), pack({"regions": {}}), pack({name: {} for name in READ}),
                                    pack({name: {"start": [0], "end": [10 ** 9]} for name in READ}),
                                    pack({name: {"start": ["a"], "end": [1]} for name in READ}),
                                    zlib.compress(b"[]"), zlib.compress(b'{"regions": []}'),
                                    zlib.compress(b"[" * 9999)])
def test_what_is_no_packed_article_is_refused(jobs, packed):
    with pytest.raises(ValueError, match="no packed article|Expecting|Unterminated"):
        unpack(packed, jobs[0])


def test_the_cache_gives_the_same_tables(jobs, place, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setenv("CROSSCHECK_CACHE", "off")
        plain = gathering.read_articles(jobs[:3])
    assert not place.exists()
    first = texts_of(gathering.read_articles(jobs))
    assert place.exists()
    monkeypatch.setattr(gathering, "read_packed", lambda job: pytest.fail("read again"))
    assert texts_of(gathering.read_articles(jobs)) == first
    with ThreadPoolExecutor(1) as executor:
        again = gathering.read_articles(jobs[:3], executor)
    for name in READ:
        pd.testing.assert_frame_equal(again[name], plain[name])


def test_only_what_is_new_or_newly_dated_is_read_again(jobs, monkeypatch):
    gathering.read_articles(jobs)
    read = []
    monkeypatch.setattr(gathering, "read_packed", lambda job: read.append(job) or pack(read_article(job)))
    more = [*jobs_of(23)[22:], *jobs[:-1], jobs[-1]._replace(reference="2031-04-01")]
    gathering.read_articles(more)
    assert read == [more[0], more[-1]]
    monkeypatch.setattr(gathering, "_rules", lambda: "other rules")
    read.clear()
    gathering.read_articles(jobs)
    assert read == jobs


def test_a_cache_that_holds_nonsense_under_our_key_is_read_past(jobs):
    right = texts_of(gathering.read_articles(jobs))
    keys = [cache.key_of("rules", *job) for job in jobs]
    wrong = pack({name: {"start": [0], "end": [10 ** 9]} for name in READ})
    cache.keep({key: wrong if n % 2 else b"nonsense" for n, key in enumerate(keys)})
    assert texts_of(gathering.read_articles(jobs)) == right


def test_without_a_cache_all_is_the_same(jobs, monkeypatch):
    right = texts_of(gathering.read_articles(jobs))
    monkeypatch.setenv("CROSSCHECK_CACHE", "off")
    assert texts_of(gathering.read_articles(jobs)) == right
    monkeypatch.setattr(gathering, "_rules", lambda: None)
    assert texts_of(gathering.read_articles(jobs)) == right


def test_what_was_read_before_an_interrupt_is_kept(jobs, monkeypatch):
    def interrupted(items, *, total, desc):
        for number, item in enumerate(items):
            if number == 12:
                raise KeyboardInterrupt
            yield item

    with pytest.raises(KeyboardInterrupt):
        gathering.read_articles(jobs, progress=interrupted)
    read = []
    monkeypatch.setattr(gathering, "read_packed", lambda job: read.append(job) or pack(read_article(job)))
    gathering.read_articles(jobs)
    assert read == jobs[13:]


SPREAD = """
import sys
sys.path.insert(0, sys.argv[1])
import test_gathering as here
from crosscheck import spread
from crosscheck.reading import gathering
spread.LARGE, spread.EACH, spread.processors = 20, 5, lambda: 2
print(here.hash_of(here.texts_of(gathering.read_articles(here.jobs_of(22)))))
"""


def test_processes_give_the_same_bytes(jobs, monkeypatch):
    monkeypatch.setenv("CROSSCHECK_CACHE", "off")
    here = hash_of(texts_of(gathering.read_articles(jobs)))
    done = subprocess.run([sys.executable, "-c", SPREAD, os.path.dirname(__file__)], capture_output=True, text=True,
                          timeout=100)
    assert done.stdout.split() == [here], done.stderr


def hash_of(found):
    return hashlib.sha256(repr(found).encode("utf-8", "surrogatepass")).hexdigest()


def test_a_cluster_gives_the_same_bytes(jobs, monkeypatch):
    distributed = pytest.importorskip("distributed", reason="Dask is not installed")
    monkeypatch.setenv("CROSSCHECK_CACHE", "off")
    here = texts_of(gathering.read_articles(jobs))
    with distributed.Client(n_workers=2, threads_per_worker=1, dashboard_address=None) as client:
        assert texts_of(gathering.read_articles(jobs, client.get_executor())) == here
