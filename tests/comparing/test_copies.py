"""Shared wording shows who may have copied; shared quotations do not."""

from crosscheck import open_corpus

LINE = "The old iron bridge over the river was shut on Monday after an inspector found cracks in two of its arches. "
MORE = "Lorries were sent round by the coast road while engineers looked at the stone and the council met late. "


def copies(folder, *texts):
    for number, text in enumerate(texts):
        (folder / f"{number:03d}.txt").write_text(text, encoding="utf-8")
    return open_corpus(folder).copies


def test_a_near_copy_is_found_with_its_longest_stretch(tmp_path):
    row, = copies(tmp_path, LINE + MORE, "In brief. " + LINE + MORE + "Nobody was hurt.").itertuples()
    assert row.near_copy and row.containment == 1 and row.quote.startswith("The old iron bridge")


def test_shared_quotations_are_no_copy(tmp_path):
    assert copies(tmp_path, f"The mayor said: “{LINE}{MORE}”", f"“{LINE}{MORE}” That was her answer.").empty


def test_different_words_are_no_copy(tmp_path):
    assert copies(tmp_path, LINE, MORE).empty


def test_a_call_to_subscribe_that_two_articles_share_is_no_copy(tmp_path):
    call = ("Every day we work for you and for many others along the whole of the coast, and our work takes money and "
            "time and people. Please consider making a contribution to the Daily Example today.")
    assert copies(tmp_path, f"{LINE}\n\n{call}", f"{MORE}\n\n{call}").empty
