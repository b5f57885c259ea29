"""The command line: what it does, and what it says to bad input."""

import pytest

from crosscheck.__main__ import main


def test_tables_says_what_it_wrote(seeds, tmp_path, capsys):
    assert main(["tables", str(seeds), "--out", str(tmp_path)]) == 0
    assert "5 articles read;" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["tables", "report"])
def test_a_missing_folder_is_one_sentence(command, tmp_path, capsys):
    assert main([command, str(tmp_path / "nowhere"), "--out", str(tmp_path / "out")]) == 1
    said = capsys.readouterr().err
    assert "nowhere" in said and said.count("\n") == 1 and not (tmp_path / "out").exists()


def test_an_empty_folder_is_one_sentence(tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    assert main(["tables", str(tmp_path / "empty"), "--out", str(tmp_path / "out")]) == 1
    assert "empty" in capsys.readouterr().err


def test_a_report_may_not_be_written_among_the_articles(seeds, capsys):
    assert main(["report", str(seeds), "--out", str(seeds)]) == 1
    assert "--out" in capsys.readouterr().err


def test_no_command_is_wrong_usage():
    with pytest.raises(SystemExit) as stop:
        main([])
    assert stop.value.code == 2
