"""How does a file reach the disk? Whole: whoever looks finds all of the old bytes or all of the new.

The new bytes go into a hidden file beside the old one, which takes its name in one step. A process that is killed in
between, or a disk that fills up, leaves the old file and perhaps the hidden one, which the kit never reads. Of two
programs that write the same file at once the later one prevails; who adds to a file takes it alone (`alone`).
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from crosscheck.errors import WriteError

MOST = 50       # characters of a name that its hidden twin keeps, so that it stays within 255 bytes
WAIT = 10.0     # seconds to wait for another program


def write_whole(path: Path, content: str | bytes, *, durable: bool = False) -> Path:
    """Replace the file at `path` in one step and return `path`; a `durable` file also outlives a loss of power.

    Text becomes UTF-8, with a backslash escape for what UTF-8 cannot hold. Raises `WriteError` if it cannot be written.
    """
    data = content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
    beside = path.with_name(f".{os.getpid()}.{path.name[:MOST]}.part")
    try:
        _write(beside, data, durable)
        os.replace(beside, path)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise WriteError(f"{path}: cannot be written ({error.strerror or error}), and what stood there before is kept; "
                         "make room, or choose a folder that you may write to") from None
    if durable:
        _settle(path.parent)
    return path


def make_folder(path: Path) -> Path:
    """The folder at `path`, made with those above it if need be; `WriteError` if it cannot be made."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(f"{path}: this folder cannot be made ({error.strerror or error}); choose another one"
                         ) from None
    return path


@contextlib.contextmanager
def alone(path: Path) -> Iterator[None]:
    """Keep other programs of the kit from changing the file at `path` until the block is left.

    Raises `WriteError` when another one has it for ten seconds, or when its folder may not be written to.
    """
    import filelock  # imported here: reading needs none of it

    lock = filelock.FileLock(path.with_name(f".{path.name}.lock"), timeout=WAIT)
    try:
        lock.acquire()
    except filelock.Timeout:
        raise WriteError(f"{path}: another program has been writing it for {WAIT:.0f} seconds; close it, or delete "
                         f"{lock.lock_file}, and try again") from None
    except OSError as error:
        raise WriteError(f"{path}: cannot be written ({error.strerror or error}); choose a folder that you may write "
                         "to") from None
    try:
        yield
    finally:
        lock.release()


def _write(path: Path, data: bytes, durable: bool) -> None:
    with path.open("wb") as stream:
        stream.write(data)
        if durable:
            stream.flush()
            os.fsync(stream.fileno())


def _settle(folder: Path) -> None:
    """Have the system write down the names in `folder`, where it can be asked to."""
    if os.name == "nt":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
