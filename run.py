#!/usr/bin/env python3
"""Set up crosscheck and run it; needs Python 3.11 or newer and nothing else.

python run.py [JUPYTERLAB OPTION]   set up, then open JupyterLab on the first notebook
python run.py test [PYTEST OPTION]  set up, then run every test
python run.py report [FOLDER]       set up, then run all notebooks on FOLDER without a screen (--out DIR)
python run.py tables FOLDER         set up, then write all tables of FOLDER (--out DIR)
python run.py notebooks             set up, then run the notebooks in place
python run.py setup                 set up only
"""

import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import venv

ROOT = pathlib.Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
FIRST = "notebooks/00_start_here.ipynb"


def main(arguments: list[str]) -> int:
    """Do what the first argument says and return the exit code."""
    if sys.version_info < (3, 11):
        print(f"run.py: Python 3.11 or newer is needed, this is {sys.version.split()[0]}; start it with a newer one.")
        return 2
    if arguments[:1] in (["-h"], ["--help"], ["help"]):
        print(__doc__.strip())
        return 0
    if not arguments or arguments[0].startswith("-"):
        arguments = ["lab", *arguments]
    command, rest = arguments[0], arguments[1:]
    if command not in {"lab", "test", "report", "tables", "notebooks", "setup"}:
        print(__doc__.strip())
        return 2
    try:
        set_up()
        return {"lab": lab, "test": test, "setup": lambda _: 0}.get(command, lambda r: kit(command, r))(rest)
    except subprocess.CalledProcessError as error:
        print(f"run.py: setting up failed (exit {error.returncode}); the lines above say why. "
              "Check the connection to your package index, then run the same command again.")
        return error.returncode or 1
    except KeyboardInterrupt:
        return 130


def set_up() -> None:
    """Make the environment and install requirements.txt, unless that very file is installed there already."""
    wanted = hashlib.sha256((ROOT / "requirements.txt").read_bytes() + sys.version.encode()
                            + str(ROOT).encode()).hexdigest()
    stamp = ENVIRONMENT / "installed"
    if PYTHON.exists() and stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
        return
    print(f"Setting up {ENVIRONMENT.relative_to(ROOT)} (once; a minute or two) ...", flush=True)
    stamp.unlink(missing_ok=True)
    uv = shutil.which("uv")
    if uv:
        make, install = [uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(ENVIRONMENT)], [
            uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", str(PYTHON)]
        subprocess.run(make, check=True)
    else:
        venv.create(ENVIRONMENT, clear=True, with_pip=True)
        install = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*install, "-r", "requirements.txt"], cwd=ROOT, check=True)
    stamp.write_text(wanted, encoding="ascii")


def lab(options: list[str]) -> int:
    """Open JupyterLab on the first notebook, on this machine only, with its token."""
    return subprocess.call([str(PYTHON), "-m", "jupyterlab", f"--ServerApp.root_dir={ROOT}",
                            "--ServerApp.ip=127.0.0.1", f"--LabApp.default_url=/lab/tree/{FIRST}", *options])


def test(options: list[str]) -> int:
    """Run the tests of the kit and hold every notebook's outputs against a fresh run."""
    return subprocess.call([str(PYTHON), "-m", "pytest", "--nbval", "--nbval-current-env",
                            "--nbval-sanitize-with=tests/nbval.cfg", *(options or ["tests", "notebooks"])], cwd=ROOT)


def kit(command: str, options: list[str]) -> int:
    """Run `python -m crosscheck`, in the caller's folder."""
    if command == "report" and not (options and not options[0].startswith("-")):
        options = [str(ROOT / "seeds"), *options]
    return subprocess.call([str(PYTHON), "-m", "crosscheck", command, *options])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
