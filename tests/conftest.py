"""What the tests share: the sample articles, their corpus, and the outside measures where they are at hand."""

import os
import pathlib

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[1]
os.environ.setdefault("CROSSCHECK_CACHE", "off")  # what is tested is read anew, and the user's own cache left alone
SHARED = pathlib.Path(os.environ.get("CROSSCHECK_SHARED", ROOT.parent / "shared"))


@pytest.fixture(scope="session")
def root() -> pathlib.Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def seeds() -> pathlib.Path:
    """The folder of the sample articles."""
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def corpus(seeds):
    """The corpus of the sample articles, opened once; tests must not change it."""
    from crosscheck import open_corpus

    return open_corpus(seeds)


@pytest.fixture(scope="session")
def shared() -> pathlib.Path:
    """The outside measures; a test that asks for them is skipped where they are not at hand."""
    if not SHARED.is_dir():
        pytest.skip(f"outside measures are not at hand ({SHARED}); set CROSSCHECK_SHARED to run this test")
    return SHARED
