"""crosscheck reads news articles about one story against each other; `open_corpus(folder)` is the front door."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosscheck.corpus import Corpus, open_corpus

__version__ = "0.1.0"
__all__ = ["Corpus", "open_corpus"]


def __getattr__(name: str):
    """Import the corpus on first use, so that `import crosscheck` costs next to nothing."""
    if name in __all__:
        from crosscheck import corpus

        return getattr(corpus, name)
    raise AttributeError(f"module 'crosscheck' has no attribute {name!r}")
