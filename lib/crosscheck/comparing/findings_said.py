"""Where do two passages give another cause, another name or another headline, or deny what the other tells?

A cause stands behind `because`, `due to` and the like; what a thing is called behind `called`, `described as` and
`as a`. Both count when the passages share the words before it. A denied verb counts when the other passage has it
plainly, of the same thing. Headlines of different articles that share rare words
are set side by side whole. Not found: causes told in a sentence of their own.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from crosscheck.comparing.alignment import Passages, alike
from crosscheck.comparing.differences_passage import Mark, Passage
from crosscheck.comparing.findings import Finding, near_pairs, turned_round, weight_of, with_verb, word_at
from crosscheck.comparing.slots import words_of
from crosscheck.wording import plain_words, stem

CAUSED, CALLED, DENIED, DOUBTED, HEADED = 0.55, 0.55, 0.45, 0.45, 0.4
NEAR, NEAR_DENIALS, NEAR_DOUBTS, NEAR_HEADLINES = 0.12, 0.18, 0.12, 0.25
SHARED = 2           # content words before the cue that both passages have
HALF = 0.4           # of the weight of the words before the cue
LONGEST = 12         # words of a cause or a name
LONGEST_HEADLINE = 18
CAUSE = re.compile(r"\b(?:because(?: of)?|due to|owing to|in response to|citing|on account of|as a result of|blamed on|"
                   r"over (?=(?:concern|fear|alleg|claim|accus|worr|disput|disagree|safety|security)))"
                   r"\b")
_CALLING = (r"(?:singled out|call(?:s|ed|ing)|describ(?:es?|ed|ing)|label(?:s|l?ed)|brand(?:s|ed)|denounc(?:es?|ed)|"
            r"hail(?:s|ed)|see(?:s|n)|regard(?:s|ed)|known|criticis(?:es?|ed|m)|criticiz(?:es?|ed)|dismiss(?:es|ed)|"
            r"portray(?:s|ed)|condemn(?:s|ed)|prais(?:es?|ed)|act(?:s|ed)|serv(?:es?|ed)|character[iz]{2}(?:es?|ed)|"
            r"referred to)")
NAME = re.compile(rf"\b(?:{_CALLING}\b[^.;:,\n]{{0,60}}? as|(?:called|dubbed|branded|labell?ed|deemed|termed)"
                  r"(?: it| him| her| them| this| that)?) (?=an? )")
NEED_VERB = frozenset("""do does did don't doesn't didn't will would shall should can could may might must won't
wouldn't can't couldn't cannot to""".split())
DOUBT = re.compile(r"\b(?:unclear|unknown|uncertain|unconfirmed|remains? to be seen|"
                   r"not (?:yet |immediately |entirely |fully )?(?:clear|known|certain))\b"
                   r"(?: (?:whether|if|that|how|what|when|who|why))?")
LIGHT = frozenset(map(stem, """know think believe say tell want provide make get give take go come see look find use
need seem appear feel hope expect try keep let put mean ask known""".split()))
BEING = frozenset("be been being is are was were".split())
OUGHT = frozenset("should must ought let needs need".split())
URGED = ("ask", "urg", "requir", "order", "tell", "told", "recommend", "encourag", "want", "advis", "beg", "have",
         "remind", "call", "forc", "need", "hop", "expect", "plan", "instruct", "direct", "appeal")
ENDING = frozenset("which who but while because when after before as although though since so if until".split())


class Told(NamedTuple):
    """What a cue brings: where it stands, its content words, and the content words before the cue."""

    span: tuple[int, int]
    words: frozenset[str]
    before: frozenset[str]


def cause_differences(passages: Passages) -> Iterator[Finding]:
    """Different causes of one thing in different passages."""
    yield from _told_differences(passages, CAUSE, "wording", CAUSED, "cause")


def name_differences(passages: Passages) -> Iterator[Finding]:
    """Different things that one thing is called."""
    yield from _told_differences(passages, NAME, "term", CALLED, "called")


def _told_differences(passages: Passages, cue: re.Pattern, kind: str, base: float, note: str) -> Iterator[Finding]:
    told = [_told(parsed, cue) for parsed in passages.parsed]
    for one, other, near in near_pairs(passages, NEAR):
        for x in told[one] if passages.articles[one] != passages.articles[other] else ():
            for y in told[other]:
                shared = weight_of(passages, x.before & y.before)
                least = min(weight_of(passages, x.before), weight_of(passages, y.before))
                alike = 2 * len(x.words & y.words) > min(len(x.words), len(y.words))
                if len(x.before & y.before) >= SHARED and shared >= HALF * least and not alike:
                    yield Finding(base + near, kind, one, x.span, other, y.span, note)


def _told(passage: Passage, cue: re.Pattern) -> list[Told]:
    found = []
    for match in cue.finditer(passage.low):
        first = word_at(passage, match.end())
        if match.end() >= len(passage.low) or passage.low.endswith("such as ", 0, match.end()):
            continue
        last = first
        while last < min(first + LONGEST, len(passage.spans)) and (
                last == first or _goes_on(passage, last)):
            last += 1
        while last > first + 1 and not passage.stems[last - 1]:
            last -= 1
        words = frozenset(passage.stems[first:last]) - {""}
        if words:
            found.append(Told(words_of(passage, first, last), words, frozenset(passage.stems[:first]) - {""}))
    return found


def _goes_on(passage: Passage, word: int) -> bool:
    """No punctuation and no new clause before the word."""
    gap = passage.low[passage.spans[word - 1][1]:passage.spans[word][0]]
    return gap.isspace() and passage.low[slice(*passage.spans[word])] not in ENDING


def denial_differences(passages: Passages) -> Iterator[Finding]:
    """A verb denied in one passage and told plainly in the other, of the same thing."""
    for one, other, near in near_pairs(passages, NEAR_DENIALS):
        for a, b, turned in ((one, other, False), (other, one, True)):
            denied, plain = passages.parsed[a], passages.parsed[b]
            if plain.negations or "?" in plain.low + denied.low or passages.articles[a] == passages.articles[b]:
                continue
            for mark in denied.negations:
                verb = _denied_verb(denied, mark) if mark.label == "plain" else None
                place = _told_plainly(denied, verb, plain) if verb is not None else None
                if place is not None:
                    x = mark.start, denied.spans[verb][1]
                    spans = with_verb(denied, x), with_verb(plain, plain.spans[place])
                    spans = spans[::-1] if turned else spans
                    yield Finding(DENIED + near, "negation", one, spans[0], other, spans[1], "denied")


def _denied_verb(passage: Passage, mark: Mark) -> int | None:
    """The first content word behind a negation in its clause that is no adverb and no name."""
    for i in range(mark.word + 1, min(mark.word + 6, len(passage.spans))):
        if passage.clauses[i] != passage.clauses[mark.word]:
            return None
        if passage.stems[i] and not passage.low[slice(*passage.spans[i])].endswith("ly"):
            return None if passage.capitals[i] or passage.stems[i] in LIGHT else i
    return None


def _told_plainly(denied: Passage, verb: int, plain: Passage) -> int | None:
    """Where the other passage has the verb, as a verb, with one of the next content words behind it."""
    place = plain.place.get(denied.stems[verb])
    if place is None or not (_is_verb(plain, place) and _is_verb(denied, verb)) or turned_round(plain, place) \
            or _is_wanted(plain, place):
        return None
    objects = [root for i, root in enumerate(denied.stems[verb + 1:verb + 6], start=verb + 1)
               if root and not denied.capitals[i]][:3]
    if _is_passive(denied, verb):
        objects += [root for i, root in enumerate(denied.stems[:verb]) if root and not denied.capitals[i]
                    and denied.clauses[i] == denied.clauses[verb]]
    behind = set(plain.stems[place + 1:place + 7]) - {""}
    if _is_passive(plain, place):
        behind |= {root for root, clause in zip(plain.stems[:place], plain.clauses, strict=False)
                   if root and clause == plain.clauses[place]}
    return place if behind & set(objects) else None


def _is_passive(passage: Passage, word: int) -> bool:
    """A form of `be` stands before the verb, which is a participle."""
    before = {passage.low[slice(*span)] for span in passage.spans[max(0, word - 3):word]}
    return bool(before & BEING) and not passage.low[slice(*passage.spans[word])].endswith("ing")


def _is_wanted(passage: Passage, word: int) -> bool:
    """What somebody is asked to do, or an act without an actor: `urged to wear`, `must wear`, `wearing masks`."""
    low = [passage.low[slice(*span)] for span in passage.spans[max(0, word - 6):word]]
    if passage.low[slice(*passage.spans[word])].endswith("ing") and not BEING.intersection(low[-3:]):
        return True
    return bool(OUGHT.intersection(low[-3:])) or "to" in low[-2:] and any(each.startswith(URGED) for each in low)


def _is_verb(passage: Passage, word: int) -> bool:
    """A word with the form of a past, or behind an auxiliary that needs a verb."""
    low = passage.low[slice(*passage.spans[word])]
    before = {passage.low[slice(*span)] for span in passage.spans[max(0, word - 2):word]}
    return low.endswith(("ed", "ing")) or low in plain_words("inflections") or bool(before & NEED_VERB)


def doubt_differences(passages: Passages) -> Iterator[Finding]:
    """What one passage says is not clear, and another tells plainly."""
    doubts = [_doubt(parsed) for parsed in passages.parsed]
    for one, other, near in near_pairs(passages, NEAR_DOUBTS):
        for a, b, turned in ((one, other, False), (other, one, True)):
            x, plain = doubts[a], passages.parsed[b]
            if x is None or doubts[b] or passages.articles[a] == passages.articles[b]:
                continue
            shared = x.words & plain.content
            if len(shared) >= min(3, len(x.words)) and weight_of(passages, shared) >= HALF * weight_of(
                    passages, x.words):
                y = _about(plain, shared)
                spans = (y, x.span) if turned else (x.span, y)
                yield Finding(DOUBTED + near, "modality", one, spans[0], other, spans[1], "doubt")


def _doubt(passage: Passage) -> Told | None:
    match = DOUBT.search(passage.low)
    if match is None or match.end() >= len(passage.low):
        return None
    first, cue = word_at(passage, match.end()), word_at(passage, match.start())
    last = min(first + LONGEST, len(passage.spans))
    words = frozenset(passage.stems[first:last]) - {""}
    return Told(words_of(passage, cue, last), words, frozenset()) if words else None


def _about(passage: Passage, shared: frozenset[str]) -> tuple[int, int]:
    """From the first to the last shared word, up to twelve words."""
    first = min(passage.place[root] for root in shared)
    last = max(place for place in (passage.place[root] for root in shared) if place < first + LONGEST)
    return words_of(passage, first, last + 1)


def headline_differences(passages: Passages) -> Iterator[Finding]:
    """The headlines of two articles on one matter, whole."""
    heads = [one for one, parsed in enumerate(passages.parsed)
             if passages.order[one] == 0 and len(parsed.spans) <= LONGEST_HEADLINE]
    for one, other, near in alike(passages, heads, NEAR_HEADLINES):
        a, b = passages.parsed[one], passages.parsed[other]
        if passages.articles[one] != passages.articles[other] and a.content - b.content and b.content - a.content:
            spans = [words_of(parsed, 0, len(parsed.spans)) for parsed in (a, b)]
            yield Finding(HEADED + near, "wording", one, spans[0], other, spans[1], "headline")
