"""Who speaks in each article, under one name over the folder? The resolver of sources for every article, and answers.

`speakers_of` makes for each article the resolver of `comparing.sources`, which knows the persons of the whole folder
and the names that it calls companies; `find_speakers` asks it for the source of every attribution, in the order of the
text. Not found: sources that only another article names.
"""

from bisect import bisect_left
from collections.abc import Iterator

import pandas as pd

from crosscheck.comparing.citations import Link, key, stated_links
from crosscheck.comparing.codebook_file import Codebook
from crosscheck.comparing.sources import Folk, Source, Sources
from crosscheck.comparing.stand_ins import StandIns, companies
from crosscheck.people import People


def speakers_of(articles: pd.DataFrame, sentences: dict[str, list], codebook: Codebook) -> Iterator[tuple]:
    """`(article, its resolver)` for each row of `articles`, in order; `sentences` holds the rows of each article."""
    names = {key(alias): entity.name for entity in codebook.entities for alias in (entity.name, *entity.aliases)}
    people = [People(text) for text in articles["text"]]
    folk, firms = Folk(people), companies(list(articles["text"]))
    outlets = articles["outlet"].dropna().unique().tolist()
    for row, each in zip(articles.itertuples(), people, strict=True):
        stand_ins = StandIns(row.text, [one.start for one in sentences.get(row.article_id, ())], each, firms)
        sources = Sources(names, each, folk, stand_ins, row.outlet if isinstance(row.outlet, str) else None)
        sources.know_outlets(outlets)
        yield row, sources


def find_speakers(articles: pd.DataFrame, sentences: dict[str, list], attributions: dict[str, list],
                  codebook: Codebook) -> dict[str, Source]:
    """The source of each attribution that has one, by its id; sentences and attributions as rows of each article."""
    found: dict[str, Source] = {}
    for article, sources in speakers_of(articles, sentences, codebook):
        spoken = [row for row in attributions.get(article.article_id, ()) if row.source]
        links = [link for one in sentences.get(article.article_id, ())
                 for link in stated_links(article.text, one.start, one.end)]
        stated = [link for link in links if link.rule.startswith(("opening", "closing"))]
        for at, row in sorted([(row.source[0][0], row) for row in spoken] + [
                (link.cited_span[0], link) for link in stated], key=lambda pair: pair[0]):
            source = _source(row, at, article.text, stated, sources)
            if source is not None:
                sources.hear(source, at)
                if not isinstance(row, Link):
                    found[row.attribution_id] = source
    return found


def _source(row, at: int, text: str, stated: list[Link], sources: Sources) -> Source | None:
    """The source of a stated link or of an attribution, whose outlet a stated link may name."""
    if isinstance(row, Link):
        return sources.resolve(row.cited, at, outlet=row.rule != "closing.reports")
    first = bisect_left(stated, at, key=lambda link: link.cited_span[0])
    link = stated[first] if first < len(stated) and stated[first].cited_span[1] <= row.source[-1][1] else None
    sources.know(row)
    outlet = link is not None and not link.rule.startswith("closing.reports")
    return sources.resolve(text[at:row.source[-1][1]] if link is None else link.cited, at, outlet=outlet)
