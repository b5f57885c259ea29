"""Are captions without a full stop told from paragraphs that lack one?"""

from crosscheck.reading.layout import find_regions

BODY = "Ships were sent to other ports along the coast until the quay of number {} is mended, which will take months."
BARE = ("The harbour of Port Town was closed on Monday after the storm had torn away half of the quay number {}, "
        "{} and the mayor came")


def captions(bare: list[str]) -> int:
    body = [BODY.format(n) for n in range(9)]
    return (find_regions("\n\n".join(body[:5] + bare + body[5:]))["role"] == "caption").sum()


def test_several_with_a_word_of_the_picture_are_captions():
    assert captions([BARE.format(n, "pictured on Monday," if n == 1 else "") for n in range(3)]) == 3


def test_one_or_none_with_a_word_of_the_picture_is_no_caption():
    assert captions([BARE.format(0, "pictured on Monday,")]) == 0
    assert captions([BARE.format(n, "") for n in range(3)]) == 0
