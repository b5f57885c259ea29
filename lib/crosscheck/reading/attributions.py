"""Who says what in one text: source, cue and content of every attribution?

Cue verbs and phrases are found by lexicon; source and content are read off their sentence from its punctuation,
closed-class words and quotation marks (`attribution_cues`, `attribution_sources`, `attribution_contents`). Not found:
attributions carried by nouns alone ("his view"), and the antecedents of pronouns.
"""

import pandas as pd

from crosscheck.people import People
from crosscheck.reading.attribution_checks import Found
from crosscheck.reading.attribution_cues import read_sentence
from crosscheck.reading.attribution_layouts import Turn, find_signatures, find_turns
from crosscheck.reading.attribution_phrases import REACH, Range, is_short_quote
from crosscheck.reading.attribution_sources import antecedent
from crosscheck.reading.attribution_tokens import BREAK, DASH, PRONOUN, QUOTE, STOP, Tokens, read_tokens
from crosscheck.source_kinds import kind_of
from crosscheck.tables import DTYPES, TABLES

COLUMNS = ("start", "end", "quote", "rule", "source", "cue", "content", "source_text", "cue_text", "content_text",
           "direct", "source_type")
Spans = list[tuple[int, int]]
_QUOTES = frozenset("\"“”„‟«»'‘’‚‛`")
_BULLETS = frozenset("-•*‣·")
_CONTINUED = 30     # sentences that a quotation may run on for


def find_attributions(text: str, *, nested: bool = False) -> pd.DataFrame:
    """The attributions of `text`, in order of their first character; the columns are COLUMNS.

    An attribution inside the words of another ("the firm said that the ministry had confirmed …") is left out, as in
    the corpora of the field, unless `nested` asks for it: chains of sources are read from those.
    """
    tokens = read_tokens(text)
    turns = find_turns(tokens)
    rows = [_turn_row(tokens, turn) for turn in turns + find_signatures(tokens)]
    spoken = [turn.content for turn in turns]
    previous: Found | None = None
    sentences = [read_sentence(tokens, first, stop) for first, stop in tokens.units]
    for number, found in enumerate(sentences):
        if not nested:
            found = [one for one in found if not (_is_inside(one, found) or _is_spoken(tokens, one, spoken))]
        if found:
            found = [_inherited(one, previous, tokens.units[number][0]) for one in found]
            previous = next((one for one in found if one.source), None)
            more = _following_quotes(tokens, sentences, number) or _listed(tokens, number)
            main = _main(tokens, found) if more else None
            rows.extend(_row(tokens, one, more if one is main else []) for one in found)
    rows.sort(key=lambda row: (row["start"], row["end"], row["cue"]))
    people = People(text) if rows else None
    for row in rows:
        row["source_type"] = kind_of(tokens.folded[slice(*row["source"][0])] if row["source"] else "", people)
    types = {column.name: column.type for column in TABLES["attributions"].columns}
    return pd.DataFrame({name: pd.Series([row[name] for row in rows], dtype=DTYPES[types[name]]) for name in COLUMNS})


def _inherited(one: Found, previous: Found | None, first: int) -> Found:
    """`one`, with the source of the sentence before if it is a sentence without a subject: "Adding: …"."""
    if one.source or previous is None or one.cue[0] != first or not one.rule.endswith("participle"):
        return one
    return one._replace(source=previous.source)


def _row(tokens: Tokens, found: Found, more: Spans) -> dict:
    source = _source_spans(tokens, found.source)
    cue = [_span(tokens, found.cue)]
    content = [_span(tokens, part) for part in found.content] + more
    return _cells(tokens, found.rule, source, cue, content, _is_direct(tokens, found) or any(
        tokens.text[a] in _QUOTES for a, _ in more))


def _turn_row(tokens: Tokens, turn: Turn) -> dict:
    return _cells(tokens, turn.rule, [turn.source], [turn.cue], [turn.content], turn.rule != "headline")


def _cells(tokens: Tokens, rule: str, source: Spans, cue: Spans, content: Spans, direct: bool) -> dict:
    text = tokens.text
    every = source + cue + content
    start, end = min(a for a, _ in every), max(b for _, b in every)
    return {"start": start, "end": end, "quote": text[start:end], "rule": rule, "source": source, "cue": cue,
            "content": content, "source_text": text[source[0][0]:source[0][1]] if source else None,
            "cue_text": text[cue[0][0]:cue[0][1]], "content_text": " ".join(text[a:b] for a, b in content),
            "direct": direct}


def _source_spans(tokens: Tokens, source: Range | None) -> Spans:
    """Where the source is named; a relative pronoun comes with the noun phrase that it stands for."""
    if source is None:
        return []
    if source[0] == source[1] and tokens.lower[source[0]] in ("who", "which", "that"):
        head = antecedent(tokens, max(0, source[0] - REACH), source[0])
        if head:
            return [_span(tokens, head), _span(tokens, source)]
    return [_span(tokens, source)]


def _span(tokens: Tokens, part: Range) -> tuple[int, int]:
    first, last = part
    start, end = tokens.start[first], tokens.end[last]
    if first == last and tokens.flags[first] & PRONOUN and "'" in tokens.lower[first]:
        end = start + tokens.lower[first].index("'")
    return start, end


def _is_direct(tokens: Tokens, found: Found) -> bool:
    """Whether the content holds quoted speech: a quotation of three words or more, or one that is all of it."""
    for first, last in found.content:
        for i in range(first, last + 1):
            if tokens.flags[i] & QUOTE:
                quotation = tokens.quote[i]
                words = tokens.folded.count(" ", quotation.inner_start, quotation.inner_end) + 1
                if words > 2 or first == last:
                    return True
    return False


def _is_spoken(tokens: Tokens, one: Found, spoken: Spans) -> bool:
    """Whether the cue stands in a turn of a transcript."""
    at = tokens.start[one.cue[0]]
    return any(a <= at < b for a, b in spoken)


def _main(tokens: Tokens, found: list[Found]) -> Found:
    """The attribution of a sentence that quotations after it go on with: one that quotes, else the outermost."""
    quoting = [one for one in found if _is_direct(tokens, one) and one.source]
    if quoting:
        return quoting[-1] if not quoting[-1].rule.endswith("participle") else quoting[0]
    outer = [one for one in found if one.source and not _is_inside(one, found)]
    return outer[-1] if outer else found[0]


def _is_inside(one: Found, found: list[Found]) -> bool:
    """Whether the cue stands in the words of another attribution of the sentence."""
    return any(a <= one.cue[0] <= b for other in found if other is not one for a, b in other.content)


def _following_quotes(tokens: Tokens, sentences: list[list[Found]], unit: int) -> Spans:
    """Quotations without a cue of their own after a sentence: in its paragraph, running on, or alone in the next."""
    more: Spans = []
    for number in range(unit + 1, min(unit + _CONTINUED, len(sentences))):
        first, stop = tokens.units[number]
        quotes = [i for i in range(first, stop) if tokens.flags[i] & QUOTE]
        alone = quotes == [first] and all(tokens.flags[i] & (STOP | DASH) for i in range(first + 1, stop))
        if tokens.flags[first - 1] & BREAK:
            if not alone or more and not tokens.quote[first].continues or not _is_said(tokens, first):
                break
        elif not alone and (all(is_short_quote(tokens, i) for i in quotes) or sentences[number]):
            break
        more += [(tokens.start[i], tokens.end[i]) for i in quotes]
    return more


def _is_said(tokens: Tokens, i: int) -> bool:
    """Whether a quotation that is a paragraph ends as a sentence does; a heading in quotation marks does not."""
    quotation = tokens.quote[i]
    return not quotation.closed or tokens.folded[quotation.inner_start:quotation.inner_end].rstrip(" '\"")[-1:] in (
        *".,?!", "-")


def _listed(tokens: Tokens, unit: int) -> Spans:
    """The items of a list that a sentence ending with a colon introduces."""
    items: Spans = []
    if tokens.lower[tokens.units[unit][1] - 1] != ":":
        return items
    for first, stop in tokens.units[unit + 1:unit + _CONTINUED]:
        if tokens.lower[first] not in _BULLETS or stop - first < 2:
            break
        items.append((tokens.start[first + 1], tokens.end[stop - 1]))
    return items
