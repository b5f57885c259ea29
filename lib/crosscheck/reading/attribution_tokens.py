"""Which words stand where in a text, of which closed class, in which sentence, inside or outside quotation marks?

The text is cut once into tokens; a quotation counts as one token of its sentence, so that a sentence which quotes three
sentences stays one. Word classes come from `lexicons/word_classes.tsv`, cue verbs from `lexicons/cue_verbs.tsv`; open
classes (nouns, adjectives, most verbs) are not told apart.
"""

import functools
import re
from bisect import bisect_right
from typing import NamedTuple

from crosscheck import lexicon
from crosscheck.reading.quotations import Quotation, find_quotations
from crosscheck.text import fold

TOKEN = re.compile(r"[^\W_]+(?:[.'&@_/-]+[^\W_]+)*|\n+|\.\.\.|--+|``|''|[^\s]")
ABBREVIATION = frozenset("""mr mrs ms dr prof sen sens rep reps gov govs gen lt col sgt capt cmdr maj adm st rev hon jr sr
 u.s u.k u.n e.u d.c a.m p.m no vs inc corp co ltd jan feb mar apr jun jul aug sep sept oct nov dec calif mass pa va md
 fla ariz ill mich wis minn tex ga n.c s.c n.h n.y n.j n.m conn del ky la mo mont neb nev okla ore tenn vt wash colo ala
 ark ind kan miss ph.d i.e e.g etc sens d r i amb pres supt messrs""".split())
(DET, PRONOUN, RELATIVE, PREPOSITION, COORDINATOR, SUBORDINATOR, AUXILIARY, MODAL, NEGATION, ADVERB, TIME, TIMENOUN,
 FINITE, CUE, QUOTE, COMMA, STOP, OPEN, CLOSE, DASH, COLON, CAPITAL, NUMBER, BREAK, LY) = (1 << n for n in range(25))
_CLASSES = {"det": DET, "pronoun": PRONOUN, "relative": RELATIVE, "preposition": PREPOSITION,
            "coordinator": COORDINATOR, "subordinator": SUBORDINATOR, "auxiliary": AUXILIARY, "modal": MODAL,
            "negation": NEGATION, "adverb": ADVERB, "time": TIME, "timenoun": TIMENOUN, "finite": FINITE}
_PUNCTUATION = {",": COMMA, ";": STOP, ".": STOP, "!": STOP, "?": STOP, "(": OPEN, "[": OPEN, ")": CLOSE, "]": CLOSE,
                "-": DASH, "--": DASH, ":": COLON, "...": DASH}
PUNCTUATION = COMMA | STOP | OPEN | CLOSE | DASH | COLON | BREAK


class Verb(NamedTuple):
    """One form of a cue verb: its lemma, `base`, `third`, `ing` or `past`, and the frames it allows."""

    lemma: str
    form: str
    frames: frozenset[str]


@functools.cache
def cue_verbs() -> dict[str, Verb]:
    """Every form of every cue verb in lower case."""
    verbs = {}
    for rule in lexicon.load("cue_verbs"):
        forms = rule.pattern.removeprefix(r"\b(?:").removesuffix(r")\b").split("|")
        frames = frozenset(rule.label.split())
        for form in forms:
            verbs.setdefault(form, Verb(forms[0], _form(form, forms[0]), frames))
    return verbs


def _form(form: str, base: str) -> str:
    if form == base:
        return "base"
    if form.endswith("ing"):
        return "ing"
    return "third" if form.endswith("s") else "past"


@functools.cache
def _word_classes() -> dict[str, int]:
    classes: dict[str, int] = dict(_PUNCTUATION)
    for rule in lexicon.load("word_classes"):
        words = rule.pattern.removeprefix(r"(?<!\S)(?:").removesuffix(r")(?!\S)").split("|")
        for word in words:
            classes[word] = classes.get(word, 0) | _CLASSES[rule.label]
    for form in cue_verbs():
        classes[form] = classes.get(form, 0) | CUE
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


def read_inside(tokens: Tokens, quotation: Quotation) -> Tokens:
    """The tokens inside one quotation, with offsets into the whole text."""
    return _cut(tokens.text, tokens.folded, [], quotation.inner_start, quotation.inner_end)


def _cut(text: str, folded: str, quotations: list[Quotation], begin: int, stop: int) -> Tokens:
    start: list[int] = []
    end: list[int] = []
    lower: list[str] = []
    flags: list[int] = []
    quote: dict[int, Quotation] = {}
    classes = _word_classes()
    at = begin
    for quotation in [*quotations, None]:
        until = quotation.start if quotation else stop
        for match in TOKEN.finditer(folded, at, until):
            word = match.group()
            small = word.lower()
            flag = classes.get(small)
            if flag is None:
                flag = BREAK if word[0] == "\n" else NUMBER if word[0].isdigit() else (
                    LY | ADVERB if small.endswith("ly") and word == small else 0)
            if word[0] != small[0]:
                flag |= CAPITAL
            start.append(match.start())
            end.append(match.end())
            lower.append(small)
            flags.append(flag)
        if quotation:
            quote[len(start)] = quotation
            start.append(quotation.start)
            end.append(quotation.end)
            lower.append('"')
            flags.append(QUOTE)
            at = quotation.end
    tokens = Tokens(text, folded, start, end, lower, flags, quote, [])
    tokens.units.extend(_units(tokens))
    return tokens


def _units(tokens: Tokens) -> list[tuple[int, int]]:
    """Sentences as ranges of tokens: cut after . ! ? and at line ends, not after an abbreviation."""
    units = []
    first = 0
    lower, flags, start, end = tokens.lower, tokens.flags, tokens.start, tokens.end
    last = len(lower)
    for i in range(last):
        flag = flags[i]
        if flag & BREAK:
            if first < i and _line_ends(tokens, i):
                units.append((first, i))
                first = i + 1
            elif first == i:
                first = i + 1
        elif lower[i] in ".!?" and flag & STOP:
            if i + 1 < last and not flags[i + 1] & BREAK and not _sentence_ends(tokens, i):
                continue
            units.append((first, i + 1))
            first = i + 1
        elif flag & QUOTE and i + 1 < last and _quote_ends_sentence(tokens, i):
            units.append((first, i + 1))
            first = i + 1
    if first < last:
        units.append((first, last))
    return [unit for unit in units if unit[0] < unit[1]]


def _line_ends(tokens: Tokens, i: int) -> bool:
    if len(tokens.lower[i]) > 1 or i + 1 >= len(tokens.lower):
        return True
    before = i - 1
    if tokens.lower[before] == "." and tokens.lower[before - 1] in ABBREVIATION:
        return False
    if tokens.flags[before] & (STOP | COLON | QUOTE):
        return True
    line = tokens.start[i] - tokens.folded.rfind("\n", 0, tokens.start[i])
    return line < 60 and bool(tokens.flags[i + 1] & CAPITAL or tokens.flags[i + 1] & PUNCTUATION)


def _sentence_ends(tokens: Tokens, i: int) -> bool:
    if tokens.end[i] == tokens.start[i + 1]:
        return bool(tokens.flags[i + 1] & (QUOTE | CAPITAL)) and tokens.lower[i - 1] not in ABBREVIATION
    following = tokens.flags[i + 1]
    if tokens.lower[i] == "." and i and tokens.lower[i - 1] in ABBREVIATION and tokens.end[i - 1] == tokens.start[i]:
        return bool(following & CAPITAL and following & (DET | PRONOUN | SUBORDINATOR | PREPOSITION)
                    and "." in tokens.lower[i - 1])
    return bool(following & (CAPITAL | QUOTE | NUMBER | OPEN | DASH)) or tokens.lower[i] != "." and following == 0


def _quote_ends_sentence(tokens: Tokens, i: int) -> bool:
    """Whether the sentence ends with the quotation: full stop inside, and no cue after it."""
    quotation = tokens.quote[i]
    text = tokens.folded
    last = text[quotation.inner_end - 1] if quotation.inner_end > quotation.inner_start else ""
    if not quotation.closed:
        return True
    if last not in ".!?" or text[quotation.inner_end - 3:quotation.inner_end] == "...":
        return False
    flag = tokens.flags[i + 1]
    if not flag & (CAPITAL | QUOTE | NUMBER | DASH):
        return False
    return not _cue_follows(tokens, i + 1)


def _cue_follows(tokens: Tokens, i: int) -> bool:
    """Whether a short name and a verb of saying that closes its clause begin at token `i`."""
    verbs = cue_verbs()
    for j in range(i, min(i + 8, len(tokens.lower) - 1)):
        flag = tokens.flags[j]
        if flag & CUE and j > i and "quote" in verbs[tokens.lower[j]].frames and verbs[tokens.lower[j]].form != "base":
            following = tokens.flags[j + 1]
            return bool(following & (STOP | COMMA | BREAK | PREPOSITION | TIME)) and not following & RELATIVE
        if flag & (PUNCTUATION | QUOTE | AUXILIARY | MODAL | PREPOSITION):
            return False
    return False


def unit_of(tokens: Tokens, offset: int) -> int:
    """The place in `units` of the sentence that holds `offset`."""
    starts = [tokens.start[a] for a, _ in tokens.units]
    return max(0, bisect_right(starts, offset) - 1)
