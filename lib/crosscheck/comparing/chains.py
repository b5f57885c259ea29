"""Through whose hands did the words come? Links of citing, joined into chains from the article to an origin.

In each sentence the stated links (`comparing.citations`) and the attributions, one inside another, are joined end to
end; `comparing.sources` says whom a name stands for. Credits such as "(Agency)" in a dateline or footer carry the whole
article. Not found: chains that run over several sentences.
"""

import re
from collections import deque
from typing import NamedTuple

import pandas as pd

from crosscheck import tables
from crosscheck.comparing.citations import NAME, Link, key, stated_links
from crosscheck.comparing.codebook_file import Codebook
from crosscheck.comparing.sources import Sources
from crosscheck.text import content_id, fold, overlap

CREDITS = ("dateline", "credit", "disclosure", "score", "byline", "boilerplate")
CREDIT = re.compile(rf"\(({NAME})\)")
HOPS = 4
MOST_PATHS = 60


class Article(NamedTuple):
    """What the chains of one article are made from."""

    article_id: str
    label: str
    text: str


def find_chains(articles: pd.DataFrame, regions: pd.DataFrame, sentences: pd.DataFrame, attributions: pd.DataFrame,
                codebook: Codebook) -> pd.DataFrame:
    """The table `chains`: a row a link, in the order of the articles and of their sentences.

    `codebook.entities` makes two names of one source one.
    """
    names = {key(alias): entity.name for entity in codebook.entities for alias in (entity.name, *entity.aliases)}
    parts = [dict(list(table.groupby("article_id", sort=False))) for table in (regions, sentences, attributions)]
    rows: list[dict] = []
    for row in articles.itertuples():
        article = Article(row.article_id, row.label, row.text)
        own = [part.get(row.article_id, table.iloc[:0]) for part, table in
               zip(parts, (regions, sentences, attributions), strict=True)]
        rows += _article_chains(article, *own, names)
    return tables.check("chains", tables.frame("chains", rows).drop_duplicates(["chain_id", "hop"], ignore_index=True))


def _article_chains(article: Article, regions: pd.DataFrame, sentences: pd.DataFrame, attributions: pd.DataFrame,
                    names: dict[str, str]) -> list[dict]:
    rows: list[dict] = []
    sources = Sources(names, attributions)
    said: dict[str, list] = {}
    for row in attributions.itertuples():
        said.setdefault(row.sentence_id, []).append(row)
    for sentence in sentences.itertuples():
        if sentence.role in CREDITS:
            rows += _credits(article, sentence)
            continue
        links = _links(article, sentence, said.get(sentence.sentence_id, []))
        for path in _paths(links):
            rows += _chain(article, path, sources)
        sources.hear(links)
    return rows


def _links(article: Article, sentence, attributions: list) -> list[Link]:
    """The links of one sentence; an attribution whose source a stated link names is left to that link."""
    stated = stated_links(article.text, sentence.start, sentence.end)
    rows = [row for row in attributions if row.source and row.source_type != "none"]
    names = {row.attribution_id: _stated_name(_hull(row.source), stated) for row in rows}
    links = list(stated)
    for row in rows:
        if names[row.attribution_id] is None:
            span = _hull(row.source)
            outer = [other for other in rows if _holds(other, span)
                     and not (_holds(row, _hull(other.source)) and span < _hull(other.source))]
            citing = None if not outer else (
                names[outer[-1].attribution_id] or article.text[slice(*_hull(outer[-1].source))])
            links.append(Link(citing, article.text[slice(*span)], row.start, row.end, span, row.rule,
                              row.attribution_id, row.source_type))
    return sorted(links, key=lambda link: (link.start, link.end, link.rule))


def _holds(attribution, span: tuple[int, int]) -> bool:
    """Whether the content of `attribution` holds `span`."""
    return any(start <= span[0] and span[1] <= end for start, end in attribution.content)


def _hull(spans: list[tuple[int, int]]) -> tuple[int, int]:
    return spans[0][0], spans[-1][1]


def _stated_name(span: tuple[int, int], stated: list[Link]) -> str | None:
    """The name that a stated link gives to the source in `span`: who cites there, else who is cited."""
    found = [link for link in stated if overlap(span, (link.start, link.end))]
    return (found[0].citing or found[0].cited) if found else None


def _paths(links: list[Link]) -> list[list[Link]]:
    """The chains that the links of one sentence make, each from the article outward; a citing said twice counts once.

    At most `MOST_PATHS`, since a list of who cites whom could be read in more ways than anyone reads.
    """
    cited = {key(link.cited) for link in links}
    after: dict[str, dict[str, Link]] = {}
    for link in links:
        if link.citing is not None:
            after.setdefault(key(link.citing), {}).setdefault(key(link.cited), link)
    first = [link for link in links if link.citing is None]
    for link in links:
        if link.citing is not None and key(link.citing) not in cited:
            name = link.citing
            first.append(Link(None, name, link.start, link.end, link.cited_span, link.rule, link.attribution_id))
            cited.add(key(name))
    paths, waiting = [], deque([link] for link in first)
    while waiting and len(paths) < MOST_PATHS:
        path = waiting.popleft()
        seen = {key(link.cited) for link in path}
        further = [link for name, link in after.get(key(path[-1].cited), {}).items() if name not in seen]
        if not further or len(path) >= HOPS:
            paths.append(path)
        waiting.extend([*path, link] for link in further if len(path) < HOPS)
    return paths


def _chain(article: Article, path: list[Link], sources: Sources) -> list[dict]:
    start, end = min(link.start for link in path), max(link.end for link in path)
    chain_id = content_id("n", article.article_id, start, end, *(key(link.cited) for link in path))
    rows, citing = [], article.label
    for hop, link in enumerate(path, start=1):
        name, resolved = sources.resolve(link.cited, link.source_type)
        rows.append({"chain_id": chain_id, "article_id": article.article_id, "start": start, "end": end,
                     "quote": article.text[start:end], "rule": link.rule, "hop": hop, "citing": citing, "cited": name,
                     "cited_type": sources.type_of(name, link), "resolved": resolved, "scope": "claim",
                     "attribution_id": link.attribution_id})
        citing = name
    return rows


def _credits(article: Article, sentence) -> list[dict]:
    rows = []
    for match in CREDIT.finditer(fold(sentence.quote)):
        start, end = sentence.start + match.start(1), sentence.start + match.end(1)
        name = article.text[start:end]
        rows.append({"chain_id": content_id("n", article.article_id, start, end, key(name)),
                     "article_id": article.article_id, "start": start, "end": end, "quote": name,
                     "rule": f"credit.{sentence.role}", "hop": 1, "citing": article.label, "cited": name,
                     "cited_type": "outlet", "scope": "article"})
    return rows
