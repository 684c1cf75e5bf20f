"""Parties: a text flows in, the words in it that name a state, a group or an alliance flow out.

The registry is data: data/parties.csv says who there is, data/party_names.csv by which words wire
copy names them. One Aho-Corasick pass finds all names at once, because this runs on every
paragraph that may hold a figure. Which of the parties a figure or an event belongs to is decided
elsewhere; nothing here resolves "the army" or "the North".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple, get_args

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from agents.extract.words.lexicon import Row, check_among, numbered, rows
from schemas.errors import InvalidLexicon
from schemas.party import Party

Form = Literal["noun", "adjective", "capital", "leader", "group", "place", "maker"]
"""capital: a seat of government said for it; place: a region or town, as a destination; maker: an
arms maker, said for the country that its arms come from."""

_CONTEXT = 20
"""Characters looked at on either side to tell a headline in capitals from an abbreviation."""

_SHORTEST = 6
"""Characters of a name up to which no shorter name within it is looked for when it does not hold."""

_ENDING = 3
"""Letters by which a name found inside may outrun the one that did not hold: Korean, Korea."""

_PREFIXES = ("anti-", "non-", "pro-", "counter-")
"""Before a party's name these name somebody else: an anti-Taliban fighter is not the Taliban's."""


_KIN = "ethnic "
"""Ethnic Albanian guerrillas are of a people, not of its state."""


class PartyMention(NamedTuple):
    """text[start:end] names the party; a possessive 's stands outside the span."""

    start: int
    end: int
    party: Party
    form: Form


@dataclass(frozen=True, slots=True)
class _Name:
    """One row of party_names.csv. capitals: where the text must have capital letters."""

    party: Party | None
    form: Form
    match: str
    needs: tuple[str, ...]
    capitals: tuple[int, ...]


def find_parties(text: str, about: str = "") -> list[PartyMention]:
    """Every mention in text order, leftmost and longest, never overlapping; linear in the text.

    about: title and heading, where a word may stand that a name needs beside it.

    Works on copy in capitals throughout, where abbreviations that are also words (US, IS) are left
    out. Raises InvalidLexicon when a row of the lists is wrong (on the first call).
    """
    automaton, names = _automaton()
    found: list[PartyMention] = []
    folded = fold(text)
    beside = f"{fold(about)} {folded}" if about else folded
    waiting = automaton.find_matches_as_indexes(folded)[::-1]
    while waiting:
        index, start, end = waiting.pop()
        name = None
        inside = start > 0 and _is_letter(folded[start - 1])
        if not inside and not _is_letter(folded[end : end + 1]):
            for one in names[index]:
                if _holds(one, text, folded, beside, start, end):
                    name = one
                    break
        if name is not None:
            if name.party is not None and not (found and start < found[-1].end):
                found.append(PartyMention(start, end, name.party, name.form))
        elif end - start > _SHORTEST:  # "British army" is not the British Army by name, but it is British
            begin, stop = (start + 1, end + _ENDING) if inside else (start, end - 1)  # "on Korean" is not "N Korean"
            shorter = automaton.find_matches_as_indexes(folded[begin:stop])
            inner = ((index, begin + first, begin + last) for index, first, last in reversed(shorter))
            waiting += [one for one in inner if one[1] < end]
    return found


def party(id: str) -> Party:
    """The party with that id. Raises KeyError when the registry has none."""
    return _registry()[id]


def fold(text: str) -> str:
    """The text in small letters with straight apostrophes, character for character as long as it was."""
    folded = text.lower()
    if len(folded) != len(text):  # a few letters, such as the dotted capital I, grow when lowered
        folded = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return folded.replace("’", "'")


def _is_letter(beside: str) -> bool:
    return beside.isalnum() or beside == "_"


def _holds(name: _Name, text: str, folded: str, beside: str, start: int, end: int) -> bool:
    if not all(text[start + at].isupper() for at in name.capitals):
        return False
    if folded[max(0, start - 8) : start].endswith(_PREFIXES):
        return False
    if name.form == "adjective" and folded[max(0, start - 7) : start] == _KIN:
        return False
    if name.match == "mixed" and _in_capitals(text, start, end):
        return False
    if name.match == "lone" and not _stands_alone(text, start):
        return False
    return not name.needs or any(word in beside for word in name.needs)


def _in_capitals(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - _CONTEXT) : start] + text[end : end + _CONTEXT]
    return around.isupper()


def _stands_alone(text: str, start: int) -> bool:
    """Whether no other capitalised word stands right before: Michael Jordan is no kingdom."""
    before = text[max(0, start - _CONTEXT) : start]
    if not before.endswith(" ") or before.isupper():
        return True
    word = before.split()[-1].lstrip("\"'(“‘") if before.strip() else ""
    ended = not word[-1:].isalnum() or word.endswith(("'s", "’s"))  # a sentence, a clause, an owner
    return not word[:1].isupper() or ended or word.lower() in _openers()


@cache
def _openers() -> frozenset[str]:
    """Capitalised words before a name that do not make it part of a longer one."""
    return frozenset(row["word"] for row in rows("openers"))


@cache
def _registry() -> dict[str, Party]:
    known: dict[str, Party] = {}
    for line, row in numbered("parties"):
        if row["id"] in known:
            raise InvalidLexicon("parties.csv", line, f"lists {row['id']} twice")
        known[row["id"]] = Party(id=row["id"], name=row["name"])
    return known


@cache
def _automaton() -> tuple[AhoCorasick, tuple[tuple[_Name, ...], ...]]:
    names: dict[str, tuple[_Name, ...]] = {}
    for line, row in numbered("party_names"):
        words, name = fold(row["words"]), _name(line, row)
        known = names.get(words, ())
        if known and not all(one.needs for one in (*known, name)):
            raise InvalidLexicon("party_names.csv", line, f"lists {row['words']!r} twice, and not each with needs")
        names[words] = (*known, name)
    automaton = AhoCorasick(
        list(names), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
    )
    return automaton, tuple(names.values())


def _name(line: int, row: Row) -> _Name:
    """A row as looked up. Party - is a longer name of something else, found so as to hide what it holds."""
    file, owner = "party_names.csv", row["party"]
    check_among(file, line, row, "match", ("name", "mixed", "lone"))
    check_among(file, line, row, "form", (*get_args(Form), "other"))
    if owner != "-" and owner not in _registry():
        raise InvalidLexicon(file, line, f"{row['words']!r} names {owner!r}, which parties.csv does not list")
    return _Name(
        party=None if owner == "-" else _registry()[owner],
        form=row["form"],  # type: ignore[arg-type]  # checked above; "other" only where there is no party
        match=row["match"],
        needs=tuple(word for word in row["needs"].split("|") if word),
        capitals=tuple(at for at, char in enumerate(row["words"]) if char.isupper()),
    )
