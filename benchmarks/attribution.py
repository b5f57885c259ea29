"""How well and how fast are attributions read? `find_attributions` on PolNeAR beside simpler ways, in one run.

    python benchmarks/attribution.py                  all 84 articles of the development set
    python benchmarks/attribution.py --sample 20      the first twenty, for a quick look
    python benchmarks/attribution.py --split train --sample 100

Readers: crosscheck, with and without the attributions inside others' words; a naive pattern ("…" said X, X said
that …); textacy's direct quotations with spaCy's small English model, where both are installed in this environment
(they are no part of the kit). Scores are those of `score.py` beside the data: F1 and precision of attributions of
speech (content by half, source by a shared word), speaker accuracy and precision of direct quotations, F1 of content
words.

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
    if importlib.util.find_spec("textacy") and importlib.util.find_spec("en_core_web_sm"):
        readers["textacy"] = _textacy()
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


def _textacy() -> Callable[[str], Rows]:
    import spacy
    from textacy.extract import direct_quotations

    language = spacy.load("en_core_web_sm")

    def read(text: str) -> Rows:
        rows = []
        for found in direct_quotations(language(text)):
            rows.append({"source": [_span(found.speaker)], "cue": [_span(found.cue)],
                         "content": [(found.content.start_char, found.content.end_char)]})
        return rows

    return read


def _span(words: list) -> tuple[int, int]:
    return words[0].idx, words[-1].idx + len(words[-1])


if __name__ == "__main__":
    sys.exit(main())
