"""The search for a verb: a noun group flows in, the verbs to its right and left flow out.

English puts the verb right after the group ("were shot down"), before it ("launched 30 missiles";
a list shares its verb), further on, or in a clause of its own ("drones that Russia launched").
Which of those found decides is frames.py's."""

from __future__ import annotations

from typing import Literal

from agents.extract.clauses.between import colon_before, inverted, listed, only_small, opened
from agents.extract.clauses.clauses import Sentence
from agents.extract.clauses.verbs import Form, Verb
from agents.extract.nouns.items import item_at
from agents.extract.words.vocabulary import function_words, word_class

Role = Literal["object", "subject", "adjunct", "same", ""]

_REACH_LEFT, _REACH_RIGHT = 90, 14
"""Tokens. A list of an army\'s losses runs to eighty; a verb further than fourteen on belongs elsewhere."""


_PUT_AT = 9
"""Tokens between a toll and the number it is put at."""

_BOUNDS = frozenset(("many", "much", "few", "such"))
"""With "as" these open no clause: "as many as eight million", "such as"."""

_BARS = frozenset((";", "|", "»", "•", "▪", "●", "➤", "►"))
"""Marks that part one headline or item from the next."""

BLOWS = frozenset(("strike", "strikes", "airstrike", "airstrikes", "raid", "raids"))
"""What falls on things and not with them: an attack may be one with 12 tanks."""

_SHARED_OUT = frozenset(("each", "both", "all"))
"""Between two subjects and what each of them did."""

_SAYS_LITTLE = frozenset(("", "sent", "present", "trained", "produced"))
"""Of a participle between a number and its noun: the next noun of the list has nothing of it."""

_NOUN_LINKS = frozenset(("of", "with", "by", "involving", "including", "for"))
"""Between a verbal noun and what it was done to: "delivery of", "attack with", "contract for"."""


def verb_right(sentence: Sentence, last: int) -> tuple[Verb | None, bool, bool]:
    """The verb right after the group; whether it is finite; whether "who" or "which" leads to it."""
    tokens, at = sentence.tokens, last
    finite = relative = False
    auxiliaries, becoming = function_words("be", "have", "modal", "do"), word_class("becoming")
    adverbs = function_words("adv", "neg")
    while at < len(tokens) and at - last < 9:
        low = tokens[at].low
        verb = sentence.verbs.get(at)
        if (low in auxiliaries or low in becoming) and low != "being":
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
    return verb.form != "noun" and (
        verb.frame != "inherit" or finite or _leaves(sentence, verb) or _falls_to(sentence, verb)
    )


def _falls_to(sentence: Sentence, verb: Verb) -> bool:
    """ "Fell to clashes": died; "fell to 12,000" is a number that shrank."""
    return verb.lemma == "fall to" and not sentence.low(verb.last)[:1].isdigit()


def _active_past(verb: Verb) -> bool:
    """A past form that can only be active: "died", "arrived", "fought"."""
    return verb.form == "past" and (
        verb.frame in ("self", "arrive")
        or verb.lemma in ("die", "fall to", "surrender", "perish", "disappear", "desert", "defect", "leave")
        or verb.lemma == "lose contact"
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
    if not sentence.verbs:
        return None
    starts = word_class("clause_start")
    for at in range(last, min(len(sentence.tokens), last + _REACH_RIGHT)):
        low = sentence.low(at)
        says = low in ("and", "but") and sentence.low(at + 1) in word_class("says")
        if says or low in _BARS or low in (":", "--", ".", "according") or (
            low in starts and low not in ("who", "which", "that", "than")
        ):
            return None
        if (low == '"' and sentence.low(at - 1) == ",") or (low in ("which", "whom") and sentence.low(at - 1) == "of"):
            return None  # the speaker of what was quoted; what became of a part
        if low in ("is", "are", "was", "were") and not any(at + step in sentence.verbs for step in (1, 2, 3)):
            return None  # "the garrison of 4,000 men is short of fuel, missionaries reached by radio said"
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
    forms_of_be, forms_of_have, met = function_words("be"), function_words("have"), sentence.met_on_the_left
    while at >= 0 and first - at <= _REACH_LEFT:
        at = met[at]
        if at < 0 or first - at > _REACH_LEFT:
            break
        low = lows[at]
        if low in forms_of_be and sentence.low(at - 1) == "there":
            break
        if low == ")" and (opening := opened(sentence, at)) >= 0:
            at = opening - 1  # "10 vehicles (before: 100), 30,000 rounds": an aside governs nothing behind it
            continue
        if low == ";" and (colon := colon_before(sentence, at)) >= 0:
            at = colon - 1
            continue
        if low in _BARS or (low == "--" and at < first - 1 and first - at > 12):
            break
        if low in forms_of_have and only_small(sentence, at + 1, first):
            form: Form = "base" if low == "have" else "past"
            return Verb(at, at + 1, "have", "present", "own", "", form), "object", ""
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
                put = hung in ("at", "to", "as") and first - verb.last < _PUT_AT
                losses = verb.frame in ("loss", "harm") and put  # "put its losses at 81"
                taught = verb.frame == "trainer" and hung == "to"  # "extend F-16 training to 18 more pilots"
                linked = hung in _NOUN_LINKS or taught or (hung in ("on", "against") and verb.lemma in BLOWS)
                if linked or losses or lows[verb.first] == "on" or ":" in lows[verb.last : verb.last + 4]:
                    return verb, "object", hung
                at = verb.first - 1
                continue
            given = verb.lemma in word_class("ditransitive") and only_small(sentence, verb.last, first)
            if verb.passive and crossed in ("by", "with", "of") and lows[first - 1] in ("and", ","):
                return verb, _role_left(verb, crossed), crossed  # "was hit by 12 drones and 30 missiles"
            armed = crossed == "with" and verb.frame in ("self", "arrive", "harm") and lows[first - 1] in ("and", ",")
            if armed and not listed(sentence, verb.last, lows.index("with", verb.last)):
                return verb, "adjunct", crossed  # "attacked the port with 12 drones and five missiles"
            if prep == "with" and lows[first - 2] == "," and listed(sentence, verb.last, first):
                return verb, "object", "with"  # "turned out 1,500 tanks, with 2,500 armoured vehicles"
            if verb.passive and not prep and not given and not inverted(sentence, verb, first):
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
    giver = sentence.verb_ending.get(at - 1) if low == "that" else None
    pointing = giver is not None and giver.lemma in ("cost", "give", "deny", "lose")  # "cost that brigade 28 men"
    day = low in ("before", "after") and sentence.low(at - 1) in word_class("span_of_time")  # "the day before"
    opens = low not in ("after", "before", "as", "since") or at != first - 1
    dated = low == "that" and sentence.low(at + 1) in word_class("span_of_time", "time_of_day")
    return low == "than" or well or bound or pointing or day or dated or not opens


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
    goes_on = verb.last < len(sentence.tokens)
    if before == "of" and verb.form != "ing" and goes_on and item_at(sentence.tokens, verb.last):
        return True  # "dozens of towed guns"
    if before == "that" or (before in _SHARED_OUT and verb.last in sentence.quantity_at):
        return False  # "each handed over 303"
    if goes_on and verb.first in sentence.quantity_ending and verb.status in _SAYS_LITTLE and (
        item_at(sentence.tokens, verb.last)
    ):
        return True  # "hauled out nine loaded launchers, 30 missiles and 60 rifles"
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
    at, articles = first - 1, function_words("det", "poss")
    while at >= 0 and first - at < 4 and (sentence.low(at) in articles or sentence.low(at) in ("total", '"', "all")):
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
