"""Which words stand where in a text, of which closed class, in which sentence, inside or outside quotation marks?

The text is cut once into tokens; a quotation counts as one token of its sentence, so that a sentence which quotes three
sentences stays one. Word classes come from `lexicons/word_classes.tsv`, cue verbs from `lexicons/cue_verbs.tsv`; open
classes (nouns, adjectives, most verbs) are not told apart.
"""

import functools
import re
from typing import NamedTuple

from crosscheck import lexicon
from crosscheck.quotations import Quotation, find_quotations
from crosscheck.text import fold

TOKEN = re.compile(r"[^\W_]+(?:[.'&@_/-]+[^\W_]+)*|\n+|\.\.\.|--+|``|''|<[^<>\n]{1,400}>|[^\s]")
(DET, PRONOUN, RELATIVE, PREPOSITION, COORDINATOR, SUBORDINATOR, AUXILIARY, MODAL, NEGATION, ADVERB, TIME, TIMENOUN,
 FINITE, CUE, QUOTE, COMMA, STOP, OPEN, CLOSE, DASH, COLON, CAPITAL, NUMBER, BREAK, PAST, OBJECT, ABBREVIATION) = (
    1 << n for n in range(27))
_CLASSES = {"abbreviation": ABBREVIATION, "adverb": ADVERB, "auxiliary": AUXILIARY, "coordinator": COORDINATOR,
            "det": DET, "finite": FINITE, "modal": MODAL, "negation": NEGATION, "object": OBJECT,
            "preposition": PREPOSITION, "pronoun": PRONOUN, "relative": RELATIVE, "subordinator": SUBORDINATOR,
            "time": TIME, "timenoun": TIMENOUN}
_PUNCTUATION = {",": COMMA, ";": STOP, ".": STOP, "!": STOP, "?": STOP, "(": OPEN, "[": OPEN, ")": CLOSE, "]": CLOSE,
                "-": DASH, "--": DASH, ":": COLON, "...": DASH}
PUNCTUATION = COMMA | STOP | OPEN | CLOSE | DASH | COLON | BREAK
VERBAL = AUXILIARY | MODAL | FINITE
_DAYS = frozenset(("today", "yesterday", "tomorrow", "tonight"))
_NEW_CLAUSE = frozenset("that he she they it we i there".split())
_NO_ADVERBS = frozenset("""ally anomaly assembly belly bully butterfly comply family fly imply jelly lily monopoly
 multiply rally rely reply supply tally""".split())
LONGEST = 120       # tokens of a sentence; a longer one is cut, so that time stays linear
WRAPPED = 0.5       # a text is hard-wrapped if more than this part of its lines ends without punctuation


class Verb(NamedTuple):
    """One form of a cue verb: its lemma, `base`, `third`, `ing` or `past`, and the frames it allows."""

    lemma: str
    form: str
    frames: frozenset[str]


@functools.cache
def cue_verbs() -> dict[str, Verb]:
    """Every form of every cue verb in lower case."""
    verbs: dict[str, Verb] = {}
    for rule in lexicon.load("cue_verbs"):
        forms = rule.pattern.removeprefix(r"\b(?:").removesuffix(r")\b").split("|")
        frames = frozenset(rule.label.split())
        for form in forms:
            verbs.setdefault(form, Verb(rule.rule_id.removeprefix("cue-"), _form(form, forms[0]), frames))
    return verbs


def _form(form: str, base: str) -> str:
    if form.endswith("ing") and form != "sing":
        return "ing"
    if form == base and not form.endswith("ed"):
        return "base"
    return "third" if form.endswith("s") else "past"


@functools.cache
def _word_classes() -> dict[str, int]:
    classes: dict[str, int] = dict(_PUNCTUATION)
    for rule in lexicon.load("word_classes"):
        for word in rule.pattern.removeprefix(r"(?<!\S)(?:").removesuffix(r")(?!\S)").split("|"):
            classes[word] = classes.get(word, 0) | _CLASSES[rule.label]
    for form, verb in cue_verbs().items():
        classes[form] = classes.get(form, 0) | CUE | (PAST if verb.form == "past" else 0)
    return classes


class Tokens(NamedTuple):
    """The tokens of one text as parallel lists; a quotation is one token of class QUOTE with its `quote` filled."""

    text: str
    folded: str
    start: list[int]
    end: list[int]
    lower: list[str]
    flags: list[int]
    quote: dict[int, Quotation]
    units: list[tuple[int, int]]     # sentences as token ranges


def read_tokens(text: str) -> Tokens:
    """All tokens of `text` outside quotations, and one token for each quotation, cut into sentences."""
    folded = fold(text)
    return _cut(text, folded, find_quotations(text, folded), 0, len(text))


def _cut(text: str, folded: str, quotations: list[Quotation], begin: int, stop: int) -> Tokens:
    tokens = Tokens(text, folded, [], [], [], [], {}, [])
    at = begin
    for quotation in quotations:
        _add_words(tokens, at, quotation.start)
        tokens.quote[len(tokens.start)] = quotation
        tokens.start.append(quotation.start)
        tokens.end.append(quotation.end)
        tokens.lower.append('"')
        tokens.flags.append(QUOTE)
        at = quotation.end
    _add_words(tokens, at, stop)
    tokens.units.extend(_units(tokens, _is_wrapped(folded)))
    return tokens


def _add_words(tokens: Tokens, begin: int, stop: int) -> None:
    classes = _word_classes()
    start, end, lower, flags = tokens.start, tokens.end, tokens.lower, tokens.flags
    for match in TOKEN.finditer(tokens.folded, begin, stop):
        word = match.group()
        small = word.lower()
        flag = classes.get(small)
        if flag is None:
            flag = _open_class(word, small)
        elif word == "." and flags and flags[-1] & ABBREVIATION and end[-1] == match.start():
            end[-1] += 1
            continue
        if word[0] != small[0]:
            flag = flag & ~MODAL | CAPITAL if flag & TIME else flag | CAPITAL
            if len(word) == 1 and word != "I":
                flag |= ABBREVIATION
        elif flag & TIME and small not in _DAYS:
            flag ^= TIME
        start.append(match.start())
        end.append(match.end())
        lower.append(small)
        flags.append(flag)


def _open_class(word: str, small: str) -> int:
    first = word[0]
    if first == "\n" or first == "<" and len(word) > 1:
        return BREAK
    if first.isdigit():
        return NUMBER
    if word != small:
        return 0
    if small.endswith("ly") and small not in _NO_ADVERBS:
        return ADVERB
    return PAST if small.endswith("ed") and len(small) > 4 else 0


def _is_wrapped(folded: str) -> bool:
    """Whether lines of even length break inside sentences, as in plain-text mail."""
    lines = [line for line in folded[:20000].split("\n") if line.strip()]
    if len(lines) < 8:
        return False
    open_ended = sum(1 for line in lines if 40 < len(line) < 100 and line.rstrip()[-1] not in ".!?:;\")'")
    return open_ended > WRAPPED * len(lines)


def _units(tokens: Tokens, wrapped: bool) -> list[tuple[int, int]]:
    """Sentences as ranges of tokens: cut after . ! ? and at line ends, not after an abbreviation."""
    units = []
    first = 0
    lower, flags = tokens.lower, tokens.flags
    last = len(lower)
    for i in range(last):
        flag = flags[i]
        if flag & BREAK:
            if lower[i][0] == "<" or first == i or _line_ends(tokens, i, wrapped):
                units.append((first, i))
                first = i + 1
        elif flag & STOP and lower[i] != ";":
            if i + 1 == last or flags[i + 1] & BREAK or _sentence_ends(tokens, i):
                units.append((first, i + 1))
                first = i + 1
        elif flag & QUOTE:
            if i + 1 < last and _quote_ends_sentence(tokens, i):
                units.append((first, i + 1))
                first = i + 1
        elif flag & ABBREVIATION and i + 1 < last and _abbreviation_ends(tokens, i):
            units.append((first, i + 1))
            first = i + 1
    units.append((first, last))
    return [(a, min(a + LONGEST, stop)) for begin, stop in units for a in range(begin, stop, LONGEST)]


def _line_ends(tokens: Tokens, i: int, wrapped: bool) -> bool:
    if i + 1 < len(tokens.lower) and tokens.flags[i - 1] & COLON and tokens.flags[i + 1] & QUOTE:
        return False
    if len(tokens.lower[i]) > 1 or i + 1 >= len(tokens.lower):
        return True
    before = tokens.flags[i - 1]
    if before & (STOP | COLON | QUOTE):
        return True
    if before & (ABBREVIATION | COMMA | PREPOSITION | DET) and not tokens.flags[i + 1] & (DASH | PUNCTUATION):
        return False
    return not wrapped


def _sentence_ends(tokens: Tokens, i: int) -> bool:
    following = tokens.flags[i + 1]
    if tokens.end[i] == tokens.start[i + 1]:
        return bool(following & (QUOTE | CAPITAL) and not following & PUNCTUATION)
    if tokens.lower[i] == ".":
        return bool(following & (CAPITAL | QUOTE | NUMBER | OPEN | DASH) or tokens.lower[i + 1] in ("i", "•", "@"))
    return bool(following & (CAPITAL | QUOTE | NUMBER))


def _abbreviation_ends(tokens: Tokens, i: int) -> bool:
    """Whether a sentence ends with "U.S." or "p.m.": a word that opens sentences follows with a capital."""
    if tokens.flags[i + 1] & QUOTE:
        quotation = tokens.quote[i + 1]
        return tokens.folded.count(" ", quotation.start, quotation.end) > 3
    if tokens.folded[tokens.end[i] - 1] != ".":
        return False
    if "." not in tokens.lower[i] and tokens.lower[i] not in ("inc", "jr", "etc"):
        return False
    following = tokens.flags[i + 1]
    return bool(following & CAPITAL and following & (DET | PRONOUN | SUBORDINATOR | PREPOSITION | COORDINATOR))


def _quote_ends_sentence(tokens: Tokens, i: int) -> bool:
    """Whether the sentence ends with the quotation: full stop inside, and no cue after it."""
    quotation = tokens.quote[i]
    if not quotation.closed:
        return True
    inner = tokens.folded[quotation.inner_start:quotation.inner_end].rstrip(" '")
    if not inner or inner[-1] not in ".!?" or inner.endswith("..."):
        return False
    if not tokens.flags[i + 1] & (CAPITAL | QUOTE | NUMBER | DASH | OPEN):
        return False
    return not _cue_follows(tokens, i + 1, inner[-1] == ".")


def _cue_follows(tokens: Tokens, i: int, strict: bool) -> bool:
    """Whether a short name and a verb of saying that closes its clause begin at token `i`."""
    verbs = cue_verbs()
    for j in range(i, min(i + 8, len(tokens.lower) - 1)):
        flag = tokens.flags[j]
        if flag & CUE and j > i and "quote" in verbs[tokens.lower[j]].frames and verbs[tokens.lower[j]].form != "base":
            following = tokens.flags[j + 1]
            if strict or following & (STOP | BREAK):
                return bool(following & (STOP | BREAK))
            return not any(tokens.flags[k] & (QUOTE | COLON) or tokens.lower[k] in _NEW_CLAUSE
                           for k in range(j + 1, min(j + 8, len(tokens.lower))))
        if flag & (PUNCTUATION | QUOTE | VERBAL | PREPOSITION):
            return False
    return False


def is_title(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether most longer words of a sentence begin with a capital, as in a headline."""
    long = [i for i in range(first, stop) if len(tokens.lower[i]) > 3 and not tokens.flags[i] & (QUOTE | PUNCTUATION)]
    return len(long) > 3 and sum(bool(tokens.flags[i] & CAPITAL) for i in long) > 0.7 * len(long)
