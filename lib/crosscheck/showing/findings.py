"""What do the tables say in a sentence? Findings made from tables, so that they stay true on the next folder.

Each function takes tables and gives one or two plain sentences. None of them judges who is right.
"""

import pandas as pd

from crosscheck.tables import STATED

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def count(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun, in words up to twelve.

    >>> count(1, "article"), count(0, "date"), count(1234, "word")
    ('one article', 'no dates', '1,234 words')
    """
    return f"{number_word(number)} {noun if number == 1 else plural or noun + 's'}"


def number_word(number: int) -> str:
    """A number in words up to twelve, in digits above."""
    return NUMBERS[number] if 0 <= number < len(NUMBERS) else f"{number:,}"


def none_or(number: int, one: str = "", several: str = "") -> str:
    """How many of what was named before, with the verb if it is given.

    >>> none_or(0, "says", "say"), none_or(1, "says", "say"), none_or(2, "says", "say"), none_or(0)
    ('none says', 'one says', 'two say', 'none')
    """
    return f"{number_word(number) if number else 'none'} {several if number > 1 else one}".rstrip()


def sentence(text: str) -> str:
    """`text` as a sentence: its first letter large, a full stop at its end."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", "”")) else ".")


def listed(words: list[str], *, limit: int = 6) -> str:
    """`words` as English would list them.

    >>> listed(["a", "b", "c"]), listed(["a"]), listed(list("abcdefgh"), limit=3)
    ('a, b and c', 'a', 'a, b, c and five more')
    """
    if len(words) > limit:
        more = len(words) - limit
        return f"{', '.join(words[:limit])} and {number_word(more)} more"
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def corpus_finding(articles: pd.DataFrame, skipped: pd.DataFrame) -> str:
    """How many articles there are, how long, and how many say who published them and when."""
    dated, named = int(articles["published"].notna().sum()), int(articles["outlet"].notna().sum())
    aside = f"{count(len(skipped), 'file was', 'files were')} set aside"
    return sentence(f"{count(len(articles), 'article')} with {articles['words'].sum():,} words: "
                    f"{none_or(named, 'says', 'say')} who published it, {none_or(dated, 'says', 'say')} when"
                    ) + (f" {sentence(aside)}" if len(skipped) else "")


def publication_finding(publication: pd.DataFrame) -> str:
    """How many publication dates are stated, inferred, and unknown."""
    stated = int(publication["basis"].isin(STATED).sum())
    unknown = int((publication["earliest"].isna() & publication["latest"].isna()).sum())
    inferred = len(publication) - stated - unknown
    parts = [f"{count(number, 'date')} {says}" for number, says in (
        (stated, "stated"), (inferred, "inferred from what the articles say"), (unknown, "unknown")) if number]
    return sentence(f"{count(len(publication), 'publication')}: {listed(parts)}")


def events_finding(events: pd.DataFrame, *, chosen: bool = False) -> str:
    """How many events there are, and how well they are dated; `chosen` when there are others, not among the choices."""
    if events.empty and chosen:
        return "No event among these choices."
    if events.empty:
        return "No passage in these articles could be read as a dated event."
    kinds = events["status"].value_counts()
    order = [name for name in ("dated", "bounded", "undated", "planned", "conditional", "disputed") if name in kinds]
    if len(order) == 1:
        return sentence(f"{count(len(events), 'event')}, {'all ' if len(events) > 1 else ''}{order[0]}")
    return sentence(f"{count(len(events), 'event')}: "
                    f"{listed([f'{number_word(int(kinds[name]))} {name}' for name in order])}")


def questions_finding(questions: pd.DataFrame) -> str:
    """How many questions differ, by who asks; how many agree, stand on one article alone, or stay open."""
    differ, alike = questions[questions["differs"]], questions[~questions["differs"]]["kind"].value_counts()
    asked = questions[questions["origin"] == "codebook"]
    plain = int((~differ.loc[differ["origin"] == "discovery", "check"]).sum())
    soft = int(differ.loc[differ["origin"] == "discovery", "check"].sum())
    unlike = int(asked["differs"].sum())
    get = "get" if unlike > 1 else "gets"
    of = f"{number_word(unlike)} of {len(asked)} questions" if unlike < len(asked) else count(unlike, "question")
    parts = [f"{of} {get} different answers"] if unlike else []
    parts += [f"{count(plain, 'difference')} found by discovery"] if plain else []
    parts += [f"{count(soft, 'softer one')} to check"] if soft else []
    parts += [f"{count(int(alike[kind]), 'question')} {says}" for kind, says in (
        ("agreement", "on which the articles agree"), ("lonely", "that one article alone answers"),
        ("gap", "that no article answers")) if kind in alike]
    return sentence(listed(parts)) if parts else "There is no such question in these articles."


def restrictions_finding(restrictions: pd.DataFrame, ladders: pd.DataFrame, *, chosen: bool = False) -> str:
    """How many limits are stated, how they stand, and how many by several articles; `chosen` as for events."""
    if restrictions.empty and chosen:
        return "No stated limit among these choices."
    if restrictions.empty:
        return "No limit is stated in these articles, as far as the rules can see."
    kinds = restrictions["status"].value_counts()
    one = "it is" if len(restrictions) == 1 else "all"
    parts = [f"{number_word(int(number)) if len(kinds) > 1 else one} {name}" for name, number in kinds.items()]
    shared = f"{count(len(ladders), 'limit is', 'limits are')} stated by more than one article"
    several = f" {sentence(shared)}" if len(ladders) else ""
    return sentence(f"{count(len(restrictions), 'passage')} {'states' if len(restrictions) == 1 else 'state'} a limit: "
                    f"{listed(parts, limit=9)}") + several


def sources_finding(attributions: pd.DataFrame, *, chosen: bool = False) -> str:
    """How many passages are attributed, and how many of them to nobody that is named; `chosen` as for events."""
    if attributions.empty and chosen:
        return "No attributed passage among these choices."
    if attributions.empty:
        return "No passage in these articles is attributed to a source."
    unnamed = int(attributions["source_type"].isin(("unnamed", "none")).sum())
    quoted = int(attributions["direct"].sum())
    return sentence(f"{count(len(attributions), 'passage is', 'passages are')} attributed to a source, "
                    f"{none_or(quoted)} of them with quoted words; "
                    f"{none_or(unnamed, 'rests', 'rest')} on a source without a name")


def origins_finding(lean: int, readings: int) -> str:
    """On how many of the readings that differ fewer origins may stand than articles."""
    if not readings:
        return "The articles differ on nothing, so there is no reading to trace to its origins."
    return sentence(f"{count(lean, 'reading', 'readings' if lean else 'reading')} of {readings:,} may rest on fewer "
                    "origins than articles give")


def quotations_finding(quotations: pd.DataFrame) -> str:
    """How many utterances are quoted, how many of them by several articles, and how many in unlike words."""
    quoted = f"{count(len(quotations), 'utterance is', 'utterances are')} quoted"
    if quotations.empty:
        return sentence(quoted)
    shared, altered = int((quotations["articles"] > 1).sum()), int((quotations["altered"] > 0).sum())
    return sentence(f"{quoted}, {none_or(shared)} of them by more than one article, {none_or(altered)} in different "
                    "words inside quotation marks")
