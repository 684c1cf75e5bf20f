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

Role = Literal["object", "subject", "adjunct", ""]

_REACH_LEFT, _REACH_RIGHT = 90, 14
"""Tokens. A list of an army\'s losses runs to eighty; a verb further than fourteen on belongs elsewhere."""


def existential(sentence: Sentence, first: int) -> bool:
    """ "There are still 13,000 troops": nothing happened to them."""
    at = first - 1
    while sentence.low(at) in function_words("adv") or sentence.low(at) == "about":
        at -= 1
    return (
        sentence.low(at) in ("are", "were", "is", "was", "been")
        and sentence.low(at - 1) in ("there", "have", "had")
        and "there" in (sentence.low(at - 1), sentence.low(at - 2))
    )


def verb_right(sentence: Sentence, last: int) -> tuple[Verb | None, bool, bool]:
    """The verb right after the group; whether it is finite; whether "who" or "which" leads to it."""
    tokens, at = sentence.tokens, last
    finite = relative = False
    auxiliaries, adverbs = function_words("be", "have", "modal", "do"), function_words("adv", "neg")
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
        elif verb is not None and verb.form != "noun" and not (verb.frame == "inherit" and not finite):
            base = verb.form in ("base", "s")
            return verb, finite or base or _active_past(verb), relative
        elif not (low in adverbs or low.endswith("ly") or (low in ("'s", '"') and at == last)):
            break
        at += 1
    return None, False, False


def object_clause(sentence: Sentence, last: int) -> Verb | None:
    """The verb of a clause that has the group as its object: "drones that Russia launched", "troops it has lost"."""
    at = last + 1 if sentence.low(last) in ("that", "which") else last
    subject = at
    if at in sentence.named_tokens and (at == last or sentence.low(last) in ("that", "which")):
        while at in sentence.named_tokens or sentence.low(at) in ("forces", "and"):
            at += 1
    elif sentence.low(at) in ("it", "they", "he", "we", "she"):
        at += 1
    if at == subject:
        return None
    while sentence.low(at) in function_words("have", "modal", "adv") or sentence.low(at) == "be":
        at += 1
    verb = sentence.verbs.get(at)
    return (
        verb
        if verb is not None and verb.form in ("past", "participle", "s", "base") and verb.status and not verb.passive
        else None
    )


def passive_after(sentence: Sentence, start: int) -> Verb | None:
    """The main verb behind such a clause: "... launched overnight were destroyed"."""
    for at in range(start, min(len(sentence.tokens), start + 10)):
        verb = sentence.verbs.get(at)
        if sentence.low(at) in (",", ";", "and"):
            return None
        if verb is not None and verb.passive and verb.status:
            return verb
    return None


def _active_past(verb: Verb) -> bool:
    """A past form that can only be active: "died", "arrived", "fought"."""
    return verb.form == "past" and (
        verb.frame in ("self", "arrive")
        or verb.lemma in ("die", "surrender", "perish", "disappear", "desert", "defect")
    )


def verb_far_right(sentence: Sentence, last: int) -> Verb | None:
    """The first verb further on in the same clause, past phrases such as "from the 3rd Brigade in Kursk"."""
    for at in range(last, min(len(sentence.tokens), last + _REACH_RIGHT)):
        low = sentence.low(at)
        if low in (";", ":", "--", ".") or (low in word_class("clause_start") and low not in ("who", "which", "that")):
            return None
        verb = sentence.verbs.get(at)
        if verb is not None and any(quantity.last == at for quantity in sentence.quantities):
            continue
        if verb is not None and verb.form != "noun" and (verb.frame != "inherit" or verb.as_subject):
            return verb
    return None


def verb_left(sentence: Sentence, first: int) -> tuple[Verb | None, Role, str]:
    """The nearest verb or verbal noun to the left within the clause, and how the group hangs on it."""
    prep = _preposition(sentence, first)
    prepositions = function_words("prep")
    at, crossed = first - 1, ""
    container: Verb | None = None
    while at >= 0 and first - at <= _REACH_LEFT:
        low = sentence.low(at)
        if low in function_words("be") and sentence.low(at - 1) == "there":
            break
        if low == ";" and (colon := _colon_before(sentence, at)) >= 0:
            at = colon - 1
            continue
        if low == ";" or (low == "--" and at < first - 1 and first - at > 12):
            break
        verb = sentence.verb_ending.get(at)
        if verb is not None and not _modifying(sentence, verb):
            hung = crossed or prep
            if verb.form == "noun":
                if verb.status == "present":
                    if hung == "of":
                        container = container or verb
                        crossed, prep = "", ""
                    at = verb.first - 1
                    continue
                if hung in ("of", "with", "by", "involving", "including", "for"):
                    return verb, "object", hung
                at = verb.first - 1
                continue
            return verb, _role_left(verb, prep), prep
        if low in word_class("says") and not any(sentence.low(place) == "along" for place in range(at, first)):
            break
        if low in word_class("clause_start") and not (
            low == "than" or (low in ("after", "before", "as", "since") and at == first - 1)
        ):
            break
        if low in prepositions and not crossed and low != prep:
            crossed = low
        at -= 1
    return (container, "object", "of") if container is not None else (None, "", "")


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
