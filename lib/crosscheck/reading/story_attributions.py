"""Who says what in the story of an article, without the furniture of its page?

`attributions` reads any text; here it reads the article with blanks over its datelines, bylines, links and other
furniture, so that a dateline is no part of what is said, a byline under a quotation is no speaker, and a box of links
between a name and its verb does not part them. Corrections and notes of the outlet on itself are read. Not found: what
is said in a headline of another article.
"""

from bisect import bisect_left, bisect_right

import pandas as pd

from crosscheck import tables
from crosscheck.reading.attributions import find_attributions
from crosscheck.text import blanked, trim

HUSHED = frozenset(tables.FURNITURE) - {"disclosure", "score"}
Spans = list[tuple[int, int]]


def story_attributions(text: str, regions: pd.DataFrame) -> pd.DataFrame:
    """The attributions of `text` as `find_attributions` gives them, nested ones too, but for those in furniture."""
    hidden = [(start, end) for start, end, role in zip(regions["start"].tolist(), regions["end"].tolist(),
                                                       regions["role"].tolist(), strict=True) if role in HUSHED]
    found = find_attributions(blanked(text, hidden), nested=True)
    if not hidden or found.empty:
        return found
    columns = {name: found[name].tolist() for name in found}
    starts = [start for start, _ in hidden]
    for name in ("source", "cue", "content"):
        columns[name] = [_shown(text, spans, hidden, starts) for spans in columns[name]]
    columns["quote"] = [text[a:b] for a, b in zip(columns["start"], columns["end"], strict=True)]
    columns["cue_text"] = [text[slice(*spans[0])] for spans in columns["cue"]]
    columns["source_text"] = [text[slice(*spans[0])] if spans else None for spans in columns["source"]]
    columns["content_text"] = [" ".join(text[a:b] for a, b in spans) for spans in columns["content"]]
    return pd.DataFrame({name: pd.Series(columns[name], dtype=found[name].dtype) for name in found})


def _shown(text: str, spans: Spans, hidden: Spans, starts: list[int]) -> Spans:
    """The spans without what is hidden inside them; `starts` are those of `hidden`."""
    shown = []
    for start, end in spans:
        for a, b in hidden[bisect_right(starts, start):bisect_left(starts, end)]:
            shown.append(trim(text, start, a))
            start = b
        shown.append(trim(text, start, end))
    return [(a, b) for a, b in shown if a < b]
