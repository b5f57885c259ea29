"""Which passages of different articles speak of the same thing?

Each sentence becomes its content words, weighed by how rare they are in the story; two sentences are near when the
rare words they share weigh much against those they do not share. Neighbours are found through an inverted index of the
rarer words, so that cost grows with the number of sentences, not with the number of pairs. Sentences of the same words
are read once. Not found: passages that share no word but speak of the same thing.
"""

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from crosscheck.comparing.differences_passage import Passage, parse_passage
from crosscheck.comparing.word_rows import WordRows
from crosscheck.comparing.words import STOPWORDS
from crosscheck.text import fold
from crosscheck.wording import in_another_language

ROLES = frozenset({"headline", "body", "heading", "list_item", "caption", "key_facts"})
NEIGHBOURS = 20
FEWEST_WORDS = 3
LEAST = 0.05
SAME_ARTICLE = 0.75
COMMON = 80  # a word in more sentences than this leads to no neighbour
SAME_STORY, SHARED_WORDS = 0.2, 4  # how near two passages are, and words they share, that tie two articles together
ROUNDING = 1e-6
_BLOCK = 2000


@dataclass(frozen=True, eq=False)
class Passages:
    """The sentences of a folder that can be set beside each other, all lists in one order.

    `rows` are their places in the table of sentences, `articles` the numbers of their articles, `order` their places
    in the article. `bags` hold the weight of each content word, of length one; `weights` how much a word tells;
    `neighbours` the nearest passages with their nearness, nearest first; `stories` the number of the story that each
    passage belongs to: articles of which no passages say much the same are two stories.
    """

    rows: tuple[int, ...]
    articles: tuple[int, ...]
    order: tuple[int, ...]
    parsed: tuple[Passage, ...]
    bags: tuple[dict[str, float], ...]
    weights: dict[str, float]
    neighbours: tuple[tuple[tuple[int, float], ...], ...]
    stories: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.rows)

    def nearness(self, one: int, other: int) -> float:
        """How much two passages share, 0 to 1; within one article it counts less."""
        a, b = self.bags[one], self.bags[other]
        if len(b) < len(a):
            a, b = b, a
        shared = sum(weight * b[word] for word, weight in a.items() if word in b)
        return shared * (SAME_ARTICLE if self.articles[one] == self.articles[other] else 1.0)


def alike(passages: Passages, some: list[int], least: float) -> Iterator[tuple[int, int, float]]:
    """Pairs of `some` passages, which are in order, that are at least so near each other, with their nearness."""
    import numpy as np

    column: dict[str, int] = {}
    cells = [(row, column.setdefault(word, len(column)), weight) for row, one in enumerate(some)
             for word, weight in passages.bags[one].items()]
    if not cells:
        return
    rows = WordRows(*zip(*cells, strict=True), (len(some), len(column)))
    for begin in range(0, len(some), _BLOCK):
        left, right, product = rows.products(np.arange(begin, min(begin + _BLOCK, len(some))))
        kept = (right > left + begin) & (product >= least - ROUNDING)
        for a, b in zip((left[kept] + begin).tolist(), right[kept].tolist(), strict=True):
            near = passages.nearness(some[a], some[b])
            if near >= least:
                yield some[a], some[b], near


def read_passages(sentences: pd.DataFrame) -> Passages:
    """The comparable sentences of the table `sentences`: their words, and for each its nearest neighbours.

    Sentences of fewer than three content words, furniture, rows of links, repetitions of the same words, and articles
    in another language than English are left out.
    """
    kept, parsed, words = _distinct(sentences)
    counts = Counter(word for bag in words for word in bag)
    weights = {word: math.log((len(words) + 1) / (count + 1)) + 0.01 for word, count in counts.items()}
    bags = tuple(_bag(bag, weights) for bag in words)
    codes = {article: number for number, article in enumerate(dict.fromkeys(sentences["article_id"]))}
    article_ids, positions = sentences["article_id"].tolist(), sentences["position"].tolist()
    articles = tuple(codes[article_ids[row]] for row in kept)
    neighbours = _neighbours(bags, counts, articles)
    stories = _stories(articles, neighbours, words)
    return Passages(tuple(kept), articles, tuple(positions[row] for row in kept), tuple(parsed), bags, weights,
                    neighbours, tuple(stories[article] for article in articles))


def _stories(articles: tuple[int, ...], neighbours: tuple, words: list[Counter]) -> dict[int, int]:
    """The number of the story of each article, by passages of two articles that say much the same."""
    story = {article: article for article in articles}

    def first(article: int) -> int:
        while story[article] != article:
            story[article] = article = story[story[article]]
        return article

    for one, found in enumerate(neighbours):
        for other, near in found:
            if near < SAME_STORY or articles[one] == articles[other]:
                continue
            a, b = first(articles[one]), first(articles[other])
            if a != b and len(words[one].keys() & words[other].keys()) >= SHARED_WORDS:
                story[max(a, b)] = min(a, b)
    return {article: first(article) for article in story}


def _distinct(sentences: pd.DataFrame) -> tuple[list[int], list[Passage], list[Counter]]:
    kept, parsed, words, seen = [], [], [], set()
    foreign = in_another_language(zip(sentences["article_id"], sentences["quote"], strict=True))
    columns = (sentences[name] for name in ("quote", "role", "article_id"))
    for row, (quote, role, article) in enumerate(zip(*columns, strict=True)):
        key = " ".join(fold(quote).lower().split()).strip(" .\"'")
        if role not in ROLES or key in seen or quote.count("|") > 1 or article in foreign:
            continue
        seen.add(key)
        passage = parse_passage(quote, None)  # the very call that compare_passages makes, so that it is read once
        content = Counter([stem for stem, (start, end) in zip(passage.stems, passage.spans, strict=True)
                           if len(stem) > 1 and passage.low[start:end] not in STOPWORDS])
        if len(content) >= FEWEST_WORDS:
            kept.append(row)
            parsed.append(passage)
            words.append(content)
    return kept, parsed, words


def _bag(words: Counter, weights: dict[str, float]) -> dict[str, float]:
    bag = {word: count * weights[word] for word, count in words.items()}
    length = math.sqrt(sum(weight * weight for weight in bag.values()))
    return {word: weight / length for word, weight in bag.items()}


def _neighbours(bags: tuple[dict[str, float], ...], counts: Counter, articles: tuple[int, ...]) -> tuple:
    """The nearest passages of each, by products of the rarer words, then by all words."""
    import numpy as np

    columns = {word: number for number, word in enumerate(counts)}
    rows = np.repeat(np.arange(len(bags)), [len(bag) for bag in bags])
    if not len(rows):
        return ()
    words = np.array([columns[word] for bag in bags for word in bag])
    full = WordRows(rows, words, np.array([weight for bag in bags for weight in bag.values()]),
                    (len(bags), len(columns)))
    rare = np.array([2 <= count <= COMMON for count in counts.values()])
    lean, owners, found = full.only(rare[full.words]), np.array(articles), []
    for begin in range(0, len(bags), _BLOCK):
        chosen = np.arange(begin, min(begin + _BLOCK, len(bags)))
        place, other, rough = lean.products(chosen)
        one = chosen[place]
        keep = one != other
        found += _nearest(full, owners, one[keep], other[keep], rough[keep], begin, len(chosen))
    return tuple(found)


def _nearest(full: WordRows, owners, one, other, rough, begin: int, size: int) -> list[tuple[tuple[int, float], ...]]:
    import numpy as np

    order = np.lexsort((other, -rough, one))
    one, other = one[order], other[order]
    starts = np.searchsorted(one, np.arange(begin, begin + size))
    rank = np.arange(len(one)) - starts[one - begin]
    one, other = one[rank < 2 * NEIGHBOURS], other[rank < 2 * NEIGHBOURS]
    near = full.pairs(one, other)
    near = (near * np.where(owners[one] == owners[other], SAME_ARTICLE, 1.0)).round(6)
    order = np.lexsort((other, -near, one))
    order = order[near[order] >= LEAST]
    pairs = list(zip(other[order].tolist(), near[order].tolist(), strict=True))
    starts = np.searchsorted(one[order], np.arange(begin, begin + size + 1)).tolist()
    return [tuple(pairs[first:min(last, first + NEIGHBOURS)]) for first, last in zip(starts, starts[1:], strict=False)]
