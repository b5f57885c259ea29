"""What can be wrong with what the analyst gives? One class a door; every message begins with an address."""


class CrosscheckError(ValueError):
    """Base of all errors that the kit raises on bad input: one sentence with address, finding, and what to do."""


class FolderError(CrosscheckError):
    """The folder of articles is missing, is no folder, or holds no article."""


class ArticleError(CrosscheckError):
    """One file cannot be read as an article; the corpus sets it aside in its `skipped` table."""


class SheetError(CrosscheckError):
    """`articles.csv` says something impossible."""


class CodebookError(CrosscheckError):
    """`codebook.toml` cannot be understood."""


class AnchorError(CrosscheckError):
    """A day of publication to try out names no article of the folder, or no day."""


class DecisionError(CrosscheckError):
    """`decisions.csv` is no table, or a decision cannot be made as asked."""


class BriefingError(CrosscheckError):
    """A briefing card or a judgement is refused; the message says why."""


class FigureError(CrosscheckError):
    """A saved figure cannot be made again."""


class TableError(CrosscheckError):
    """A table breaks its contract in `tables.py`."""


class LexiconError(CrosscheckError):
    """A lexicon file breaks the rules of `lexicon.py`."""


class WriteError(CrosscheckError):
    """A file or folder cannot be written; what stood there before is kept."""


class ReportError(CrosscheckError):
    """A notebook stopped while the report was being written."""
