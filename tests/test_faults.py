"""What goes wrong around the kit (odd names, odd machines, files that vanish) loses no article and changes no byte."""

import os
import shutil
import subprocess
import sys

import pytest

from crosscheck import open_corpus
from crosscheck.errors import DecisionError, FolderError
from crosscheck.reading import articles as module
from crosscheck.reading.articles import read_folder

TEXT = "Harbour closed\n\nThe port is closed until Friday, the mayor said on 3 March 2031. Case {n}.\n"
NAMES = ("two words.txt", "it's “quoted”.txt", 'a "b".txt', "semi;colon,comma.txt", "per%20cent.txt", "$(x) & <b>.txt",
         "-rf.txt", "CON.txt", "nul.txt", "line\nbreak.txt", "tab\there.txt", "a" * 246 + ".txt", "🙂.txt",
         "e\u0301.txt", "=1+1.txt", "UPPER.TXT", "..odd.txt", "#1.txt", "a\\b.txt")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_odd_file_names_are_read(tmp_path):
    for number, name in enumerate(NAMES):
        (tmp_path / name).write_text(TEXT.format(n=number), encoding="utf-8")
    found, skipped, _ = read_folder(tmp_path)
    hidden = [name for name in NAMES if name.startswith(".")]
    assert len(found) == len(NAMES) - len(hidden) and skipped.empty
    assert set(found["file"]) == set(NAMES) - set(hidden) and found["label"].is_unique


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these systems allow no such names")
def test_a_name_that_is_not_utf_8_is_read(tmp_path):
    with open(os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt"), "wb") as stream:
        stream.write(TEXT.format(n=1).encode())
    corpus = open_corpus(tmp_path)
    assert list(corpus.articles["file"]) == ["caf\\xe9.txt"] and len(corpus.sentences) > 1


def test_a_file_that_vanishes_while_the_folder_is_read_is_named(tmp_path, monkeypatch):
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(TEXT.format(n=name), encoding="utf-8")
    read = module.read_file

    def reading(path):
        (tmp_path / "b.txt").unlink(missing_ok=True)
        return read(path)

    monkeypatch.setattr(module, "read_file", reading)
    found, skipped, _ = read_folder(tmp_path)
    assert list(found["file"]) == ["a.txt", "c.txt"]
    assert list(skipped["file"]) == ["b.txt"] and "cannot be opened" in skipped["reason"].iloc[0]


def test_a_file_that_changes_after_it_was_read_changes_no_table(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT.format(n=1), encoding="utf-8")
    corpus = open_corpus(tmp_path)
    path.write_text("x", encoding="utf-8")
    assert all(corpus.text[row.article_id][row.start:row.end] == row.quote for row in corpus.sentences.itertuples())


def test_a_folder_that_vanishes_is_named(tmp_path):
    with pytest.raises(FolderError, match="there is no such folder"):
        open_corpus(tmp_path / "gone")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_read_only_folder_is_read_and_a_decision_says_what_to_do(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT.format(n=1), encoding="utf-8")
    tmp_path.chmod(0o500)
    try:
        corpus = open_corpus(tmp_path)
        target = corpus.events["event_id"].iloc[0]
        with pytest.raises((DecisionError, PermissionError)):
            corpus.decide(target, "accept", who="Ann", why="seen")
    finally:
        tmp_path.chmod(0o700)


ODD = {"LC_ALL": "tr_TR.ISO-8859-9", "LANG": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "77", "PYTHONUTF8": "0",
       "PYTHONCOERCECLOCALE": "0", "HOME": "/nonexistent", "XDG_CACHE_HOME": "/proc/nonexistent"}


def tables_of(folder, out, more):
    """The bytes of every table that the command writes, by file name, in a changed environment."""
    kept = {name: value for name, value in os.environ.items() if name not in ("CROSSCHECK_CACHE", "PYTHONHASHSEED")}
    done = subprocess.run([sys.executable, "-m", "crosscheck", "tables", str(folder), "--out", str(out)],
                          env=kept | more, capture_output=True, cwd=out.parent)
    assert done.returncode == 0, done.stderr
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


@pytest.mark.skipif(os.name == "nt", reason="its environment has other names")
def test_locale_time_zone_hash_seed_and_home_change_no_byte(tmp_path, seeds):
    folder = tmp_path / "articles"
    folder.mkdir()
    for path in sorted(seeds.glob("*.txt"))[:2]:
        shutil.copy(path, folder)
    for number in range(20):  # enough to look into the cache
        (folder / f"more{number}.txt").write_text(TEXT.format(n=number), encoding="utf-8")
    plain = tables_of(folder, tmp_path / "plain", {"CROSSCHECK_CACHE": str(tmp_path / "kept"), "PYTHONHASHSEED": "1"})
    odd = tables_of(folder, tmp_path / "odd", ODD)
    assert list(plain) == list(odd)
    assert [name for name in plain if plain[name] != odd[name]] == []
