"""The sample articles are what they were: byte for byte."""

import hashlib

import pytest

DIGESTS = {
    "000_2a2a9f25f65b555a.txt": "ffe02b35d55122c613cae432fe3816ac04c8ed8ec1b48fcb33e325d8c9933a22",
    "001_5b363489fb4ac5ea.txt": "79495a94ab0c6afcdcbc013744a23bf7f7a976964e55480844aac678f91be277",
    "002_d0e8af002510a622.txt": "19c9c5259ed4873a883890b1b533f0c15d6a8415ffdd97341bb4a3d751a35c7e",
    "003_85bd7db3f97eae09.txt": "26fd7c5895fe01dd06fa27d0e14aa6e651b0ef21c8f6bd6e0d3ba1b690a92057",
    "004_f50b662a5b5c33e4.txt": "418ec3754ad23fe8842f5c3f2987e37963e0cb4e74f16452fc5c18d2a8c08487",
}


@pytest.mark.parametrize("name, digest", DIGESTS.items())
def test_a_sample_article_is_unchanged(seeds, name, digest):
    assert hashlib.sha256((seeds / name).read_bytes()).hexdigest() == digest


def test_no_other_text_lies_among_the_sample_articles(seeds):
    assert sorted(path.name for path in seeds.glob("*.txt")) == sorted(DIGESTS)
