"""Numbers: tokens flow in, the numbers that could count something flow out, with their values.

Reads digits with separators, decimals with a magnitude, 6m and 25k, words to any size, halves and
dozens, vague sizes, and ranges. Leaves out what is plainly a measure, a year, a date, a price or
part of a name. What a number counts, and "at least" or "or more" around it, is decided later.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from agents.extract.lexicon import rows
from agents.extract.number_traps import is_no_count
from agents.extract.tokens import NUMBER, Token
from schemas.figure import Vague

MOST = 10**10
"""More than the people on earth: no count of troops or weapons."""


@dataclass(frozen=True, slots=True)
class Number:
    """tokens[first:last] say low..high (equal unless a range), or a vague size.

    group: "a couple", "a pair", which may take "of" before their noun.
    """

    first: int
    last: int
    low: int | None
    high: int | None
    vague: Vague | None = None
    group: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    """A simple number and how it was written: scale is its trailing magnitude (1 when none)."""

    last: int
    value: int | None
    scale: int = 1
    vague: str = ""
    group: bool = False


def find_numbers(tokens: list[Token]) -> list[Number]:
    """The numbers in token order, never overlapping; linear in the tokens."""
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        part = _part(tokens, at)
        if part is None:
            at += 1
            continue
        ranged = _range(tokens, at, part)
        number = ranged or Number(at, part.last, part.value, part.value, part.vague or None, part.group)  # type: ignore[arg-type]
        at = number.last
        if (number.high or 0) <= MOST and not is_no_count(tokens, number.first, number.last):
            found.append(number)
    return found


def _range(tokens: list[Token], at: int, low: _Part) -> Number | None:
    """8,000-9,000; 8,000 to 9,000; between 8,000 and 9,000; 2- to 3,000; one or two."""
    if low.value is None:
        return None
    joint = low.last
    words = [token.low for token in tokens[joint : joint + 2]]
    before = tokens[at - 1].low if at else ""
    if words == ["-", "to"] or words == ["-", "or"]:
        joint += 2
    elif (
        words[:1] == ["-"]
        or words[:1] == ["to"]
        or (words[:1] == ["and"] and before == "between")
        or (words[:1] == ["or"] and low.value < 10**6)
    ):
        joint += 1
    else:
        return None
    high = _part(tokens, joint)
    if high is None or high.value is None or high.last - joint > 6:
        return None
    if before == "from" and "to" in words and not _ranges(tokens, at):
        return None
    start = _scaled(low, high)
    if start is None or start >= high.value or (tokens[joint - 1].low == "or" and high.value > 10 * start):
        return None
    first = at - 1 if before in ("between", "from") else at
    return Number(first, high.last, start, high.value)


def _ranges(tokens: list[Token], at: int) -> bool:
    return at >= 2 and tokens[at - 2].low in (
        "ranging",
        "ranged",
        "range",
        "ranges",
        "anywhere",
        "vary",
        "varying",
        "varied",
        "numbering",
    )


def _scaled(low: _Part, high: _Part) -> int | None:
    """The first end of a range, which may leave its magnitude to the second: "2- to 3,000"."""
    if low.value is None or high.value is None:
        return None
    if low.scale == 1 and high.scale > 1 and low.value < high.value // high.scale:
        return low.value * high.scale
    if high.scale == 1 and high.value % 1000 == 0 and low.value < high.value // 1000:
        return low.value * 1000
    return low.value


def _part(tokens: list[Token], at: int) -> _Part | None:
    """The longest simple number that begins at this token."""
    if at >= len(tokens):
        return None
    token = tokens[at]
    if token.kind == NUMBER:
        return _digits(tokens, at)
    low = token.low
    if low in _roles():
        role, value = _roles()[low]
        if role == "vague":
            return _vague(tokens, at, str(value))
        if role == "few":
            return _few(tokens, at + 1)
        if role in ("suffix", "scale", "hundred", "dozen", "group"):
            return _bare(tokens, at, role, int(value))
        return _words(tokens, at)
    if low in ("a", "an", "another", "half", "quarter", "half-dozen", "half-a-dozen"):
        return _indefinite(tokens, at)
    return _words(tokens, at) if "-" in low else None


def _digits(tokens: list[Token], at: int) -> _Part | None:
    text = tokens[at].low.replace(",", "").replace("\u00a0", "").replace("\u202f", "").replace("\u2009", "")
    scale = 1
    letters = text.lstrip("0123456789.")
    if letters:
        scale = _roles().get(letters, ("", 0))[1] if letters in _roles() else 0  # type: ignore[assignment]
        text = text[: -len(letters)]
    if len(text) > 14 or not text or not text.replace(".", "", 1).isascii():
        return None
    last = at + 1
    if last < len(tokens) and tokens[last].low in _magnitudes() and scale == 1:
        scale = _magnitudes()[tokens[last].low]
        last += 1
    if "." in text and scale == 1:
        return None
    value = round(float(text) * scale) if "." in text else int(text) * scale
    return _Part(last, value, scale) if value else None


def _words(tokens: list[Token], at: int) -> _Part | None:
    """two hundred and fifty thousand; twenty-five; two and a half million."""
    total = current = 0
    scale, last = 1, at
    while last < len(tokens) and last - at < 12:
        low = tokens[last].low
        pieces = low.split("-") if "-" in low else [low]
        if low == "and" and last > at and _continues(tokens, last, scale, current):
            last += 1
            continue
        if not all(piece in _cardinals() for piece in pieces):
            break
        for piece in pieces:
            role, value = _roles()[piece]
            number = int(value)
            if role in ("unit", "ten"):
                if current % 10 or (current % 100 and number >= 10):
                    return _Part(last, total + current, scale) if last > at else None
                current += number
                scale = 1
            elif role == "scale":
                total += max(current, 1) * number
                current, scale = 0, number
            else:
                current = max(current, 1) * number
                scale = number
        last += 1
    if last == at:
        return None
    half = [token.low for token in tokens[last : last + 4]]
    if half[:3] == ["and", "a", "half"] and half[3:] and half[3] in _magnitudes():
        scale = _magnitudes()[half[3]]
        return _Part(last + 4, (total + current) * scale + scale // 2, scale)
    value_said = total + current
    return _Part(last, value_said, scale) if 0 < value_said <= MOST else None


def _continues(tokens: list[Token], at: int, scale: int, current: int) -> bool:
    """Whether "and" is inside a number: after hundred or thousand, before a smaller word."""
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    pieces = following.split("-")
    smaller = all(_roles().get(piece, ("", 0))[0] in ("unit", "ten") for piece in pieces)
    return (
        smaller
        and scale in (100, 1000, 10**6)
        and (at < 1 or tokens[at - 1].low in ("hundred", "thousand", "million"))
    )


def _indefinite(tokens: list[Token], at: int) -> _Part | None:
    """a dozen, half a million, a quarter of a million, another hundred, half-dozen."""
    low = tokens[at].low
    if low in ("half-dozen", "half-a-dozen"):
        return _Part(at + 1, 6)
    words = [token.low for token in tokens[at : at + 5]]
    if low in ("a", "an") and words[1:2] in (["half"], ["quarter"], ["half-dozen"]):
        return _indefinite(tokens, at + 1)
    if low in ("half", "quarter"):
        skip = next((n for n, word in enumerate(words) if n and word not in ("of", "a", "an")), 1)
        unit = words[skip] if skip < len(words) else ""
        if unit in _magnitudes() and (skip > 1 or unit == "dozen"):
            return _Part(at + skip + 1, _magnitudes()[unit] // (2 if low == "half" else 4))
        return None
    following = _roles().get(words[1], ("", 0)) if len(words) > 1 else ("", 0)
    if following[0] == "few":
        return _few(tokens, at + 2)
    if following[0] in ("hundred", "scale", "dozen"):
        return _words(tokens, at + 1) if low != "another" else None
    if following[0] == "group":
        return _bare(tokens, at + 1, "group", int(following[1]))
    return None


def _bare(tokens: list[Token], at: int, role: str, value: int) -> _Part | None:
    """A couple of hundred is vague; a couple, a pair, are two; a lone "thousand" is no number."""
    if role != "group":
        return None
    after = at + 2 if at + 1 < len(tokens) and tokens[at + 1].low == "of" else at + 1
    return _few(tokens, after) or _Part(at + 1, value, group=True)


def _few(tokens: list[Token], at: int) -> _Part | None:
    """several hundred, a few dozen, many thousands."""
    low = tokens[at].low.rstrip("s") if at < len(tokens) else ""
    name = {
        "dozen": "dozens",
        "score": "scores",
        "hundred": "hundreds",
        "thousand": "thousands",
        "million": "millions",
    }.get(low)
    if not name:
        return None
    if at + 1 < len(tokens) and name == "hundreds" and tokens[at + 1].low in ("thousand", "thousands"):
        return _Part(at + 2, None, vague="hundreds_of_thousands")
    return _Part(at + 1, None, vague=name)


def _vague(tokens: list[Token], at: int, name: str) -> _Part:
    """dozens; tens of thousands; hundreds and hundreds."""
    words = [token.low for token in tokens[at : at + 3]]
    if words[1:] == ["of", "thousands"] and words[0] in ("tens", "hundreds", "dozens", "scores"):
        return _Part(
            at + 3, None, vague="hundreds_of_thousands" if words[0] == "hundreds" else "tens_of_thousands"
        )
    if words[1:] in (["of", "millions"], ["of", "hundreds"]):
        return _Part(at + 3, None, vague=words[2])
    if len(words) == 3 and words[1] in ("and", "upon", "or") and words[2] == words[0]:
        return _Part(at + 3, None, vague=name)
    return _Part(at + 1, None, vague=name)


def is_number_word(low: str) -> bool:
    """Whether the word says a number or a vague size: "eight", "dozens", "twenty-five"."""
    return all(piece in _roles() and _roles()[piece][0] not in ("few", "suffix") for piece in low.split("-"))


@cache
def _roles() -> dict[str, tuple[str, int | str]]:
    return {
        row["word"]: (row["role"], row["value"] if row["role"] in ("vague", "few") else int(row["value"]))
        for row in rows("number_words")
    }


@cache
def _cardinals() -> frozenset[str]:
    return frozenset(
        word for word, (role, _) in _roles().items() if role in ("unit", "ten", "hundred", "scale", "dozen")
    )


@cache
def _magnitudes() -> dict[str, int]:
    return {
        word: int(value) for word, (role, value) in _roles().items() if role in ("hundred", "scale", "dozen")
    }
