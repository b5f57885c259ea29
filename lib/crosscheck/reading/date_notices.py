"""Which dates of the articles cannot be as they are written, or can be read in two ways?

The doubts that `dates` flags in its rules, in a sentence each with what was made of the words: a day that no calendar
has, a weekday that the day was not, an order of day and month that nothing settles, a year in two digits. And the day
that a sheet or a file gives against the one in the article's own date line. Nothing is mended in silence.
"""

import pandas as pd

from crosscheck.edtf import edtf_bounds

MOST = 3


def date_notices(articles: pd.DataFrame, dates: pd.DataFrame) -> list[tuple[str, str]]:
    """(file, notice) for each doubtful date, in the order of `dates`; of one kind in one article the first few."""
    files = dict(zip(articles["article_id"], articles["file"], strict=True))
    doubtful = dates[dates["rule"].str.contains(".", regex=False)]
    told: dict[tuple[str, str], list[str]] = {}
    for row in doubtful.itertuples():
        flag = row.rule.rpartition(".")[2]
        if flag in _SAID:
            notices = told.setdefault((files[row.article_id], flag), [])
            notice = _SAID[flag](" ".join(row.quote.split()), row)
            if notice not in notices:
                notices.append(notice)
    return [(file, notice) for (file, flag), notices in told.items() for notice in _first(notices, flag)]


def _first(notices: list[str], flag: str) -> list[str]:
    rest = len(notices) - MOST
    return notices if rest <= 0 else [*notices[:MOST], f"and {rest} more like it (`{flag}` in the table `dates`)"]


def stated_twice(given: str, basis: str, said: str | None) -> str | None:
    """The notice that the day given outside the text is not the one in its own date line; None if the two agree."""
    (first, last), (own_first, own_last) = edtf_bounds(given), edtf_bounds(said or "XXXX")
    if own_first is None or first is None or not (last and last < own_first or own_last and own_last < first):
        return None
    return f"its own date line says {said}, {basis} says {given}; {given} is taken, so mend whichever is wrong"


def _weekday(quote: str, row) -> str:
    weekday = pd.Timestamp(row.earliest).day_name() if isinstance(row.earliest, str) else "another weekday"
    return f"“{quote}”: {row.value[:10]} is a {weekday}; the day of the month is taken, not the weekday"


_SAID = {
    "impossible_day": lambda quote, row: f"“{quote}” is no day of the calendar; it is kept without a place in time",
    "weekday_conflict": _weekday,
    "ambiguous_order": lambda quote, row: f"“{quote}” can be read in two ways, and nothing in the article shows which; "
                                          "it is kept without a place in time",
    "two_digit_year": lambda quote, row: f"“{quote}” gives its year in two digits; it is read as {row.value[:10]}",
}
