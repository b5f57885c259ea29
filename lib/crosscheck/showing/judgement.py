"""May this judgement go out as it is worded? What the analyst writes is held to rules, and every refusal says why.

Likelihood, in one of the seven bands of ICD 203 (Intelligence Community Directive 203, *Analytic Standards*, 2015), and
confidence do not share a sentence, and one judgement names one likelihood. Agreement of articles is not called
confirmation: a confirming word passes only where it is denied or stands within quotation marks. Words are in
`lexicons/judgement.tsv`. Not judged: whether the judgement is right, and likelihood in words outside the bands.
"""

import re
from typing import NamedTuple

from crosscheck import lexicon
from crosscheck.errors import BriefingError
from crosscheck.text import fold

BANDS = {"almost no chance": (1, 5), "very unlikely": (5, 20), "unlikely": (20, 45), "roughly even chance": (45, 55),
         "likely": (55, 80), "very likely": (80, 95), "almost certain": (95, 99)}
CONFIDENCE = ("low", "moderate", "high")
SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]*")
QUOTED = re.compile(r'"[^"\n]{0,600}"')
CLAUSE = re.compile(r"[,;:]|\bbut\b|\band\b")


class Judgement(NamedTuple):
    """What the analyst judges, and how confident; the band is read from the words, None if none is named."""

    text: str = ""
    confidence: str = ""
    who: str = ""
    band: str | None = None

    @property
    def likelihood(self) -> str:
        """The band with its meaning in percent, as a line of its own; empty if none is named."""
        if self.band is None:
            return ""
        low, high = BANDS[self.band]
        return f"“{self.band.capitalize()}” means a chance of {low} to {high} percent (ICD 203)."

    @property
    def assurance(self) -> str:
        """The confidence as a sentence of its own; empty if none is given."""
        return f"Confidence in this judgement: {self.confidence}." if self.confidence else ""


def judged(text: str, *, confidence: str = "", who: str = "") -> Judgement:
    """The judgement, if it may go out; else `BriefingError` with every reason why not."""
    found = refusals(text)
    if confidence and confidence not in CONFIDENCE:
        found.append(f"confidence is {', '.join(CONFIDENCE)}, not {confidence!r}")
    if confidence and not text.strip():
        found.append("confidence needs a judgement to be confident of")
    if found:
        raise BriefingError("the judgement is not printed: " + "; ".join(found))
    bands = _labels(fold(text))
    return Judgement(text.strip(), confidence, who, next((band for band in BANDS if band in bands), None))


def refusals(text: str) -> list[str]:
    """Every reason why `text` may not go out as a judgement; empty if it may."""
    found = []
    sentences = [match.group().strip() for match in SENTENCE.finditer(fold(text))]
    bands = dict.fromkeys(band for sentence in sentences for band in BANDS if band in _labels(sentence))
    for sentence in sentences:
        labels = _labels(sentence)
        band = next((band for band in BANDS if band in labels), None)
        if band and "confidence" in labels:
            found.append(f"likelihood ({band}) and confidence stand in one sentence; make two of it: “{sentence}”")
        for word in _confirming(sentence):
            found.append(f"it calls agreement confirmation (“{word}”); articles that say the same may rest on one "
                         f"origin, so write who says it: “{sentence}”")
    if len(bands) > 1:
        found.append(f"it names several likelihoods ({', '.join(bands)}); make one judgement of each")
    return found


def _labels(sentence: str) -> frozenset[str]:
    """The labels of the lexicon whose words stand in the sentence."""
    return frozenset(rule.label for rule in lexicon.load("judgement") if rule.regex.search(sentence))


def _confirming(sentence: str) -> list[str]:
    """The words of the sentence that confirm, outside quotation marks and not denied in their clause."""
    words = QUOTED.sub(lambda match: " " * len(match.group()), sentence)
    rules = lexicon.load("judgement")
    denials = [rule.regex for rule in rules if rule.label == "denial"]
    found = []
    for rule in rules:
        for match in rule.regex.finditer(words) if rule.label == "confirmation" else ():
            clause = CLAUSE.split(words[max(0, match.start() - 80):match.start()])[-1]
            if not any(denial.search(clause) for denial in denials):
                found.append(match.group())
    return found
