"""In which encoding are these bytes written, and what do they say?

A byte order mark decides; then UTF-8, if the bytes allow it; then Windows-1252, if what it gives reads like a Western
text; then charset-normalizer. A file in UTF-8 with a few broken bytes keeps them as "�", with a notice. Not found:
which of two single-byte encodings was meant where both give words.
"""

import re

from crosscheck.reading.drafts import Unreadable

_MAGIC = (
    (b"\x89PNG", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"), (b"RIFF", "a media file"),
    (b"%PDF", "a PDF"), (b"PK\x03\x04", "a zip archive or an Office document"), (b"\x7fELF", "a program"),
    (b"MZ", "a program"), (b"\x1f\x8b", "a gzip archive"), (b"7z\xbc\xaf", "a 7z archive"), (b"OggS", "a sound file"),
    (b"ID3", "a sound file"), (b"{\\rtf", "a Rich Text document"), (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"SQLite format 3", "a database"), (b"BZh", "a bzip2 archive"), (b"\x00\x00\x00\x18ftyp", "a film"),
)
_MARKS = ((b"\xef\xbb\xbf", "utf-8", 3), (b"\xff\xfe\x00\x00", "utf-32-le", 4), (b"\x00\x00\xfe\xff", "utf-32-be", 4),
          (b"\xff\xfe", "utf-16-le", 2), (b"\xfe\xff", "utf-16-be", 2))
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAVE = "save it as UTF-8 text, or remove it"


def decode(data: bytes) -> tuple[str, str, str]:
    """Text, encoding and a notice ("" if all is well) of the bytes of a text file; `Unreadable` if they are no text."""
    if not data:
        raise Unreadable("it holds zero bytes", "remove it, or save the article's text into it")
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise Unreadable(f"it is {kind}, no text", "give it the right file ending, or remove it")
    text, encoding, notice = _marked(data) or _unmarked(data)
    if len(_CONTROL.findall(text[:200_000])) * 50 > len(text[:200_000]):
        raise Unreadable("it is no text: every few characters are control characters", _SAVE)
    return text, encoding, notice


def _marked(data: bytes) -> tuple[str, str, str] | None:
    """The text after a byte order mark, or None without one."""
    for mark, encoding, length in _MARKS:
        if data.startswith(mark):
            text = data[length:].decode(encoding, "replace")
            return text, encoding, _broken(text, encoding, b"\xef\xbf\xbd" in data)
    return None


def _unmarked(data: bytes) -> tuple[str, str, str]:
    if b"\x00" in data:
        return _with_nul(data)
    try:
        return data.decode("utf-8"), "utf-8", ""
    except UnicodeDecodeError:
        pass
    return _mostly_utf8(data) or _windows(data) or _guessed(data)


def _with_nul(data: bytes) -> tuple[str, str, str]:
    """UTF-16 without its mark has a NUL at every other byte; anything else with NUL bytes is no text."""
    sample = data[:20_000]
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = sample[offset::2]
        if len(data) > 3 and half.count(0) * 10 > len(half) * 7 and not sample[1 - offset::2].count(0):
            text = data.decode(encoding, "replace")
            return text, encoding, _broken(text, encoding)
    at = data.index(b"\x00")
    raise Unreadable(f"it holds NUL bytes, the first at byte {at:,}, so it is no text", _SAVE)


def _broken(text: str, encoding: str, wanted: bool = False) -> str:
    count = 0 if wanted else text.count("\ufffd")
    return f"{count} places are not {encoding.upper()} and are kept as \ufffd; save it again as UTF-8" if count else ""


def _mostly_utf8(data: bytes) -> tuple[str, str, str] | None:
    """UTF-8 with a few broken bytes: at least three whole characters beyond ASCII for each broken place."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(ord(c) > 127 for c in text[:200_000]) - broken
    return (text, "utf-8", _broken(text, "utf-8")) if whole >= 3 * broken else None


def _windows(data: bytes) -> tuple[str, str, str] | None:
    """Windows-1252, if nearly everything in the text is what Western texts are written with."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    beyond = [c for c in text if ord(c) > 127]
    usual = sum(c in "‘’“”–—…•€£§°©®™«»·¿¡\u00a0½¼²³" or (c.isalpha() and c.islower()) for c in beyond)
    if usual * 10 < len(beyond) * 8 or len(beyond) * 4 > len(text):
        return None
    return text, "windows-1252", "it is not UTF-8 and was read as Windows-1252; save it as UTF-8 if accents look wrong"


def _guessed(data: bytes) -> tuple[str, str, str]:
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[:500_000]).best()
    if best is None:
        raise Unreadable("its encoding cannot be told: it is not UTF-8, UTF-16 or Windows-1252", _SAVE)
    text = data.decode(best.encoding, "replace")
    return text, best.encoding, f"it is not UTF-8 and was read as {best.encoding}, by guess; save it as UTF-8"
