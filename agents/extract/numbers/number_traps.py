"""Numbers that count nothing: years, dates, times, money, measures, names, ages, votes.

In: tokens and the tokens of one number. Out: whether to leave it alone. A number that gets past
here still needs a noun that is counted, so only what stands right before such a noun matters.
"""

from __future__ import annotations

from unicodedata import category

from agents.extract.nouns.items import item_at
from agents.extract.numbers.number_words import is_number_word
from agents.extract.words.tokens import MARK, MODEL, NUMBER, WORD, Token
from agents.extract.words.vocabulary import function_words, traps, word_class


def is_no_count(tokens: list[Token], first: int, last: int) -> bool:
    """Whether tokens[first:last] is a measure, price, date, year, time or part of a name."""
    before = tokens[first - 1] if first else None
    after = tokens[last] if last < len(tokens) else None
    if before is not None and (_named(tokens, first, before) or _reference(tokens, first, last, before, after)):
        return True
    if _age(tokens, first, last) or _ratio(tokens, first):
        return True
    if before is not None and before.low in ("every", "each", "any") and tokens[first].low == "one":
        return True  # "every one of which was led astray"
    return (after is not None and _measures(tokens, last, after)) or _is_date(tokens, first, last)


def _reference(tokens: list[Token], first: int, last: int, before: Token, after: Token | None) -> bool:
    """ "[45]", "communique number 31": but "the rebels number 300"."""
    if before.low == "[":
        return after is not None and after.low == "]" and last - first == 1
    if before.low != "number" or first < 2 or tokens[first].kind != NUMBER or len(tokens[first].low) > 3:
        return False
    return tokens[first - 2].kind == WORD and not tokens[first - 2].low.endswith(("s", "n"))


def _age(tokens: list[Token], first: int, last: int) -> bool:
    """ "Boys under eighteen", "men over 60"."""
    if first > 2 and tokens[first].low in ("18", "16", "15", "17", "20", "21", "25", "30", "eighteen", "sixteen"):
        be, who = tokens[first - 2].low, tokens[first - 3].low  # "three of whom said they were under 18"
        if tokens[first - 1].low in ("under", "over", "below") and be in ("is", "was", "are", "were") and (
            who in ("they", "he", "she", "who")
        ):
            return True
    bound = first > 1 and tokens[first - 1].low in ("under", "over", "above", "below")
    whom = tokens[first - 2].low if bound else ""
    whole = (
        last >= len(tokens) or tokens[last].kind == MARK or tokens[last].low in function_words("prep", "be", "modal")
    )
    minor = tokens[first - 1].low == "under" and whom in ("were", "was", "are", "is") and tokens[first].low in _MINOR
    return whole and (minor or whom in word_class("of_age"))


_MINOR = ("15", "16", "17", "18", "fifteen", "sixteen", "seventeen", "eighteen")
"""Ages below which a soldier is a child: "three of whom said they were under 18"."""


def _ratio(tokens: list[Token], first: int) -> bool:
    """ "One in five of the 500 tanks"."""
    few = ("one", "two", "three", "four", "nine")
    return first > 1 and tokens[first - 1].low == "in" and tokens[first - 2].low in few and len(tokens[first].low) < 6


def _named(tokens: list[Token], first: int, before: Token) -> bool:
    """$5, No. 17, Hill 205, Shahed-136/131, .22 caliber, version 2."""
    if before.low in word_class("currency") or before.low == "#":
        return True
    glued = before.end == tokens[first].start
    if glued and category(before.low[0]) == "Cf":
        return True  # an invisible character within a number: which number is meant, nobody can say
    if glued and before.low in ("/", ".", "-", ":", "№", "+") and first > 1:
        earlier = tokens[first - 2]
        if before.low == "+" and earlier.low == "(":
            return False  # a general staff's daily "(+12)"
        return before.low != "-" or earlier.kind in (MODEL, NUMBER) or earlier.low in traps("designator")
    if tokens[first].kind == NUMBER and first > 1 and _type_of(tokens, first, before):
        return True
    if before.low in word_class("service_label") and "," in tokens[first].low:
        return False  # "Army 50,100"
    if before.low in traps("designator") and tokens[first].kind == NUMBER:
        return before.capital or before.low in ("no", "no.", "aged", "age")
    return before.low == "." and first > 1 and tokens[first - 2].low == "no"


def _type_of(tokens: list[Token], first: int, before: Token) -> bool:
    """ "Two ASC 890 aircraft", "ten Strv 122 tanks": short capitals between two numbers name a type."""
    counted = tokens[first - 2].kind == NUMBER or is_number_word(tokens[first - 2].low)
    short = before.kind == WORD and before.capital and len(before.low) <= 4 and "," not in tokens[first].low
    return counted and short and len(tokens[first].low) <= 4 and first < len(tokens) - 1


def _measures(tokens: list[Token], last: int, after: Token) -> bool:
    """45 percent, 2,000-pound, 155-mm, 18-year-old, 10:30, 1.5 centigrade, 12-3."""
    if after.start == tokens[last - 1].end and category(after.low[0]) == "Cf":
        return last + 1 < len(tokens) and tokens[last + 1].kind == NUMBER
    if after.low == "-" and last + 1 < len(tokens):
        glued = after.end == tokens[last + 1].start
        following = tokens[last + 1].low
        if following in ("strong", "man", "member", "soldier", "troop", "odd", "some", "plus", "person"):
            return following == "person"
        return glued or following in traps("measure")
    if after.low in (":", "/") and after.end - after.start == 1 and last + 1 < len(tokens):
        return tokens[last + 1].kind == NUMBER and tokens[last + 1].start == after.end
    if after.low == "per" and tokens[last - 1].low.isdecimal() and _on_top(tokens, last):
        return False
    if after.low == "per" and last + 1 < len(tokens) and tokens[last + 1].low in ("day", "week", "month", "year"):
        return False  # "an average of 1,080 per day"
    if after.low == "percent" or after.low == "%":
        return True
    if after.kind == MARK or after.low not in traps("measure"):
        return False
    named = item_at(tokens, last)
    return named is None or named.size < 2  # "13 barrel bombs", "40 foot soldiers", "12 night sights"


def _on_top(tokens: list[Token], last: int) -> bool:
    """A general staff's daily "(+510 per day)"."""
    return any(tokens[at].low == "+" and tokens[at - 1].low == "(" for at in range(max(1, last - 4), last))


def _years(tokens: list[Token], first: int, last: int) -> bool:
    """ "Between 2013 and 2017", "2014-2016"."""
    if last - first < 2:
        return False
    said = [token.low for token in tokens[first:last] if token.kind == NUMBER]
    return len(said) == 2 and all(len(low) == 4 and low.isdecimal() and "1900" <= low <= "2099" for low in said)


def _is_date(tokens: list[Token], first: int, last: int) -> bool:
    """28 March, March 28, SEP 89, and a year: 1900-2099 without a separator after a word like "in"."""
    if _years(tokens, first, last):
        return True
    if last - first != 1 or tokens[first].kind != NUMBER:
        return False
    low = tokens[first].low
    if len(low) > 2 and low[0] == "0" and low.isdecimal():
        return True  # "to 0600 on April 2"
    around = [tokens[at] for at in (first - 1, last) if 0 <= at < len(tokens)] if len(low) <= 2 else []
    months = word_class("month")
    if any(token.low.rstrip(".") in months and (token.low != "may" or token.capital) for token in around):
        after = tokens[last] if last < len(tokens) else None
        day = tokens[first - 2].low if first > 1 else ""
        if day.isdecimal() and len(day) <= 2 and after is not None and after.kind == WORD and after is not around[0]:
            return False  # "on 12 September 20 Jamaican soldiers"
        if after is None or after.low != "may":
            return True
        following = tokens[last + 1].low if last + 1 < len(tokens) else ""
        return after.capital and following not in function_words("be", "have")
    before = tokens[first - 1].low if first else ""
    if len(low) != 4:
        return False
    if before.rstrip(".") in months and before != "may":
        return True
    if len(low) == 4 and low.isdecimal() and "1900" <= low <= "2099":
        return before in word_class("before_year") or before in (
            "",
            ",",
            "(",
            "fall",
            "spring",
            "summer",
            "winter",
            "autumn",
            "and",
            "to",
            "'s",
            "year",
            "-",
            "its",
            "his",
            "their",
            "our",
        )
    return (
        before == "at"
        and len(low) == 4
        and low.isdecimal()
        and (low[0] in "012")
        and low[2] in "012345"
        and low[2:] in ("00", "15", "30", "45")
    )
