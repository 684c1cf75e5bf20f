"""The search for a verb: a noun group flows in, the verbs to its right and left flow out.

English puts the verb right after the group ("were shot down"), before it ("launched 30 missiles";
a list shares its verb), further on, or in a clause of its own ("drones that Russia launched").
Which of those found decides is frames.py's."""

from __future__ import annotations

from typing import Literal

from agents.extract.clauses import Sentence
from agents.extract.items import item_at
from agents.extract.verbs import Verb
from agents.extract.vocabulary import function_words, word_class

Role = Literal["object", "subject", "adjunct", "same", ""]

_REACH_LEFT, _REACH_RIGHT = 90, 14
"""Tokens. A list of an army\'s losses runs to eighty; a verb further than fourteen on belongs elsewhere."""


_ASIDE = 25
"""Tokens in brackets at most; what is longer is no aside."""


_BOUNDS = frozenset(("many", "much", "few", "such"))
"""With "as" these open no clause: "as many as eight million", "such as"."""

_NOUN_LINKS = frozenset(("of", "with", "by", "involving", "including", "for"))
"""Between a verbal noun and what it was done to: "delivery of", "attack with", "contract for"."""


def verb_right(sentence: Sentence, last: int) -> tuple[Verb | None, bool, bool]:
    """The verb right after the group; whether it is finite; whether "who" or "which" leads to it."""
    tokens, at = sentence.tokens, last
    finite = relative = False
    auxiliaries = function_words("be", "have", "modal", "do") | word_class("becoming")
    adverbs = function_words("adv", "neg")
    while at < len(tokens) and at - last < 9:
        low = tokens[at].low
        verb = sentence.verbs.get(at)
        if low in auxiliaries and low != "being":
            finite = True
        elif low == "being":
            pass
        elif low in ("who", "which", "that") or (low == "," and sentence.low(at + 1) in ("who", "which")):
            relative = True
        elif (
            (low in word_class("transparent") and finite)
            or (low == "to" and finite)
            or (low == "among" and finite)
            or (low in ("those", "the") and sentence.low(at - 1) == "among")
        ):
            pass
        elif verb is not None and finite and _seen_doing(sentence, verb):
            at = verb.last - 1  # "were seen leaving": what they did comes behind
        elif verb is not None and _decides(sentence, verb, finite):
            base = verb.form in ("base", "s")
            return verb, finite or base or _active_past(verb), relative
        elif not (low in adverbs or low.endswith("ly") or (low == "'s" and at == last) or low == '"'):
            break
        at += 1
    return None, False, False


def _decides(sentence: Sentence, verb: Verb, finite: bool) -> bool:
    return verb.form != "noun" and (verb.frame != "inherit" or finite or _leaves(sentence, verb))


def _active_past(verb: Verb) -> bool:
    """A past form that can only be active: "died", "arrived", "fought"."""
    return verb.form == "past" and (
        verb.frame in ("self", "arrive")
        or verb.lemma in ("die", "surrender", "perish", "disappear", "desert", "defect", "leave", "lose contact")
    )


def _seen_doing(sentence: Sentence, verb: Verb) -> bool:
    """ "were seen leaving": a verb of seeing before what they did."""
    following = sentence.verbs.get(verb.last)
    acts = following is not None and following.form == "ing" and bool(following.status or following.as_subject)
    return acts and verb.frame == "inherit" and verb.form in ("past", "participle")


def _leaves(sentence: Sentence, verb: Verb) -> bool:
    """ "190 soldiers left on three aircraft", "left Niger": they went, and are not what is left."""
    if verb.lemma != "leave" or verb.form != "past":
        return verb.lemma == "leave" and verb.form == "ing"
    return sentence.low(verb.last) in word_class("leaving_behind") or verb.last in sentence.named_tokens


def verb_far_right(sentence: Sentence, last: int) -> Verb | None:
    """The first verb further on in the same clause, past phrases such as "from the 3rd Brigade in Kursk"."""
    for at in range(last, min(len(sentence.tokens), last + _REACH_RIGHT)):
        low = sentence.low(at)
        if low in (";", ":", "--", ".") or (
            low in word_class("clause_start") and low not in ("who", "which", "that", "than")
        ):
            return None
        verb = sentence.verbs.get(at)
        if verb is not None and any(quantity.last == at for quantity in sentence.quantities):
            continue
        acts = verb is not None and verb.form != "noun" and (verb.frame != "inherit" or verb.as_subject)
        if verb is not None and acts and not _modifying(sentence, verb):
            return verb
    return None


def verb_left(sentence: Sentence, first: int) -> tuple[Verb | None, Role, str]:
    """The nearest verb or verbal noun to the left within the clause, and how the group hangs on it."""
    prep = _preposition(sentence, first)
    prepositions = function_words("prep")
    at, crossed = first - 1, ""
    container: Verb | None = None
    lows, verbs, says, starts = sentence.lows, sentence.verb_ending, word_class("says"), word_class("clause_start")
    forms_of_be, forms_of_have = function_words("be"), function_words("have")
    while at >= 0 and first - at <= _REACH_LEFT:
        low = lows[at]
        if low in forms_of_be and sentence.low(at - 1) == "there":
            break
        if low == ")" and (opened := _opened(sentence, at)) >= 0:
            at = opened - 1  # "10 vehicles (before: 100), 30,000 rounds": an aside governs nothing behind it
            continue
        if low == ";" and (colon := _colon_before(sentence, at)) >= 0:
            at = colon - 1
            continue
        if low == ";" or (low == "--" and at < first - 1 and first - at > 12):
            break
        if low in forms_of_have and _only_small(sentence, at + 1, first):
            return Verb(at, at + 1, "have", "present", "own", "", "past"), "object", ""
        verb = verbs.get(at)
        if verb is not None and not _modifying(sentence, verb):
            hung = crossed or prep
            if verb.form == "noun":
                if verb.status == "present":
                    if hung == "of":
                        container = container or verb
                        crossed, prep = "", ""
                    at = verb.first - 1
                    continue
                losses = verb.frame in ("loss", "harm") and hung in ("at", "to", "as")  # "put its losses at 81"
                if hung in _NOUN_LINKS or losses or lows[verb.first] == "on" or ":" in lows[verb.last : verb.last + 4]:
                    return verb, "object", hung
                at = verb.first - 1
                continue
            given = verb.lemma in word_class("ditransitive") and _only_small(sentence, verb.last, first)
            if verb.passive and crossed in ("by", "with", "of") and lows[first - 1] in ("and", ","):
                return verb, _role_left(verb, crossed), crossed  # "was hit by 12 drones and 30 missiles"
            if verb.passive and not prep and not given:
                break  # its subject stands before it: "12 were killed and 30 others wounded"
            return verb, _role_left(verb, prep), prep
        if low in says and not any(sentence.low(place) == "along" for place in range(at, first)):
            break
        if low in starts and not _goes_on(sentence, at, first):
            break
        if low in prepositions and not crossed and low != prep and lows[at + 1] not in word_class("time_of_day"):
            crossed = low
        at -= 1
    return (container, "object", "of") if container is not None else (None, "", "")


def _goes_on(sentence: Sentence, at: int, first: int) -> bool:
    """Whether the word opens no clause here: "more than 12", "as well as 12", "after 12 soldiers"."""
    low = sentence.low(at)
    well = "well" in (sentence.low(at - 1), sentence.low(at + 1))
    bound = low == "as" and not {sentence.low(at - 1), sentence.low(at + 1)}.isdisjoint(_BOUNDS)
    return low == "than" or well or bound or (low in ("after", "before", "as", "since") and at == first - 1)


def _only_small(sentence: Sentence, start: int, end: int) -> bool:
    """Whether nothing but small words stands between: "has now about 12"."""
    small = function_words("adv", "det", "poss")
    return all(sentence.low(at) in small for at in range(start, end))


def _opened(sentence: Sentence, at: int) -> int:
    """Where the bracket stands that closes here; -1 when none does within reach."""
    return next((place for place in range(at - 1, max(-1, at - _ASIDE), -1) if sentence.low(place) == "("), -1)


def _colon_before(sentence: Sentence, at: int) -> int:
    """Where the colon stands that opens a list parted by semicolons; -1 when none does."""
    return next((place for place in range(at - 1, -1, -1) if sentence.low(place) == ":"), -1)


def _modifying(sentence: Sentence, verb: Verb) -> bool:
    """A participle inside a noun group: "the captured village", "its trained units"."""
    before = sentence.low(verb.first - 1)
    if verb.form not in ("participle", "past", "ing") or verb.passive:
        return False
    if (
        verb.form != "ing"
        and sentence.low(verb.last) in ("by", "in", "at", "from", "to", "on", "with")
        and _ends_noun(sentence, verb.first - 1)
    ):
        return True  # hangs on a noun before it: "70 vehicles left behind by the Americans, twelve helicopters"
    if before == "that":
        return False
    return (before in function_words("det", "poss") and verb.form != "ing") or before in (
        "the",
        "a",
        "an",
        "'s",
    )


def _ends_noun(sentence: Sentence, at: int) -> bool:
    """Whether a plural noun of ours that is counted ends here."""
    item = item_at(sentence.tokens, at) if at >= 0 else None
    return (
        item is not None
        and item.plural
        and any(quantity.last <= at <= quantity.last + 4 for quantity in sentence.quantities)
    )


def _preposition(sentence: Sentence, first: int) -> str:
    """The preposition right before the group, past "the", "its", "a total of"; "" when none."""
    at = first - 1
    while at >= 0 and first - at < 4 and sentence.low(at) in function_words("det", "poss") | {"total", '"', "all"}:
        at -= 1
    low = sentence.low(at)
    if at in sentence.verb_ending and sentence.verb_ending[at].form != "noun":
        return ""  # part of the verb: "flying in three battalions"
    if low == "with" and sentence.low(at - 1) in ("along", "together"):
        return ""
    return low if low in function_words("prep") or low == "than" else ""


def _role_left(verb: Verb, prep: str) -> Role:
    if not prep or prep in ("of", "including", "like") or prep in ("up", "off", "out", "down"):
        return "object"
    if prep in ("from", "to") and verb.frame in ("inherit", "own"):
        return "object"
    if prep == "for" and verb.frame == "receive":
        return "object"
    if (prep == "with" and verb.frame == "transfer") or (prep == "on" and verb.frame == "arrive"):
        return "object"
    return "adjunct"
