"""Is the encoding of a text file told, and is what is no text refused?"""

import codecs

import pytest

from crosscheck.reading.decoding import decode
from crosscheck.reading.drafts import Unreadable

TEXT = "The port\u2011master said \u201cit\u2019s closed\u201d \u2014 caf\u00e9s too, at \u20ac5.\r\nNothing else.\n"
WESTERN = TEXT.replace("\u2011", "-")


@pytest.mark.parametrize(("data", "encoding", "text"), [
    (TEXT.encode(), "utf-8", TEXT),
    (codecs.BOM_UTF8 + TEXT.encode(), "utf-8", TEXT),
    (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le", TEXT),
    (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be", TEXT),
    (TEXT.encode("utf-16-le"), "utf-16-le", TEXT),
    (TEXT.encode("utf-16-be"), "utf-16-be", TEXT),
    (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32-le", TEXT),
    (WESTERN.encode("cp1252"), "windows-1252", WESTERN),
    (b"Plain ASCII.", "utf-8", "Plain ASCII."),
])
def test_encodings(data, encoding, text):
    found, name, notice = decode(data)
    assert (found, name) == (text, encoding)
    assert ("Windows-1252" in notice) == (encoding == "windows-1252")


def test_a_few_broken_bytes_are_kept_and_named():
    text, encoding, notice = decode(TEXT.encode() + b" and \xff so on")
    assert (text, encoding) == (TEXT + " and \ufffd so on", "utf-8")
    assert notice.startswith("1 places are not UTF-8")


def test_another_alphabet_is_guessed_and_said():
    words = "Порт был закрыт в понедельник после шторма, сообщил мэр города. Он откроется в пятницу. " * 5
    text, encoding, notice = decode(words.encode("cp1251"))
    assert text == words
    assert "by guess" in notice and encoding


@pytest.mark.parametrize(("data", "expected"), [
    (b"", "zero bytes"), (b"a\x00b", "NUL bytes"), (b"\x00" * 100, "NUL bytes"), (b"\x89PNG\r\n", "PNG image"),
    (b"PK\x03\x04rest", "zip archive"), (b"{\\rtf1 text}", "Rich Text"), (bytes(range(1, 32)) * 9, "control char"),
])
def test_what_is_no_text_is_refused(data, expected):
    with pytest.raises(Unreadable, match=expected):
        decode(data)


@pytest.mark.parametrize("seed", range(40))
def test_any_bytes_give_a_text_or_a_reason(seed):
    import random

    data = random.Random(seed).randbytes(500 + seed)
    try:
        text, encoding, _ = decode(data)
        assert text and encoding
    except Unreadable as error:
        assert error.reason and error.advice
