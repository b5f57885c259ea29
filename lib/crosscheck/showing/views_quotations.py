"""In whose words was it said? Views on utterances that several passages render, and on articles that share wording."""

import pandas as pd

from crosscheck.showing import findings, selections
from crosscheck.showing.html import leaf_of, leaves, table_page
from crosscheck.showing.selections import ALL
from crosscheck.showing.view import View, note, place_of, texts

KINDS = {"verbatim": "word for word", "fragment": "a part of it, word for word", "altered": "quoted in other words",
         "paraphrase": "told without quotation marks", "added": "told beside it; not in the quotation"}


def quotations_view(corpus, *, article: str = ALL, words: str = "", limit: int = 15) -> View:
    """The utterances that the choices leave, those that most articles render first."""
    found = selections.select_quotations(corpus.quotations, corpus.renderings, article=article, words=words)
    return View(findings.quotations_finding(found), table_page(found, {
        "label": "The fullest quotation", "speaker": "Who said it", "articles": "Articles", "renderings": "Passages",
        "altered": "Altered", "reasoning": "What the articles do with it"}, limit=limit, noun="utterance"))


def quotation_view(corpus, quotation: str | None = None, *, place: int = 1, limit: int = 20, leaf: int = 1) -> View:
    """One utterance, or the one at `place` by rank, in every passage's words; changed words are marked."""
    quotation_id = place_of(corpus.quotations.sort_values("rank"), "quotation_id", quotation, place)
    if quotation_id is None:
        return View("Nothing is quoted in these articles, as far as the rules can see.", note("No rendering to show."))
    chosen = corpus.quotations.set_index("quotation_id").loc[quotation_id]
    own = corpus.renderings[corpus.renderings["quotation_id"] == quotation_id]
    source = texts(corpus)
    rows = pd.DataFrame([{
        "article": source.heading(row.article_id), "kind": KINDS[row.kind],
        "words": source.passage(row.article_id, row.start, row.end, row.changed_spans),
        "speaker": row.speaker if isinstance(row.speaker, str) else "nobody named",
        "through": ", ".join(row.through), "reading": row.reading,
    } for row in leaf_of(own, limit, leaf).itertuples()])
    speaker = chosen["speaker"] if isinstance(chosen["speaker"], str) else "nobody that is named"
    return View(findings.sentence(f"{chosen['label']}: said by {speaker}. {chosen['reasoning']}"), table_page(rows, {
        "article": "Article", "kind": "Given", "words": "In its words", "reading": "Changed inside the marks",
        "speaker": "Said by", "through": "Handed on by"}, limit=limit, leaf=leaf,
        of=len(own), noun="passage"), leaves=leaves(len(own), limit))


def copies_view(corpus, *, limit: int = 15) -> View:
    """Articles that share much wording, quotations apart."""
    source = texts(corpus)
    rows = corpus.copies.assign(article=corpus.copies["article_id"].map(source.name),
                                other=corpus.copies["other_id"].map(source.name))
    near = int(rows["near_copy"].sum())
    said = "No article copies another, as far as wording tells"
    if near:
        said = f"{findings.count(near, 'pair of articles is', 'pairs of articles are')} so alike that they are one"
    return View(findings.sentence(said), table_page(rows, {
        "article": "Article", "other": "And", "words": "Words in a row", "reasoning": "What they share"}, limit=limit,
        noun="pair"))
