"""The cache keeps bytes by key, and whatever happens to its file, nothing wrong ever comes out of it."""

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from crosscheck import cache


@pytest.fixture
def place(tmp_path, monkeypatch):
    """An empty folder for the cache of one test."""
    monkeypatch.setenv("CROSSCHECK_CACHE", str(tmp_path / "kept"))
    return tmp_path / "kept" / cache.FILE


def test_what_is_kept_comes_back(place):
    assert cache.keep({"a": b"one", "b": b"two"})
    assert cache.kept(["b", "c", "a"]) == {"a": b"one", "b": b"two"}


def test_what_is_kept_again_replaces_the_old(place):
    cache.keep({"a": b"one"})
    cache.keep({"a": b"two"})
    assert cache.kept(["a"]) == {"a": b"two"}


def test_off_keeps_nothing(monkeypatch, tmp_path):
    monkeypatch.setenv("CROSSCHECK_CACHE", "off")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert not cache.keep({"a": b"one"}) and cache.kept(["a"]) == {}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("system", "names", "end"), [
    ("linux", {"XDG_CACHE_HOME": "/somewhere/cache"}, "/somewhere/cache/crosscheck"),
    ("linux", {"HOME": "/home/ann"}, "/home/ann/.cache/crosscheck"),
    ("darwin", {"HOME": "/Users/ann"}, "/Users/ann/Library/Caches/crosscheck"),
    ("win32", {"LOCALAPPDATA": "/local"}, "/local/crosscheck"),
])
def test_each_system_has_its_own_folder(monkeypatch, system, names, end):
    for name in ("CROSSCHECK_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(cache.sys, "platform", system)
    assert cache.folder().as_posix() == end


def test_a_damaged_row_is_not_trusted(place):
    cache.keep({"a": b"one", "b": b"two"})
    with sqlite3.connect(place) as store:
        store.execute("UPDATE kept SET bytes = ? WHERE key = 'a'", (b"0ne",))
        store.execute("UPDATE kept SET bytes = 'text' WHERE key = 'b'")
    assert cache.kept(["a", "b"]) == {}
    cache.keep({"a": b"one"})
    assert cache.kept(["a"]) == {"a": b"one"}


def test_bytes_under_another_key_are_not_trusted(place):
    cache.keep({"a": b"one"})
    with sqlite3.connect(place) as store:
        store.execute("UPDATE kept SET key = 'b'")
    assert cache.kept(["a", "b"]) == {}


@pytest.mark.parametrize("content", [b"", b"no database at all " * 400, b"SQLite format 3\x00" + b"\xff" * 8000])
def test_a_damaged_file_is_made_anew(place, content):
    place.parent.mkdir()
    place.write_bytes(content)
    assert cache.keep({"a": b"one"}) and cache.kept(["a"]) == {"a": b"one"}


def test_a_name_that_is_no_text_is_damage(place):
    cache.keep({"k0": bytes(3000)})
    with contextlib.closing(sqlite3.connect(place)) as store, store:
        store.execute("PRAGMA writable_schema = ON")
        store.execute("UPDATE sqlite_master SET sql = CAST(x'8041' AS TEXT) WHERE type = 'index' AND sql IS NOT NULL")
    assert cache.kept(["k0"]) in ({}, {"k0": bytes(3000)})
    assert cache.keep({"k0": b"new"}) and cache.kept(["k0"]) == {"k0": b"new"}


def test_a_file_cut_or_overwritten_anywhere_gives_right_bytes_or_none(place):
    rows = {f"k{n}": bytes([n]) * 3000 for n in range(40)}
    cache.keep(rows)
    with sqlite3.connect(place) as store:
        store.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = place.read_bytes()
    for at in range(0, len(whole), len(whole) // 9):
        for broken in (whole[:at], whole[:at] + b"\x5a" * 600 + whole[at + 600:]):
            for path in place.parent.iterdir():
                path.unlink()
            place.write_bytes(broken)
            found = cache.kept(rows)
            assert all(rows[key] == content for key, content in found.items())
            cache.keep(rows)
            assert all(rows[key] == content for key, content in cache.kept(rows).items())


def test_another_programs_file_is_put_aside_not_overwritten(place):
    place.parent.mkdir()
    with sqlite3.connect(place) as other:
        other.execute("CREATE TABLE letters (words TEXT)")
        other.execute("INSERT INTO letters VALUES ('dear')")
    other.close()
    assert cache.keep({"a": b"one"}) and cache.kept(["a"]) == {"a": b"one"}
    with sqlite3.connect(place.with_suffix(".unusable")) as other:
        assert other.execute("SELECT words FROM letters").fetchall() == [("dear",)]


def test_rows_used_longest_ago_make_room(place, monkeypatch):
    monkeypatch.setattr(cache, "MOST_BYTES", 1000)
    for name in "abcdefghi":
        cache.keep({name: bytes(100)})
    cache.kept(["a"])
    cache.keep({"j": bytes(100), "k": bytes(100)})
    left = cache.kept("abcdefghijk")
    assert {"a", "j", "k"} <= set(left) and "b" not in left and len(left) == 8


def test_a_folder_that_cannot_be_made_is_done_without(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("CROSSCHECK_CACHE", str(tmp_path / "file" / "kept"))
    assert not cache.keep({"a": b"one"}) and cache.kept(["a"]) == {}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_may_not_be_written_is_done_without(place):
    cache.keep({"a": b"one"})
    place.parent.chmod(0o500)
    try:
        assert not cache.keep({"b": b"two"})
    finally:
        place.parent.chmod(0o700)


def test_a_full_disk_is_done_without(place, monkeypatch):
    cache.keep({"a": b"one"})
    connect = cache._connect

    def full(path):
        store = connect(path)
        store.execute("PRAGMA max_page_count = 12")
        return store

    monkeypatch.setattr(cache, "_connect", full)
    assert not cache.keep({"b": os.urandom(200_000)})
    assert cache.kept(["a", "b"]) == {"a": b"one"}


WRITER = """
import os, sys
from crosscheck import cache
for number in range(int(sys.argv[2])):
    content = {f"{sys.argv[1]}{number}-{n}": str((number, n)).encode() * 500 for n in range(20)}
    cache.keep(content)
    assert all(content[key] == found for key, found in cache.kept(content).items())
    print(number, flush=True)
"""


def test_two_programs_may_write_at_once(place):
    both = [subprocess.Popen([sys.executable, "-c", WRITER, name, "15"], stdout=subprocess.DEVNULL) for name in "ab"]
    assert [one.wait(timeout=60) for one in both] == [0, 0]
    keys = [f"{name}{number}-{n}" for name in "ab" for number in range(15) for n in range(20)]
    assert len(cache.kept(keys)) == len(keys)


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9")
def test_a_writer_killed_in_the_middle_leaves_a_cache_that_works(place):
    for lines in (1, 2, 4):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, f"w{lines}-", "2000"], stdout=subprocess.PIPE)
        for _ in range(lines):
            writer.stdout.readline()
        time.sleep(0.003 * lines)
        os.kill(writer.pid, signal.SIGKILL)
        writer.communicate()
        found = cache.kept([f"w{lines}-{number}-{n}" for number in range(lines + 1) for n in range(20)])
        assert len(found) >= 20 * lines
        assert all(content == str((int(key.split("-")[1]), int(key.split("-")[2]))).encode() * 500
                   for key, content in found.items())
        assert cache.keep({"after": b"all is well"}) and cache.kept(["after"])


def test_rules_that_changed_after_they_were_loaded_have_no_digest(tmp_path):
    rules = tmp_path / "rules.tsv"
    rules.write_text("one", encoding="utf-8")
    os.utime(rules, (1_000_000, 1_000_000))
    first = cache.digest_of([rules])
    assert first and first == cache.digest_of([rules])
    rules.write_text("two", encoding="utf-8")
    os.utime(rules, (1_000_000, 1_000_000))
    assert cache.digest_of([rules]) != first
    os.utime(rules, (time.time() + 60, time.time() + 60))
    assert cache.digest_of([rules]) is None and cache.digest_of([tmp_path / "gone"]) is None


def test_keys_tell_parts_apart():
    assert len({cache.key_of("ab", "c"), cache.key_of("a", "bc"), cache.key_of("abc", None), cache.key_of("abc", ""),
                cache.key_of("abc")}) == 5
    assert cache.key_of("\ud800") != cache.key_of("\ud801")
