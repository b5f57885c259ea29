"""Through whose hands did the words come? Links of citing, joined into chains from the article to an origin.

In each sentence the stated links (`comparing.citations`) and the attributions of speech, one inside another, are joined
end to end; `comparing.sources` says whom a name stands for. An outlet that a paragraph opens with ("According to the
Herald's report, …") stands before the speakers of the sentences that follow in it. An outlet or unnamed reports that an
article's first sentences rest on, and credits in datelines, bylines and footers (`comparing.credits`), carry the whole
article. An outlet that is cited through another one, and no further, ends at an unnamed source. A remark that the
article says was taken back is marked (`comparing.retractions`). Not found: chains that run over several paragraphs.
"""

from collections import deque
from typing import NamedTuple

import pandas as pd

from crosscheck import tables
from crosscheck.comparing.article_rows import by_article
from crosscheck.comparing.citations import NOBODY, Link, key, role_of, stated_links
from crosscheck.comparing.codebook_file import Codebook
from crosscheck.comparing.credits import CREDITS, find_credits
from crosscheck.comparing.retractions import Remark, find_retractions
from crosscheck.comparing.sources import Source, Sources
from crosscheck.comparing.speakers import speakers_of
from crosscheck.comparing.speech import is_speech
from crosscheck.text import content_id, overlap

HOPS = 4
MOST_PATHS = 60
MOST_SAID = 40      # attributions of one sentence that are followed
LEAD = 2        # paragraphs of body text whose outlets carry the whole article
SILENT = (*CREDITS, "related", "repeat")
KINDS = ("person", "organisation", "document", "outlet", "unnamed")
UNSAID = "unsaid"       # of a source that only wished or did something: a pronoun may point to it
CARRYING = ("closing", "opening", "according")


class Article(NamedTuple):
    """What the chains of one article are made from."""

    article_id: str
    label: str
    text: str


class Carried(NamedTuple):
    """The outlet that a paragraph opens with."""

    paragraph: int
    link: Link
    source: Source


def find_chains(articles: pd.DataFrame, sentences: pd.DataFrame, attributions: pd.DataFrame,
                codebook: Codebook) -> pd.DataFrame:
    """The table `chains`: a row a link, in the order of the articles and of their sentences.

    `codebook.entities` makes two names of one source one.
    """
    own, said = by_article(sentences), by_article(attributions)
    rows: list[dict] = []
    for row, sources in speakers_of(articles, own, codebook):
        article = Article(row.article_id, row.label, row.text)
        rows += _article_chains(article, own.get(row.article_id, []), said.get(row.article_id, []), sources)
    return tables.check("chains", tables.frame("chains", rows).drop_duplicates(["chain_id", "hop"], ignore_index=True))


def _article_chains(article: Article, sentences: list, attributions: list, sources: Sources) -> list[dict]:
    rows: list[dict] = []
    said: dict[str, list] = {}
    for row in attributions:
        own = said.setdefault(row.sentence_id, [])
        if len(own) < MOST_SAID:
            own.append(row)
    stated = {row.sentence_id: stated_links(article.text, row.start, row.end) for row in sentences
              if row.role not in SILENT}
    sources.know_outlets([name for links in stated.values() for link in links for name in _outlets_in(link)])
    carried: Carried | None = None
    lead = _lead(sentences)
    for sentence in sentences:
        rows += _credit_rows(article, sentence, sources, opens=sentence.position <= 1)
        if sentence.role in SILENT:
            continue
        nodes = _links(article, stated[sentence.sentence_id], said.get(sentence.sentence_id, []), sources)
        paths = _paths(nodes)
        if carried and carried.paragraph != sentence.paragraph:
            carried = None
        for path in paths:
            whole = sentence.paragraph in lead and _rests_on(path)
            rows += _chain(article, _led(path, carried), (sentence.start, sentence.end) if whole else None)
        carried = _opening(sentence, paths) or carried
    return _with_retractions(article, sentences, rows)


def _lead(sentences: list) -> frozenset[int]:
    """The numbers of the first paragraphs of body text."""
    body = dict.fromkeys(sentence.paragraph for sentence in sentences if sentence.role == "body")
    return frozenset(list(body)[:LEAD])


class Node(NamedTuple):
    """One link with its ends resolved; `citing` is None where the article itself cites."""

    citing: Source | None
    cited: Source
    link: Link


def _outlets_in(link: Link) -> list[str]:
    """The names that a stated link takes for outlets."""
    if link.rule.startswith("cited_by") and not link.rule.endswith("told"):
        return [link.citing]
    return [link.cited] if link.rule.startswith("opening") or link.rule == "closing.reporting" else []


def _links(article: Article, stated: list[Link], attributions: list, sources: Sources) -> list[Node]:
    """The links of one sentence; an attribution whose source a stated link names is left to that link."""
    rows = [row for row in attributions
            if row.source and row.source_type != "none" and is_speech(row.rule, row.cue_text, row.content_text)
            and not (row.rule == "transcript" and _is_caption(row.source_text, sources))]
    for row in rows:
        sources.know(row)
    names = {row.attribution_id: _stated_name(_hull(row.source), stated) for row in rows}
    links = list(stated)
    for row in rows:
        span = _hull(row.source)
        if names[row.attribution_id] is None:
            outer = [other for other in rows if _holds(other, span)
                     and not (_holds(row, _hull(other.source)) and span < _hull(other.source))]
            around = None if not outer else _hull(outer[-1].source)
            stands = None if not outer else names[outer[-1].attribution_id]
            citing = None if around is None else stands or article.text[slice(*around)]
            links.append(Link(citing, article.text[slice(*span)], row.start, row.end, span, row.rule,
                              row.attribution_id, tuple(row.content), None if around is None else around[0]))
    links = [_attributed(link, rows, article.text) for link in links]
    said = {row.attribution_id for row in rows}
    links += [Link(None, article.text[slice(*_hull(row.source))], row.start, row.end, _hull(row.source), UNSAID)
              for row in attributions if row.source and row.attribution_id not in said and row.source_type != "pronoun"]
    found = [_resolved(link, sources) for link in sorted(links, key=lambda link: (link.start, link.end, link.rule))]
    return [node for node in found if node is not None and node.link.rule != UNSAID]


def _is_caption(name: str, sources: Sources) -> bool:
    """Whether what stands before a colon captions a list ("Type: …") rather than naming who takes a turn."""
    return not (name.isupper() or sources.people.is_person(name))


def _attributed(link: Link, rows: list, text: str) -> Link:
    """A stated link with the attribution whose source it names, where there is one; its source may be the longer."""
    if link.attribution_id is not None:
        return link
    row = next((row for row in rows if overlap(_hull(row.source), (link.start, link.end))), None)
    if row is None:
        return link
    start, end = _hull(row.source)
    if link.rule.startswith("cited_by") and start < link.cited_span[0] and end == link.cited_span[1]:
        link = link._replace(cited=text[start:end], cited_span=(start, end), start=start)
    return link._replace(attribution_id=row.attribution_id, content=tuple(row.content))


def _resolved(link: Link, sources: Sources) -> Node | None:
    """The link with its ends resolved and heard; None if an end is no source, or who cites is not one who reports."""
    stated = link.rule.split(".")[0]
    citing = None
    if link.citing is not None:
        at = link.citing_start if link.citing_start is not None else link.start
        citing = sources.resolve(link.citing, at, outlet=stated in ("citing", "cited_by"))
        if citing is None or stated in ("citing", "cited_by") and citing.kind == "person" or (
                stated == "cited_by" and citing.kind not in ("outlet", "document")):
            return None
        sources.hear(citing, at)
    at = link.cited_span[0]
    cited = sources.resolve(link.cited, at, outlet=link.rule.startswith(("opening", "closing.reporting")))
    if cited is None or stated == "closing" and cited.kind not in ("outlet", "organisation"):
        return None
    sources.hear(cited, at)
    return None if citing is not None and key(citing.name) == key(cited.name) else Node(citing, cited, link)


def _holds(attribution, span: tuple[int, int]) -> bool:
    """Whether the content of `attribution` holds `span`."""
    return any(start <= span[0] and span[1] <= end for start, end in attribution.content)


def _hull(spans: list[tuple[int, int]]) -> tuple[int, int]:
    return spans[0][0], spans[-1][1]


def _stated_name(span: tuple[int, int], stated: list[Link]) -> str | None:
    """The name that a stated link gives to the source in `span`: who cites there, else who is cited."""
    found = [link for link in stated if overlap(span, (link.start, link.end))]
    return (found[0].citing or found[0].cited) if found else None


def _paths(nodes: list[Node]) -> list[list[Node]]:
    """The chains that the links of one sentence make, each from the article outward; a citing said twice counts once.

    At most `MOST_PATHS`, since a list of who cites whom could be read in more ways than anyone reads.
    """
    cited = {key(node.cited.name) for node in nodes}
    after: dict[str, dict[str, Node]] = {}
    for node in nodes:
        if node.citing is not None:
            after.setdefault(key(node.citing.name), {}).setdefault(key(node.cited.name), node)
    first: dict[str, Node] = {}
    for node in nodes:
        begin = node if node.citing is None else Node(None, node.citing, node.link)
        if node.citing is None or key(node.citing.name) not in cited:
            first.setdefault(key(begin.cited.name), begin)
    paths, waiting = [], deque([node] for node in first.values())
    while waiting and len(paths) < MOST_PATHS:
        path = waiting.popleft()
        seen = {key(node.cited.name) for node in path}
        further = [node for name, node in after.get(key(path[-1].cited.name), {}).items() if name not in seen]
        if not further or len(path) >= HOPS:
            paths.append(path)
        waiting.extend([*path, node] for node in further if len(path) < HOPS)
    return paths


def _led(path: list[Node], carried: Carried | None) -> list[Node]:
    """The path, behind the outlet that its paragraph opens with if it does not begin with an outlet of its own."""
    if carried is None or path[0].cited.kind in ("outlet", "document") or len(path) >= HOPS or (
            key(path[0].cited.name) == key(carried.source.name)) or role_of(path[0].cited.name) == "bare_report":
        return path
    name = carried.source.name
    return [Node(None, Source(name, "outlet", f"the paragraph opens with {name}"),
                 path[0].link._replace(rule="paragraph.opening", attribution_id=None)), *path]


def _opening(sentence, paths: list[list[Node]]) -> Carried | None:
    """The outlet that a sentence opens with as the source of what follows: "According to the Herald's report, …"."""
    for path in paths:
        link, source = path[0].link, path[0].cited
        if source.kind == "outlet" and link.start - sentence.start < 20 and len(path) > 0 and (
                link.rule.startswith(CARRYING)) and link.cited_span[0] - sentence.start < 40:
            return Carried(sentence.paragraph, link, source)
    return None


def _rests_on(path: list[Node]) -> bool:
    """Whether a chain leads to an outlet, or to reports without a name, on whose word a whole article may rest."""
    first = path[0]
    rests = first.link.rule.startswith(("opening", "closing", "according", "citing"))
    unnamed = first.cited.kind == "unnamed" and role_of(first.cited.name) is not None and _reports(first.cited.name)
    return rests and (first.cited.kind == "outlet" or unnamed)


def _reports(name: str) -> bool:
    return key(name).split()[-1] in ("reports", "reporting", "report", "media", "accounts")


def _chain(article: Article, path: list[Node], sentence: tuple[int, int] | None) -> list[dict]:
    """The rows of one chain; `sentence` is the whole sentence for a chain that carries the article."""
    links = [(node.link.start, node.link.end) for node in path] if sentence is None else [sentence]
    start, end = min(start for start, _ in links), max(end for _, end in links)
    chain_id = content_id("n", article.article_id, start, end, *(key(node.cited.name) for node in path))
    rows, citing = [], article.label
    for hop, (_, source, link) in enumerate(path, start=1):
        rows.append({"chain_id": chain_id, "article_id": article.article_id, "start": start, "end": end,
                     "quote": article.text[start:end], "rule": link.rule, "hop": hop, "citing": citing,
                     "cited": source.name, "cited_type": source.kind if source.kind in KINDS else "unnamed",
                     "resolved": source.resolved, "scope": "claim" if sentence is None else "article",
                     "attribution_id": link.attribution_id, "taken_back_spans": [], "at": link.cited_span[0]})
        citing = source.name
    if len(path) > 1 and {path[-2].cited.kind, path[-1].cited.kind} == {"outlet"}:
        rows.append({**rows[-1], "rule": NOBODY, "hop": len(path) + 1, "citing": citing, "cited": "unnamed",
                     "cited_type": "unnamed", "resolved": f"nobody is named behind the report of {citing}",
                     "attribution_id": None})
    return rows


def _credit_rows(article: Article, sentence, sources: Sources, *, opens: bool) -> list[dict]:
    found = []
    for credit in find_credits(article.text, sentence.start, sentence.end, sentence.role, opens=opens):
        name = article.text[credit.start:credit.end]
        source = sources.resolve(name, credit.start, outlet=True) or Source(name, "outlet")
        if sources.is_own(name) or any(map(sources.people.is_person, name.split(" and "))):
            continue  # a reporter who helped to write it is no origin
        found.append({"chain_id": content_id("n", article.article_id, credit.start, credit.end, key(name)),
                      "article_id": article.article_id, "start": credit.start, "end": credit.end, "quote": name,
                      "rule": credit.rule, "hop": 1, "citing": article.label, "cited": source.name,
                      "cited_type": "outlet", "resolved": source.resolved, "scope": "article", "taken_back_spans": []})
    return found


def _with_retractions(article: Article, sentences: list, rows: list[dict]) -> list[dict]:
    """The links, those of a remark that was taken back marked with the words that say so."""
    ends = {row["chain_id"]: row for row in rows if "at" in row and row["cited_type"] in ("person", "organisation")}
    remarks = {Remark(row["at"], row["cited"]): row["chain_id"] for row in ends.values()}
    places = [(sentence.start, sentence.end) for sentence in sentences]
    back = {remarks[remark]: words for remark, words in find_retractions(
        article.text, places, sorted(remarks)).items()}
    for row in rows:
        words = back.get(row["chain_id"])
        if words is not None and row is ends[row["chain_id"]]:
            row["taken_back"] = article.text[words.start:words.end]
            row["taken_back_spans"] = [(words.start, words.end)]
    return rows
