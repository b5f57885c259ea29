"""How do the stated limits look to a tool that loads policies? ODRL 2.2 (W3C) as JSON-LD, only what the text says.

A ban becomes a prohibition, a duty or an order an obligation, an allowance a permission; qualifiers, exceptions and
dates become constraints in the article's words, and every rule carries its anchor as a Web Annotation target. How a
limit stands decides the kind of policy: agreed words are an Agreement, those of an unsigned contract an Offer, those
that a party wants a Request, the others an Assertion. Left out: denials of intent, which bind nobody, and limits whose
act the text does not name.
"""

import functools
import re

import pandas as pd

from crosscheck import lexicon

CONTEXT = ("http://www.w3.org/ns/odrl.jsonld",
           {"oa": "http://www.w3.org/ns/oa#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#"})
POLICIES = {"in force": "Assertion", "ordered": "Assertion", "external": "Assertion", "agreed": "Agreement",
            "offered": "Offer", "wished": "Request", "sought": "Request"}
RULES = {"ban": "prohibition", "wish": "prohibition", "duty": "obligation", "order": "obligation",
         "pledge": "obligation", "deadline": "obligation", "permission": "permission", "exemption": "permission",
         "limit": "permission", "scope": "permission", "sought": "permission"}
_NEGATED = ("not", "n't", "never", "no longer", "cannot", "won't")
_LIST_FAMILY = "ban"
_ALLOWS = re.compile(r"(?:be )?(?:allow|permit|authori[sz]|entitl|includ|cover|eligib)", re.IGNORECASE)


def odrl_policies(restrictions: pd.DataFrame, articles: pd.DataFrame) -> dict:
    """The limits as one JSON-LD document: a policy for each way in which limits stand, rules in order of rank.

    `articles` gives the file that stands in each anchor.
    """
    files = dict(zip(articles["article_id"], articles["file"], strict=True))
    policies: dict[str, dict] = {}
    for row in restrictions.sort_values(["rank", "restriction_id"]).to_dict("records"):
        kind = _rule_kind(row)
        if row["status"] in POLICIES and kind and _has(row["act"]):
            policy = policies.setdefault(row["status"], _policy(row["status"]))
            policy.setdefault(kind, []).append(_rule(row, files))
    return {"@context": list(CONTEXT), "@graph": [policies[status] for status in POLICIES if status in policies]}


def _policy(status: str) -> dict:
    return {"@type": POLICIES[status], "uid": f"urn:crosscheck:policy:{status.replace(' ', '-')}", "rdfs:label": status}


def _rule_kind(row: dict) -> str | None:
    """Prohibition, obligation or permission, by the cue's family; a negation turns the last two into a ban.

    A scope that is denied bans only where it says that something is not allowed: a ban that "does not apply", or a
    rule that "does not require", is no rule of its own.
    """
    family = _families().get(row["rule"], _LIST_FAMILY)
    modality = str(row["modality"]).lower() if _has(row["modality"]) else ""
    if not any(word in modality for word in _NEGATED):
        return RULES.get(family)
    if family == "scope" and not _ALLOWS.match(str(row["act"])):
        return None
    return "prohibition" if family in RULES else None


def _rule(row: dict, files: dict[str, str]) -> dict:
    rule = {"uid": f"urn:crosscheck:restriction:{row['restriction_id']}", "action": {"rdfs:label": row["act"]}}
    for name, slot in (("assignee", "bound_party"), ("assigner", "stated_by")):
        if _has(row[slot]):
            rule[name] = {"@type": "Party", "rdfs:label": row[slot]}
    if constraints := _constraints(row):
        rule["constraint"] = constraints
    position = {"@type": "oa:TextPositionSelector", "oa:start": int(row["start"]), "oa:end": int(row["end"])}
    words = {"@type": "oa:TextQuoteSelector", "oa:exact": row["quote"]}
    rule["oa:hasTarget"] = {"oa:hasSource": files[row["article_id"]], "oa:hasSelector": [words, position]}
    return rule


def _constraints(row: dict) -> list[dict]:
    """What narrows the rule, in the article's words."""
    found = [{"leftOperand": "dateTime", "operator": operator, "rightOperand": row[slot]}
             for slot, operator in (("applies_from", "gteq"), ("applies_until", "lteq")) if _has(row[slot])]
    return found + [{"leftOperand": {"rdfs:label": slot}, "operator": operator, "rightOperand": row[slot]}
                    for slot, operator in (("protected", "isAnyOf"), ("qualifier", "eq"), ("exception", "neq"))
                    if _has(row[slot])]


def _has(cell: object) -> bool:
    return isinstance(cell, str) and bool(cell)


@functools.cache
def _families() -> dict[str, str]:
    return {rule.rule_id: rule.label.split()[0] for rule in lexicon.load("restriction_cues")}
