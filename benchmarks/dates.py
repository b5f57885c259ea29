"""How well and how fast are time expressions read? `find_dates` on TimeBank beside libraries that do a like thing.

    python benchmarks/dates.py                  all documents
    python benchmarks/dates.py --sample 40      every so-manyth document, for a quick look

Scores are those of TempEval-3 (value F1, relaxed span F1). Libraries that are not installed are left out; they are no
part of the kit. To see them in the same run, install them into an environment of their own:

    python -m venv ../peers
    ../peers/bin/pip install -e . dateparser parsedatetime recognizers-text-date-time "emoji<2"
    ../peers/bin/python benchmarks/dates.py

Needs the outside measures (`../shared`, or the folder that CROSSCHECK_SHARED names). Their outputs are read with good
will: a moment without a time of day counts as a DATE, and of several readings the latest that is not after the
document's date is taken.
"""

import argparse
import importlib.util
import os
import pathlib
import sys
import time
from collections.abc import Callable
from datetime import datetime

from crosscheck.reading.dates import find_dates

ROOT = pathlib.Path(__file__).resolve().parents[1]
SHARED = pathlib.Path(os.environ.get("CROSSCHECK_SHARED", ROOT.parent / "shared"))
Row = tuple[int, int, str, str]


def main() -> int:
    """Print one line a reader: value F1 of all types and of DATE and TIME, relaxed span F1, documents a second."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=0, help="read about so many documents")
    options = parser.parse_args()
    folder = SHARED / "benchmarks/dates"
    if not folder.is_dir():
        print(f"{folder}: the outside measures are not at hand; set CROSSCHECK_SHARED")
        return 2
    scorer = _module(folder / "score.py")
    documents = scorer.load(str(folder / "TimeBank"))
    documents = documents[::max(1, len(documents) // options.sample)] if options.sample else documents
    print(f"{len(documents)} documents\n{'reader':32}{'value F1':>9}{'DATE+TIME':>10}{'span F1':>9}{'docs/s':>8}")
    for name, reader in _readers():
        _measure(name, reader, documents, scorer)
    return 0


def _module(path: pathlib.Path) -> object:
    spec = importlib.util.spec_from_file_location("timebank_score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _measure(name: str, reader: Callable[[str, str], list[Row]], documents: list[dict], scorer: object) -> None:
    reader("It began on 4 May 2001.", "2001-05-05")
    started = time.process_time()
    found = {document["id"]: reader(document["text"], document["dct"][:10]) for document in documents}
    speed = len(documents) / (time.process_time() - started)
    every, dated = scorer.score(documents, found), scorer.score(documents, found, {"DATE", "TIME"})
    print(f"{name:32}{every['value_f1']:9.2f}{dated['value_f1']:10.2f}{every['relaxed'][2]:9.2f}{speed:8.1f}",
          flush=True)


def _readers() -> list[tuple[str, Callable[[str, str], list[Row]]]]:
    readers = [("crosscheck find_dates", _crosscheck)]
    for name, module, reader in (("recognizers-text-date-time", "recognizers_date_time", _recognizers),
                                 ("dateparser.search", "dateparser", _dateparser),
                                 ("parsedatetime", "parsedatetime", _parsedatetime)):
        if importlib.util.find_spec(module):
            readers.append((name, reader))
        else:
            print(f"{name} is not installed; left out", file=sys.stderr)
    return readers


def _crosscheck(text: str, day: str) -> list[Row]:
    frame = find_dates(text, day)
    return list(zip(frame["start"].tolist(), frame["end"].tolist(), frame["type"], frame["value"], strict=True))


def _dateparser(text: str, day: str) -> list[Row]:
    from dateparser.search import search_dates
    settings = {"RELATIVE_BASE": datetime.fromisoformat(day), "PREFER_DATES_FROM": "past"}
    rows, position = [], 0
    for words, moment in search_dates(text, languages=["en"], settings=settings) or []:
        start = text.find(words, position)
        if start >= 0:
            position = start + len(words)
            rows.append((start, position, *_moment(moment)))
    return rows


def _parsedatetime(text: str, day: str) -> list[Row]:
    import parsedatetime
    found = parsedatetime.Calendar().nlp(text, sourceTime=datetime.fromisoformat(day)) or ()
    return [(start, end, *_moment(moment)) for moment, _, start, end, _ in found]


def _moment(moment: datetime) -> tuple[str, str]:
    if moment.hour or moment.minute:
        return "TIME", moment.strftime("%Y-%m-%dT%H:%M")
    return "DATE", moment.strftime("%Y-%m-%d")


def _recognizers(text: str, day: str) -> list[Row]:
    from recognizers_date_time import recognize_datetime
    from recognizers_text import Culture
    rows = []
    for found in recognize_datetime(text, Culture.English, reference=datetime.fromisoformat(day)):
        values = (found.resolution or {}).get("values") or []
        kind = found.type_name.rpartition(".")[2]
        if values:
            timex_type = {"duration": "DURATION", "set": "SET", "time": "TIME", "datetime": "TIME"}.get(kind, "DATE")
            rows.append((found.start, found.end + 1, timex_type, _reading(values, day)))
    return rows


def _reading(values: list[dict], day: str) -> str:
    """The TIMEX3 value: as given if it is definite, else the latest reading that is not after the document's day."""
    written = values[0].get("timex", "")
    if written and "XXXX" not in written and "," not in written:
        return written
    starts = sorted(start for value in values if (start := value.get("start") or value.get("value") or ""))
    past = [start for start in starts if start[:10] <= day]
    start = past[-1] if past else starts[0] if starts else ""
    return start[:7] if written.count("-") == 1 and "W" not in written else start.replace(" ", "T")[:16]


if __name__ == "__main__":
    raise SystemExit(main())
