"""Where, inside one paragraph, does a sentence end?

Every full stop, question mark, exclamation mark and ellipsis that white space follows is a candidate; the words on
either side decide, with the abbreviations of `lexicons/abbreviations.tsv`. Closing quotes and brackets stay with the
sentence that they close, and a quotation of several sentences is cut like any other text. Not found: an end that no
mark shows, and an end after an abbreviation when a name opens the next sentence ("in the U.S. Smith left").
"""

import functools
import re

from crosscheck import lexicon
from crosscheck.text import fold, trim

_MARK = re.compile(r"""
    (?P<mark>[.!?…]{1,12}(?:[ ]\.){0,3})
    (?P<close>["')\]]{0,4}(?:[ ]["'](?=\s|$))?)
    (?=\s|$)
""", re.VERBOSE)
_GLUED = re.compile(r"[.!?](?<=[a-z]{3}.)(?=[A-Z][a-z]{1,20}[ ,])")
_WORD_BEFORE = re.compile(r"[^\s\"()\[\]/]{1,24}$")
_NEXT = re.compile(r"\s*(?P<open>[\"'(\[*•-]{0,3}[ ]?)(?P<word>[^\s\"()\[\],;:]{0,40})")
_INITIAL = re.compile(r"(?:[a-z]\.-?){0,4}[a-z]\.$", re.IGNORECASE)
_ITEM_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])\.$", re.IGNORECASE)
_SPEAKER = re.compile(r"\s+(?:[A-Z][\w.'-]{0,20}\s+){1,4}(?:said|says|asked|asks|added|adds|wrote|writes|told|tweeted|"
                      r"replied|wondered|exclaimed|shouted|demanded|continued)\b")
_CONTRACTED = re.compile(r"'(?:s|re|m|ve|ll|d)$")
_STARTERS = frozenset("""a about according additionally after again all also although among an and another any are as
    asked at based because before both but by can currently did do does during each earlier even eventually every few
    finally first for former from furthermore had has have he her here his how however i if in indeed instead is it its
    just last later like likewise many maybe meanwhile more moreover most much my nearly neither nevertheless next no
    none nor not now of officials on once one only or other others our out over overall people perhaps police previously
    rather recently several she similarly since so some soon still such than that the their then there therefore these
    they this those though three through thus to today together tomorrow two ultimately under unlike until was we were
    what when where whether which while who why will with within without would yes yesterday yet you your""".split())


@functools.lru_cache(maxsize=2)
def folded_text(text: str) -> str:
    """`fold(text)`, kept for the rooms that read the same text one after the other."""
    return fold(text)


def sentence_spans(text: str, start: int, end: int, folded: str | None = None) -> list[tuple[int, int]]:
    """The sentences of `text[start:end]` as trimmed spans, in order; together they hold all its non-blank text."""
    folded = folded_text(text) if folded is None else folded
    cuts = [cut for cut in _candidates(folded, start, end) if is_end(folded, start, end, *cut)]
    edges = [start, *(cut[1] for cut in cuts), end]
    spans = (trim(text, a, b) for a, b in zip(edges, edges[1:], strict=False))
    return [(a, b) for a, b in spans if a < b]


def _candidates(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where a mark stands and where a sentence that it ends would end, in order."""
    found = [(m.start(), m.end()) for m in _MARK.finditer(folded, start, end)]
    glued = [(m.start(), m.end()) for m in _GLUED.finditer(folded, start, end)]
    return sorted(found + glued) if glued else found


def is_end(folded: str, start: int, end: int, mark: int, cut: int) -> bool:
    """Whether the mark at `mark`, closed at `cut`, ends a sentence: the words before and after it decide."""
    follows = _NEXT.match(folded, cut, end)
    word = follows["word"] if follows else ""
    if not word or cut >= end:
        return False
    if _continues(word, follows["open"]) or (folded[mark] in "?!" and _SPEAKER.match(folded, cut, end)
                                             and folded[cut - 1] in "\"'"):
        return False
    if folded[mark] == "…" or folded.startswith("..", mark):
        return not folded[mark - 1].isspace() or _opens(word)
    if folded[mark] != ".":
        return True
    return not _abbreviated(folded, start, mark, word)


def _continues(word: str, opening: str) -> bool:
    """Whether the next word cannot open a sentence: it is in lower case, or hangs on a dash."""
    if "-" in opening and opening.strip("- ") == "":
        return True
    return word[0].islower() and not (len(word) > 1 and word[1].isupper()) and not any(c in opening for c in "*•")


def _opens(word: str) -> bool:
    return _CONTRACTED.sub("", word.lower().rstrip(".,")) in _STARTERS


def _abbreviated(folded: str, start: int, mark: int, word: str) -> bool:
    """Whether the full stop at `mark` belongs to an abbreviation, an initial or an item number."""
    before = _WORD_BEFORE.search(folded, max(start, mark - 24), mark)
    if not before:
        return False
    token = before.group().lstrip("'*-•") + "."
    if before.start() == start and _ITEM_NUMBER.match(token):
        return True
    kind = _abbreviations().get(token)
    if kind == "title":
        return True
    if kind == "number":
        return word[0].isdigit() or bool(re.match(r"[ivxlc]+\b", word, re.IGNORECASE))
    if kind == "month":
        return word[0].isdigit()
    if kind or (_INITIAL.match(token) and (len(token) > 2 or token[0].isupper())):
        return not _opens(word)
    return False


@functools.cache
def _abbreviations() -> dict[str, str]:
    """Each abbreviation with its full stop, and its kind; case counts, since "ill." is a word and "Ill." a state."""
    return {rule.example: rule.label for rule in lexicon.load("abbreviations")}
