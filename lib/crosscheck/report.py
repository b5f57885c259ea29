"""What do the notebooks say of this folder? All of them run without a screen and stay, executed, where they are put.

The one parameter of a notebook is `FOLDER`, in its cell tagged `parameters`; figures go to `figures/` beside the
notebooks' folder. Stored outputs hold no time, no random id and no path of this machine other than the folder given.
"""

import json
import os
import pathlib
import re
from collections.abc import Iterator

from crosscheck.errors import FolderError, ReportError
from crosscheck.files import make_folder, write_whole
from crosscheck.showing.html import clean

ROOT = pathlib.Path(__file__).resolve().parents[2]
NOTEBOOKS = ROOT / "notebooks"
PARAMETERS = "parameters"
LINK = re.compile(r'href="(\d\d_\w+)\.ipynb"')
WIDGET = "application/vnd.jupyter.widget-view+json"
MODEL = re.compile(r"(?<=IPY_MODEL_)[0-9a-f]{32}|(?<![0-9A-Za-z+/=])[0-9a-f]{32}(?![0-9A-Za-z+/=])")
SECONDS = 3600
BARE = """{%- extends 'index.html.j2' -%}
{%- block html_head_js -%}{%- endblock -%}
{%- block html_head_js_mathjax -%}{%- endblock -%}
{%- block html_head_js_mermaidjs -%}{%- endblock -%}
{%- block jupyter_widgets -%}{%- endblock -%}"""  # the page without the scripts that would be fetched
NO_WIDGET = "A widget stands here when the notebook is open in JupyterLab; this page shows the views without it."


def write_report(folder: str | pathlib.Path, out: pathlib.Path) -> Iterator[str]:
    """Run every notebook on `folder` and leave notebooks, pages (HTML), figures and tables in `out`.

    Yields a line after each step. Raises `FolderError` before anything is written if there is nothing to read, or if
    `out` is the folder of articles itself.
    """
    from crosscheck import open_corpus
    from crosscheck.export import write_tables

    folder, out = pathlib.Path(folder), out.resolve()
    corpus = open_corpus(folder)
    if out == folder.resolve():
        raise FolderError(f"{folder}: the report cannot be written among the articles; name another folder with --out")
    yield f"{folder}: {len(corpus)} articles read; files set aside: {len(corpus.skipped)} (skipped.csv says why)"
    write_tables(corpus, make_folder(out / "tables"))
    yield f"{out / 'tables'}: done; notices on the input: {len(corpus.notices)} (notices.csv lists them)"
    make_folder(out / "notebooks")
    make_folder(out / "figures")
    for source in sources():
        target = out / "notebooks" / source.name
        run_notebook(source, target, folder=_address(folder.resolve(), target.parent))
        page(target)
        yield f"{source.name}: done"
    yield f"The report is in {out}; begin with {out / 'notebooks' / sources()[0].with_suffix('.html').name}"


def run_in_place() -> Iterator[str]:
    """Run the kit's own notebooks where they are, on the folder that stands in them; a line after each."""
    for source in sources():
        run_notebook(source, source)
        yield f"{source.name}: done"


def sources() -> list[pathlib.Path]:
    """The kit's notebooks in their order; `FolderError` when the kit was installed without them."""
    found = sorted(NOTEBOOKS.glob("[0-9][0-9]_*.ipynb"))
    if not found:
        raise FolderError(f"{NOTEBOOKS}: no notebooks here; run `pip install -e .` in the kit's own folder")
    return found


def run_notebook(source: pathlib.Path, target: pathlib.Path, *, folder: str | None = None) -> None:
    """Run the notebook `source` in the folder of `target` and save it there, with `folder` as its parameter if given.

    Raises `ReportError` with the notebook and the error when a cell stops; what ran until then is saved.
    """
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    notebook = nbformat.read(source, as_version=4)
    if folder is not None:
        cell = next(cell for cell in notebook.cells if PARAMETERS in cell.metadata.get("tags", []))
        cell.source = re.sub(r"^FOLDER = .*$", lambda _: f"FOLDER = {folder!r}", cell.source, flags=re.MULTILINE)
    client = NotebookClient(notebook, timeout=SECONDS, kernel_name="python3", record_timing=False,
                            extra_arguments=["--log-level=ERROR"], resources={"metadata": {"path": str(target.parent)}})
    try:
        client.execute()
    except CellExecutionError as error:
        raise ReportError(f"{target.name}: a cell stopped with {error.ename}: {clean(error.evalue)}; {target} "
                          "shows where") from None
    finally:
        write_whole(target, _settled(notebook))


def page(path: pathlib.Path) -> pathlib.Path:
    """The executed notebook at `path` as one HTML page beside it, readable without Jupyter or a network."""
    import nbformat
    from nbconvert import HTMLExporter

    exporter = HTMLExporter(raw_template=BARE, exclude_input_prompt=True, exclude_output_prompt=True)
    body, _ = exporter.from_notebook_node(_still(nbformat.read(path, as_version=4)),
                                          {"metadata": {"name": path.stem}})
    return write_whole(path.with_suffix(".html"), LINK.sub(r'href="\1.html"', body))


def _still(notebook):
    """The notebook without its widgets, which no page can show without a network; a sentence stands for each."""
    notebook.metadata.pop("widgets", None)
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            if output.get("data", {}).pop(WIDGET, None):
                output.data = {"text/plain": NO_WIDGET}
    return notebook


def _address(folder: pathlib.Path, start: pathlib.Path) -> str:
    """`folder` as seen from `start`, with forward slashes; in full when it is on another drive."""
    return pathlib.Path(os.path.relpath(folder, start)).as_posix() if folder.anchor == start.anchor else str(folder)


def _settled(notebook) -> str:
    """The notebook as text, with nothing in it that changes from run to run."""
    import nbformat

    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
    notebook.metadata["language_info"] = {"name": "python"}
    names = {name: f"{number:032x}" for number, name in enumerate(_models(notebook), start=1)}
    named = MODEL.sub(lambda m: names.get(m.group(), m.group()), nbformat.writes(notebook))
    return nbformat.writes(nbformat.reads(named, as_version=4)) + "\n"  # once more, so that the new names set the order


def _models(notebook) -> list[str]:
    """The ids of the widgets that are shown, then of those inside them, in order; others leave the notebook's state."""
    shown = [output.data[WIDGET]["model_id"] for cell in notebook.cells for output in cell.get("outputs", ())
             if WIDGET in output.get("data", {})]
    saved = notebook.metadata.get("widgets", {}).get("application/vnd.jupyter.widget-state+json", {})
    state = saved.get("state", {})
    order = dict.fromkeys(shown)
    waiting = list(shown)
    while waiting:
        inside = MODEL.findall(json.dumps(state.get(waiting.pop(0), {}), sort_keys=True))
        waiting += [name for name in dict.fromkeys(inside) if name in state and name not in order]
        order.update(dict.fromkeys(waiting))
    if saved:
        saved["state"] = {name: state[name] for name in order if name in state}
    return list(order)
