"""Where does each sentence of an article start and end?

Every region of `layout` is cut by `boundaries`; headlines, headings, list items and other furniture are sentences of
their own. Not found: what `boundaries` does not find.
"""

import pandas as pd

from crosscheck.reading.boundaries import folded_text, sentence_spans
from crosscheck.reading.layout import regions_of, typed

COLUMNS = ("start", "end", "quote", "rule", "role", "paragraph", "position")
_WHOLE = frozenset({"headline", "dateline", "metadata", "byline", "heading", "credit", "related"})


def find_sentences(text: str, regions: pd.DataFrame | None = None) -> pd.DataFrame:
    """The sentences of `text` in order with `start, end, quote, rule, role, paragraph, position`.

    `regions` are those of `layout.find_regions`, found anew if not given. `paragraph` and `position` count from 0;
    a paragraph that a dateline or a related headline cuts into regions stays one paragraph.
    """
    if regions is None:
        places = [(r.start, r.end, r.role) for r in regions_of(text)]
    else:
        places = list(zip(regions["start"].tolist(), regions["end"].tolist(), regions["role"].tolist(), strict=True))
    folded = folded_text(text)
    rows: list[tuple] = []
    paragraph, last = 0, None
    for start, end, role in places:
        paragraph += last is not None and any(c in text[last:start] for c in "\n\r\x0b\x0c\x85\u2028\u2029")
        last = end
        spans = [(start, end)] if role in _WHOLE else sentence_spans(text, start, end, folded)
        rule = "sentence_region" if role in _WHOLE else "sentence_mark"
        rows += [(a, b, text[a:b], rule, role, paragraph, len(rows) + i) for i, (a, b) in enumerate(spans)]
    return typed(rows, COLUMNS)
