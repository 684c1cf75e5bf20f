"""Clauses of a counted noun's own: a noun group flows in, the verb that hangs on it there flows out.

"Drones that Russia launched", "the number of tanks it says it has lost", "bringing to 12 the number
killed": the group is what a clause behind or before it speaks of, though no verb stands next to it.
"""

from __future__ import annotations

from agents.extract.clauses.clauses import Sentence
from agents.extract.clauses.verbs import Verb
from agents.extract.words.vocabulary import function_words, word_class

ADJECTIVES = {
    "dead": "killed",
    "wounded": "wounded",
    "injured": "wounded",
    "missing": "missing",
    "unaccounted": "missing",
    "due": "pledged",
    "captive": "captured",
    "prisoner": "captured",
    "hostage": "captured",
    "ablaze": "destroyed",
}
"""Behind a counted noun they say what happened to it: "left 12 soldiers dead"."""

_CLAUSE = 16
"""Tokens of a clause between a noun and its verb: "held for two days by residents of a valley have been released"."""

_LEAVING = frozenset(("killed", "captured", "missing", "withdrawn"))
"""What a noun with a clause of its own may still do itself: die, surrender, vanish, leave."""

_ACTING = _LEAVING | {"sent", "trained", "launched"}
"""And behind an aside: "117 drones, smuggled in trucks, struck 41 aircraft"."""

_RELATIVE = frozenset(("who", "which", "that", "whom", "before"))
"""Open a clause that hangs on a noun, and no new one."""

_WINDOW = 16
"""Tokens between "the number of" and its number: "the number of militants it has killed in Gaza at 19,000"."""


_BE = frozenset(("are", "were", "is", "was", "been"))


def existential(sentence: Sentence, first: int) -> bool:
    """ "There are still 13,000 troops": nothing happened to them."""
    at = first - 1
    if sentence.low(at) == "to" and sentence.low(at - 1) in ("home", "host"):
        return True  # "the base, home to 2,500 troops, was hit"
    if _BE.isdisjoint(sentence.words_of):
        return False
    while sentence.low(at) in function_words("adv") or sentence.low(at) == "about":
        at -= 1
    stands = sentence.low(at) in ("are", "were", "is", "was") and sentence.low(0) in word_class("whereabouts")
    if stands and at < _CLAUSE and not any(place < at for place in sentence.verbs):
        return True  # "on board are 187 personnel"
    return (
        sentence.low(at) in ("are", "were", "is", "was", "been")
        and sentence.low(at - 1) in ("there", "have", "had")
        and "there" in (sentence.low(at - 1), sentence.low(at - 2))
    )


def object_clause(sentence: Sentence, last: int) -> Verb | None:
    """The verb of a clause that has the group as its object: "drones that Russia launched", "troops it has lost"."""
    if sentence.low(last) == "the" and sentence.low(last + 1) == "number":
        last += 2  # "bringing to 19 the number it keeps there"
    at = last + 1 if sentence.low(last) in ("that", "which") else last
    if sentence.low(at) == "the" and at + 1 in sentence.named_tokens and at > last:
        at += 1  # "that the Pentagon already has"
    subject = at
    if at in sentence.named_tokens:
        while at in sentence.named_tokens or sentence.low(at) in ("forces", "and"):
            at += 1
    elif sentence.low(at) in ("it", "they", "he", "we", "she"):
        at += 1
        if sentence.low(at) in ("say", "says", "said", "claims", "claimed"):
            own = {"it": 2, "they": 2, "its": 3, "their": 3}  # "warplanes it says it has downed", "its men took"
            at += own.get(sentence.low(at + 1), 0)
    elif sentence.low(at).endswith("s") and (wish := sentence.verbs.get(at + 1)) is not None:
        return wish if wish.status == "pledged" and wish.form == "base" else None  # "the 50,000 planners want"
    if at == subject:
        return None
    has = -1
    while sentence.low(at) in function_words("have", "modal", "adv") or sentence.low(at) == "be":
        has = at if sentence.low(at) in ("has", "have", "had") else has
        at += 1
    verb = sentence.verbs.get(at)
    if verb is None or verb.form == "noun":
        owned = has >= 0 and sentence.low(at) in function_words("prep") | {"", ".", ",", ";"}
        if (sentence.low(at), sentence.low(at + 1)) in (("on", "order"), ("under", "contract")):
            return Verb(has, has + 1, "order", "pledged", "receive", "other", "past")
        return Verb(has, has + 1, "have", "present", "own", "", "past") if owned else None
    return verb if verb.form in ("past", "participle", "s", "base") and verb.status and not verb.passive else None


def main_after(sentence: Sentence, start: int, listed: bool = False) -> Verb | None:
    """The main verb behind such a clause: "... launched overnight were destroyed", "... hired abroad surrendered".
    listed: whether the noun may go on as a list."""
    for at in range(start, min(len(sentence.tokens), start + _CLAUSE)):
        verb = sentence.verbs.get(at)
        joins = sentence.low(at) == "and" and not (at + 1 in sentence.named_tokens or _both_names(sentence, at))
        if listed and (joins or sentence.low(at) == ","):
            continue
        if sentence.low(at) in (",", ";") or joins or sentence.low(at) in word_class("clause_start") - _RELATIVE:
            return None
        if verb is not None and verb.passive and verb.status and sentence.low(verb.first - 2) != "to":
            if verb.lemma in ("ask", "tell"):
                return None  # "who put on uniform were not asked whether they wished to"
            return verb
        if verb is not None and verb.form == "past" and verb.as_subject in _LEAVING:
            return verb
        goes = verb is not None and verb.form == "ing" and sentence.low(at - 1) in _BE
        if verb is not None and goes and verb.as_subject in _ACTING:
            return verb  # "soldiers serving in Iraq are going home"
    return None


def attended(sentence: Sentence, participle: Verb) -> Verb | None:
    """The main verb behind "400 troops backed by tanks moved into Aden": who goes with them says nothing of them."""
    beside = sentence.low(participle.last) in ("by", "with") and participle.lemma in word_class("going_with")
    if not beside or participle.passive:
        return None
    for at in range(participle.last + 1, min(len(sentence.tokens), participle.last + _CLAUSE)):
        low = sentence.low(at)
        if low in (",", ";", ":", "--") or low in word_class("clause_start") - {"and"}:
            return None
        verb = sentence.verbs.get(at)
        if verb is not None and (verb.passive or verb.form in ("past", "s")) and (verb.status or verb.as_subject):
            return verb
    return None


def _both_names(sentence: Sentence, at: int) -> bool:
    """ "From Primorsko-Akhtarsk and Kursk": names on both sides."""
    around = sentence.tokens[at - 1 : at + 2]
    return len(around) == 3 and around[0].capital and around[2].capital


def past_aside(sentence: Sentence, last: int) -> Verb | None:
    """The main verb behind an aside in commas: "12 soldiers, most of them conscripts, lost their lives"."""
    tokens, at = sentence.tokens, last
    if not sentence.verbs:
        return None
    while at < min(len(tokens), last + 6) and sentence.low(at) not in _ASIDES:
        if at in sentence.verbs or sentence.low(at) in _ASIDE_ENDS:
            return None
        at += 1
    closing = _ASIDES.get(sentence.low(at))
    if closing is None:
        return None
    for close in range(at + 2, min(len(tokens), at + _CLAUSE)):
        low = sentence.low(close)
        if low in (";", ":"):
            return None
        if low != closing:
            continue
        place = close + 1
        while sentence.low(place) in function_words("be", "have", "adv") | {'"'}:
            place += 1
        verb = sentence.verbs.get(place)
        if verb is None or verb.form not in ("past", "participle", "s", "base"):
            continue
        if verb.passive or (place > close + 1 and verb.status) or verb.as_subject in _ACTING:
            return verb
    return None


_ASIDES = {",": ",", "--": "--", "—": "—", "–": "–", "(": ")"}
"""What opens an aside, and what closes it."""

_ASIDE_ENDS = frozenset((";", ":", ".", "and", "or", "were", "was", "are", "is", "have", "has", "had", "will"))


_FINDING = frozenset(("find", "discover", "locate", "seize", "uncover", "capture", "recover", "unearth", "confiscate"))


def done_then(sentence: Sentence, verb: Verb) -> Verb:
    """The second of two verbs joined, where it undoes the first: "13 mines were found and blown up"."""
    if verb.lemma not in _FINDING or sentence.low(verb.last) not in ("and", "&", "then"):
        return verb
    at = verb.last + 1
    while sentence.low(at) in function_words("adv"):
        at += 1
    then = sentence.verbs.get(at)
    ends = then is not None and then.status in ("destroyed", "intercepted", "killed", "exchanged")
    return then._replace(passive=verb.passive) if then is not None and ends else verb


def schooled(sentence: Sentence, last: int) -> Verb | None:
    """ "24 pilots are due to complete conversion", "recruits who finished a five-week course": they are trained."""
    attending = word_class("attending")
    if attending.isdisjoint(sentence.words_of):
        return None
    for at in range(last, min(len(sentence.tokens), last + _CLAUSE)):
        low = sentence.low(at)
        if low in (";", ":", "."):
            return None
        if low in attending:
            behind = range(at + 1, min(len(sentence.tokens), at + 6))
            course = next((place for place in behind if sentence.low(place) in word_class("schooling")), -1)
            return Verb(at, at + 1, "train", "trained", "trainer", "trained", "past") if course >= 0 else None
        if at in sentence.verbs and sentence.verbs[at].status and at > last:
            return None
    return None


def number_put(sentence: Sentence, first: int) -> tuple[Verb | None, bool]:
    """For "put the number of militants it has killed at 19,000": the verb; and whether a total is put at all.

    "Bringing the total to 14,000" puts one and says no verb: what was counted before goes on.
    """
    if sentence.low(first - 1) not in ("at", "to"):
        return None, False
    for at in range(first - 2, max(-1, first - _WINDOW), -1):
        low = sentence.low(at)
        if low in (";", ":") or low in word_class("says"):
            break
        if low in word_class("holding") and sentence.low(first - 1) == "to" and _raising(sentence, at):
            return None, True  # "taking its fleet to 18"
        if low in word_class("tally") and at not in sentence.verbs:
            inside = [
                verb
                for place in range(at + 1, first - 1)
                if (verb := sentence.verbs.get(place)) is not None and verb.status and verb.form != "noun"
            ]
            said = inside[0] if inside else _adjective(sentence, at + 1, first - 1)
            return said, True
    return None, False


def _raising(sentence: Sentence, noun: int) -> bool:
    places = range(max(0, noun - 4), noun)
    return any((verb := sentence.verbs.get(at)) is not None and verb.lemma in ("take", "bring") for at in places)


def _adjective(sentence: Sentence, start: int, end: int) -> Verb | None:
    """ "The number of dead soldiers", "the number missing": an adjective that says what happened."""
    for at in range(start, end):
        status = ADJECTIVES.get(sentence.low(at))
        if status:
            return Verb(at, at + 1, sentence.low(at), status, "harm", "", "participle")
    return None


def continues(sentence: Sentence, first: int) -> bool:
    """Whether the group is a part of the one counted before it: ", among them two generals"."""
    before = (sentence.low(first - 2), sentence.low(first - 1))
    return before in (("among", "them"), ("among", "whom"), ("of", "them")) or before[1] == "including"
