"""The house stands as drawn: wings meet in the tables only, rooms stay small, notebooks name no story."""

import ast
import json

import pytest

WINGS = ("reading", "comparing", "showing")
GENERAL = {"Articles", "Each", "Passages", "This", "What", "Where"}
FRONT = ("corpus", "report", "export", "__main__")


def modules(root):
    return sorted((root / "lib/crosscheck").rglob("*.py"))


def imported(path):
    """The crosscheck modules that a file imports, as dotted names without the package's own."""
    names = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names.append(node.module)
            names += [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
    return {name.removeprefix("crosscheck.") for name in names if name.startswith("crosscheck.")}


def test_the_wings_do_not_import_each_other_nor_the_front_door(root):
    for wing in WINGS:
        for path in sorted((root / "lib/crosscheck" / wing).glob("*.py")):
            others = [name for name in imported(path) if name.split(".")[0] in {*WINGS, *FRONT} - {wing}]
            assert not others, (path.name, others)


def test_the_foundation_imports_no_wing(root):
    for path in (root / "lib/crosscheck").glob("*.py"):
        if path.stem not in FRONT:
            assert not [name for name in imported(path) if name.split(".")[0] in WINGS], path.name


def test_every_module_opens_with_its_question_and_stays_a_room(root):
    for path in modules(root):
        text = path.read_text(encoding="utf-8")
        if text.strip():
            assert ast.get_docstring(ast.parse(text)), path
            assert len(text.splitlines()) <= 400, path


def test_every_public_function_says_what_it_does(root):
    silent = [f"{path.name}: {node.name}" for path in modules(root)
              for node in ast.parse(path.read_text(encoding="utf-8")).body
              if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
              and not ast.get_docstring(node)]
    assert silent == []


def test_nothing_is_silenced(root):
    for path in modules(root):
        text = path.read_text(encoding="utf-8")
        assert 'filterwarnings("ignore")' not in text and "except:" not in text, path


@pytest.fixture(scope="module")
def notebooks(root):
    return {path.name: json.loads(path.read_text(encoding="utf-8")) for path in root.glob("notebooks/*.ipynb")}


def test_notebooks_are_committed_executed(notebooks):
    for name, notebook in notebooks.items():
        cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
        assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1)), name
        assert not [out for cell in cells for out in cell["outputs"] if out["output_type"] == "error"], name


def test_code_cells_are_short_and_told(notebooks):
    for name, notebook in notebooks.items():
        cells = notebook["cells"]
        assert cells[0]["cell_type"] == "markdown" and "What this does not show" in "".join(cells[0]["source"]), name
        for cell, following in zip(cells, [*cells[1:], {"cell_type": "markdown"}], strict=True):
            if cell["cell_type"] == "code":
                assert len([line for line in cell["source"] if line.strip()]) <= 8, (name, cell["source"])
                assert following["cell_type"] == "markdown", (name, "two code cells in a row", cell["source"])


def test_notebooks_have_one_parameter(notebooks):
    for name, notebook in notebooks.items():
        tagged = [cell for cell in notebook["cells"] if "parameters" in cell["metadata"].get("tags", [])]
        assert len(tagged) == 1 and tagged[0]["source"][0].startswith("FOLDER = "), name


def test_notebooks_speak_of_no_story(notebooks, corpus):
    names = {name for cell in corpus.claims["names"] for name in cell if name[:1].isupper() and len(name) > 3}
    for name, notebook in notebooks.items():
        source = "\n".join("".join(cell["source"]) for cell in notebook["cells"])
        found = sorted(word for word in names - GENERAL if f" {word} " in source or f"“{word}”" in source)
        assert not found, name
