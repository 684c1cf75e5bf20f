"""Verbs: tokens flow in, the verbs and verbal nouns that say what happened to troops and arms flow out.

data/verbs.csv gives each verb a status and a frame: who its subject and object are (the sender, the
one who harms, the one who loses); data/nominals.csv does so for nouns ("deployment of", "loss of").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from agents.extract.nouns.items import item_at
from agents.extract.numbers.number_words import is_number_word
from agents.extract.words.lexicon import check_among, numbered, rows
from agents.extract.words.tokens import NUMBER, Token
from agents.extract.words.vocabulary import function_words, word_class

Frame = Literal["transfer", "receive", "own", "trainer", "use", "arrive", "harm", "loss", "self", "inherit"]
"""transfer: subject gives the object to a receiver. receive: the subject gets it. own: the subject has
it. trainer: the subject teaches it. use: the subject fires it at a target. arrive: the object, as
subject, lands on a target. harm: the subject does it to the object. loss: the subject loses it, or dies.
self: the figure itself acts. inherit: says nothing; look further."""
Form = Literal["base", "s", "past", "participle", "ing", "noun"]

_FRAMES = ("transfer", "receive", "own", "trainer", "use", "arrive", "harm", "loss", "self", "inherit")


class Verb(NamedTuple):
    """tokens[first:last] are the verb. passive: after a form of "be", or a bare participle cannot be told: False."""

    first: int
    last: int
    lemma: str
    status: str
    frame: Frame
    as_subject: str
    form: Form
    passive: bool = False

    @property
    def may_modify(self) -> bool:
        """Whether it can stand before a noun: captured soldiers, incoming missiles."""
        return self.form in ("participle", "past", "ing", "noun") or (
            self.form == "base" and self.frame in ("use", "self", "own")
        )


@dataclass(frozen=True, slots=True)
class _Entry:
    lemma: str
    status: str
    frame: Frame
    as_subject: str
    form: Form


def find_verbs(tokens: list[Token]) -> dict[int, Verb]:
    """By the index of their first token, longest match first, never overlapping; linear in the tokens."""
    found: dict[int, Verb] = {}
    forms, longest = _forms()
    lows = [token.low for token in tokens]
    at = 0
    while at < len(lows):
        low = lows[at]
        if low not in longest:
            at += 1
            continue
        size = 0
        for n in range(min(longest[low], len(lows) - at), 0, -1):
            words = low if n == 1 else " ".join(lows[at : at + n])
            if words in forms and not _is_up_to(tokens, at + n):
                size = n
                break
        if not size:
            at += 1
            continue
        if (low.endswith("ing") and _in_item(tokens, at)) or _is_month(tokens, at):
            at += 1  # "an infantry fighting vehicle" names a thing, "March 28" a day
            continue
        entry = _pick(forms[words], tokens, at, at + size)
        if entry is not None and entry.lemma == "put" and _taught(tokens, at + size):
            entry = _Entry("train", "trained", "trainer", "trained", entry.form)
        if entry is not None:
            passive = entry.form in ("participle", "past") and _after_be(tokens, at)
            found[at] = Verb(
                at, at + size, entry.lemma, entry.status, entry.frame, entry.as_subject, entry.form, passive
            )
        at += size
    return found


def _counts(low: str) -> bool:
    return low[:1].isdigit() or is_number_word(low) or low in word_class("before_count")


def _taught(tokens: list[Token], at: int) -> bool:
    """ "Put 52,000 through its courses", "putting 1,000 marines through their paces"."""
    behind = [token.low for token in tokens[at : at + 12]]
    return "through" in behind and not word_class("put_through").isdisjoint(behind)


def _is_up_to(tokens: list[Token], end: int) -> bool:
    """ "delivered up to 88 guns": the word belongs to the number, not to the verb."""
    if tokens[end - 1].low != "up" or end + 1 >= len(tokens) or tokens[end].low != "to":
        return False
    return tokens[end + 1].kind == NUMBER or is_number_word(tokens[end + 1].low)


def _is_month(tokens: list[Token], at: int) -> bool:
    if tokens[at].low not in ("march", "may") or not tokens[at].capital:
        return False
    return any(tokens[place].kind == NUMBER for place in (at - 1, at + 1) if 0 <= place < len(tokens))


def _pick(entries: tuple[_Entry, ...], tokens: list[Token], at: int, end: int) -> _Entry | None:
    """Noun or verb, where the word may be either: "launch", "strikes", "attack"."""
    noun = next((entry for entry in entries if entry.form == "noun"), None)
    verb = next((entry for entry in entries if entry.form != "noun"), None)
    before = tokens[at - 1].low if at else ""
    after = tokens[end].low if end < len(tokens) else ""
    if noun is not None and noun.lemma == "liberation" and tokens[at].capital:
        return verb  # "the People's Liberation Army"
    if verb is not None and _is_no_verb(verb, tokens, at, before, after):
        return noun
    if verb is not None and verb.form in ("past", "participle"):
        base = next((one for one in entries if one.form == "base" and one.lemma == verb.lemma), None)
        return base if base is not None and before in word_class("infinitive_mark") else verb
    if noun is not None and verb is not None:
        if verb.form == "ing":
            counted = after == "to" and end + 1 < len(tokens) and _counts(tokens[end + 1].low)
            return noun if counted or after == "of" or before in ("the", "a") else verb
        is_verb = before in word_class("verb_follows") or before in function_words("modal", "do") or _has_object(after)
        return verb if is_verb and before not in ("the", "a", "an") else noun
    if verb is not None and verb.form in ("base", "s") and verb.frame != "inherit" and not _is_finite(tokens, at, end):
        return None
    return verb or noun


def _is_no_verb(verb: _Entry, tokens: list[Token], at: int, before: str, after: str) -> bool:
    """A noun in the shape of a verb: "of US make", "parliament's leave", "Reserve 300,000 men"."""
    if verb.lemma == "make" and after in word_class("made_no_thing"):
        return True  # "making it the largest mission"
    if verb.lemma == "sign contracts" and after in ("for", "with", "worth", "to", "on"):
        return True  # arms are bought so
    if verb.lemma == "put" and not _counts(after):
        return True  # "put the dead at 84"; but "put 6,000 men ashore"
    if verb.form not in ("base", "s"):
        return False
    if before == "'s" or (before == "us" and verb.form == "base" and tokens[at - 1].capital and not tokens[at].capital):
        return True
    if verb.form == "s":
        return before in ("them", "whom") and after in (",", ".", "")
    opens = tokens[at].capital and before in ("", ".", ":", "|", ";")
    return opens and after[:1].isdigit() and verb.lemma in word_class("labels")


def _in_item(tokens: list[Token], at: int) -> bool:
    """Whether the word stands within a name of ours that began up to two words before."""
    return any(
        (item := item_at(tokens, start)) is not None and start + item.size > at + 1
        for start in range(max(0, at - 2), at + 1)
    )


def _is_finite(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a bare form is a verb here and no noun ("two ships", "small arms"): its neighbours say so."""
    before = tokens[at - 1].low if at else ""
    after = tokens[end].low if end < len(tokens) else ""
    if before in word_class("noun_follows", "prep_before_noun") or (is_number_word(before) and before):
        return False
    if before in word_class("verb_follows") or before in function_words("modal", "do", "pron"):
        return True
    object_follows = (
        _has_object(after)
        or is_number_word(after)
        or (end < len(tokens) and tokens[end].capital and not tokens[at].capital)
    )
    return (bool(after) and object_follows) or (
        before in ("and", "or") and after in function_words("det", "poss", "prep")
    )


def _has_object(after: str) -> bool:
    return after[:1].isdigit() or after in word_class("object_opens")


def _after_be(tokens: list[Token], at: int) -> bool:
    skip = _before_participle()
    place = at - 1
    while place >= 0 and at - place < 5 and (tokens[place].low in skip or tokens[place].low.endswith(("ly", '"', "'"))):
        place -= 1
    if place >= 0 and tokens[place].low in ("or", "and", ",") and place and at - place < 2:
        return _after_be(tokens, place - 1) if place >= 2 else False
    return place >= 0 and (tokens[place].low in function_words("be") or tokens[place].low in word_class("becoming"))


@cache
def _before_participle() -> frozenset[str]:
    """What may stand between "were" and its participle."""
    return function_words("adv", "neg") | {"all", "both", "each"}


def with_particle(verb: Verb, particle: str) -> Verb:
    """ "Brought 1,000 soldiers home": the verb that the two make, where the list has it; else the verb itself."""
    entries = _forms()[0].get(f"{verb.lemma} {particle}", ())
    whole = next((entry for entry in entries if entry.form == "base"), None)
    if whole is None:
        return verb
    return verb._replace(lemma=whole.lemma, status=whole.status, frame=whole.frame, as_subject=whole.as_subject)


@cache
def _forms() -> tuple[dict[str, tuple[_Entry, ...]], dict[str, int]]:
    """Every inflected form with its readings, and per first word the words of its longest form."""
    forms: dict[str, tuple[_Entry, ...]] = {}
    small = function_words("prep", "adv", "det", "be", "have")

    def add(words: str, entry: _Entry) -> None:
        if words not in small and entry not in forms.get(words, ()):
            forms[words] = (*forms.get(words, ()), entry)

    for line, row in numbered("verbs"):
        check_among("verbs.csv", line, row, "frame", _FRAMES)
        for form, words in inflect(row["verb"], row["past"], row["participle"], row["ing"]):
            add(words, _Entry(row["verb"], row["status"], row["frame"], row["as_subject"], form))  # type: ignore[arg-type]  # checked above
    for row in rows("nominals"):
        add(row["word"], _Entry(row["word"], row["status"], row["frame"], "", "noun"))  # type: ignore[arg-type]
    longest: dict[str, int] = {}
    for words in forms:
        pieces = words.split()
        longest[pieces[0]] = max(longest.get(pieces[0], 0), len(pieces))
    return forms, longest


def inflect(verb: str, past: str = "", participle: str = "", ing: str = "") -> list[tuple[Form, str]]:
    """Its forms, regular unless given; in "shoot down" the first word bends."""
    head, _, rest = verb.partition(" ")
    tail = f" {rest}" if rest else ""
    regular = (
        head + ("d" if head.endswith("e") else "ed")
        if not (head.endswith("y") and head[-2] not in "aeiou")
        else head[:-1] + "ied"
    )
    if ing.endswith("ing") and not past and ing[:-3] != head and not head.endswith("e"):
        regular = ing.split()[0][:-3] + "ed"  # a doubled consonant: shipping, shipped
    past = past or regular + tail
    participle = participle or past
    stem = head[:-1] if head.endswith("e") and not head.endswith("ee") else head
    doubled = (
        past.split()[0][:-2]
        if past.split()[0].endswith("ed")
        and not head.endswith("e")
        and past.split()[0][-3:-2] == past.split()[0][-4:-3] != ""
        and past.split()[0][:-2] != head
        and past.split()[0][:-3] == head
        else stem
    )
    ing = ing or doubled + "ing" + tail
    third = head + ("es" if head.endswith(("s", "x", "ch", "sh", "o")) else "s")
    if head.endswith("y") and head[-2] not in "aeiou":
        third = head[:-1] + "ies"
    forms: list[tuple[Form, str]] = [
        ("past", past),
        ("participle", participle),
        ("ing", ing),
        ("base", verb),
        ("s", third + tail),
    ]
    return forms
