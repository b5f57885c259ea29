"""What was worked out before and need not be worked out again? Bytes by key, in one SQLite file of the user's.

A key is made from everything that the bytes follow from, the rules among them, so what is kept is right or absent, and
the file may be deleted at any time. Each row carries a digest of its key and bytes: a row that is damaged is dropped, a
file that is damaged or none of ours is put aside and made anew. Several programs may use it at once. Where it cannot be
written or read (no home, a full disk), work is done without it. Not kept: who put a row there; whoever can write into
the user's own folder is trusted as the user is.

The environment variable CROSSCHECK_CACHE names another folder; `off` keeps nothing.
"""

import contextlib
import hashlib
import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

FILE = "kept.sqlite"
APPLICATION = 0x63726F73
MOST_BYTES = 400_000_000
LEAVE = 0.8         # part of the bytes that is left when the rows used longest ago are taken out
WAIT = 5.0          # seconds to wait for another program
AT_ONCE = 500       # keys asked for in one statement
STARTED = time.time()
_TABLE = ("CREATE TABLE kept (key TEXT PRIMARY KEY, digest BLOB NOT NULL, size INTEGER NOT NULL, "
          "used INTEGER NOT NULL, bytes BLOB NOT NULL)")
_INDEX = "CREATE INDEX by_use ON kept (used, key, size)"

Result = TypeVar("Result")


def folder() -> Path | None:
    """The user's folder for what is kept; None if nothing is to be kept, or if there is no home."""
    named = os.environ.get("CROSSCHECK_CACHE", "")
    if named:
        return None if named.lower() == "off" else Path(named)
    try:
        if sys.platform == "win32":
            base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local")
        elif sys.platform == "darwin":
            base = Path.home() / "Library/Caches"
        else:
            base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError:
        return None
    return base / "crosscheck" if base.is_absolute() else None


def digest_of(files: Iterable[Path]) -> str | None:
    """A digest of files of rules and of the Python that reads them; None if they changed after they were loaded."""
    digest = hashlib.sha256(sys.version.encode())
    try:
        for path in sorted(files):
            if path.stat().st_mtime > STARTED:
                return None
            digest.update(f"{path.name}\0{path.stat().st_size}\0".encode() + path.read_bytes())
    except OSError:
        return None
    return digest.hexdigest()


def key_of(*parts: str | None) -> str:
    """The key of what follows from `parts` alone."""
    told = "".join("-" if part is None else f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def kept(keys: Iterable[str]) -> dict[str, bytes]:
    """The bytes at hand for `keys`; nothing where nothing is kept."""
    wanted = list(dict.fromkeys(keys))
    return _use(lambda store: _found(store, wanted), {}) if wanted else {}


def keep(content: Mapping[str, bytes]) -> bool:
    """Keep bytes by key, the rows used longest ago making room; whether that could be done."""
    return _use(lambda store: _added(store, content), False) if content else True


def _found(store: sqlite3.Connection, wanted: list[str]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for place in range(0, len(wanted), AT_ONCE):
        some = wanted[place:place + AT_ONCE]
        rows = store.execute(f"SELECT key, digest, bytes FROM kept WHERE key IN ({','.join('?' * len(some))})", some)
        found |= {key: content for key, digest, content in rows
                  if isinstance(content, bytes) and digest == _digest(key, content)}
    now = time.time_ns()
    store.executemany("UPDATE kept SET used = ? WHERE key = ?", [(now, key) for key in found])
    return found


def _added(store: sqlite3.Connection, content: Mapping[str, bytes]) -> bool:
    now = time.time_ns()
    store.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?)",
                      [(key, _digest(key, some), len(some), now, some) for key, some in content.items()])
    held = store.execute("SELECT COALESCE(SUM(size), 0) FROM kept").fetchone()[0]
    if held > MOST_BYTES:
        _make_room(store, held - int(LEAVE * MOST_BYTES))
    return True


def _digest(key: str, content: bytes) -> bytes:
    return hashlib.sha256(key.encode() + content).digest()


def _make_room(store: sqlite3.Connection, least: int) -> None:
    """Take out rows, those used longest ago first, until `least` bytes are gone."""
    for key, size in store.execute("SELECT key, size FROM kept ORDER BY used, key").fetchall():
        if least <= 0:
            break
        store.execute("DELETE FROM kept WHERE key = ?", (key,))
        least -= size


def _use(work: Callable[[sqlite3.Connection], Result], otherwise: Result) -> Result:
    """`work` on the store in one transaction, or `otherwise` where there can be no store."""
    place = folder()
    for _ in range(2 if place else 0):
        try:
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
            with contextlib.closing(_connect(place / FILE)) as store, store:
                return work(store)
        except (sqlite3.OperationalError, OSError):  # locked too long, not writable, no room
            return otherwise
        except (sqlite3.DatabaseError, UnicodeDecodeError):  # damaged
            if not _put_aside(place / FILE):
                return otherwise
    return otherwise


def _connect(path: Path) -> sqlite3.Connection:
    """The store at `path`, made if need be; `DatabaseError` if the file is damaged or none of ours."""
    store = sqlite3.connect(path, timeout=WAIT)
    try:
        store.execute("PRAGMA journal_mode = WAL")
        store.execute("PRAGMA synchronous = NORMAL")
        if not _is_ours(store):
            with store:
                store.execute("BEGIN IMMEDIATE")
                if store.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0]:
                    if not _is_ours(store):
                        raise sqlite3.DatabaseError("another program's file")
                else:
                    for statement in (_TABLE, _INDEX, f"PRAGMA application_id = {APPLICATION}"):
                        store.execute(statement)
        return store
    except BaseException:
        store.close()
        raise


def _is_ours(store: sqlite3.Connection) -> bool:
    made = {row[0] for row in store.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")}
    return made == {_TABLE, _INDEX} and store.execute("PRAGMA application_id").fetchone()[0] == APPLICATION


def _put_aside(path: Path) -> bool:
    """Rename a file that cannot be used, over the one put aside before; whether that could be done."""
    try:
        os.replace(path, path.with_suffix(".unusable"))
        for end in ("-wal", "-shm"):
            path.with_name(path.name + end).unlink(missing_ok=True)
    except OSError:
        return False
    return True
