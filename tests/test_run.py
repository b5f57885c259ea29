"""run.py sets up once, says what is wrong, and hands the rest on."""

import importlib.util
import subprocess
import sys

import pytest


@pytest.fixture
def run(root, tmp_path, monkeypatch):
    """run.py as a module that believes in an empty project folder; commands are written down, not run."""
    spec = importlib.util.spec_from_file_location("run", root / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "requirements.txt").write_text("six\n", encoding="utf-8")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(module, "PYTHON", tmp_path / ".venv/bin/python")
    module.calls = []

    def call(command, **options):
        module.calls.append([str(part) for part in command])
        module.PYTHON.parent.mkdir(parents=True, exist_ok=True)
        module.PYTHON.touch()
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(module.subprocess, "run", call)
    monkeypatch.setattr(module.subprocess, "call", lambda command, **options: call(command).returncode)
    monkeypatch.setattr(module.venv, "create", lambda path, **options: call(["venv", path]))
    return module


@pytest.mark.parametrize("uv", [None, "/bin/uv"])
def test_the_environment_is_made_once(run, monkeypatch, uv):
    monkeypatch.setattr(run.shutil, "which", lambda name: uv)
    assert run.main(["setup"]) == 0
    assert len(run.calls) == 2 and run.calls[1][-2:] == ["-r", "requirements.txt"]
    assert ("uv" in run.calls[0][0]) is (uv is not None)
    assert run.main(["setup"]) == 0 and len(run.calls) == 2


def test_new_requirements_are_installed(run):
    run.main(["setup"])
    (run.ROOT / "requirements.txt").write_text("six==1\n", encoding="utf-8")
    run.main(["setup"])
    assert len(run.calls) == 4


def test_an_install_that_failed_is_tried_again(run, monkeypatch, capsys):
    def fail(command, **options):
        raise subprocess.CalledProcessError(3, command)

    monkeypatch.setattr(run.subprocess, "run", fail)
    assert run.main(["setup"]) == 3
    assert "setting up failed" in capsys.readouterr().out
    assert not (run.ENVIRONMENT / "installed").exists()


def test_lab_binds_to_this_machine_and_names_the_notebook(run):
    assert run.main([]) == 0
    command = run.calls[-1]
    assert "--ServerApp.ip=127.0.0.1" in command and f"--ServerApp.root_dir={run.ROOT}" in command
    assert "--LabApp.default_url=/lab/tree/notebooks/00_start_here.ipynb" in command
    assert not [part for part in command if "token" in part]


def test_options_go_to_jupyterlab(run):
    assert run.main(["--no-browser"]) == 0 and run.calls[-1][-1] == "--no-browser"


def test_report_reads_the_samples_unless_told_otherwise(run):
    run.main(["report"])
    assert run.calls[-1][-2:] == ["report", str(run.ROOT / "seeds")]
    run.main(["report", "mine", "--out", "x"])
    assert run.calls[-1][-4:] == ["report", "mine", "--out", "x"]


def test_an_older_python_is_told_which_is_needed(run, monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 9))
    assert run.main([]) == 2
    assert "Python 3.11 or newer" in capsys.readouterr().out


def test_an_unknown_command_shows_the_commands(run, capsys):
    assert run.main(["fly"]) == 2
    assert "python run.py report" in capsys.readouterr().out and run.calls == []
