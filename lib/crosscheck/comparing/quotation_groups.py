"""Which passages render one utterance? Groups around the fullest quotation, without comparing all with all.

Quotations are taken longest first. Each looks up, in an index of runs of three words and in one of speaker and content
word, the fullest quotations so far that it may belong to, and joins the one that it is laid on best; otherwise it
begins a group of its own. Then the reported clauses of a speaker join the group whose quotations hold most of their
content words. What a speaker is said to have said in the same breath, and no quotation holds, joins as added. Words and
runs that stand in very many groups are no longer followed, so that time stays linear. Not found: a paraphrase that
shares no words with what was said, or that is given to another speaker.
"""

from collections import Counter
from typing import NamedTuple

from crosscheck.comparing.citations import key
from crosscheck.comparing.quotation_passages import Said
from crosscheck.comparing.quotation_words import LIKE, Laid, content_kept, initials, lay, likeness, roots

RUN = 3
MOST_FOLLOWED = 40      # groups that one run or word may lead to
MOST_TRIED = 6          # groups that one passage is laid on
SURE_WORDS = 5          # words in common from which the speaker may be another
LEAST_KEPT = 0.6
LEAST_LIKE = 0.6
LEAST_CONTENT = 0.5     # part of the content words that must be kept, words that begin alike counting half
SURE_CONTENT = 0.7      # the same where nothing says that the speaker is the same
ALTERED_CONTENT = 1.5
ALTERED_WORDS = (4, 14)
PARAPHRASE = 0.5
OPENS_CLAUSE = frozenset("he she it they we there this that".split())


class Member(NamedTuple):
    """One passage of a group, and how it was found."""

    said: Said
    rule: str


class Group:
    """One utterance: its fullest quotation, and all passages that render it."""

    def __init__(self, reference: Said) -> None:
        self.reference = reference
        self.members = [Member(reference, "fullest")]
        self._plain = frozenset(word.plain for word in reference.words)
        self._begin = frozenset(word.plain[:LIKE] for word in reference.words if word.content)
        self._named: tuple[int, frozenset[str]] = (0, frozenset())
        self._held: frozenset[str] | None = None

    @property
    def speakers(self) -> Counter:
        """How often each speaker is named for it."""
        return Counter(member.said.speaker for member in self.members if member.said.speaker)

    @property
    def named(self) -> frozenset[str]:
        """The speakers named for it, as keys."""
        if self._named[0] != len(self.members):
            self._named = (len(self.members), frozenset(map(key, self.speakers)))
        return self._named[1]

    def articles(self) -> set[str]:
        """The articles that render it."""
        return {member.said.article_id for member in self.members}

    def held(self, texts: dict[str, str]) -> frozenset[str]:
        """The stems of the content words of all its quotations, and its capitals such as "PR", marked with =.

        They are kept, so all quotations must be among the members when it is first asked.
        """
        if self._held is None:
            quoted = [member.said for member in self.members if member.said.quoted]
            self._held = frozenset().union(*(roots(said.words, texts[said.article_id]) for said in quoted))
        return self._held

    def may_hold(self, said: Said, same: bool) -> bool:
        """Whether so many of a quotation's words stand somewhere in the fullest one that it can belong to the group."""
        here = [word.plain in self._plain for word in said.words]
        if sum(here) / len(here) >= LEAST_KEPT:
            return True
        alike = sum(not at and word.plain[:LIKE] in self._begin for at, word in zip(here, said.words, strict=True))
        return same and len(here) <= ALTERED_WORDS[1] and (sum(here) + alike / 2) / len(here) >= LEAST_LIKE


def group(passages: list[Said], texts: dict[str, str]) -> list[Group]:
    """The groups of quotations and of what reports them, in the order of their references' places in the folder."""
    order = {id(said): number for number, said in enumerate(passages)}
    quoted = sorted((said for said in passages if said.quoted), key=lambda said: (-len(said.words), order[id(said)]))
    index = _Index()
    for said in quoted:
        index.place(said)
    _join_reported(index.groups, [said for said in passages if not said.quoted], texts)
    return sorted(index.groups, key=lambda each: order[id(each.reference)])


class _Index:
    """The groups so far, by runs of words and by speaker and content word."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self._runs: dict[tuple, list[int]] = {}
        self._said: dict[tuple, list[int]] = {}

    def place(self, said: Said) -> None:
        """Put a quotation into the group that it fits best, or begin one."""
        best = self._best(said)
        if best is not None:
            self.groups[best[0]].members.append(Member(said, best[1]))
            return
        number = len(self.groups)
        self.groups.append(Group(said))
        for keys, index in ((_runs(said), self._runs), (_said_keys(said), self._said)):
            for each in keys:
                index.setdefault(each, []).append(number)

    def _best(self, said: Said) -> tuple[int, str] | None:
        shared = Counter(number for run in _runs(said) for number in self._runs.get(run, ())[:MOST_FOLLOWED])
        tried = [number for number, _ in shared.most_common(MOST_TRIED)]
        near = Counter(number for each in _said_keys(said) for number in self._said.get(each, ())[:MOST_FOLLOWED])
        tried += [number for number, _ in near.most_common(MOST_TRIED) if number not in tried]
        speaker = None if said.speaker is None else key(said.speaker)
        tried = [number for number in tried
                 if self.groups[number].may_hold(said, speaker is not None and speaker in self.groups[number].named)]
        found = [(likeness(said.words, laid), -number, rule) for number in tried
                 for laid in [lay(said.words, self.groups[number].reference.words)]
                 if (rule := self._fits(said, self.groups[number], laid))]
        if not found or len(said.words) <= RUN < len(found) + RUN - 1:     # a term that stands in several quotations
            return None
        _, number, rule = max(found, key=lambda one: one[:2])
        return -number, rule

    @staticmethod
    def _fits(said: Said, group: Group, laid: Laid) -> str | None:
        """How a quotation belongs to a group: by its words, by speaker and most of its words, or not (None)."""
        length, speakers = len(said.words), group.named
        same = said.speaker is not None and key(said.speaker) in speakers
        unknown = not speakers or said.speaker is None or said.kind == "unnamed"
        enough = min(RUN, length) if same else SURE_WORDS - (unknown and not laid.changes)
        content, share = content_kept(said.words, laid)
        if laid.kept >= enough and laid.kept / length >= LEAST_KEPT and content >= min(2, length - 1) and (
                share >= (LEAST_CONTENT if same else SURE_CONTENT)):
            return "shared_words"
        low, high = ALTERED_WORDS
        if same and low <= length <= high and likeness(said.words, laid) >= LEAST_LIKE and (
                content >= ALTERED_CONTENT and share >= LEAST_CONTENT):
            return "same_speaker"
        return None


def _runs(said: Said) -> list[tuple]:
    plain = [word.plain for word in said.words]
    return list(dict.fromkeys(tuple(plain[at:at + RUN]) for at in range(len(plain) - RUN + 1)))


def _said_keys(said: Said) -> list[tuple]:
    """Speaker and content word, for quotations of somebody who is named."""
    if said.speaker is None:
        return []
    speaker = key(said.speaker)
    return list(dict.fromkeys([(speaker, word.root) for word in said.words if word.content]))


def _join_reported(groups: list[Group], reported: list[Said], texts: dict[str, str]) -> None:
    """Add the clauses that report what the groups quote, and what is added beside them."""
    holding: dict[tuple, list[int]] = {}
    content: list[frozenset[str]] = []
    for number, each in enumerate(groups):
        content.append(each.held(texts))
        for speaker in each.named:
            for root in content[number]:
                holding.setdefault((speaker, root), []).append(number)
    joined: dict[tuple[str, str], list[tuple[int, Said]]] = {}
    for said in reported:
        if (number := _reported_in(said, groups, holding, content)) is not None:
            groups[number].members.append(Member(said, "reported"))
    for number, each in enumerate(groups):
        for member in each.members:
            if member.said.article_id != each.reference.article_id and member.said.speaker:
                joined.setdefault((member.said.article_id, key(member.said.speaker)), []).append((number, member.said))
    taken = {id(member.said) for each in groups for member in each.members}
    for said in reported:
        if id(said) not in taken and (number := _added_to(said, joined, content)) is not None:
            groups[number].members.append(Member(said, "added"))


def _reported_in(said: Said, groups: list[Group], holding: dict, content: list[frozenset[str]]) -> int | None:
    """The group whose quotations hold most of the clause's content words, if they hold enough."""
    own = {word.root for word in said.words if word.content}
    speaker = key(said.speaker)
    near = Counter(number for root in own for number in holding.get((speaker, root), ())[:MOST_FOLLOWED])
    runs = initials(said.words) if near else {}
    best = [(part, -number) for number, _ in near.most_common(MOST_TRIED)
            if (part := _part_held(runs, own, content[number], said.article_id, groups[number]))]
    return -max(best)[1] if best else None


def _part_held(runs: dict[str, set[str]], own: set[str], held: frozenset[str], article_id: str, group: Group) -> float:
    """The part of the clause's content words that the group's quotations hold; 0 if that is not enough.

    `runs` are the clause's `initials`.
    """
    if all(member.said.article_id == article_id for member in group.members) or _counts_differ(own, held):
        return 0
    shared = (own & held).union(*(run for capitals, run in runs.items() if capitals in held))
    part = len(shared) / len(own)
    return part if len(shared) >= 3 and part >= PARAPHRASE else 0


def _counts_differ(own: set[str], held: frozenset[str]) -> bool:
    """Whether both give numbers, and none in common."""
    mine, others = ({root for root in each if root[:1].isdigit()} for each in (own, held))
    return bool(mine and others and not mine & others)


def _added_to(said: Said, joined: dict, content: list[frozenset[str]]) -> int | None:
    """The group beside whose rendering a clause stands: after it in one attribution, or next to it on its subject."""
    own = {word.root for word in said.words if word.content}
    if said.words[0].plain not in OPENS_CLAUSE:
        return None
    for number, beside in joined.get((said.article_id, key(said.speaker)), ()):
        shared = own & content[number]
        if beside.attribution_id == said.attribution_id and len(shared) <= 1 and said.start >= beside.end:
            return number
        if abs(beside.sentence - said.sentence) == 1 and 1 <= len(shared) < 3:
            return number
    return None
