"""How would a folder of thousands of articles look? N articles recombined from those at hand.

    python benchmarks/many.py N --out DIR [--from FOLDER] [--seed 1]

Each new article is one of the folder's, told again for another week: its days are moved, every third of its sentences
is exchanged for one of another article that stands about as far down, and its names are changed for others throughout.
The sheet gives outlet and day. The same seed gives the same bytes. What such a folder cannot show: how many articles
of a real one tell the same happening; here, as many as the folder's own articles do in each of its copies.
"""

import argparse
import csv
import datetime
import os
import pathlib
import random
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
SHARED = pathlib.Path(os.environ.get("CROSSCHECK_SHARED", ROOT.parent / "shared"))
MONTHS = ("January February March April May June July August September October November December").split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
DAY = re.compile(rf"\b({'|'.join(MONTHS)}) (\d{{1,2}})\b(?!\d)")
WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b")
SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")
NAME = re.compile(r"\b[A-Z][a-z]{3,12} [A-Z][a-z]{3,14}\b")
SYLLABLES = "bar den fol gar hal kem lor mun nev pol rud sel tor vin wes yar".split()
EXCHANGED = 3       # every third sentence comes from another article
NAMED = 2           # a pair of capitalised words found this often in an article is a name
LONGEST_MOVE = 20   # days that a copy may be moved further than its round


def main() -> int:
    """Write the articles and their sheet."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, metavar="N")
    parser.add_argument("--out", type=pathlib.Path, required=True, metavar="DIR")
    parser.add_argument("--from", dest="folder", type=pathlib.Path, default=SHARED / "benchmarks/scale/articles")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if not options.folder.is_dir():
        print(f"{options.folder}: not at hand; name a folder of text files with --from, or set CROSSCHECK_SHARED")
        return 2
    print(f"{write(options.folder, options.out, options.count, options.seed)} articles in {options.out}{os.sep}")
    return 0


def write(folder: pathlib.Path, out: pathlib.Path, count: int, seed: int = 1) -> int:
    """Write `count` articles made from those in `folder` into `out`, with their sheet; how many there are."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}
    sheet = read_sheet(folder / "articles.csv")
    paragraphs = {name: [SENTENCE.split(part) for part in text.split("\n")] for name, text in texts.items()}
    names, chance = list(texts), random.Random(seed)
    pools = depths(paragraphs)
    out.mkdir(parents=True, exist_ok=True)
    rows = []
    for number in range(count):
        name, again = names[number % len(names)], number // len(names)
        move = again * 7 + chance.randrange(LONGEST_MOVE)
        outlet, published = sheet.get(name, ("", ""))
        file = f"{number + 1:05}_{again}_{name[:40].removesuffix('.txt')}.txt"
        text = retold(paragraphs[name], pools, move, chance)
        (out / file).write_text(text, encoding="utf-8", newline="")
        rows.append((file, outlet, moved_day(published, move)))
    with (out / "articles.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows([("file", "outlet", "published"), *rows])
    return count


def read_sheet(path: pathlib.Path) -> dict[str, tuple[str, str]]:
    """Outlet and day of each file that the sheet names."""
    if not path.exists():
        return {}
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return {row["file"]: (row.get("outlet") or "", row.get("published") or "") for row in csv.DictReader(stream)}


def depths(paragraphs: dict[str, list[list[str]]]) -> list[list[str]]:
    """All sentences by how far down they stand, in tenths of their article."""
    pools: list[list[str]] = [[] for _ in range(10)]
    for parts in paragraphs.values():
        sentences = [sentence for part in parts for sentence in part if len(sentence) > 30]
        for place, sentence in enumerate(sentences):
            pools[10 * place // len(sentences)].append(sentence)
    return pools


def retold(parts: list[list[str]], pools: list[list[str]], move: int, chance: random.Random) -> str:
    """One article with sentences of others, other days and other names."""
    total, place, lines = sum(map(len, parts)), 0, []
    for part in parts:
        line = []
        for sentence in part:
            pool = pools[min(9, 10 * place // max(1, total))]
            exchanged = len(sentence) > 30 and place % EXCHANGED == EXCHANGED - 1 and pool
            line.append(chance.choice(pool) if exchanged else sentence)
            place += 1
        lines.append(" ".join(line))
    return renamed(redated("\n".join(lines), move), chance)


def redated(text: str, move: int) -> str:
    """The text with its days of the month and of the week moved on."""
    text = DAY.sub(lambda match: _moved(match[1], int(match[2]), move), text)
    return WEEKDAY.sub(lambda match: WEEKDAYS[(WEEKDAYS.index(match[0]) + move) % 7], text)


def _moved(month: str, day: int, move: int) -> str:
    """A day such as March 9, moved on; a day that no month has stays."""
    try:
        later = datetime.date(2020, MONTHS.index(month) + 1, day) + datetime.timedelta(move)
    except ValueError:
        return f"{month} {day}"
    return f"{MONTHS[later.month - 1]} {later.day}"


def renamed(text: str, chance: random.Random) -> str:
    """The text with names that it uses more than once changed throughout, first and last word for themselves."""
    counts: dict[str, int] = {}
    for name in NAME.findall(text):
        counts[name] = counts.get(name, 0) + 1
    words = {name.split()[1]: None for name, count in counts.items() if count >= NAMED}
    new = {word: _name(chance) for word in words if word not in MONTHS + WEEKDAYS}
    if not new:
        return text
    return re.sub(rf"\b(?:{'|'.join(new)})\b", lambda match: new[match[0]], text)


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.choice((2, 3)))).capitalize()


def moved_day(published: str, move: int) -> str:
    """An ISO day moved on; anything else stays."""
    try:
        return (datetime.date.fromisoformat(published) + datetime.timedelta(move)).isoformat()
    except ValueError:
        return published


if __name__ == "__main__":
    sys.exit(main())
