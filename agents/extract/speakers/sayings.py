"""Sayings: a sentence flows in, every attribution in it flows out: who says so, and of what.

Reads "X said that ...", "..., X said", "..., said X", "according to X", "citing X" (the one cited
says it), "X's count", "news: X", and verbs that say something in some places only.
"""

from __future__ import annotations

from functools import cache

from agents.extract.clauses.clauses import Sentence
from agents.extract.speakers.bylines import before_colon, behind_all
from agents.extract.speakers.claim_names import claim_words, clause_start, inverted, name_end, named_within
from agents.extract.speakers.claim_places import clause_behind, comma_before, number_behind, tells
from agents.extract.speakers.claim_reach import TURNS, next_clause, other_state, turn
from agents.extract.speakers.claim_shared import back_to_finite, before_times, opening
from agents.extract.speakers.claim_sources import (
    Saying,
    again,
    believed,
    by_whom,
    clause_stop,
    counted_by,
    own_count,
    quoted_as_saying,
    seen_by,
    source_at,
    source_words,
    stated_by,
)
from agents.extract.speakers.claim_subjects import subject
from agents.extract.words.vocabulary import function_words, word_class


def sayings(sentence: Sentence) -> list[Saying]:
    """Every attribution in the sentence, in its order."""
    telling = _telling()
    if telling.isdisjoint(sentence.words_of):
        return list(behind_all(sentence))
    found: list[Saying] = []
    sources, counts, tallies, verbs = source_words(), claim_words("count"), _owned(), _verbs()
    for at, low in enumerate(sentence.lows):
        if low not in telling:
            continue
        source = source_at(sentence, at) if low in sources else None
        if source is None and (low in counts or (low in _SAME and sentence.low(at - 1) == "same")):
            source = counted_by(sentence, at)
        if source is None and low == "own" and sentence.low(at + 1) in tallies | {"number", "numbers"}:
            source = own_count(sentence, at)
        if source is None and sentence.low(at + 1) == "by" and low in _stated():
            source = stated_by(sentence, at)
        if source is None and low in tallies:
            source = own_count(sentence, at)
        if source is None and sentence.low(at - 1) == "official" and low in claim_words("toll"):
            source = own_count(sentence, at)  # "Lima's official toll stands at 31"
        if source is None and low == "if":
            source = believed(sentence, at)
        if source is None and low == ":":
            source = before_colon(sentence, at)
        if source is None and low == "run":
            source = _runs_to(sentence, at)
        if source is None and low in verbs and low != "according":
            source = _said(sentence, at)
        if source is not None and not any(one.first < source.first < one.last for one in found[-3:]):
            found.append(source)
    return found or list(behind_all(sentence))


_SAME = frozenset(("source", "sources", "tracker", "report"))
"""Behind "by the same" they mean whoever was named before."""


@cache
def _telling() -> frozenset[str]:
    """All words that an attribution may begin with."""
    kinds = claim_words("count") | claim_words("toll") | source_words().keys()
    return _verbs() | _stated() | _owned() | kinds | {":", "if", "own", "run", *_SAME}


@cache
def _owned() -> frozenset[str]:
    """What belongs to the one who says it: the ministry's tally, the army's claim."""
    return claim_words("tally") | claim_words("claim_noun")


@cache
def _stated() -> frozenset[str]:
    """What somebody is behind: the announcement by the minister, a tally by AFP."""
    return claim_words("claim_noun") | claim_words("tally") | claim_words("made_by")


@cache
def _verbs() -> frozenset[str]:
    """Verbs of saying, and words that are one only in some places."""
    found_in = "verb at gives asks reads senses shows speaks_of hears by_source foresees credits points"
    return frozenset().union(*(claim_words(kind) for kind in found_in.split()), ("public",))


def _runs_to(sentence: Sentence, verb: int) -> Saying | None:
    """ "Independent estimates of the militia run to 340,000"."""
    first, last = subject(sentence, verb)
    tallied = next((at for at in range(first, last) if sentence.low(at) in claim_words("tally")), -1)
    if tallied < 0 or sentence.low(verb + 1) not in ("to", "at", "from") or not number_behind(sentence, verb + 1):
        return None
    return Saying(first, tallied + 1, (verb + 1, clause_stop(sentence, verb)))


def _said(sentence: Sentence, verb: int) -> Saying | None:
    """X said (that) ...; ..., X said; ..., said X."""
    low = sentence.low(verb)
    if low == "adding" and (
        sentence.low(verb + 1) in ("to", "up", "another", "more") or sentence.low(verb - 1) in function_words("be")
    ):
        return None  # adds to a number, and does not speak: "adding to the seven", "is adding 16 jets"
    if low in claim_words("participle"):
        if sentence.low(verb - 1) in ("the", "same", "this", "that", "own"):
            return None  # "on the same reckoning"
        if low == "warning" and sentence.low(verb - 1) != "," and sentence.low(verb + 1) != "that":
            return None  # "an early warning aircraft"
        first, last = subject(sentence, back_to_finite(sentence, verb))
        if first == last:
            return None
        return _saying(sentence, first, last, (verb + 1, len(sentence.tokens)))
    before = sentence.low(verb - 1)
    if low in claim_words("tally") and sentence.low(verb + 1) in _OF:
        return None  # "independent estimates of the militia", "tallies since the war began"
    if low in claim_words("with_that") and not _states(sentence, verb):
        return None  # "found that 12 had died", and not "found 12 rifles"
    if low in ("claim", "claims", "claimed") and "lives" in (sentence.low(verb + 1), sentence.low(verb + 2)):
        return None  # an ambush that claimed the lives of 17 speaks not
    if low in ("quoted", "quotes", "cited", "cites"):
        quoted = quoted_as_saying(sentence, verb)
        if quoted is not None:
            return quoted
    if low in claim_words("noun_too") and sentence.low(verb + 1) in claim_words("verb") | claim_words("held"):
        return None  # "a U.N. report said", "reports say", "a report seen by Reuters estimates"
    if sentence.low(verb + 1) == "by" and sentence.low(verb + 2) not in claim_words("by_wire"):
        return by_whom(sentence, verb) or (seen_by(sentence, verb) if low in claim_words("by_source") else None)
    if low not in claim_words("verb") and not tells(sentence, verb):
        return None
    if low == "public":
        verb -= 1
        before = sentence.low(verb - 1)
    if low in ("states", "state") and sentence.low(verb + 1) != "that":
        return None
    who = verb - 1
    while who > verb - 4 and sentence.low(who) in function_words("have", "adv") | {"always", "never", "long"}:
        who -= 1
    if sentence.low(who) in ("which", "who") and sentence.low(who - 1) == ",":
        first, last = subject(sentence, who - 1)
        end = next((at for at in range(verb, len(sentence.tokens)) if sentence.low(at) == ","), len(sentence.tokens))
        return _saying(sentence, first, last, (verb + 1, end)) if first < last else None
    if low in ("believed", "thought", "reported", "estimated") and sentence.low(verb + 1) == "to":
        return None  # "infiltrators believed to be from the group" believe nothing
    joined = before_times(sentence, verb) - 1
    if joined > 0 and sentence.low(joined) == "and" and low in claim_words("shared"):
        first, last = opening(sentence, verb)
    elif before in word_class("no_subject") and low != "counting":
        return None
    else:
        first, last = subject(sentence, verb)
    if inverted(sentence, verb, first, last):
        start = verb + 1
        end = name_end(sentence, start)
        covers = (clause_start(sentence, verb), turn(sentence, end))
        return _saying(sentence, start, end, covers) if end > start else None
    if first == last:
        return None
    some = last == first + 1 and sentence.low(first) in ("some", "most", "many", "several", "other")
    if (some and low in claim_words("noun_too")) or not _fits(sentence, verb, first, last):
        return None  # "by some estimates Russia lost 3,000 tanks"
    promises = low in ("promised", "pledged", "promises", "pledges", "vowed", "vows")
    gives = promises and sentence.low(verb + 1) != "that" and number_behind(sentence, verb)
    if gives and sentence.named_tokens.issuperset(range(first, last)):
        return None  # "Oslo has promised eight": what a state gives, and nobody's word
    if comma_before(sentence, first):
        if sentence.low(first - 1) == "," and sentence.low(first - 2) in _INSIDE:
            return _saying(sentence, first, last, (verb + 1, len(sentence.tokens)))
        begins = sentence.low(verb + 1) == "that" or (
            low in claim_words("takes_number") and number_behind(sentence, verb)
        )
        start = verb + 1 if begins else clause_start(sentence, first)  # "after the fight that cost 20, Lima named four"
        return _saying(sentence, first, last, (start, turn(sentence, verb)))
    stop = clause_stop(sentence, verb)
    if low in claim_words("takes_number") | claim_words("asks") and sentence.low(verb + 1) != "that":
        stop = next_clause(sentence, verb, stop)
    if sentence.named_tokens.issuperset(range(first, last)):
        stop = other_state(sentence, verb, stop)
    only = low in claim_words("senses") | claim_words("shows") | claim_words("asks") and low not in claim_words("verb")
    if sentence.low(first - 1) == "what":  # "landed with what diplomats described as arms, and 12 trucks went"
        stop = next((at for at in range(verb, stop) if sentence.low(at) == ","), stop)
    only = only or (promises and sentence.low(verb + 1) not in ("that", "to"))  # "Rome promised 18 tanks, X told RAI"
    only = only and sentence.low(first - 1) not in TURNS | {"while"}
    start = verb + 1
    if sentence.low(first - 1) in _RELATIVE:
        start = max((one.first for one in sentence.quantities if first - _NEAR < one.first < first), default=start)
    return _saying(sentence, first, last, (start, stop))._replace(only=only)


_OF = frozenset(("of", "since", "from", "for", "by", "put", "puts", "run", "suggest", "show"))
_RELATIVE = frozenset(("whom", "which", "that"))
_NEAR = 8
"""Tokens between a count and what is said of it: "2,400 guerrillas whom the staff says winter there"."""


def _states(sentence: Sentence, verb: int) -> bool:
    """ "Found that", "found Ukraine was losing": a statement behind and no thing."""
    following = sentence.low(verb + 1)
    if following in ("that", ".", ""):
        return True
    named = verb + 1 in sentence.named_tokens
    return named and any(sentence.low(at) in function_words("be", "have") for at in range(verb + 2, verb + 6))


def _fits(sentence: Sentence, verb: int, first: int, last: int) -> bool:
    """Whether a word that often says something else says something with this subject."""
    low = sentence.low(verb)
    if low in claim_words("at") and not clause_behind(sentence, verb):
        return False
    if low in claim_words("points") and sentence.low(verb + 1) == "to":  # intercepts point to losses, and say nothing
        return not (claim_words("office") | claim_words("title")).isdisjoint(sentence.lows[first:last])
    if low in claim_words("foresees") and low not in claim_words("verb"):
        return not (claim_words("office") | claim_words("maker")).isdisjoint(sentence.lows[first:last])
    if low.startswith("request") or (low.startswith("ask") and sentence.low(verb + 1) not in ("for",)):
        return not (claim_words("office") | claim_words("tail")).isdisjoint(sentence.lows[first:last])
    if low.startswith("want"):  # what a state or an army wants is its plan; what a general wants, his word
        if not _MINISTERS.isdisjoint(sentence.lows[first:last]):
            return True
        plans = any(one.mention.form not in ("group", "leader") for one in named_within(sentence, first, last))
        return not plans and word_class("regular").isdisjoint(sentence.lows[first:last])
    if low in claim_words("senses") and low not in claim_words("verb"):
        named = not sentence.named_tokens.isdisjoint(range(first, last))
        counts = claim_words("office") | claim_words("force") | claim_words("tail")
        return named or not counts.isdisjoint(sentence.lows[first:last])
    if low in claim_words("reads"):
        return '"' in (sentence.low(first - 1), sentence.low(verb + 1), sentence.low(verb + 2)) or (
            sentence.low(verb + 1) == ":"
        )
    if low not in claim_words("weak"):
        return True
    if low.startswith("show") and _only_shows(sentence, first, last):
        return False
    if low.startswith("show") and not claim_words("record").isdisjoint(sentence.lows[first:last]):
        return number_behind(sentence, verb) or comma_before(sentence, first)
    if low.startswith("show") and sentence.low(last - 1) in ("book", "books") and sentence.low(last - 2) == "order":
        return False  # what an order book shows is nobody's word
    if low in claim_words("takes_number") and number_behind(sentence, verb):
        return True
    return clause_behind(sentence, verb) or comma_before(sentence, first)


def _only_shows(sentence: Sentence, first: int, last: int) -> bool:
    """ "Troopers show 38 rifles"; "the footage supports him: it shows one squad"."""
    if sentence.lows[first:last] == ["it"]:
        return not claim_words("mute").isdisjoint(sentence.lows[:first])
    return not claim_words("bearer").isdisjoint(sentence.lows[first:last])


_MINISTERS = frozenset(("minister", "president", "secretary", "chancellor", "premier", "commander"))

_INSIDE = frozenset(("provided", "if", "because", "that", "which", "who", "although", "though", "while", "but", "whom"))
"""Before "..., a colonel told CBC, ..." these open the clause that is told."""


def _saying(sentence: Sentence, first: int, last: int, covers: tuple[int, int]) -> Saying:
    words = [sentence.low(at) for at in range(first, last)]
    return Saying(first, last, covers, pronoun=again(words))
