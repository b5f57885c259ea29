"""Who does the work: this process, several processes of this machine, or machines elsewhere?

Work is a function on one job that knows of no other, so it may be done anywhere, in any order; results come back in the
order of the jobs. Few jobs are done here, many by a pool of processes over the machine's cores, or by the executor that
is given, a cluster's too. A pool that breaks (a process was killed) is made anew once; what is still to do then is done
here. Not done here: sharing memory, or work that needs more than its own job.

A script that is run by its file (`python script.py`) does all work alone unless it gives an executor: each process of a
pool would run the script again.
"""

import functools
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor
from typing import TypeVar

Job, Result = TypeVar("Job"), TypeVar("Result")

CHUNK = 8       # jobs sent at once
LARGE = 60      # jobs from which starting processes pays
EACH = 20       # jobs that are worth a process of their own
MOST = 61       # processes that Windows can wait for
POOLS = 2       # pools made, one after the other breaks


def spread(work: Callable[[Job], Result], jobs: Sequence[Job],
           executor: Executor | None = None) -> Iterator[Result]:
    """`work(job)` for each job, in their order; `work` is a module's own function, for other processes find it there.

    Raises what `work` raises. A result is given as soon as it and those before it are done.
    """
    chunks = [jobs[place:place + CHUNK] for place in range(0, len(jobs), CHUNK)]
    given = 0
    for pool in _pools(executor, len(jobs)):
        try:
            for future in [pool.submit(_each, work, chunk) for chunk in chunks[given:]]:
                results = future.result()
                given += 1
                yield from results
            return
        except (BrokenExecutor, OSError):
            continue
        finally:
            if pool is not executor:
                pool.shutdown(wait=given == len(chunks), cancel_futures=True)
    for chunk in chunks[given:]:
        yield from map(work, chunk)


def beside(work: Callable[[Job], Result], job: Job) -> Callable[[], Result]:
    """A call that gives `work(job)`; where one may be started, another process is at work on it until then.

    Where none may, or where it dies, the work is done here when it is asked for.
    """
    try:
        pool = _pool(1) if processors() > 1 and _may_start() else None
        future = pool.submit(work, job) if pool else None
    except (OSError, ImportError, NotImplementedError):
        pool = None
    if pool is None:
        return functools.partial(work, job)
    pool.shutdown(wait=False)

    def result() -> Result:
        try:
            return future.result()
        except (BrokenExecutor, OSError):
            return work(job)
    return result


def processors() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _each(work: Callable[[Job], Result], jobs: Sequence[Job]) -> list[Result]:
    return [work(job) for job in jobs]


def _pools(executor: Executor | None, jobs: int) -> Iterator[Executor]:
    """The executors to try in turn: the one given, or pools of this machine where they pay and can be made."""
    if executor is not None:
        yield executor
        return
    workers = min(processors(), jobs // EACH, MOST)
    for _ in range(POOLS if jobs >= LARGE and workers > 1 and _may_start() else 0):
        try:
            pool = _pool(workers)
        except (OSError, ImportError, NotImplementedError):  # no semaphores on this machine
            return
        yield pool


def _pool(workers: int) -> Executor:
    import multiprocessing  # here, since small folders need none of it
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), _leave_interrupts)


def _may_start() -> bool:
    """Whether processes may be started here without running anybody's script again."""
    import multiprocessing

    main = sys.modules.get("__main__")
    is_script = getattr(main, "__spec__", None) is None and hasattr(main, "__file__")
    return not is_script and multiprocessing.parent_process() is None


def _leave_interrupts() -> None:
    """Leave an interrupt to the process that gave the work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
