"""How is one utterance rendered in every article? Verbatim, in part, altered inside the marks, retold, with more added.

`comparing.quotation_groups` finds what belongs together; here each rendering is held against the fullest quotation,
word by word. `verbatim` gives whole sentences, or most of it, as they stand there; `fragment` a piece; `altered` has
other words inside quotation marks than the fullest quotation; `paraphrase` gives it without marks; `added` gives the
speaker words in the same breath that no quotation has. The fullest quotation is a reference, not the truth: it may be
the altered one. Words left out at the ends, a bracketed word and dots for words left out are no change. Not told: what
was really said.
"""

import re

import pandas as pd

from crosscheck import tables
from crosscheck.comparing.article_rows import by_article
from crosscheck.comparing.citations import key
from crosscheck.comparing.codebook_file import Codebook
from crosscheck.comparing.quotation_groups import Group, Member, group
from crosscheck.comparing.quotation_passages import Said, said_in
from crosscheck.comparing.quotation_words import Change, Laid, initials, is_slight, lay
from crosscheck.comparing.speakers import find_speakers
from crosscheck.text import content_id

KINDS = ("verbatim", "fragment", "altered", "paraphrase", "added")
WHOLE = 0.8
_STOP = re.compile(r"[.!?]")
_MARKED = re.compile(r"\.\.\.|\. \. \.|…|\[|\]|\(")


def find_renderings(articles: pd.DataFrame, sentences: pd.DataFrame, attributions: pd.DataFrame,
                    codebook: Codebook) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """The tables `quotations`, `renderings` and `rendering_changes`, the utterances most worth reading first.

    Utterances that no article gives a speaker are left out where only one article has them: terms and titles.
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    own, said = by_article(sentences), by_article(attributions)
    speakers = find_speakers(articles, own, said, codebook)
    passages = [passage for article_id, text in texts.items() if article_id in own and article_id in said
                for passage in said_in(text, article_id, own[article_id], said[article_id], speakers)]
    groups = [each for each in group(passages, texts) if each.speakers or len(each.articles()) > 1]
    rows = sorted((_rows(each, texts) for each in groups), key=lambda found: _weight(found[0]))
    utterances = [{**found[0], "rank": rank} for rank, found in enumerate(rows, start=1)]
    return (tables.check("quotations", tables.frame("quotations", utterances)),
            tables.check("renderings", tables.frame("renderings", [row for found in rows for row in found[1]])),
            tables.check("rendering_changes",
                         tables.frame("rendering_changes", [row for found in rows for row in found[2]])))


def _weight(row: dict) -> tuple:
    """Altered quotations first, then those that most articles render, then the longest."""
    shared = row["articles"] > 1
    return (not (shared and row["altered"]), -row["articles"], -row["renderings"], -len(row["label"]), row["label"],
            row["quotation_id"])


def _rows(each: Group, texts: dict[str, str]) -> tuple[dict, list[dict], list[dict]]:
    """The utterance, its renderings in the order of their kind, and their changes."""
    reference = each.reference
    quotation_id = content_id("u", reference.article_id, reference.start, reference.end)
    members = sorted(each.members, key=lambda member: (member.said is not reference, _order(member.said)))
    renderings, changes = [], []
    for member in members:
        row, own = _rendering(member, each, quotation_id, texts)
        renderings.append(row)
        changes += own
    renderings.sort(key=lambda row: KINDS.index(row["kind"]))
    speaker = _speaker(each)
    kinds = [row["kind"] for row in renderings]
    utterance = {"quotation_id": quotation_id, "label": texts[reference.article_id][reference.start:reference.end],
                 "speaker": speaker, "speakers": list(dict.fromkeys(each.speakers)),
                 "articles": len(each.articles()), "renderings": len(renderings), "altered": kinds.count("altered"),
                 "words": len(reference.words), "reasoning": _reason(each, kinds)}
    return utterance, renderings, changes


def _order(said: Said) -> tuple:
    """The place of a passage in the folder."""
    return said.article_id, said.start, said.end


def _speaker(each: Group) -> str | None:
    """Who most renderings say spoke, a named person before a body."""
    kinds = {member.said.speaker: member.said.kind for member in each.members if member.said.speaker}
    order = ("person", "organisation", "document", "outlet", "unnamed")
    return min(each.speakers, key=lambda name: (order.index(kinds[name]) if kinds[name] in order else 5,
                                                -each.speakers[name], name), default=None)


def _rendering(member: Member, each: Group, quotation_id: str, texts: dict[str, str]) -> tuple[dict, list[dict]]:
    said, reference = member.said, each.reference
    text, source = texts[said.article_id], texts[reference.article_id]
    laid = lay(said.words, reference.words) if said is not reference else _whole(reference)
    kind, changed = _kind(member, laid, text, reference, source)
    rendering_id = content_id("v", said.article_id, said.start, said.end, quotation_id)
    changes = [_change(change, number, rendering_id, quotation_id, text, source)
               for number, change in enumerate(changed, start=1)]
    row = {"rendering_id": rendering_id, "quotation_id": quotation_id, "article_id": said.article_id,
           "start": said.start, "end": said.end, "quote": text[said.start:said.end], "rule": member.rule,
           "sentence_id": said.sentence_id, "kind": kind, "speaker": said.speaker, "through": list(said.through),
           "kept": round(laid.kept / max(1, len(reference.words)), 4),
           "reading": "; ".join(change["reading"] for change in changes) or None,
           "kept_spans": _kept(member, laid, each, texts),
           "changed_spans": [span for change in changes for span in change["now_spans"]],
           "attribution_id": said.attribution_id}
    return row, changes


def _kept(member: Member, laid: Laid, each: Group, texts: dict[str, str]) -> list[tuple[int, int]]:
    """Where words of the reference, or for reported words of any quotation, stand in a rendering."""
    said = member.said
    if said.quoted:
        changed = {word for change in laid.changes for word in change.now}
        kept = [word for word in said.words if word not in changed]
    else:
        held = each.held(texts)
        capitals = {root for name, run in initials(said.words).items() if name in held for root in run}
        kept = [word for word in said.words if word.content and (word.root in held or word.root in capitals)]
    return _joined(kept, texts[said.article_id])


def _joined(words: list, text: str) -> list[tuple[int, int]]:
    """The spans of words, those that only blanks part as one."""
    spans: list[tuple[int, int]] = []
    for word in words:
        if spans and not text[spans[-1][1]:word.start].strip(" \t\n-‑,"):
            spans[-1] = (spans[-1][0], word.end)
        else:
            spans.append((word.start, word.end))
    return spans


def _whole(reference: Said) -> Laid:
    words = len(reference.words)
    return Laid(words, words, 0, words, ())


def _kind(member: Member, laid: Laid, text: str, reference: Said, source: str) -> tuple[str, list[Change]]:
    """The kind of a rendering, and the changes that count inside quotation marks."""
    if member.rule == "added":
        return "added", []
    if not member.said.quoted:
        return "paraphrase", []
    changes = [change for change in laid.changes if not _is_marked(change, member.said, text, source)]
    if any(not is_slight(change) for change in changes):
        return "altered", changes
    return ("verbatim" if _is_whole(laid, reference, source) else "fragment"), changes


def _is_marked(change: Change, said: Said, text: str, source: str) -> bool:
    """Whether an article itself marks the change, with brackets round words or dots for words left out."""
    if change.was and _bracketed(change.was, source):
        return True
    if change.now:
        return _bracketed(change.now, text)
    before, after = said.words[change.at - 1], said.words[min(change.at, len(said.words) - 1)]
    return bool(_MARKED.search(text[before.end:after.start]))


def _bracketed(words: tuple, text: str) -> bool:
    """Whether words stand in brackets: a bracket opens just before them, or closes just after."""
    return bool(re.search(r"[\[(][^\])]{0,20}$", text[max(0, words[0].start - 20):words[0].start])
                or re.match(r"[^\[(]{0,20}[\])]", text[words[-1].end:words[-1].end + 20]))


def _is_whole(laid: Laid, reference: Said, source: str) -> bool:
    """Whether a rendering gives most of the reference, or whole sentences of it."""
    words = reference.words
    if laid.kept >= WHOLE * len(words):
        return True
    if laid.kept < WHOLE * (laid.last - laid.first):
        return False
    opens = laid.first == 0 or bool(_STOP.search(source[words[laid.first - 1].end:words[laid.first].start]))
    closes = laid.last == len(words) or bool(_STOP.search(source[words[laid.last - 1].end:words[laid.last].start]))
    return opens and closes


def _change(change: Change, number: int, rendering_id: str, quotation_id: str, text: str, source: str) -> dict:
    was, now = (_words(words, whole) for words, whole in ((change.was, source), (change.now, text)))
    kind = "replaced" if was and now else "dropped" if was else "added"
    reading = {"replaced": f"“{was}” became “{now}”", "dropped": f"“{was}” dropped", "added": f"“{now}” added"}[kind]
    return {"rendering_id": rendering_id, "quotation_id": quotation_id, "position": number, "change": kind,
            "was": was or None, "now": now or None, "was_spans": _spans(change.was), "now_spans": _spans(change.now),
            "substance": not is_slight(change), "reading": reading}


def _words(words: tuple, text: str) -> str:
    return re.sub(r"\s+", " ", text[words[0].start:words[-1].end]) if words else ""


def _spans(words: tuple) -> list[tuple[int, int]]:
    return [(words[0].start, words[-1].end)] if words else []


def _reason(each: Group, kinds: list[str]) -> str:
    """What the articles do with the utterance, in a sentence."""
    counted = ", ".join(f"{kinds.count(kind)} {kind}" for kind in KINDS if kind in kinds)
    speakers = {key(name): name for name in each.speakers}
    more = f"; it is given to {' and to '.join(speakers.values())}" if len(speakers) > 1 else ""
    articles = len(each.articles())
    return f"{articles} article{'s' if articles > 1 else ''} render{'s' if articles == 1 else ''} it: {counted}{more}."
