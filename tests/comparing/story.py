"""A small invented folder as tables, read with the kit's own rooms, for the tests of publication and events."""

import pandas as pd

from crosscheck import tables
from crosscheck.comparing.alignment import read_passages
from crosscheck.comparing.codebook_file import Codebook
from crosscheck.comparing.events import Groups, event_tables, group_events
from crosscheck.comparing.publication import find_publication
from crosscheck.reading.article import Job, read_article


def read_story(texts: dict[str, str], published: dict[str, str] | None = None) -> dict[str, pd.DataFrame]:
    """The tables of reading for texts by label; `published` gives days as a sheet would."""
    published = published or {}
    rows = [{"article_id": f"a{label}", "file": f"{label}.txt", "label": label, "words": len(text.split()),
             "text": text, "published": published.get(label),
             "published_basis": "manifest" if label in published else None}
            for label, text in texts.items()]
    articles = tables.frame("articles", rows)
    read = [read_article(Job(row["article_id"], row["text"], row["published"])) for row in rows]
    found = {name: tables.typed(name, [part[name] for part in read])
             for name in ("sentences", "dates", "attributions", "claims")}
    return {"articles": articles, **found}


def publication_of(texts: dict[str, str], published: dict[str, str] | None = None) -> pd.DataFrame:
    """The table `publication` of a small folder, by label."""
    story = read_story(texts, published)
    found = find_publication(story["articles"], story["sentences"], story["dates"])
    return found.set_index(story["articles"]["label"])


def events_of(texts: dict[str, str], published: dict[str, str] | None = None, codebook: Codebook | None = None,
              ) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables `events` and `event_evidence` of a small folder."""
    return event_tables(groups_of(texts, published, codebook))


def groups_of(texts: dict[str, str], published: dict[str, str] | None = None, codebook: Codebook | None = None,
              ) -> Groups:
    """The groups of passages of a small folder, before they are settled."""
    story = read_story(texts, published)
    publication = find_publication(story["articles"], story["sentences"], story["dates"])
    return group_events(story["articles"], story["sentences"], story["dates"], publication, codebook or Codebook())


FILL = ("Rain fell over the northern valley all morning.", "The school choir sang two old carols.",
        "Bakers in the market raised the price of rye bread.", "A heron nested beside the village pond.")


def passages_of(one: str, other: str):
    """Two articles that begin with the two sentences; those are passages 0 and 3."""
    articles = (one, *FILL[:2]), (other, *FILL[2:])
    rows = [(f"a{number}", quote, "body", place) for number, article in enumerate(articles)
            for place, quote in enumerate(article)]
    return read_passages(pd.DataFrame(rows, columns=["article_id", "quote", "role", "position"]))
