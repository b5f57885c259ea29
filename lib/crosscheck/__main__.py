"""What can be done without opening a notebook? `python -m crosscheck tables FOLDER` and `… report FOLDER`."""

import argparse
import os
import pathlib
import sys

from crosscheck.errors import CrosscheckError, FolderError


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return the exit code: 0 done, 1 bad input, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except CrosscheckError as error:
        print(f"crosscheck: {error}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m crosscheck", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, run, says in (("tables", _tables, "write every table as CSV and JSON lines"),
                            ("report", _report, "run all notebooks and leave them executed, with their figures")):
        command = commands.add_parser(name, help=says, description=says)
        command.add_argument("folder", metavar="FOLDER", help="the folder of articles")
        command.add_argument("--out", metavar="DIR", type=pathlib.Path, help="where to write; default: output/FOLDER")
        command.set_defaults(run=run)
    commands.choices["tables"].add_argument("--since", metavar="DIR", type=pathlib.Path,
                                            help="an earlier run, or an earlier folder: what is new since is told")
    command = commands.add_parser("notebooks", help="run the kit's own notebooks in place, on its sample articles")
    command.set_defaults(run=_notebooks)
    return parser


def _out(options: argparse.Namespace) -> pathlib.Path:
    return options.out or pathlib.Path("output") / (pathlib.Path(options.folder).resolve().name or "articles")


def _tables(options: argparse.Namespace) -> int:
    from crosscheck import open_corpus
    from crosscheck.export import write_tables
    from crosscheck.showing.changed import changes_paragraph

    corpus = open_corpus(options.folder, since=options.since)
    if _out(options).resolve() == pathlib.Path(options.folder).resolve():
        raise FolderError(f"{options.folder}: the tables cannot be written among the articles, where they would "
                          "replace articles.csv and decisions.csv; name another folder with --out")
    if options.since and _out(options).resolve() == options.since.resolve():
        raise FolderError(f"{options.since}: the earlier run would be overwritten; name another folder with --out")
    corpus.make()
    written = write_tables(corpus, _out(options))
    print(f"{len(corpus)} articles read; files set aside: {len(corpus.skipped)} (skipped.csv says why); "
          f"notices on the input: {len(corpus.notices)} (notices.csv lists them)")
    if options.since:
        print(changes_paragraph(corpus.changes))
    print(f"{len(written)} files in {_out(options)}{os.sep}")
    return 0


def _report(options: argparse.Namespace) -> int:
    from crosscheck.report import write_report

    for line in write_report(options.folder, _out(options)):
        print(line, flush=True)
    return 0


def _notebooks(options: argparse.Namespace) -> int:
    from crosscheck.report import run_in_place

    for line in run_in_place():
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
