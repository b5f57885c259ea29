"""The command line: what it does, and what it says to bad input."""

import pytest

from crosscheck.__main__ import main


def test_tables_says_what_it_wrote(seeds, tmp_path, capsys):
    assert main(["tables", str(seeds), "--out", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    notices = (tmp_path / "notices.jsonl").read_text(encoding="utf-8").count("\n")
    assert "5 articles read;" in said and f"notices on the input: {notices} (notices.csv lists them)" in said


def test_tables_tells_what_is_new_since_an_earlier_run(seeds, tmp_path, capsys):
    assert main(["tables", str(seeds), "--out", str(tmp_path / "one")]) == 0
    assert main(["tables", str(seeds), "--out", str(tmp_path / "two"), "--since", str(tmp_path / "one")]) == 0
    assert "Nothing has changed" in capsys.readouterr().out
    assert main(["tables", str(seeds), "--out", str(tmp_path / "one"), "--since", str(tmp_path / "one")]) == 1
    assert "would be overwritten" in capsys.readouterr().err


def test_tables_are_not_written_among_the_articles(tmp_path, capsys):
    (tmp_path / "1.txt").write_text("The bridge opened on 3 March 2031.\n", encoding="utf-8")
    (tmp_path / "decisions.csv").write_text("about,target,action,who,when\n", encoding="utf-8")
    assert main(["tables", str(tmp_path), "--out", str(tmp_path)]) == 1
    assert "--out" in capsys.readouterr().err and len(list(tmp_path.iterdir())) == 2


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
