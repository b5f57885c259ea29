"""How is a difference between a few passages put as a question, and with what stance does a passage speak?

A question is made of the articles' own words: what is counted and what was done with it, the clause that is dated, the
noun that the differing words are said of, or else the weightiest stretch of words that two passages share, and the
readings themselves. Stances come from `lexicons/stances.tsv`. Not found: a question as a person would phrase it where
the passages share no stretch of words.
"""

import functools
import re

from crosscheck.comparing.differences_edits import CALENDAR
from crosscheck.comparing.differences_passage import BREAKS, Passage
from crosscheck.comparing.question_values import same_value
from crosscheck.comparing.rows import Row
from crosscheck.lexicon import load
from crosscheck.numbers import CURRENCIES
from crosscheck.wording import FUNCTION_WORDS, plain_words

ASKS = {
    "number": "How many", "date": "When", "antonym": "Which of two opposites", "negation": "Yes or no",
    "scope": "How far does it reach", "stage": "How far along", "modality": "How sure", "actor": "Who",
    "source": "On whose word", "quote": "Which words were said", "term": "Which word", "wording": "How is it put",
    "correction": "What was corrected", "update": "What is the latest",
}
NOTED = {"cause": "Why", "called": "What is it called", "headline": "How does the headline put it",
         "list": "Which ones", "age": "How old", "part": "How many of how many", "vote": "How was the vote",
         "hour": "At what hour", "office": "What is the office", "piece": "What was said",
         "cases": "In which cases", "described": "How are they described",
         "reach": "How far back does it reach", "class of people": "For whom", "agent left out": "Who did it",
         "share": "How much of it", "extent": "How far", "duration": "For how long", "novelty": "How new",
         "openness": "How open",
         "outlook": "How good", "severity": "How grave", "speed": "How fast", "will": "How binding",
         "certainty": "How certain", "declined / unanswered": "What was answered",
         "unanswered / declined": "What was answered", "declined / uncommented": "What was answered",
         "uncommented / declined": "What was answered", "unanswered / uncommented": "What was answered",
         "uncommented / unanswered": "What was answered"}
DIFFER = {
    "number": "give different numbers", "date": "give different times", "antonym": "use opposite words",
    "negation": "differ in what they deny", "scope": "differ in a word that limits or widens",
    "stage": "differ in how far the matter has come", "modality": "differ in how sure they are",
    "actor": "name different actors", "source": "rest on different sources", "quote": "give quoted words differently",
    "term": "use different words at the same place", "correction": "differ, and one passage corrects",
    "update": "give counts that move with the days", "precision": "agree, some more exactly than others",
    "wording": "put a related matter in different words",
}
LONGEST_TOPIC = 6    # words
LONGEST_CLAUSE = 9   # words
LONGEST_SHOWN = 80   # characters of a value inside a question
MONEY = frozenset(CURRENCIES.values())
_DONE = re.compile(r"\s(?:(?:who|that|which|have|has|had|may|might|could|be|been|were|was|are|is)\s){1,5}"
                   r"(?P<verb>[a-z]{2,18}(?:ed|en|wn|lt|ght))\b")
_NAMED = re.compile(r"\s(?P<name>(?:[A-Z][\w.'’-]{0,25}\s){1,3}[A-Z][\w-]{1,25})")
_NAMED_BEFORE = re.compile(r"(?P<name>(?:[A-Z][\w.'’-]{0,25}\s){1,3}[A-Z][\w-]{1,25}), [^,]{0,30}$")
_PASSIVE = re.compile(r"\b(?:be|been|were|was|are|is)\b")
_DID = re.compile(r"\b(?P<verb>[a-z]{2,18}ed)\s(?:[a-z]{2,8}\s){0,2}$")


def stance(passage: Passage, attributed: bool) -> str:
    """How a passage puts what it says: `corrects`, `denies`, `doubts`, `reports` or `asserts`."""
    return _marked_stance(passage.low) or ("reports" if attributed else "asserts")


@functools.lru_cache(maxsize=65536)
def _marked_stance(low: str) -> str | None:
    return next((rule.label for rule in load("stances") if rule.regex.search(low)), None)


def question_text(kind: str, row: Row, passages: list[Passage], values: list[str], weights: dict[str, float]) -> str:
    """A short question: what is asked, about what, and the readings.

    `passages` and `values` are those of the members of `row`, in order.
    """
    spans = [span for _, span in row.members]
    head = _head(passages[0], spans[0]) if kind == "antonym" else ""
    if head:
        return f"{either(values)} {head}?"
    asked = _asked(kind, row, passages, spans)
    if asked is None:
        about = _person(passages[0], spans[0]) if "office" in row.notes else topic(passages, spans, weights)
        note = next((NOTED[note] for note in row.notes if note in NOTED), ASKS[kind])
        if row.kind == "number" and row.notes[0] not in NOTED:
            note = _quantity(row, passages, spans)
        asked = f"{note} ({about})" if about else note
    return f"{asked}: {either(values)}?"


def _asked(kind: str, row: Row, passages: list[Passage], spans: list[tuple[int, int]]) -> str | None:
    """The words before the readings, where a rule makes a sentence of them."""
    if kind in ("number", "update", "correction") and row.kind == "number":
        return _counted(row, passages, spans)
    if kind == "date":
        return next(filter(None, map(_dated, passages, spans)), None)
    return None


def _counted(row: Row, passages: list[Passage], spans: list[tuple[int, int]]) -> str | None:
    unit = row.notes[0] if row.notes else ""
    if unit in MONEY or "%" in unit or "/" in unit:
        return None
    nouns = filter(None, map(_noun, passages, spans))
    noun = min(nouns, key=lambda words: (len(words.split()), len(words), words), default="")
    verb = next(filter(None, map(_verb, passages, spans)), "")
    return f"How many {noun} {verb}" if noun and verb else None


def _quantity(row: Row, passages: list[Passage], spans: list[tuple[int, int]]) -> str:
    """`How many` with what is counted, or `How much`."""
    if row.notes[0] in MONEY:
        return "How much"
    nouns = sorted(filter(None, map(_noun, passages, spans)), key=lambda words: (len(words.split()), len(words), words))
    return f"How many {nouns[0]}" if nouns else "What share" if row.notes[0] == "%" else "How many"


def _noun(passage: Passage, span: tuple[int, int]) -> str:
    """What is counted, in the passage's words, if it is a plural."""
    words = [passage.text[start:end] for (start, end), root in zip(passage.spans, passage.stems, strict=True)
             if span[0] <= start < span[1] and root and not any(char.isdigit() for char in root)]
    kept = [word for word in words if word.lower() not in _QUANTITIES]
    plural = kept and (kept[-1].lower().rstrip("'’").endswith("s") or kept[-1].lower() in ("people", "men", "women"))
    return kept[-1].strip("'’") if plural else ""


_QUANTITIES = frozenset("""million billion thousand hundred dozen tens hundreds thousands millions billions trillion
nearly almost approximately estimated roughly least total dozens several lakh crore""".split())


def _verb(passage: Passage, span: tuple[int, int]) -> str:
    """What was done with what is counted, or what they did: `were affected`, `have filed`."""
    after = _DONE.match(passage.low, span[1])
    before = None if after else _DID.search(passage.low[max(0, span[0] - 40):span[0]])
    found = (after or before)["verb"] if after or before else ""
    did = after and not _PASSIVE.search(after.group())
    return "" if not found or found in _NO_PARTICIPLE else f"{'have' if did else 'were'} {found}"


_NO_PARTICIPLE = frozenset("""dropped died said reported increased decreased been risen fallen reached included added
estimated needed wanted faced lived worked then when seen given taken open""".split())


def _dated(passage: Passage, span: tuple[int, int]) -> str | None:
    """`When was it that` with the clause before the day, if it has a verb of the past and a subject."""
    last = max((i for i, (_, end) in enumerate(passage.spans) if end <= span[0]), default=-1)
    first = last
    while first > 0 and passage.clauses[first - 1] == passage.clauses[last] and last - first < LONGEST_CLAUSE:
        first -= 1
    words = [passage.low[slice(*each)] for each in passage.spans[first:last + 1]]
    while words and words[0] in BREAKS:
        words, first = words[1:], first + 1
    while words and words[-1] in FUNCTION_WORDS | {"late", "early", "last"}:
        words, last = words[:-1], last - 1
    past = any(word.endswith("ed") or word in plain_words("inflections") for word in words[1:])
    if not past or len(words) < 3 or first and passage.clauses[first - 1] == passage.clauses[first]:
        return None
    start, end = passage.spans[first][0], passage.spans[last][1]
    return f"When was it that {_lowered(passage, first, ' '.join(passage.text[start:end].split()))}"


def _lowered(passage: Passage, word: int, text: str) -> str:
    """The text without the capital of a sentence's first word, unless the word is a name."""
    plain = word == 0 and passage.low[slice(*passage.spans[0])] in FUNCTION_WORDS
    return text[0].lower() + text[1:] if plain else text


def _head(passage: Passage, span: tuple[int, int]) -> str:
    """The nouns right behind the differing words."""
    first = next((i for i, (start, _) in enumerate(passage.spans) if start >= span[1]), len(passage.spans))
    last = first
    while last < min(first + 3, len(passage.spans)) and passage.stems[last] and (
            last == first or passage.low[passage.spans[last - 1][1]:passage.spans[last][0]].isspace()):
        last += 1
    if last == first or passage.low[span[1]:passage.spans[first][0]].strip():
        return ""
    return passage.text[passage.spans[first][0]:passage.spans[last - 1][1]]


def _person(passage: Passage, span: tuple[int, int]) -> str:
    """The name right behind an office, or before one that stands between commas."""
    match = _NAMED.match(passage.text, span[1]) or _NAMED_BEFORE.search(passage.text, 0, span[0])
    return match["name"] if match else ""


def topic(passages: list[Passage], spans: list[tuple[int, int]], weights: dict[str, float]) -> str:
    """The weightiest stretch of words inside one clause whose content words another of the passages has too.

    The differing words at `spans` are no part of it.
    """
    best, best_weight = "", 0.0
    for place, passage in enumerate(passages):
        shared = frozenset().union(*(other.content for other in passages[:place] + passages[place + 1:])) - CALENDAR
        for first, last in _stretches(passage, spans[place], shared):
            weight = sum(weights.get(root, 0.0) for root in dict.fromkeys(passage.stems[first:last]) if root)
            if weight > best_weight + 1e-9:
                best_weight = weight
                best = passage.text[passage.spans[first][0]:passage.spans[last - 1][1]]
    return re.sub(r"['’]s$", "", re.sub(r'["“”]', "", " ".join(best.split())))


def _stretches(passage: Passage, span: tuple[int, int], shared: frozenset[str]) -> list[tuple[int, int]]:
    """Runs of words, each shared or small, cut to start and end with a shared one."""
    found, run = [], []
    for i, (start, end) in enumerate([*passage.spans, (0, 0)]):
        fits = i < len(passage.spans) and (passage.stems[i] in shared or not passage.stems[i]) and not (
            start < span[1] and span[0] < end) and (not run or passage.clauses[run[0]] == passage.clauses[i])
        if fits and len(run) < LONGEST_TOPIC:
            run.append(i)
            continue
        while run and not passage.stems[run[-1]]:
            run.pop()
        while run and not passage.stems[run[0]]:
            run.pop(0)
        if run:
            found.append((run[0], run[-1] + 1))
        run = [i] if i < len(passage.spans) and passage.stems[i] in shared and not (
            start < span[1] and span[0] < end) else []
    return found


def reasoning_text(kind: str, articles: int, passages: int, values: list[str]) -> str:
    """One sentence: how many passages of how many articles differ in what."""
    where = f"{articles} articles" if articles > 1 else "one article"
    return f"{passages} passages of {where} {DIFFER[kind]}: {either(values, 'and')}."


def either(values: list[str], word: str = "or") -> str:
    """The different values, each in quotation marks: `“a”, “b” or “c”`."""
    distinct = {same_value(value): value for value in reversed(values)}
    shown = list(dict.fromkeys(f"“{_short(value)}”" for value in reversed(distinct.values())))
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} {word} {shown[-1]}"


def _short(value: str) -> str:
    value = re.sub(r'["“”]', "", value).strip()
    if len(value) <= LONGEST_SHOWN:
        return value
    return value[:LONGEST_SHOWN].rsplit(" ", 1)[0] + " …"
