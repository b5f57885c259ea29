"""Is every file of a folder read, or set aside with its address and what to do?"""

import os
import pathlib
import shutil

import pandas as pd
import pytest

from crosscheck.errors import FolderError, SheetError
from crosscheck.reading import articles as room
from crosscheck.reading.articles import list_files, read_file, read_folder

SEEDS = pathlib.Path(__file__).parents[2] / "seeds"
STORY = ("Harbour Closes After Storm\n\nSPRINGFIELD, May 4 - The harbour was closed on Monday, the mayor said.\n\n"
         "It will open again on Friday, if the weather allows it.\n")


def write(folder: pathlib.Path, **files: str | bytes) -> pathlib.Path:
    """A folder with one good article, `good.txt`, and files named as `name_ext`."""
    (folder / "good.txt").write_text(STORY, encoding="utf-8")
    for name, content in files.items():
        path = folder / ".".join(name.rsplit("_", 1))
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return folder


def only_skipped(folder: pathlib.Path) -> pd.Series:
    """The one row of `skipped`, after the good article was read."""
    articles, skipped, _ = read_folder(folder)
    assert "good.txt" in set(articles["file"])
    assert len(skipped) == 1
    assert skipped["advice"].str.len().gt(0).all()
    return skipped.iloc[0]


def test_seeds_say_of_themselves_what_they_say():
    articles, skipped, _ = read_folder(SEEDS)
    texts = articles[articles["file"].str.match(r"00\d_")]
    assert list(texts["label"]) == ["000", "001", "002", "003", "004"]
    assert skipped.empty
    assert list(texts["outlet"].fillna("")) == ["SectorHQ", "", "LatestLY", "", ""]
    assert list(texts["published"].fillna("")) == ["", "", "2026-03-04", "", ""]
    assert texts["published_basis"].iloc[2] in ("metadata", "dateline")
    assert list(texts["title"].notna()) == [True, True, False, False, False]
    assert texts["title"].iloc[1].startswith("ChatGPT Creator Eyes")
    assert list(texts["title_basis"].fillna("")) == ["text", "text", "", "", ""]
    assert texts["byline"].isna().all()


def test_text_files_are_kept_as_decoded_and_stamps_are_no_dates(tmp_path):
    text = " \r\nPort reopens\r\n\r\nThe port\u2011master said \u201cyes\u201d.\r\n"
    (tmp_path / "a.txt").write_bytes(text.encode("utf-8"))
    os.utime(tmp_path / "a.txt", (1_600_000_000, 1_600_000_000))
    articles, _, _ = read_folder(tmp_path)
    assert articles["text"].iloc[0] == text
    assert articles["published"].isna().all()


def test_two_runs_and_an_executor_give_the_same(tmp_path):
    from concurrent.futures import ThreadPoolExecutor

    folder = write(tmp_path, b_txt=STORY.replace("harbour", "airport"), x_jpg=b"\xff\xd8\xff\xe0")
    first = read_folder(folder)
    with ThreadPoolExecutor(2) as executor:
        second = read_folder(folder, executor=executor)
    for a, b in zip(first, second, strict=True):
        pd.testing.assert_frame_equal(a, b)


@pytest.mark.parametrize(("make", "expected"), [
    (lambda p: p / "nowhere", "there is no such folder"),
    (lambda p: write(p) / "good.txt", "this is a file, not a folder"),
    (lambda p: p, "the folder is empty"),
])
def test_a_folder_that_cannot_be_used(tmp_path, make, expected):
    path = make(tmp_path)
    with pytest.raises(FolderError, match=expected) as caught:
        read_folder(path)
    assert str(caught.value).startswith(str(path))


def test_a_folder_without_any_article_names_the_first_problem(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(FolderError, match=r"empty\.txt: it holds zero bytes"):
        read_folder(tmp_path)


@pytest.mark.parametrize(("name", "content", "expected"), [
    ("zero_txt", b"", "zero bytes"),
    ("blank_txt", " \n\t\r\n \ufeff", "white space only"),
    ("marks_txt", "*** --- ***", "no words"),
    ("nul_txt", b"The port\x00 was closed.", "NUL bytes, the first at byte 8"),
    ("image_txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "PNG image"),
    ("image_jpg", b"\xff\xd8\xff\xe0", "the format '.jpg' is not read"),
    ("program_md", b"\x7fELF\x02\x01", "a program"),
    ("control_txt", b"\x01\x02\x03\x04abc" * 50, "control characters"),
    ("broken_pdf", b"%PDF-1.4\nnothing else", "the PDF is broken"),
    ("text_pdf", b"The port was closed.", "the PDF is broken"),
    ("plain_docx", b"The port was closed.", "the Word document is broken"),
    ("broken_json", '[{"text": "The port"', "it is no JSON: line 1"),
    ("number_json", "17", "a single int, no articles"),
    ("deep_json", "[" * 100_000, "it is no JSON"),
    ("columns_csv", "id,weather\n1,fine\n", "no column with the articles' text among id, weather"),
    ("header_csv", "title,text\n", "it holds no row"),
    ("empty_html", "<html><body><script>var a = 1;</script></body></html>", "no article text"),
])
def test_one_bad_file_is_set_aside(tmp_path, name, content, expected):
    row = only_skipped(write(tmp_path, **{name: content}))
    assert row["file"] == ".".join(name.rsplit("_", 1))
    assert expected in row["reason"]


def test_a_large_file_is_set_aside_unread(tmp_path):
    folder = write(tmp_path)
    with (folder / "large.txt").open("wb") as stream:
        stream.truncate(50_000_000)
    assert only_skipped(folder)["reason"] == "it has 50 MB, and files over 20 MB are not read"


def test_an_endless_text_is_set_aside(tmp_path):
    assert "more than 1,000,000 are not read" in only_skipped(write(tmp_path, long_txt="port " * 300_000))["reason"]


@pytest.mark.parametrize(("target", "expected"), [
    ("outside", "leads out of the folder"), ("nowhere", "does not exist"), ("inside", "identical to that of good.txt"),
])
def test_links(tmp_path, target, expected):
    folder = tmp_path / "folder"
    folder.mkdir()
    write(folder)
    (tmp_path / "outside.txt").write_text(STORY + "More.", encoding="utf-8")
    goals = {"outside": tmp_path / "outside.txt", "nowhere": tmp_path / "none.txt", "inside": folder / "good.txt"}
    (folder / "link.txt").symlink_to(goals[target])
    assert expected in only_skipped(folder)["reason"]


def test_a_link_in_a_circle_and_a_folder_are_set_aside(tmp_path):
    folder = write(tmp_path)
    (folder / "circle.txt").symlink_to(folder / "circle.txt")
    (folder / "out").mkdir()
    (folder / "out" / "x.txt").write_text(STORY, encoding="utf-8")
    _, skipped, _ = read_folder(folder)
    assert list(skipped["file"]) == ["circle.txt", "out"]
    assert "a folder inside the folder" in skipped["reason"].iloc[1]


def test_a_pipe_is_set_aside(tmp_path):
    folder = write(tmp_path)
    os.mkfifo(folder / "pipe.txt")
    assert only_skipped(folder)["reason"] == "it is no regular file"


def test_a_file_that_may_not_be_opened_is_set_aside(tmp_path, monkeypatch):
    folder = write(tmp_path, locked_txt=STORY + "More.")
    read = pathlib.Path.read_bytes

    def refuse(path):
        if path.name == "locked.txt":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(pathlib.Path, "read_bytes", refuse)
    assert only_skipped(folder)["reason"] == "it cannot be opened (Permission denied)"


def test_the_second_of_two_identical_articles_is_skipped(tmp_path):
    row = only_skipped(write(tmp_path, other_txt=STORY.replace("\n", "\r\n")))
    assert (row["file"], row["reason"]) == ("other.txt", "its text is identical to that of good.txt")


def test_own_files_hidden_files_and_readme_are_no_articles(tmp_path):
    folder = write(tmp_path, README_md="About", LICENSE_txt="Free", codebook_toml="", decisions_csv="a\n")
    (folder / ".hidden.txt").write_text(STORY + "x", encoding="utf-8")
    articles, skipped, notices = read_folder(folder)
    assert (len(articles), len(skipped)) == (1, 0)
    assert list(notices["address"]) == ["LICENSE.txt", "README.md"]


def test_a_very_long_and_a_hostile_file_name(tmp_path):
    folder = write(tmp_path)
    names = ["x" * 240 + ".txt", "<img onerror=alert(1)>.txt", "=cmd().txt"]
    for i, name in enumerate(names):
        (folder / name).write_text(f"{STORY} {i}", encoding="utf-8")
    os.close(os.open(os.fsencode(folder) + b"/bad\xff.txt", os.O_CREAT | os.O_WRONLY))
    articles, skipped, _ = read_folder(folder)
    assert set(names) <= set(articles["file"])
    assert articles["label"].str.len().max() <= 24
    assert articles["label"].is_unique
    assert list(skipped["file"]) == ["bad\\udcff.txt"] or "bad" in skipped["file"].iloc[0]


@pytest.mark.parametrize(("files", "labels"), [
    (["001_x.txt", "002_y.txt"], ["001 x", "002 y"]),
    (["001_9f3a.txt", "002_8b2c.txt"], ["001", "002"]),
    (["1_story.txt", "2_story.txt"], ["1", "2"]),
    (["0577_harbour_daily_news.txt", "0578_ferry.txt"], ["0577 harbour daily", "0578 ferry"]),
    (["1.txt", "1b.txt"], ["1", "1b"]),
    (["harbour_news_of_today.txt", "harbour_news_of_tonight.txt"], ["harbour news of", "harbour news of-2"]),
    (["storm-report.md", "Überflut.txt"], ["storm report", "Überflut"]),
])
def test_labels_are_short_and_unique(tmp_path, files, labels):
    for i, name in enumerate(files):
        (tmp_path / name).write_text(f"The port closed {i}.", encoding="utf-8")
    assert list(read_folder(tmp_path)[0]["label"]) == labels


def test_rows_of_a_table_are_articles(tmp_path):
    (tmp_path / "export.csv").write_text(
        "Headline,Source,Publication Date,Byline,Full Text,URL\n"
        'Port shut,Daily Example,2021-05-04,Jane Doe,"The port, it said, was shut.\n\nIt rained.",https://x.example\n'
        "No text,Daily Example,2021-05-05,,,\n"
        "Port open,Evening Example,04/05/2021,,The port is open.,\n", encoding="utf-8")
    articles, skipped, notices = read_folder(tmp_path)
    assert list(articles["file"]) == ["export.csv#1", "export.csv#3"]
    assert list(articles["label"]) == ["Daily Example", "Evening Example"]
    assert articles["text"].iloc[0] == "Port shut\n\nThe port, it said, was shut.\n\nIt rained."
    assert list(articles.iloc[0][["title", "title_basis", "outlet", "outlet_basis", "byline", "published",
                                  "published_basis", "url"]]) == [
        "Port shut", "metadata", "Daily Example", "metadata", "Jane Doe", "2021-05-04", "metadata", "https://x.example"]
    assert articles["published"].isna().iloc[1]
    assert list(skipped["file"]) == ["export.csv#2"]
    assert "can be read in two ways" in notices["notice"].iloc[0]


SHEET_CASES = [
    ("file,published\ngood.txt,2026-02-30\n", "articles.csv:2", "'2026-02-30' is no date that can be"),
    ("file,published\ngood.txt,2026-03-05/2026-03-01\n", "articles.csv:2", "no date that can be"),
    ("file,published\ngood.txt,04/07/2020\n", "articles.csv:2", "unclear which is the day and which the month, so "
     "good.txt stays undated; write 2020-07-04 or 2020-04-07"),
    ("file,published\ngood.txt,4-7-2020\n", "articles.csv:2", "write 2020-07-04 or 2020-04-07"),
    ("file,published\ngood.txt,31 April 2020\n", "articles.csv:2", "'31 April 2020' is no date that can be"),
    ("file,published\ngood.txt,4 May 2020 or later\n", "articles.csv:2", "no date that can be"),
    ("file,outlet\nmissing.txt,Daily\n", "articles.csv:2", "there is no missing.txt in the folder"),
    ("file,outlet\ngod.txt,Daily\n", "articles.csv:2", "did you mean good.txt?"),
    ("file,outlett\ngood.txt,Daily\n", "articles.csv:1", "the column 'outlett' is not known and not used; did"),
    ("file,outlet\ngood.txt,A\n\ngood.txt,B\n", "articles.csv:4", "names good.txt again, and line 2 counts"),
    ("file,outlet\n,A\n", "articles.csv:2", "names no file"),
    ("file,outlet\ngood.txt,A,B,C\n", "articles.csv:2", "4 cells for 2 columns"),
    ("file,outlet\nbad.txt,A\n", "articles.csv:2", "bad.txt was not read; see what the table of skipped files says"),
    ("", "articles.csv", "the sheet is empty"),
]


@pytest.mark.parametrize(("sheet", "address", "expected"), SHEET_CASES)
def test_an_odd_row_of_the_sheet_is_a_notice(tmp_path, sheet, address, expected):
    articles, _, notices = read_folder(write(tmp_path, articles_csv=sheet, bad_txt=b""))
    assert len(articles) == 1
    found = notices.set_index("address")["notice"]
    assert expected in found[address]


@pytest.mark.parametrize("sheet", [b"outlet,published\nDaily,2026-01-01\n", b"\x89PNG\r\n\x1a\n", b"file\x00,outlet\n"])
def test_a_sheet_that_is_no_table_is_an_error(tmp_path, sheet):
    with pytest.raises(SheetError, match=r"^articles\.csv"):
        read_folder(write(tmp_path, articles_csv=sheet))


def test_a_sheet_that_leads_out_of_the_folder_is_an_error(tmp_path):
    (tmp_path / "secret.csv").write_text("file\nx\n", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    folder = write(tmp_path / "folder")
    (folder / "articles.csv").symlink_to(tmp_path / "secret.csv")
    with pytest.raises(SheetError, match=r"^articles\.csv: it is a link that leads out"):
        read_folder(folder)


def test_the_sheet_counts_first(tmp_path):
    sheet = "\ufefffile;outlet;title;byline;published;url;note\n.\\good.txt;Daily Example;Storm;J. Doe;2021-05;;mine\n"
    row = read_folder(write(tmp_path, articles_csv=sheet.encode("utf-16")))[0].iloc[0]
    assert list(row[["outlet", "title", "byline", "published", "note", "title_basis", "published_basis"]]) == [
        "Daily Example", "Storm", "J. Doe", "2021-05", "mine", "manifest", "manifest"]
    assert pd.isna(row["url"])


@pytest.mark.parametrize(("cell", "day"), [
    ("4 April 2020", "2020-04-04"), ('"April 4, 2020"', "2020-04-04"), ("4th Apr 2020", "2020-04-04"),
    ("4-Apr-2020", "2020-04-04"), ("25/04/2020", "2020-04-25"), ("04/25/2020", "2020-04-25"),
    ("05/05/2020", "2020-05-05"), ("4.7.2020", "2020-07-04"), ("2020-04/2020-05", "2020-04/2020-05"),
])
def test_a_plain_day_of_the_sheet_is_taken_as_people_write_it(tmp_path, cell, day):
    articles, _, notices = read_folder(write(tmp_path, articles_csv=f"file,published\ngood.txt,{cell}\n"))
    assert (articles["published"].iloc[0], articles["published_basis"].iloc[0]) == (day, "manifest")
    assert "articles.csv:2" not in set(notices["address"])


def test_a_date_without_year_stays_without_one(tmp_path):
    row = read_folder(write(tmp_path))[0].iloc[0]
    assert (row["published"], row["published_basis"]) == ("XXXX-05-04", "dateline")


def test_the_day_of_an_update_is_named_as_such(tmp_path):
    text = "Port shut\n\nUpdated 3:14 p.m. ET, Tue March 3, 2020\n\nThe port was shut by the storm, the mayor said.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    articles, _, notices = read_folder(tmp_path)
    assert articles["published"].iloc[0] == "2020-03-03"
    assert "is that of an update" in notices["notice"].iloc[0]


def test_functions_for_an_executor(tmp_path):
    paths, skipped, notices = list_files(write(tmp_path, b_jpg=b"x"))
    assert [path.name for path in paths] == ["good.txt"]
    assert (skipped[0]["file"], notices) == ("b.jpg", [])
    reading = read_file(paths[0])
    assert (reading.file, reading.drafts[0].text, reading.problems) == ("good.txt", STORY, [])


def test_nothing_in_the_folder_is_lost(tmp_path):
    shutil.copytree(SEEDS, tmp_path, dirs_exist_ok=True)
    write(tmp_path, a_png=b"\x89PNG", b_txt=b"", c_json="[]", d_csv="text\nThe port closed again.\n")
    articles, skipped, notices = read_folder(tmp_path)
    named = {file.partition("#")[0] for file in [*articles["file"], *skipped["file"], *notices["address"]]}
    files = {path.name for path in tmp_path.iterdir() if not path.name.startswith(".")}
    assert files - named <= room.OWN
