"""What is said to have happened, when, and on whose word?

Passages of different articles that report the same happening become one event: its label in an article's own words,
its days the meeting of what the articles say, each passage a vote with the rule behind it. The analyst's named events
take their passages first, then likeness of words and days finds the others. Not found: happenings that are neither
dated, nor ordered against a dated one, nor told by two articles, nor named in the codebook.
"""

from typing import NamedTuple

import pandas as pd

from crosscheck import tables
from crosscheck.comparing.chronology import Edge, bound, order_edges
from crosscheck.comparing.codebook import Codebook, searchable
from crosscheck.comparing.days import Interval, mention_days
from crosscheck.comparing.direction import PAST, direction
from crosscheck.comparing.event_rows import event_rows
from crosscheck.comparing.happenings import LEAST, SAME_VERB, Happening, group, meeting, unite
from crosscheck.comparing.inference import newest_day
from crosscheck.comparing.joining import join_happenings
from crosscheck.comparing.kinship import find_kin
from crosscheck.comparing.leads import lead_happenings, opened_on
from crosscheck.comparing.mentions import IMPRINT, Mention, find_mentions
from crosscheck.comparing.prominence import ranked
from crosscheck.comparing.publication import published_days, stated_articles
from crosscheck.comparing.words import is_act
from crosscheck.text import content_id

SMALL = 4000


class Story(NamedTuple):
    """What the steps share: mentions with their days, publication days and labels of the articles.

    `newest` is the last stated day of publication, `near` the newest day that gives a date without a year its year.
    """

    mentions: list[Mention]
    days: list[Interval]
    published: dict[str, Interval]
    labels: dict[str, str]
    near: int | None
    newest: int | None


class Groups(NamedTuple):
    """Which passages report one happening, before anything is said of the days that follow from it.

    `edges` is the order that the codebook states; the order that sentences state is found in the mentions.
    """

    story: Story
    happenings: list[Happening]
    edges: list[Edge]


def group_events(articles: pd.DataFrame, sentences: pd.DataFrame, dates: pd.DataFrame, publication: pd.DataFrame,
                 codebook: Codebook) -> Groups:
    """Which passages report one happening: the codebook's events, then imprints, likeness, openings and order."""
    story = _story(articles, sentences, dates, publication)
    mentions = story.mentions
    named = _named(story, sentences, codebook)
    printed = _printed(story, publication)
    happenings = [*named.values(), *printed]
    kin = _kin(mentions)
    happenings += group(mentions, story.days, story.published, kin, happenings)
    happenings = join_happenings(mentions, happenings, kin)
    happenings += lead_happenings(mentions, happenings, story.published, kin)
    happenings += _ordered(mentions, happenings)
    return Groups(story, happenings, _codebook_edges(named, codebook))


def event_tables(groups: Groups, happenings: list[Happening] | None = None) -> tuple[pd.DataFrame, pd.DataFrame]:
    """`events`, best first, and `event_evidence` of `groups`; `happenings` are those of `settled`, if at hand."""
    story = groups.story
    best = ranked(story.mentions, settled(groups)[0] if happenings is None else happenings)
    rows, evidence = event_rows(best, story.mentions, story.days, story.labels, story.published)
    return (tables.check("events", tables.frame("events", rows)),
            tables.check("event_evidence", tables.frame("event_evidence", evidence)))


def republished(groups: Groups, published: dict[str, Interval]) -> Groups:
    """The same groups with the days on which some articles can have been published replaced."""
    story = groups.story
    days = [mention_days(mention, published[mention.article], story.near) if mention.article in published else known
            for mention, known in zip(story.mentions, story.days, strict=True)]
    return groups._replace(story=story._replace(days=days, published=story.published | published))


def settled(groups: Groups) -> tuple[list[Happening], list[Edge]]:
    """The happenings of `groups`, in their order, dated by their votes and bounded by the edges, which come along.

    They are new ones; `groups` stays as it is.
    """
    story = groups.story
    happenings, edges = _dated(groups)
    edges += order_edges(story.mentions, happenings, story.labels)
    bound(story.mentions, happenings, edges, story.published, story.labels, story.newest)
    return happenings, edges


def _dated(groups: Groups) -> tuple[list[Happening], list[Edge]]:
    """The happenings of `groups` as new ones with the days of their votes, and the codebook's edges between these."""
    mentions, days, published = groups.story.mentions, groups.story.days, groups.story.published
    twins = {}
    for known in groups.happenings:
        twin = twins[id(known)] = Happening(known.dated, known.undated, opens=known.opens, name=known.name,
                                            identity=known.identity)
        twin.days, twin.disputed = meeting(days[place] for place in known.dated)
        if known.opens:
            opened_on(twin, [published[mentions[place].article] for place in known.opens])
    edges = [Edge(twins[id(edge.later)], twins[id(edge.earlier)], edge.because) for edge in groups.edges]
    return list(twins.values()), edges


def _story(articles: pd.DataFrame, sentences: pd.DataFrame, dates: pd.DataFrame, publication: pd.DataFrame) -> Story:
    mentions = find_mentions(articles, sentences, dates)
    published, stated = published_days(publication), stated_articles(publication)
    near = newest_day(mentions, {article: days for article, days in published.items() if article in stated})
    newest = max((published[article][1] for article in stated if published[article][1] is not None), default=None)
    days = [mention_days(mention, published[mention.article], near) for mention in mentions]
    labels = dict(zip(articles["article_id"], articles["label"], strict=True))
    return Story(mentions, days, published, labels, near, newest)


def _kin(mentions: list[Mention]) -> list:
    """The pairs worth judging: all in a small folder, those with a date in one of them in a large one."""
    dated = [place for place, mention in enumerate(mentions) if mention.timings]
    if len(mentions) > SMALL:
        return find_kin(mentions, least=LEAST, of=dated)
    of_dated = find_kin(mentions, least=LEAST, of=dated)
    bare = [place for place, mention in enumerate(mentions) if not mention.timings]
    pairs = dict.fromkeys([*of_dated, *find_kin(mentions, least=SAME_VERB, of=bare)])
    return sorted(pairs, key=lambda kin: (-kin.likeness, kin.a, kin.b))


def _named(story: Story, sentences: pd.DataFrame, codebook: Codebook) -> dict[str, Happening]:
    """The events of the codebook that a passage tells, by their ids."""
    if not codebook.events:
        return {}
    by_sentence: dict[str, list[int]] = {}
    for place, mention in enumerate(story.mentions):
        by_sentence.setdefault(mention.sentence, []).append(place)
    texts = [(row.start, searchable(row.quote), by_sentence[row.sentence_id]) for row in sentences.itertuples()
             if row.sentence_id in by_sentence]
    found = {}
    for event in codebook.events:
        places = {_teller(story.mentions, tellers, start + match.start(), start + match.end())
                  for pattern in event.patterns for start, text, tellers in texts
                  if (match := pattern.regex.search(text))}
        if places:
            found[event.id] = unite(story.mentions, story.days, sorted(places))
            found[event.id].name, found[event.id].identity = event.label, content_id("e", "codebook", event.id)
    return found


def _teller(mentions: list[Mention], places: list[int], start: int, end: int) -> int:
    """Which of the mentions of one sentence holds most of the matched words; what none holds is the first one's."""
    shared = [max(0, min(end, mentions[place].clause[1]) - max(start, mentions[place].clause[0])) for place in places]
    shared[0] += end - start - sum(shared)
    return places[shared.index(max(shared))]


def _printed(story: Story, publication: pd.DataFrame) -> list[Happening]:
    """The publication of each article whose text or metadata state its day in words that can be shown."""
    found = []
    stated = publication[publication["basis"].isin(("metadata", "dateline"))]
    printed: dict[str, list[int]] = {}
    for place, mention in enumerate(story.mentions):
        if mention.role in IMPRINT and mention.timings:
            printed.setdefault(mention.article, []).append(place)
    for article in stated["article_id"]:
        if places := printed.get(article):
            found.append(unite(story.mentions, story.days, places))
            found[-1].name = f"{story.labels[article]} was published"
            found[-1].identity = content_id("e", "published", article)
    return found


def _ordered(mentions: list[Mention], happenings: list[Happening]) -> list[Happening]:
    """Passages without a date that a sentence puts before or after a dated happening."""
    home = {place: happening for happening in happenings for place in happening.places}
    found = []
    for place, mention in enumerate(mentions):
        partner = place + mention.partner
        if mention.order and (place in home) != (partner in home):
            known, other = (place, partner) if place in home else (partner, place)
            if home[known].dated and _is_happening(mentions[other]):
                found.append(Happening([], [other]))
                home[other] = found[-1]
    return found


def _is_happening(mention: Mention) -> bool:
    return len(mention.words) >= 4 and direction(mention) == PAST and any(map(is_act, mention.words))


def _codebook_edges(named: dict[str, Happening], codebook: Codebook) -> list[Edge]:
    edges = []
    for event in codebook.events:
        for other in event.after:
            if event.id in named and other in named:
                edges.append((named[event.id], named[other]))
        for other in event.before:
            if event.id in named and other in named:
                edges.append((named[other], named[event.id]))
    return [Edge(later, earlier, f"the codebook puts “{later.name}” after “{earlier.name}”")
            for later, earlier in edges]
