"""Made copy: wire paragraphs out of our own words, and the edits that desks make to them.

In: a seeded random source. Out: paragraphs of some forty words with numbers in them, and changed
versions of which we know what they are. Nothing here is anybody's text.
"""

from __future__ import annotations

from random import Random
from typing import Final

from agents.held_words import held_words

_WHO: Final = (
    "The defence ministry", "A regional governor", "The general staff", "A rebel spokesman", "The army command",
    "Two officials", "A senior diplomat", "The border guard", "A village elder", "The navy", "The mission's head",
    "A hospital director", "An opposition lawmaker", "The joint headquarters", "A monitoring group",
)
_SAID: Final = ("said", "reported", "announced", "wrote", "told reporters", "claimed", "stated", "added", "noted")
_WHEN: Final = (
    "on Monday", "on Tuesday", "late on Wednesday", "on Thursday morning", "on Friday", "at the weekend",
    "before dawn", "after nightfall", "during the truce", "at the start of the rains", "within hours of the vote",
)
_UNITS: Final = (
    "soldiers", "howitzers", "drones", "armoured vehicles", "reservists", "mortars", "rocket launchers", "recruits",
    "patrol boats", "helicopters", "marines", "engineers", "shells", "tanks", "volunteers", "radar sets",
)
_DID: Final = (
    "crossed the river", "were seen near the dam", "reached the northern depot", "left the garrison by rail",
    "were handed over at the port", "took part in the parade", "were hidden under the bridge", "came from old stores",
    "joined the column at the crossroads", "stood idle for want of fuel", "were moved closer to the coast",
)
_NUMBERS: Final = (
    "40", "three", "1,200", "about 300", "up to 90", "at least 17", "12,000", "some 650", "eleven", "2,450",
    "5.5 million", "nearly 800", "more than 70", "two dozen", "235", "six", "31", "4,000", "9,100", "fewer than 50",
)
_PLACE: Final = (
    "Arvandel", "Costrava", "Lower Temsk", "the Oru valley", "Port Ilmar", "Dranitsa", "the salt marshes", "Kelbara",
    "Hask district", "the Vorna heights", "Mirgul", "East Tolan", "Sabrek", "the old airfield", "Ninth Hill", "Quorra",
)
_ADJECTIVES: Final = (
    "quiet", "dented", "distant", "muddy", "crowded", "fortified", "burned", "ruined", "frozen", "disputed", "narrow",
    "shallow", "wooded", "empty", "remote", "flooded", "hasty", "costly", "bitter", "uneasy", "fragile", "sudden",
)
_NOUNS: Final = (
    "ferry", "orchard", "quarry", "school", "market", "silo", "tunnel", "convoy", "checkpoint", "harvest", "pipeline",
    "monastery", "ridge", "canal", "warehouse", "station", "bakery", "clinic", "lighthouse", "mine", "barracks",
)
_VERBS: Final = (
    "reopened", "collapsed", "emptied", "vanished", "stalled", "shifted", "widened", "froze", "burned", "recovered",
    "crumbled", "quietened", "hardened", "slowed", "spread", "ended", "resumed", "lapsed", "doubled back", "held",
)
_CLAUSES: Final = (
    "while the {a} {n} beside {p} {v}", "because the {a} {n} had {v}", "although nobody in {p} saw the {n}",
    "before the {a} {n} of {p} {v}", "as the {n} and the {a} {m} {v}", "after the road past the {n} {v}",
)
_ASIDES: Final = (
    "The {a} {n} near {p} {v} {w}, and the {m} behind it followed.", "In {p} the {n} {v} {w}, people there said.",
    "{s} gave no details of the {a} {n} in {p}.", "Nothing was left of the {n} but a {a} {m}, residents of {p} said.",
)
HEADINGS: Final = (
    "Pressure grows on the river front", "Talks resume in the capital", "What the commanders want", "A long road home",
    "Villagers return to ruins", "Questions about supplies", "Allies weigh their answer", "Calm before the vote",
)
DATELINES: Final = (
    "PORT ILMAR, March 28 (Wire) - ", "KELBARA (Agency) -- ", "MIRGUL, 4 April (North Desk) \u2014 ", "(Agency) - ",
    "DRANITSA, Oct. 3 \u2013 ",
)
_SYLLABLES: Final = tuple(consonant + vowel for consonant in "bdfghklmnprstvz" for vowel in "aeiou")
_VOCABULARY: Final = 30_000
_PLAIN: Final = _ADJECTIVES + _NOUNS


def paragraph(random: Random) -> str:
    """Some forty words (34 to 48) with one to three numbers."""
    text = f"{_lead(random)} {_aside(random)}"
    while len(text.split()) < 34:
        text += f" {_aside(random)}"
    return text if len(text.split()) <= 48 else paragraph(random)


def edited(random: Random, text: str, words: int, *, blind: bool = False) -> str:
    """`words` of its words replaced, left out or added. Never a number; unless blind, nor any word that
    a copy may not change."""
    tokens = text.split(" ")
    free = [at for at, token in enumerate(tokens) if not _number(token) and (blind or not _held(token))]
    for at in sorted(random.sample(free, words), reverse=True):
        way = random.random()
        if way < 0.6:
            tokens[at] = random.choice([word for word in _PLAIN if word != tokens[at]])
        elif way < 0.8:
            del tokens[at]
        else:
            tokens.insert(at, random.choice(_PLAIN))
    return " ".join(tokens)


def restyled(random: Random, text: str) -> str:
    """The same words in another house's typing: case, dashes, quotes, spaces, invisible characters."""
    text = random.choice((str, str.upper))(text)
    text = text.replace("'", random.choice("'\u2019")).replace(" - ", " \u2014 ")
    spaces = random.choice((" ", "  ", "\u00a0", " \u200b"))
    return text.replace(" ", spaces).replace(". ", random.choice((". ", ".  ", "; ")))


def renumbered(random: Random, text: str) -> str:
    """One of its numbers changed, the rest as it was."""
    tokens = text.split(" ")
    at = random.choice([at for at, token in enumerate(tokens) if _number(token)])
    bare = tokens[at].rstrip(".,")
    stop = tokens[at][len(bare) :]
    others = ("7", "13", "four", "2,900", "10,500", "nine", "44", "15.5", "hundred")
    tokens[at] = random.choice([other for other in others if other != bare]) + stop
    return " ".join(tokens)


def wide_paragraph(random: Random) -> str:
    """Forty words of a vocabulary as wide as a newsroom's, as often as Zipf has it, with stock phrases:
    what look-ups cost depends on how much unrelated paragraphs share."""
    words: list[str] = []
    while len(words) < 40:
        if random.random() < 0.12:
            words += [_word(random.randint(1, 400) * 7 + at) for at in range(4)]
        else:
            words.append(_word(int(_VOCABULARY ** random.random())))
    return " ".join((*words[:20], str(random.randint(2, 9000)), *words[20:])) + "."


def _word(rank: int) -> str:
    """The word of that rank: as many syllables as it takes to tell them apart."""
    word = _SYLLABLES[rank % len(_SYLLABLES)]
    while rank := rank // len(_SYLLABLES):
        word += _SYLLABLES[rank % len(_SYLLABLES)]
    return word


def has_number(text: str) -> bool:
    return any(_number(token) for token in text.split(" "))


def _lead(random: Random) -> str:
    pick = random.choice
    clause = _filled(random, pick(_CLAUSES))
    more = f", and {pick(_NUMBERS)} {pick(_UNITS)} {pick(_DID)}" if random.random() < 0.4 else ""
    return (
        f"{pick(_WHO)} {pick(_SAID)} {pick(_WHEN)} that {pick(_NUMBERS)} {pick(_UNITS)} {pick(_DID)} in "
        f"{pick(_PLACE)}{more} {clause}."
    )


def _aside(random: Random) -> str:
    return _filled(random, random.choice(_ASIDES))


def _filled(random: Random, pattern: str) -> str:
    pick = random.choice
    return pattern.format(
        a=pick(_ADJECTIVES), n=pick(_NOUNS), m=pick(_NOUNS), p=pick(_PLACE), v=pick(_VERBS), w=pick(_WHEN), s=pick(_WHO)
    )


def _number(token: str) -> bool:
    bare = token.strip(".,").casefold()
    return any(map(str.isdigit, bare)) or held_words().get(bare) == "number"


def _held(token: str) -> bool:
    return token.strip(".,").casefold() in held_words()
