"""Numbers: tokens flow in, the numbers that could count something flow out, with their values.

Reads digits with separators, decimals with a magnitude, 6m and 25k, words to any size, halves and
dozens, vague sizes, and ranges. Leaves out what is plainly a measure, a year, a date, a price or
part of a name. What a number counts, and "at least" or "or more" around it, is decided later.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from agents.extract.numbers.number_traps import is_no_count
from agents.extract.numbers.number_words import MOST, Part, bare, few, in_words, indefinite, magnitudes, roles, vague
from agents.extract.words.tokens import DOTTED, NUMBER, Token
from agents.extract.words.vocabulary import traps, word_class
from schemas.figure import Vague


class Number(NamedTuple):
    """tokens[first:last] say low..high (equal unless a range), or a vague size.

    group: "a couple", "a pair", which may take "of" before their noun.
    """

    first: int
    last: int
    low: int | None
    high: int | None
    vague: Vague | None = None
    group: bool = False


def find_numbers(tokens: list[Token]) -> list[Number]:
    """The numbers in token order, never overlapping; linear in the tokens."""
    found: list[Number] = []
    at = 0
    opens, size = _opens(), len(tokens)
    while at < size:
        token = tokens[at]
        may_open = token.kind == NUMBER or token.low in opens or "-" in token.low
        part = _part(tokens, at) if may_open else None
        if part is None:
            at += 1
            continue
        ranged = _range(tokens, at, part)
        number = ranged or Number(at, part.last, part.value, part.value, part.vague or None, part.group)  # type: ignore[arg-type]
        number = _repeated(tokens, number)
        at = number.last
        if (number.high or 0) <= MOST and not is_no_count(tokens, number.first, number.last):
            found.append(number)
    return found


def _repeated(tokens: list[Token], number: Number) -> Number:
    """ "Four (4) launchers": a contract says its numbers twice."""
    again = tokens[number.last : number.last + 3]
    if [token.low for token in again[::2]] != ["(", ")"] or again[1].kind != NUMBER or number.low is None:
        return number
    part = _digits(tokens, number.last + 1)
    same = part is not None and part.value == number.low == number.high and part.last == number.last + 2
    return number._replace(last=number.last + 3) if same else number


def _range(tokens: list[Token], at: int, low: Part) -> Number | None:
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
    if before == "by" and "to" in words:
        return None  # "raised by 180,000 to 1.5 million"
    if before == "in" and words[:1] == ["to"] and tokens[at].low.isdecimal() and 1900 <= (low.value or 0) <= 2035:
        return None  # "from 102,000 in 2010 to 73,000"
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
        "run",
        "runs",
        "ran",
        "running",
        "anything",
        "estimates",
        "figures",
        "ranged",
        "range",
        "ranges",
        "anywhere",
        "vary",
        "varying",
        "varied",
        "numbering",
    )


def _scaled(low: Part, high: Part) -> int | None:
    """The first end of a range, which may leave its magnitude to the second: "2- to 3,000"."""
    if low.value is None or high.value is None:
        return None
    if low.scale == 1 and high.scale > 1 and low.value < high.value // high.scale:
        return low.value * high.scale
    if high.scale == 1 and high.value % 1000 == 0 and low.value < high.value // 1000:
        return low.value * 1000
    return low.value


def _part(tokens: list[Token], at: int) -> Part | None:
    """The longest simple number that begins at this token."""
    if at >= len(tokens):
        return None
    token = tokens[at]
    if token.kind == NUMBER:
        return _digits(tokens, at)
    low = token.low
    if low in roles():
        role, value = roles()[low]
        if role == "vague":
            return vague(tokens, at, str(value))
        if role == "few":
            return few(tokens, at + 1)
        if role == "one":
            return None  # only "a single", "a lone"
        if role in ("suffix", "scale", "hundred", "dozen", "group"):
            return bare(tokens, at, role, int(value))
        return in_words(tokens, at)
    if low in _INDEFINITE:
        return indefinite(tokens, at)
    return in_words(tokens, at) if "-" in low else None


_INDEFINITE = ("a", "an", "another", "half", "quarter", "half-dozen", "half-a-dozen")


@cache
def _opens() -> frozenset[str]:
    """The words that may begin a number."""
    return frozenset((*roles(), *_INDEFINITE))


def _digits(tokens: list[Token], at: int) -> Part | None:
    text, last = tokens[at].low, at + 1
    if not text.isdecimal():
        text = text.replace(",", "").replace("\u00a0", "").replace("\u202f", "").replace("\u2009", "")
    for token in _more_digits(tokens, at):
        text, last = text + token.low, last + 1
    if "." in text and DOTTED.fullmatch(text) and not (last < len(tokens) and tokens[last].low in magnitudes()):
        text = text.replace(".", "")
    scale = 1
    text = text.removesuffix("x")  # "3x HIMARS"
    letters = text.lstrip("0123456789.")
    if letters:
        scale = roles().get(letters, ("", 0))[1] if letters in roles() else 0  # type: ignore[assignment]
        text = text[: -len(letters)]
    if len(text) > 14 or not text or not text.replace(".", "", 1).isascii():
        return None
    if last < len(tokens) and tokens[last].low in magnitudes() and scale == 1:
        scale = magnitudes()[tokens[last].low]
        last += 1
    if "." in text and scale == 1:
        return None
    value = round(float(text) * scale) if "." in text else int(text) * scale
    return Part(last, value, scale) if value else None


def _more_digits(tokens: list[Token], at: int) -> list[Token]:
    """Thousands parted by blanks: "954 720", "1 340". Not "8 155 mm howitzers", nor "May 8 500 soldiers"."""
    found: list[Token] = []
    if not _opens_thousands(tokens, at):
        return found
    end = tokens[at].end
    for token in tokens[at + 1 : at + 4]:
        if token.start != end + 1 or len(token.low) != 3 or not token.low.isdecimal():
            break
        found.append(token)
        end = token.end
    following = tokens[at + 1 + len(found)] if at + 1 + len(found) < len(tokens) else None
    calibre = following is not None and (
        following.low in traps("measure") or (following.start == end and following.low in "-/")
    )
    return [] if calibre else found


def _opens_thousands(tokens: list[Token], at: int) -> bool:
    before = tokens[at - 1] if at else None
    low = tokens[at].low
    if len(low) > 3 or not low.isdecimal() or low[0] == "0" or at + 1 >= len(tokens) or len(tokens[at + 1].low) != 3:
        return False
    return before is None or not (before.low.rstrip(".") in word_class("month") or before.low in traps("designator"))
