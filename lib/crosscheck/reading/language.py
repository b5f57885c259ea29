"""Which articles are in another language than English, which no rule of the kit reads?

An English text holds many small words (the, of, was); one with hardly any is in another language. Not found: which
language it is, a passage in another language inside an English article, and texts of fewer than forty words.
"""

import pandas as pd

from crosscheck.wording import in_another_language

SAYS = ("it seems to be in another language than English; attributions, questions and limits are not read in it, and "
        "of its dates no more than digits, so add a translation or set it aside")


def language_notices(articles: pd.DataFrame) -> list[tuple[str, str]]:
    """(file, notice) for each article that seems to be in another language, in the order of `articles`."""
    foreign = in_another_language(zip(articles["file"], articles["text"], strict=True))
    return [(file, SAYS) for file in articles["file"] if file in foreign]
