"""A file is replaced whole or not at all: when its writer is killed, when the disk is full, when two write at once."""

import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from crosscheck import files
from crosscheck.decisions import read_decisions
from crosscheck.errors import WriteError
from crosscheck.files import alone, make_folder, write_whole

posix = pytest.mark.skipif(os.name == "nt", reason="kills processes and bounds files as POSIX does")
FOREVER = """
import itertools, pathlib, sys
from crosscheck.files import write_whole
for number in itertools.count():
    write_whole(pathlib.Path(sys.argv[1]), b"%d" % (number % 10) * 3_000_000)
    print(number, flush=True)
"""
DECIDE = """
import sys
from crosscheck.decisions import add_decisions, decision
for number in range(20):
    add_decisions(sys.argv[1], [decision("events", f"{sys.argv[2]}{number}", "accept", who="Ann", when="2031-03-04",
                                         why="so")])
"""
BOUNDED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
sys.argv = ["crosscheck", *sys.argv[1:]]
from crosscheck.__main__ import main
sys.exit(main())
"""


def test_a_file_is_replaced_and_its_twin_is_gone(tmp_path):
    path = tmp_path / ("n" * 250 + ".txt")
    assert write_whole(path, "one") == path
    write_whole(path, "zwei \udc80", durable=True)
    assert path.read_bytes() == rb"zwei \udc80" and list(tmp_path.iterdir()) == [path]


@posix
@pytest.mark.parametrize("delay", [0.0, 0.003, 0.007])
def test_a_killed_writer_leaves_a_whole_file(tmp_path, delay):
    path = tmp_path / "figure.png"
    writer = subprocess.Popen([sys.executable, "-c", FOREVER, str(path)], stdout=subprocess.PIPE)
    for _ in range(3):
        writer.stdout.readline()
    time.sleep(delay)
    writer.send_signal(signal.SIGKILL)
    writer.communicate()
    data = path.read_bytes()
    assert len(data) == 3_000_000 and len(set(data)) == 1


def test_a_full_disk_keeps_the_old_file_and_says_so(tmp_path, monkeypatch):
    path = write_whole(tmp_path / "events.csv", "old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "replace", full)
    with pytest.raises(WriteError, match=r"events\.csv: cannot be written \(No space left on device\).* is kept"):
        write_whole(path, "new")
    assert path.read_text() == "old" and list(tmp_path.iterdir()) == [path]


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(WriteError, match="taken: this folder cannot be made"):
        make_folder(tmp_path / "taken")


@posix
@pytest.mark.parametrize("command", ["tables", "report"])
def test_a_command_without_room_says_what_to_do(tmp_path, command):
    source = tmp_path / "in"
    source.mkdir()
    (source / "a.txt").write_text("The bridge was closed on 3 March 2031, the mayor said.\n" * 60, encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", BOUNDED, command, str(source), "--out", str(tmp_path / "out")],
                          capture_output=True, text=True, env=os.environ | {"CROSSCHECK_CACHE": "off"})
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "cannot be written (File too large)" in done.stderr and "make room" in done.stderr


def test_two_programs_that_decide_at_once_lose_nothing(tmp_path):
    writers = [subprocess.Popen([sys.executable, "-c", DECIDE, str(tmp_path), name]) for name in "ab"]
    assert [writer.wait() for writer in writers] == [0, 0]
    found, notices = read_decisions(tmp_path)
    assert sorted(one.target for one in found) == sorted(f"{name}{n}" for name in "ab" for n in range(20))
    assert notices == []


def test_who_waits_too_long_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "WAIT", 0.2)
    inside, leave = threading.Event(), threading.Event()

    def hold():
        with alone(tmp_path / "decisions.csv"):
            inside.set()
            leave.wait(10)

    holder = threading.Thread(target=hold)
    holder.start()
    inside.wait(10)
    with pytest.raises(WriteError, match="another program has been writing it"), alone(tmp_path / "decisions.csv"):
        pytest.fail("two were let in")
    leave.set()
    holder.join()
