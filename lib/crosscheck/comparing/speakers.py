"""Who speaks in each article, under one name over the folder? The resolver of sources for every article, and answers.

`speakers_of` makes for each article the resolver of `comparing.sources`, which knows the persons of the whole folder
and the names that it calls companies; `find_speakers` asks it for the source of every attribution, in the order of the
text. Not found: sources that only another article names.
"""

from collections.abc import Iterator

import pandas as pd

from crosscheck.comparing.citations import key
from crosscheck.comparing.codebook_file import Codebook
from crosscheck.comparing.sources import Folk, Source, Sources
from crosscheck.comparing.stand_ins import StandIns, companies
from crosscheck.people import People


def speakers_of(articles: pd.DataFrame, sentences: pd.DataFrame, codebook: Codebook) -> Iterator[tuple]:
    """`(article, its resolver)` for each row of `articles`, in order."""
    names = {key(alias): entity.name for entity in codebook.entities for alias in (entity.name, *entity.aliases)}
    people = [People(text) for text in articles["text"]]
    folk, firms = Folk(people), companies(list(articles["text"]))
    starts = {article_id: own.tolist() for article_id, own in sentences.groupby("article_id", sort=False)["start"]}
    for row, each in zip(articles.itertuples(), people, strict=True):
        stand_ins = StandIns(row.text, starts.get(row.article_id, []), each, firms)
        yield row, Sources(names, each, folk, stand_ins, row.outlet if isinstance(row.outlet, str) else None)


def find_speakers(articles: pd.DataFrame, sentences: pd.DataFrame, attributions: pd.DataFrame,
                  codebook: Codebook) -> dict[str, Source]:
    """The source of each attribution that has one, by its id."""
    said = dict(list(attributions.groupby("article_id", sort=False)))
    found: dict[str, Source] = {}
    for article, sources in speakers_of(articles, sentences, codebook):
        rows = said.get(article.article_id, attributions.iloc[:0])
        spoken = [row for row in rows.itertuples() if row.source]
        for row in sorted(spoken, key=lambda row: row.source[0][0]):
            at = row.source[0][0]
            source = sources.resolve(article.text[at:row.source[-1][1]], at)
            if source is not None:
                found[row.attribution_id] = source
                sources.hear(source, at)
    return found
