"""Work gives the same wherever it is done, and a process that dies takes nothing along."""

import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import pytest

from crosscheck import spread as module
from crosscheck.spread import spread

WORKS = """
import os, pathlib, signal, time

MARK = pathlib.Path(__file__).with_name("died")

def double(job):
    return 2 * job

def die_once(job):
    if job == 30 and not MARK.exists():
        MARK.write_text("once")
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * job

def die_in_processes(job):
    if job == 30 and os.getpid() != int(os.environ["HERE"]):
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * job

def where(job):
    time.sleep(0.01)
    return os.getpid()
"""


def run(folder, code):
    """What `code` prints in a new process that finds the module `works`."""
    (folder / "works.py").write_text(WORKS, encoding="utf-8")
    code = ("import os, sys\nos.environ['HERE'] = str(os.getpid())\nsys.path.insert(0, sys.argv[1])\nimport works\n"
            f"from crosscheck import spread as module\nmodule.processors = lambda: 2\n{code}")
    done = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, timeout=100)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("jobs", [0, 1, 7, 8, 9, 59])
def test_few_jobs_are_done_here(jobs):
    assert list(spread(os.path.basename, [f"a/{n}" for n in range(jobs)])) == [str(n) for n in range(jobs)]


def test_a_given_executor_does_the_work_in_order():
    with ThreadPoolExecutor(3) as executor:
        assert list(spread(abs, [-n for n in range(100)], executor)) == list(range(100))


def test_many_jobs_are_done_by_processes_and_come_in_order(tmp_path):
    assert run(tmp_path, "print(list(module.spread(works.double, range(70))) == [2 * n for n in range(70)])") == "True"
    found = run(tmp_path, "print(len(set(module.spread(works.where, range(80))) - {os.getpid()}))")
    assert found == "2"


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9")
@pytest.mark.parametrize("work", ["die_once", "die_in_processes"])
def test_a_killed_process_loses_nothing(tmp_path, work):
    assert run(tmp_path, f"print(list(module.spread(works.{work}, range(70))) == [2 * n for n in range(70)])") == "True"


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9")
def test_a_given_executor_that_breaks_loses_nothing(tmp_path):
    assert run(tmp_path, "from concurrent.futures import ProcessPoolExecutor as Pool\n"
               "print(list(module.spread(works.die_in_processes, range(50), Pool(1))) == list(range(0, 100, 2)))"
               ) == "True"


def test_where_no_process_can_be_started_the_work_is_done_here(tmp_path):
    for broken in ("OSError", "NotImplementedError"):
        assert run(tmp_path, f"import concurrent.futures\ndef none(*_): raise {broken}('none here')\n"
                   "concurrent.futures.ProcessPoolExecutor = none\n"
                   "print(set(module.spread(works.where, range(70))) == {os.getpid()})") == "True"


def test_a_script_run_by_its_file_is_not_run_again(tmp_path):
    script = tmp_path / "script.py"
    script.write_text("from crosscheck import spread as module\nmodule.processors = lambda: 2\n"
                      "print(sum(module.spread(abs, range(100))))\n", encoding="utf-8")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=60)
    assert done.stdout == "4950\n" and done.stderr == ""


def test_an_error_in_the_work_is_raised():
    with pytest.raises(TypeError):
        list(spread(abs, ["text"]))
    with ProcessPoolExecutor(1) as executor, pytest.raises(TypeError):
        list(spread(abs, ["text"] * 3, executor))


def test_a_reader_that_stops_early_leaves_no_pool_at_work(tmp_path):
    code = "work = module.spread(works.where, range(400))\nnext(work)\nwork.close()\nprint('done')"
    assert run(tmp_path, code) == "done"


def test_work_is_done_beside_by_another_process(tmp_path):
    assert run(tmp_path, "found = module.beside(works.where, 1)\nprint(found() != os.getpid())") == "True"


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9")
def test_what_a_killed_process_did_beside_is_done_here(tmp_path):
    assert run(tmp_path, "print(module.beside(works.die_in_processes, 30)())") == "60"


def test_where_no_process_can_be_started_nothing_is_done_beside(tmp_path):
    assert run(tmp_path, "module._may_start = lambda: False\n"
               "print(module.beside(works.where, 1)() == os.getpid())") == "True"


def test_there_is_a_core():
    assert module.processors() >= 1
