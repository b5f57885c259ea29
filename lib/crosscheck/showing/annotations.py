"""How do anchors reach other tools? As W3C Web Annotations (JSON-LD): each passage by its words and by its place.

Every anchored row becomes one annotation whose target is the article, with a `TextQuoteSelector` (the words, with what
stands before and after) and a `TextPositionSelector` (characters as Unicode code points, from 0). The source is a name
made of the article's id, since the offsets count in the text as the kit read it, not in the page at its address. Model:
W3C *Web Annotation Data Model*, 2017. Not carried: columns other than the id, the label and the rule.
"""

import json
import urllib.parse
from collections.abc import Iterable

import pandas as pd

from crosscheck.text import content_id

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
LABELS = ("label", "question", "value", "act", "reasoning", "headline")


def annotations(rows: pd.DataFrame, articles: pd.DataFrame, *, about: str) -> dict:
    """The anchored `rows` (`article_id, start, end, quote`) as an annotation page; `about` names their table.

    Rows without an anchor are left out. Each annotation's id is made from content, so that two runs give the same.
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    files = dict(zip(articles["article_id"], articles["file"], strict=True))
    held = rows[rows["start"].notna() & rows["article_id"].isin(texts)] if len(rows) else rows
    items = [_annotation(row, about, texts[row["article_id"]], files[row["article_id"]])
             for row in held.to_dict("records")]
    return page(items, about)


def page(items: Iterable[dict], name: str) -> dict:
    """Annotations as one page, each once, in their order."""
    unique = list({item["id"]: item for item in items}.values())
    return {"@context": CONTEXT, "id": _urn("annotations", name), "type": "AnnotationPage", "startIndex": 0,
            "items": unique}


def annotations_json(found: dict) -> str:
    """The page as text, characters as they are, where JSON can carry them."""
    text = json.dumps(found, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _annotation(row: dict, about: str, text: str, file: str) -> dict:
    start, end = int(row["start"]), int(row["end"])
    key = content_id("w", about, row["article_id"], start, end, _label(row))
    body = [{"type": "TextualBody", "purpose": "tagging", "value": about}]
    label = _label(row)
    if label:
        body.append({"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": label})
    return {
        "id": _urn("annotation", key), "type": "Annotation", "motivation": "describing", "body": body,
        "target": {"type": "SpecificResource",
                   "source": {"id": _urn("article", row["article_id"]), "type": "Text", "format": "text/plain",
                              "name": file},
                   "selector": [
                       {"type": "TextQuoteSelector", "exact": text[start:end],
                        "prefix": text[max(0, start - AROUND):start], "suffix": text[end:end + AROUND]},
                       {"type": "TextPositionSelector", "start": start, "end": end}]}}


def _label(row: dict) -> str:
    return next((row[name] for name in LABELS if isinstance(row.get(name), str)), "")


def _urn(kind: str, name: str) -> str:
    return f"urn:crosscheck:{kind}:{urllib.parse.quote(name, safe='')}"
