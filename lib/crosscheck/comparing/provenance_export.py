"""How do the chains leave for tools that read provenance? PROV-O (W3C) as JSON-LD, only what the articles say.

Every article is an entity, attributed to its outlet if that is known. Every link of a chain is a statement: an entity
that is attributed to the person or body cited, or derived from the document cited; the article's side is quoted from it
where the attribution holds quoted speech, else derived from it. Outlets and unnamed sources are agents too, the latter
one for each article, since nothing says that they are the same. A remark that was taken back is an invalidated entity.
Every statement carries its anchor as a Web Annotation target. Not exported: who copied from whom, which nothing states.
"""

import pandas as pd

from crosscheck.comparing.citations import NOBODY, key
from crosscheck.text import content_id

CONTEXT = {"prov": "http://www.w3.org/ns/prov#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
           "dcterms": "http://purl.org/dc/terms/", "oa": "http://www.w3.org/ns/oa#",
           "prov:wasDerivedFrom": {"@type": "@id"}, "prov:wasQuotedFrom": {"@type": "@id"},
           "prov:wasAttributedTo": {"@type": "@id"}, "prov:wasInvalidatedBy": {"@type": "@id"},
           "dcterms:isPartOf": {"@type": "@id"}}
AGENTS = {"person": "prov:Person", "organisation": "prov:Organization", "outlet": "prov:Organization",
          "unnamed": "prov:Agent"}


def prov_document(chains: pd.DataFrame, articles: pd.DataFrame, attributions: pd.DataFrame) -> dict:
    """The chains as one JSON-LD document: articles, agents and documents, then statements in the order of `chains`."""
    direct = frozenset(attributions.loc[attributions["direct"], "attribution_id"])
    entities = {row.article_id: _article(row) for row in articles.itertuples()}
    cited: dict[str, dict] = {}
    for row in articles.itertuples():
        if isinstance(row.outlet, str):
            _agent(row.outlet, "outlet", row.article_id, cited)
    statements, passages, acts = [], {}, []
    for row in chains.sort_values(["chain_id", "hop"], kind="stable").itertuples():
        passages.setdefault(row.chain_id, _passage(row, entities[row.article_id]))
        statements.append(_statement(row, passages[row.chain_id], statements, cited, direct))
        if isinstance(row.taken_back, str):
            act = {"@id": f"urn:crosscheck:retraction:{row.chain_id}-{row.hop}", "@type": "prov:Activity",
                   "rdfs:label": row.taken_back}
            statements[-1]["prov:wasInvalidatedBy"] = act["@id"]
            acts.append(act)
    return {"@context": CONTEXT,
            "@graph": [*entities.values(), *cited.values(), *passages.values(), *statements, *acts]}


def _article(row) -> dict:
    """An article as an entity, with what is known of it."""
    entity = {"@id": f"urn:crosscheck:article:{row.article_id}", "@type": "prov:Entity", "rdfs:label": row.label,
              "dcterms:identifier": row.file}
    known = {"dcterms:title": row.title, "dcterms:creator": row.byline, "dcterms:issued": row.published,
             "dcterms:source": row.url}
    entity |= {name: cell for name, cell in known.items() if isinstance(cell, str)}
    if isinstance(row.outlet, str):
        entity["prov:wasAttributedTo"] = _agent_id(row.outlet, "outlet", row.article_id)
    return entity


def _passage(row, article: dict) -> dict:
    """The article's own words that cite, as a part of it."""
    position = {"@type": "oa:TextPositionSelector", "oa:start": int(row.start), "oa:end": int(row.end)}
    words = {"@type": "oa:TextQuoteSelector", "oa:exact": row.quote}
    return {"@id": f"urn:crosscheck:passage:{row.chain_id}", "@type": "prov:Entity", "rdfs:label": row.quote,
            "dcterms:isPartOf": article["@id"],
            "oa:hasTarget": {"oa:hasSource": article["dcterms:identifier"], "oa:hasSelector": [words, position]}}


def _statement(row, passage: dict, before: list[dict], cited: dict[str, dict], direct: frozenset) -> dict:
    """What is taken from one source; whoever cites it derives from it, or quotes it."""
    statement = {"@id": f"urn:crosscheck:statement:{row.chain_id}-{row.hop}", "@type": "prov:Entity",
                 "rdfs:label": f"{row.cited}, as cited by {row.citing}"}
    term = "prov:wasDerivedFrom" if row.cited_type == "document" else "prov:wasAttributedTo"
    name = f"{NOBODY} source of {row.citing}" if row.rule == NOBODY else row.cited
    statement[term] = _agent(name, row.cited_type, row.article_id, cited)
    if isinstance(row.resolved, str):
        statement["rdfs:comment"] = row.resolved
    whole = isinstance(row.attribution_id, str) and row.attribution_id in direct
    nearer = passage if row.hop == 1 else before[-1]
    nearer.setdefault("prov:wasQuotedFrom" if whole else "prov:wasDerivedFrom", statement["@id"])
    return statement


def _agent(name: str, kind: str, article_id: str, cited: dict[str, dict]) -> str:
    """The id of an agent or document, put into `cited` when it is new."""
    own = _agent_id(name, kind, article_id)
    cited.setdefault(own, {"@id": own, "@type": AGENTS.get(kind, "prov:Entity"), "rdfs:label": name})
    return own


def _agent_id(name: str, kind: str, article_id: str) -> str:
    """One id a name; a source without a name is another one in each article."""
    group = "document" if kind == "document" else "agent"
    return f"urn:crosscheck:{group}:" + (content_id("g", key(name), article_id) if kind in ("unnamed", "document")
                                         else content_id("g", key(name)))
