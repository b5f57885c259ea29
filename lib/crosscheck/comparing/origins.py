"""How many origins stand behind a reading, however many articles repeat it? A range, with the reasoning.

An article's origins for a reading are the ends of the chains that carry the reading's attribution, else of the chains
that its passage meets, else of the credits of the whole article and of what its first sentences rest on, if the passage
is about the same; failing those, the article says it in its own words. `most` takes every end of another name for
another origin, but an outlet that only hands on another end is none, and near copies, and passages without a source in
the same words, speak with one voice. `fewest` lets outlets and unnamed sources be the same voice, and counts only what
must be different: persons, organisations and documents that no single one covers. A remark to the same effect that was
taken back is named and not counted. Not seen: dependence that no article states and no wording shows.
"""

import functools
import re
from typing import NamedTuple

import pandas as pd

from crosscheck import tables
from crosscheck.comparing.citations import NOBODY, key, role_of
from crosscheck.comparing.credits import SHARED as SHARED_CREDITS
from crosscheck.comparing.sources import is_outlet
from crosscheck.lexicon import load
from crosscheck.text import fold
from crosscheck.wording import FUNCTION_WORDS, stem

RUN = 8             # words in a row that two passages share only if one has them from the other, or both from a third
SHARED = 2          # content words that a passage shares with the sentence that says what an article rests on
PRIMARY = ("person", "organisation", "document")
_ASIDE = re.compile(r", (?:an?|the) (?:[\w-]+ ){1,4}(?:that|which) ")     # the article's own remark on what was said
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class End(NamedTuple):
    """Where one chain ends, what it carries, and through whose hands it came."""

    start: int
    end: int
    name: str
    kind: str
    scope: str
    attributions: frozenset[str]
    through: frozenset[str]
    quote: str
    attributed: bool
    credit: bool
    shared: bool
    chain_id: str


class TakenBack(NamedTuple):
    """A remark that an article says was taken back: its article, attribution, speaker and word stems."""

    label: str
    attribution_id: str | None
    speaker: str
    words: frozenset[str]


class Folder(NamedTuple):
    """What every reading is held against: ends and taken-back remarks by article, labels, who copies whom, and the
    outlets of the articles by label."""

    ends: dict[str, list[End]]
    taken_back: list[TakenBack]
    labels: dict[str, str]
    copies: dict[str, str]
    outlets: dict[str, str]


def find_origins(chains: pd.DataFrame, questions: pd.DataFrame, readings: pd.DataFrame, articles: pd.DataFrame,
                 copies: pd.DataFrame) -> pd.DataFrame:
    """The table `origins`: a row for each reading of each question with readings, in the order of the questions."""
    labels = dict(zip(articles["article_id"], articles["label"], strict=True))
    outlets = {row.label: row.outlet for row in articles.itertuples() if isinstance(row.outlet, str)}
    folder = Folder(_ends(chains), _taken_back(chains, labels), labels, _one_voice(copies, labels), outlets)
    groups: dict[str, dict[str, list]] = {}
    for row in readings.itertuples():
        groups.setdefault(row.question_id, {}).setdefault(row.value, []).append(row)
    rows = [{"question_id": question_id, "value": value, **_range(value, given, folder)}
            for question_id in questions.sort_values("rank")["question_id"]
            for value, given in groups.get(question_id, {}).items()]
    return tables.check("origins", tables.frame("origins", rows))


def _ends(chains: pd.DataFrame) -> dict[str, list[End]]:
    """The ends of the chains of each article, in the order of its text."""
    links: dict[str, list] = {}
    for row in chains.sort_values("hop", kind="stable").itertuples():
        links.setdefault(row.chain_id, []).append(row)
    found: dict[str, list[End]] = {}
    for _, hops in sorted(links.items(), key=lambda item: (item[1][0].article_id, item[1][0].start, item[0])):
        if hops[-1].rule == NOBODY:     # the outlet before it is the last that has a name
            hops = hops[:-1]
        last = hops[-1]
        said = frozenset(hop.attribution_id for hop in hops if isinstance(hop.attribution_id, str))
        stated = last.rule.split(".")[0] in ("citing", "cited_by", "opening", "closing", "own", "credit")
        found.setdefault(last.article_id, []).append(End(
            last.start, last.end, last.cited, last.cited_type, last.scope, said,
            frozenset(key(hop.cited) for hop in hops[:-1]), last.quote, not stated,
            last.rule.startswith("credit"), last.rule in SHARED_CREDITS, last.chain_id))
    return found


def _taken_back(chains: pd.DataFrame, labels: dict[str, str]) -> list[TakenBack]:
    back = chains[chains["taken_back"].notna()]
    return [TakenBack(labels[row.article_id], row.attribution_id, row.cited, _stems(row.quote))
            for row in back.itertuples()]


def _one_voice(copies: pd.DataFrame, labels: dict[str, str]) -> dict[str, str]:
    """For each near copy the label of the article that it shares its voice with."""
    voice: dict[str, str] = {}
    for row in copies[copies["near_copy"]].itertuples():
        first, second = sorted((labels[row.article_id], labels[row.other_id]))
        voice[second] = voice.get(first, first)
    return voice


def _range(value: str, readings: list, folder: Folder) -> dict:
    """Articles, fewest, most, names and reasoning for the readings of one value."""
    voices: dict[str, list[End]] = {}
    for row in readings:
        voices.setdefault(folder.labels[row.article_id], []).extend(_chosen(row, folder.ends.get(row.article_id, [])))
    relays = frozenset(name for ends in voices.values() for end in ends for name in end.through)
    alike = _same_words([row for row in readings if not voices[folder.labels[row.article_id]]], folder.labels)
    one_voice = alike | folder.copies
    said = _as_cited({label: _names(label, ends, relays, one_voice) for label, ends in voices.items()}, folder.outlets)
    names = list(dict.fromkeys(name for own in said.values() for name, _ in own))
    primary = [{name for name, kind in own if kind in PRIMARY} for own in said.values()
               if all(kind in PRIMARY for _, kind in own)]
    fewest = min(max(1, _cover(primary)), len(names))
    back = _retracted(value, readings, folder)
    return {"articles": len(said), "fewest": fewest, "most": len(names), "origins": names,
            "retracted": list(back),
            "chains": list(dict.fromkeys(end.chain_id for ends in voices.values() for end in _counted(ends, relays))),
            "reasoning": _reason(said, fewest, names, back, folder.copies, alike)}


def _same_words(readings: list, labels: dict[str, str]) -> dict[str, str]:
    """For each article without a source whose passage repeats another's words, the label of that other."""
    first: dict[tuple, str] = {}
    found: dict[str, str] = {}
    for row in readings:
        words = _WORD.findall(fold(row.quote).lower())
        runs = [tuple(words[at:at + RUN]) for at in range(len(words) - RUN + 1)]
        label = labels[row.article_id]
        other = next((first[run] for run in runs if first.get(run, label) != label), None)
        if other is not None:
            found.setdefault(label, found.get(other, other))
        for run in runs:
            first.setdefault(run, label)
    return {label: other for label, other in found.items() if label != other}


def _chosen(reading, ends: list[End]) -> list[End]:
    """The ends behind one article's reading; none where the article says it in its own words."""
    return ([end for end in ends if reading.attribution_id in end.attributions and _carries(end, reading)]
            or [end for end in ends if end.scope == "claim" and end.start < reading.end and reading.start < end.end
                and _carries(end, reading)]
            or [end for end in ends if end.scope == "article" and _rests_on(reading, end)])


def _rests_on(reading, end: End) -> bool:
    """Whether a chain that carries the whole article stands behind a passage without a source of its own.

    A credit does; what the first sentences rest on does for passages about the same; nobody else does for silence.
    """
    if _is_response(reading.quote):
        return False
    return end.credit or len(_stems(end.quote) & _stems(reading.quote)) >= SHARED


@functools.lru_cache(maxsize=4096)
def _is_response(words: str) -> bool:
    """Whether words tell that somebody did not answer."""
    folded = fold(words)
    return any(rule.regex.search(folded) for rule in load("responses"))


def _carries(end: End, reading) -> bool:
    """Whether the words that matter stand in what the chain carries, and not in an aside of the article's own."""
    spans = [span for span in reading.value_spans if span[0] < end.end and end.start < span[1]]
    if not spans:
        return not (end.attributed and reading.value_spans)
    aside = _ASIDE.search(fold(end.quote)) if end.attributed and end.kind == "outlet" else None
    return aside is None or min(span[0] for span in spans) < end.start + aside.start()


def _names(label: str, ends: list[End], relays: frozenset[str], copies: dict[str, str]) -> list[tuple[str, str]]:
    """(name, kind) of one article's origins."""
    found = list(dict.fromkeys((_voice(end.name, copies.get(label, label)), end.kind)
                               for end in _counted(ends, relays)))
    shared = all(end.shared for end in ends)      # an agency had a hand in it, beside the outlet's own reporters
    return [*found, _own(copies.get(label, label))] if shared else found


def _as_cited(said: dict[str, list], outlets: dict[str, str]) -> dict[str, list]:
    """The origins, where the own words of an outlet that another article rests on are that outlet's, counted once."""
    cited = [name for own in said.values() for name, kind in own if kind == "outlet"]
    found = {}
    for label, own in said.items():
        outlet = outlets.get(label)
        same = next((name for name in cited if outlet and is_outlet(name, outlet)), None)
        found[label] = [(same, "outlet")] if same and own == [_own(label)] else own
    return found


def _counted(ends: list[End], relays: frozenset[str]) -> list[End]:
    """The ends that are origins; an outlet that only hands on another end is none, unless nobody else is left."""
    return [end for end in ends if end.kind != "outlet" or key(end.name) not in relays] or ends


def _voice(name: str, label: str) -> str:
    """The name under which an origin is counted: an unnamed one counts once an article, a spokesperson once in all."""
    role = role_of(name)
    if role == "spokesperson":
        return "a spokesperson"
    if role is not None:
        return f"{label}’s “{name}”"
    return name if key(name) else _own(label)[0]


def _own(label: str) -> tuple[str, str]:
    """The voice of an article that names no source."""
    return f"{label} in its own words", "unnamed"


def _cover(groups: list[set[str]]) -> int:
    """How many names it takes, greedily, until every group holds one of them."""
    count, left = 0, [group for group in groups if group]
    while left:
        best = max(sorted(set().union(*left)), key=lambda name: sum(name in group for group in left))
        left = [group for group in left if best not in group]
        count += 1
    return count


def _retracted(value: str, readings: list, folder: Folder) -> dict[str, list[str]]:
    """Speakers of a remark to the same effect that was taken back, with the articles that say so.

    An article that gives the reading itself counts only where the remark is its reading.
    """
    wanted = _stems(value)
    own = {folder.labels[row.article_id] for row in readings}
    said = {row.attribution_id for row in readings if isinstance(row.attribution_id, str)}
    found: dict[str, list[str]] = {}
    for remark in folder.taken_back:
        alike = wanted and wanted <= remark.words and remark.label not in own and any(
            remark.words & _stems(row.quote) - wanted for row in readings)
        if alike or remark.attribution_id in said:
            found.setdefault(remark.speaker, []).append(remark.label)
    return {speaker: list(dict.fromkeys(labels)) for speaker, labels in found.items()}


@functools.lru_cache(maxsize=4096)
def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _WORD.findall(fold(words).lower()) if word not in FUNCTION_WORDS)


def _reason(said: dict[str, list], fewest: int, names: list[str], back: dict[str, list[str]],
            copies: dict[str, str], alike: dict[str, str]) -> str:
    """The range in a sentence, who rests on what, and what makes origins fewer."""
    count = "One article gives" if len(said) == 1 else f"{len(said)} articles give"
    span = f"{fewest} to {len(names)} origins" if fewest != len(names) else (
        "one origin" if fewest == 1 else f"{fewest} origins")
    behind = {name: [label for label, own in said.items() if any(name == other for other, _ in own)] for name in names}
    listed = ", ".join(f"{name} ({_few(behind[name])})" if len(said) > 1 and _is_unsaid(name, behind[name]) else name
                       for name in names[:6])
    more = f" and {len(names) - 6} more" if len(names) > 6 else ""
    notes = [] if fewest == len(names) else [
        "The fewest takes outlets and unnamed sources for one voice where nothing says that they differ."]
    notes += [f"{label} is a near copy of {copies[label]}." for label in said if label in copies]
    notes += [f"{label} says it in the words of {alike[label]}." for label in said if label in alike]
    notes += [f"A remark of {speaker} to this effect was taken back ({_few(labels)}) and is not counted."
              for speaker, labels in back.items()]
    return " ".join([f"{count} this reading, resting on {span}: {listed}{more}.", *notes])


def _is_unsaid(name: str, labels: list[str]) -> bool:
    """Whether the name itself does not say which one article it comes from."""
    return len(labels) > 1 or not name.startswith(labels[0])


def _few(labels: list[str]) -> str:
    return ", ".join(labels[:4]) + (f" and {len(labels) - 4} more" if len(labels) > 4 else "")
