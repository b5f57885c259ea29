"""Which chains stand behind each reading of one question? A strand a reading: articles, whom they cite, where it ends.

The chains behind a reading are those that the table `origins` names. Articles that cite the same ends share a card when
there are many. Nodes are ordered by the mean place of what they are linked to, so that links cross as little as may be.
"""

from typing import NamedTuple

import pandas as pd

from crosscheck.showing.findings import count, listed
from crosscheck.showing.matrix_cells import Cell, Passage, matrix_cells
from crosscheck.showing.picture import labels
from crosscheck.showing.style import printable

MOST_STRANDS = 3
SPARED = {0: 0, 1: -1, 2: 2, 3: 0}  # rows that so many strands have more than three do, whose titles take room
OWN = "in its own words"
NOBODY = "unnamed"  # the rule of a link to nobody named


class Card(NamedTuple):
    """One article, or several that rest on the same: their ids, name, words and stance, and the keys of their nodes."""

    articles: tuple[str, ...]
    name: str
    cell: Cell
    corrects: bool
    cited: tuple[str, ...]
    ends: tuple[str, ...]
    mixed: bool = False     # several articles that rest on different ends


class Node(NamedTuple):
    """One source: its name, the article's words, whether somebody is identified, and the nodes that it leads to.

    `unsourced` says that it is an outlet cited through another one, whose own source nobody names.
    """

    key: str
    name: str
    words: str
    known: bool
    ends: tuple[str, ...] = ()
    articles: int = 1
    unsourced: bool = False


class Strand(NamedTuple):
    """One reading with all that stands behind it."""

    value: str
    articles: int
    fewest: int
    most: int
    names: tuple[str, ...]
    cards: tuple[Card, ...]
    cited: tuple[Node, ...]
    ends: tuple[Node, ...]
    accent: bool
    further: str
    taken_back: tuple[str, ...] = ()


class Chain(NamedTuple):
    """The links of one chain, first the article's own, with the key and name of its last end that has a name."""

    hops: tuple
    key: str
    name: str
    unsourced: bool = False


def origins_strands(chains: pd.DataFrame, origins: pd.DataFrame, readings: pd.DataFrame, articles: pd.DataFrame,
                    question: pd.Series, *, rows: int = 9) -> list[Strand]:
    """The strands of one question, the reading with fewest articles first; at most three, which share `rows` rows."""
    own = origins[origins["question_id"] == question["question_id"]].reset_index(drop=True)
    best = own.sort_values("articles", ascending=False, kind="stable").head(MOST_STRANDS)[::-1]
    given = readings[readings["question_id"] == question["question_id"]]
    most = int(best["articles"].max()) if len(best) else 0
    linked, shares = _linked(chains), _shared(best, rows)
    names = labels(articles)
    outlets = dict(zip(articles["article_id"], articles["outlet"], strict=True))
    return [_strand(row, given[given["value"] == row.value], linked, names, outlets, most=shares[row.value],
                    accent=row.articles < most) for row in best.itertuples()]


def other_sources(chains: pd.DataFrame, strands: list[Strand]) -> list[str]:
    """Named sources that the articles cite on other questions, each once, in the order of the text."""
    used = {node.name.casefold() for strand in strands for node in (*strand.cited, *strand.ends)}
    named = chains[chains["cited_type"].isin(("outlet", "organisation", "document"))]
    found = dict.fromkeys(printable(name) for name in named["cited"])
    return [name for name in found if name.casefold() not in used]


def _shared(best: pd.DataFrame, rows: int) -> dict[str, int]:
    """How many rows of cards each strand may have, those that need few first."""
    needs = sorted((max(row.articles, row.most), row.value) for row in best.itertuples())
    left, found = rows + SPARED[len(needs)], {}
    for number, (need, value) in enumerate(needs):
        found[value] = max(1, min(need, left // (len(needs) - number)))
        left -= found[value]
    return found


def _linked(chains: pd.DataFrame) -> dict[str, list[tuple]]:
    """The chains of each article as tuples of links."""
    hops: dict[str, list] = {}
    for row in chains.sort_values(["article_id", "start", "chain_id", "hop"], kind="stable").itertuples():
        hops.setdefault(row.chain_id, []).append(row)
    found: dict[str, list[tuple]] = {}
    for links in hops.values():
        found.setdefault(links[0].article_id, []).append(tuple(links))
    return found


def _strand(row, given: pd.DataFrame, linked: dict[str, list[tuple]], names: dict[str, str], outlets: dict, *,
            most: int, accent: bool) -> Strand:
    chosen: dict[str, list[Chain]] = {}
    for article_id in given["article_id"].unique():
        found = [chain for chain in linked.get(article_id, []) if chain[0].chain_id in row.chains]
        ends = [_ended(chain, names[article_id], row.origins) for chain in found]
        chosen[article_id] = [chain for chain in ends if chain.key in row.origins]  # relays are counted by their ends
    cells = matrix_cells(pd.DataFrame([{"question_id": "q", "differs": False, "check": False}]),
                         given.assign(question_id="q"))["q"]
    ends = _nodes(chosen)
    kept = [node.key for node in sorted(ends.values(), key=lambda node: -node.articles)][:most]
    cards = _cards(given, chosen, cells, names, outlets, kept, most)
    shown = [node for node in ends.values() if node.key in kept]
    cited = _cited(chosen, kept)
    cards, shown = _ordered(cards, shown)
    further = len(ends) - len(kept)
    weighed = sorted(row.origins, key=lambda name: -ends[name].articles if name in ends else 0)
    return Strand(printable(row.value), int(row.articles), int(row.fewest), int(row.most),
                  tuple(map(printable, weighed)), tuple(cards), tuple(cited), tuple(shown), accent,
                  f"{count(further, 'further origin')}" if further > 0 else "",
                  tuple(map(printable, row.retracted)))


def _ended(chain: tuple, label: str, origins: list[str]) -> Chain:
    """A chain with its end; the link to nobody named is kept as a mark of the outlet before it."""
    unsourced = chain[-1].rule == NOBODY
    return _named(chain[:-1] if unsourced else chain, label, origins)._replace(unsourced=unsourced)


def _named(chain: tuple, label: str, origins: list[str]) -> Chain:
    """A chain with the name under which the table `origins` counts its end."""
    cited = chain[-1].cited
    own = f"{label}’s “{cited}”"
    if own in origins:
        return Chain(chain, own, cited)
    if cited in origins or chain[-1].cited_type != "unnamed":
        return Chain(chain, cited, cited)
    shared = [name for name in origins if "“" not in name and not name.endswith(OWN) and name.startswith("a ")]
    return Chain(chain, shared[0], shared[0]) if len(shared) == 1 else Chain(chain, own, cited)


def _nodes(chosen: dict[str, list[Chain]]) -> dict[str, Node]:
    """The ends of the chains, with how many articles lead to each."""
    nodes: dict[str, Node] = {}
    for chains in chosen.values():
        for key, chain in {chain.key: chain for chain in chains}.items():
            last = chain.hops[-1]
            before = nodes.get(key)
            nodes[key] = before._replace(articles=before.articles + 1) if before else Node(
                key, printable(chain.name), printable(last.quote), last.cited_type != "unnamed",
                unsourced=chain.unsourced)
    return nodes


def _cited(chosen: dict[str, list[Chain]], kept: list[str]) -> list[Node]:
    """The sources between the articles and the ends, by name."""
    nodes: dict[str, Node] = {}
    for chains in chosen.values():
        for chain in chains:
            if len(chain.hops) > 1 and chain.key in kept:
                first, more = chain.hops[0], len(chain.hops) - 2
                key = first.cited.casefold()
                before = nodes.get(key)
                ends = tuple(dict.fromkeys((*(before.ends if before else ()), chain.key)))
                name = printable(first.cited) + (f" +{count(more, 'hop')}" if more else "")
                nodes[key] = Node(key, name, printable(first.quote), first.cited_type != "unnamed", ends)
    return list(nodes.values())


def _cards(given: pd.DataFrame, chosen: dict[str, list[Chain]], cells: dict[str, Cell], names: dict[str, str],
           outlets: dict, kept: list[str], most: int) -> list[Card]:
    """A card an article, or one for those that cite the same where there are more than fit, the last for the rest."""
    corrects = set(given.loc[given["stance"] == "corrects", "article_id"])
    groups: dict[tuple, list[str]] = {}
    grouped = len(chosen) > most
    for article_id in (key for key in names if key in chosen):
        chains = [chain for chain in chosen[article_id] if chain.key in kept]
        cited = tuple(dict.fromkeys(c.hops[0].cited.casefold() for c in chains if len(c.hops) > 1))
        ends = tuple(dict.fromkeys(chain.key for chain in chains if len(chain.hops) == 1))
        groups.setdefault((cited, ends) if grouped else (article_id, cited, ends), []).append(article_id)
    cards = [Card(tuple(ids), _card_name(ids, names, outlets), _one(cells[ids[0]]), bool(set(ids) & corrects),
                  *key[-2:]) for key, ids in groups.items()]
    cards = sorted(cards, key=lambda card: -len(card.articles))
    rest = cards[most - 1:] if len(cards) > most else []
    return [*cards[:most - 1], _rest(rest)] if rest else cards


def _rest(cards: list[Card]) -> Card:
    """One card for several, with all that they cite."""
    ids = tuple(key for card in cards for key in card.articles)
    cited, ends = (tuple(dict.fromkeys(key for card in cards for key in getattr(card, name))) for name in (
        "cited", "ends"))
    return Card(ids, f"{count(len(ids), 'further article').capitalize()}", cards[0].cell,
                any(card.corrects for card in cards), cited, ends, mixed=True)


def _one(cell: Cell) -> Cell:
    return cell._replace(passages=cell.passages[:1] or (Passage("", ()),))


def _card_name(ids: list[str], names: dict[str, str], outlets: dict) -> str:
    if len(ids) > 1:
        return f"{count(len(ids), 'article').capitalize()}: {listed([names[key] for key in ids], limit=3)}"
    name, outlet = names[ids[0]], outlets[ids[0]]
    if not isinstance(outlet, str):
        return f"{name} outlet not named" if name.isdigit() else name
    return name if name == outlet else f"{name} {outlet}"


def _ordered(cards: list[Card], ends: list[Node]) -> tuple[list[Card], list[Node]]:
    """Cards and ends by the mean place of what they are linked to: one pass right, one left, one right."""
    for _ in range(2):
        place = {end.key: number for number, end in enumerate(ends)}
        cards = sorted(cards, key=lambda card: _mean([place[key] for key in card.ends if key in place], len(ends)))
        seat = {key: [n for n, card in enumerate(cards) if key in card.ends] for key in place}
        ends = sorted(ends, key=lambda end: _mean(seat[end.key], len(cards)))
    return cards, ends


def _mean(places: list[int], otherwise: int) -> float:
    return sum(places) / len(places) if places else otherwise
