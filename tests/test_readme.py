"""The README tells the truth: its commands, its tree, its notebooks, its tables, its pictures."""

import re
import subprocess
import sys

import pytest

from crosscheck import tables


@pytest.fixture(scope="module")
def readme(root):
    return (root / "README.md").read_text(encoding="utf-8")


def test_the_tables_are_those_of_the_kit(readme):
    printed = readme.split("<!-- tables -->\n")[1].split("<!-- /tables -->")[0]
    assert printed.strip() == tables.described().strip()


def test_every_notebook_is_listed_with_its_title(readme, root):
    listed = dict(re.findall(r"\| \[\w+\]\((notebooks/\w+\.ipynb)\) \| (.+?) \|", readme))
    assert sorted(listed) == sorted(f"notebooks/{path.name}" for path in root.glob("notebooks/*.ipynb"))
    for path, question in listed.items():
        assert f"# {question}" in (root / path).read_text(encoding="utf-8"), path


def test_the_tree_is_the_real_one(readme, root):
    tree = readme.split("```\nrun.py ")[1].split("```")[0]
    names = re.findall(r"^(    )?([\w./]+)  ", "run.py " + tree, flags=re.MULTILINE)
    assert len(names) > 10
    for inner, name in names:
        assert (root / ("lib/crosscheck" if inner else ".") / name).exists(), name


def test_every_link_and_picture_exists(readme, root):
    for target in re.findall(r"\]\((?!http)([^)]+)\)", readme):
        assert (root / target).exists(), target


def test_run_py_knows_the_commands(readme, root):
    for command in re.findall(r"python run\.py (\w+)", readme):
        assert f'"{command}"' in (root / "run.py").read_text(encoding="utf-8")
    shown = subprocess.run([sys.executable, "run.py", "--help"], cwd=root, capture_output=True, text=True, check=True)
    assert "python run.py report" in shown.stdout


def test_the_python_example_runs(readme, seeds):
    code = readme.split("```python\n")[1].split("```")[0].replace('"seeds"', repr(str(seeds)))
    exec(compile(code, "README.md", "exec"), {})
