"""Under which licence does each package of requirements.txt stand? Writes licences.csv; run it when a version changes.

A licence is the SPDX expression that the package itself states in its metadata, or what its older fields say, put into
SPDX terms. A package for another system or another Python is not installed here: its row is kept as it stands, or taken
from the row of its other version; with neither, the script stops and names it.

    python .ci/licences.py
"""

import csv
import importlib.metadata
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)
FREE = {"0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "MIT", "MIT-0",
        "MIT-CMU", "MPL-1.1", "MPL-2.0", "PSF-2.0", "Unlicense", "Zlib"}  # those that a public tool may ship
OLDER = (("BSD 3-Clause", "BSD-3-Clause"), ("BSD-3-Clause", "BSD-3-Clause"), ("BSD 2-Clause", "BSD-2-Clause"),
         ("The BSD 2-Clause", "BSD-2-Clause"), ("MPL-2.0 AND MIT", "MPL-2.0 AND MIT"), ("MPL-2.0", "MPL-2.0"),
         ("MIT", "MIT"), ("Apache", "Apache-2.0"), ("ISC", "ISC"), ("PSFL", "PSF-2.0"),
         ("BSD", "BSD-3-Clause"), ("Python Software", "PSF-2.0"), ("Mozilla Public License 2.0", "MPL-2.0"))


def pins(requirements: str) -> list[tuple[str, str]]:
    """Name and version of every pinned package, in the order of the file."""
    return PIN.findall(requirements)


def stated(name: str) -> tuple[str, str]:
    """The licence of an installed package as SPDX, and the field that says it; KeyError if it states none."""
    fields = importlib.metadata.metadata(name)
    if fields["License-Expression"]:
        return fields["License-Expression"], "License-Expression"
    classifiers = [line for line in fields.get_all("Classifier") or () if line.startswith("License ::")]
    for field, text in [("License", fields["License"] or ""),
                        *(("Classifier", line.split(" :: ")[-1]) for line in classifiers)]:
        for words, licence in OLDER:
            if text.startswith(words):
                return licence, f"{field}: {' '.join(text.split())[:60]}"
    raise KeyError(name)


def is_free(expression: str) -> bool:
    """Whether one of the alternatives of an SPDX expression (AND within OR, no brackets) is free in all its parts."""
    return any(all(part.strip() in FREE for part in choice.split(" AND ")) for choice in expression.split(" OR "))


def rows(requirements: str, known: dict[str, tuple[str, str]]) -> list[tuple[str, str, str, str]]:
    """A row for every pin; `known` has licence and field by name for packages that are not installed here."""
    found = []
    for name, version in pins(requirements):
        try:
            found.append((name, version, *stated(name)))
        except (importlib.metadata.PackageNotFoundError, KeyError):
            if name not in known:
                raise SystemExit(f"{name}=={version}: not installed here and not in licences.csv; read its wheel and "
                                 "add a row") from None
            found.append((name, version, *known[name]))
    return found


def main() -> int:
    """Write licences.csv; 1 if a licence is none that a public tool may ship."""
    path = ROOT / "licences.csv"
    known = {}
    if path.exists():
        with path.open(encoding="utf-8", newline="") as stream:
            known = {row["package"]: (row["licence"], row["stated_in"]) for row in csv.DictReader(stream)}
    found = rows((ROOT / "requirements.txt").read_text(encoding="utf-8"), known)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerows([("package", "version", "licence", "stated_in"), *found])
    barred = [f"{name}: {licence}" for name, _, licence, _ in found if not is_free(licence)]
    print("\n".join([f"{len(found)} packages", *barred]))
    return 1 if barred else 0


if __name__ == "__main__":
    sys.exit(main())
