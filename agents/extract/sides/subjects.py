"""Subjects: a verb flows in, the party that does it flows out.

The nearest name, pronoun or definite noun to the left that no preposition and no other verb
governs; for a verbal noun ("Iran's launch of") its owner; for a passive, whoever stands after "by"."""

from __future__ import annotations

from agents.extract.clauses.clauses import Named, Sentence
from agents.extract.clauses.plain_verbs import is_plain_verb
from agents.extract.clauses.told import only_an_aside
from agents.extract.clauses.verbs import Verb
from agents.extract.sides.scene import Scene
from agents.extract.words.vocabulary import function_words, traps, word_class
from schemas.party import Party

_OPENS_CLAUSE = frozenset(("after", "before", "since", "until"))
"""Prepositions before a noun, and conjunctions where a verb follows: "after North Korea fired 23 missiles"."""

_AUXILIARY = frozenset(("had", "has", "have", "was", "were", "is", "are", "would", "will", "also"))

_FINITE = frozenset(("past", "s", "base"))

_HEADS = frozenset(
    ("president", "minister", "members", "ministry", "command", "commander", "leadership", "government", "elements")
)
"""Before "of" and a name these act for it: "the command of the Russian Central Grouping"."""

_DEFENDERS = frozenset(("defenders", "defences", "defenses"))

_PERSONS = frozenset(("it", "they", "he", "she"))

_CHARGED = frozenset(("of", "for", "from", "over"))
"""Between whom somebody blames, thanks or stops and what they do."""

_ASIDE_OPENS = frozenset(("which", "whom", "where"))

_JOINED = 20
"""Tokens that the object of the first of two joined verbs may take."""


def subject_of(sentence: Sentence, verb: Verb, scene: Scene) -> Party | None:
    """Who does it: the nearest name, pronoun or definite noun to the left that no preposition governs."""
    verb = _joined_to(sentence, verb)
    names = {name.last - 1: name for name in sentence.named if name.last <= verb.first}
    at = verb.first - 1
    while at >= 0 and verb.first - at < 60:
        low = sentence.low(at)
        name = names.get(at)
        if low in (";", "that") and low == ";":
            break
        if low in word_class("helper") and verb.first - at < 4 and not governed(sentence, at):
            return None  # "Kyiv needs more, and its allies have delivered": they are others
        if name is not None:
            if verb.frame == "inherit" and any(
                sentence.low(place) in word_class("said_of") for place in range(name.last, name.last + 3)
            ):
                break
            if helped(sentence, name):
                return None
            if name.object_of >= 0 and _made_to(sentence, name, verb):
                return name.party
            if (
                (
                    not name.prep
                    or (name.prep in _OPENS_CLAUSE and _right_before(sentence, name.last, verb))
                    or (name.prep == "of" and not name.outer.replace("of", "") and _of_forces(sentence, name))
                )
                and name.object_of < 0
                and name.mention.form != "place"
                and not only_tells(sentence, name)
                and not _only_abbreviates(sentence, name)
                and not _in_aside(sentence, name, verb)
            ):
                return name.party
            at = name.first - 1
            continue
        if low in _PERSONS and only_an_aside(sentence, at):
            at -= 1
            continue
        if low in ("it", "they", "he", "she", "we", "i", "them", "country", "enemy") or (
            low in ("south", "north") and sentence.low(at - 1) == "the" and _right_before(sentence, at + 1, verb)
        ):
            return _pronoun(sentence, low, at, scene)
        if low in _DEFENDERS and not governed(sentence, at):
            return _defender(sentence, at, scene)
        if low in word_class("regular", "irregular") and not governed(sentence, at):
            meant = next(
                (
                    one.party
                    for one in reversed(sentence.named)
                    if one.first < at and at - one.last < 3 and not one.prep
                ),
                None,
            )
            owner = sentence.low(at - 1)
            if meant is None and owner in function_words("poss"):
                group = scene.meant(low, sentence, at) if low in word_class("irregular") else None
                return group or scene.meant(owner, sentence, at)
            return meant or scene.meant(low, sentence, at)
        at -= 1
    return None


def _defender(sentence: Sentence, at: int, scene: Scene) -> Party | None:
    """Whom the sentence says is shot at, else the enemy of the one who attacks."""
    owner = next((name.party for name in sentence.named if at - 3 < name.last <= at and not name.prep), None)
    if owner is not None:
        return owner
    near = (name for name in reversed(sentence.named) if name.last <= at and name.mention.form != "place")
    target = next((name.party for name in near if name.outer in word_class("target_prep")), None)
    if target is not None or scene.attacker is None:
        return target or scene.meant("air", sentence, at)
    return scene.opponent(scene.attacker, sentence)


def _joined_to(sentence: Sentence, verb: Verb) -> Verb:
    """Killed in "its men had killed 60 soldiers and carried off two pickups": who does the one does the other."""
    if sentence.low(verb.first - 1) != "and" or verb.form not in _FINITE or verb.passive:
        return verb
    near = (sentence.verbs.get(at) for at in range(verb.first - 2, max(-1, verb.first - _JOINED), -1))
    other = next((one for one in near if one is not None and one.form != "noun"), None)
    alike = other is not None and other.frame == "harm" and not other.passive and other.form in _FINITE
    return other if other is not None and alike else verb


def _right_before(sentence: Sentence, at: int, verb: Verb) -> bool:
    """Whether nothing but "had", "would" stands between that token and the verb: "the North had sent"."""
    return verb.form != "noun" and at <= verb.first and all(low in _AUXILIARY for low in sentence.lows[at : verb.first])


def helped(sentence: Sentence, name: Named) -> bool:
    """Ukraine in "Ukraine's Western allies": they are others, who act for it."""
    if sentence.low(name.last) != "'s":
        return False
    return any(sentence.low(at) in word_class("helper") for at in range(name.last + 1, name.last + 4))


def only_tells(sentence: Sentence, name: Named) -> bool:
    """A Thai army briefer, a Japanese outlet: somebody of that country says something of others."""
    return name.mention.form in ("adjective", "capital") and any(
        sentence.low(at) in word_class("outsider") for at in range(name.last, name.last + 4)
    )


def _only_abbreviates(sentence: Sentence, name: Named) -> bool:
    """VDP in "of the Volunteers for the Defence of the Homeland (VDP)": it acts only if the full name does."""
    if sentence.low(name.first - 1) != "(" or sentence.low(name.last) != ")":
        return False
    full = next((one for one in sentence.named if one.last == name.first - 1), None)
    return full is not None and full.party == name.party and bool(full.prep or full.object_of >= 0)


def _made_to(sentence: Sentence, name: Named, verb: Verb) -> bool:
    """Rwanda in "accuses Rwanda of sending 4,000 men", Berlin in "pressed Berlin to give 18 tanks"."""
    before = sentence.low(verb.first - 1)
    if name.prep or name.last != verb.first - 1 or name.object_of in sentence.verbs:
        return False
    return before == "to" if verb.form == "base" else verb.form == "ing" and before in _CHARGED


def _in_aside(sentence: Sentence, name: Named, verb: Verb) -> bool:
    """Iran in "the Houthis, whom Iran backs, fired 14 missiles"."""
    opener = name.first - 2 if sentence.low(name.first - 1) == "the" else name.first - 1
    if sentence.low(opener) not in _ASIDE_OPENS or "," not in sentence.lows[max(0, opener - 3) : opener]:
        return False
    return "," in sentence.lows[name.last : verb.first]


def _pronoun(sentence: Sentence, low: str, at: int, scene: Scene) -> Party | None:
    """ "The military said it had": the definite noun before the pronoun, where no name stands free."""
    if low in ("it", "they") and not any(
        not name.prep and name.object_of < 0 for name in sentence.named if name.first < at
    ):
        noun = next(
            (
                sentence.low(place)
                for place in range(at - 1, -1, -1)
                if sentence.low(place) in word_class("regular", "irregular") and not governed(sentence, place)
            ),
            "",
        )
        if noun:
            return scene.meant(noun, sentence, at)
    return scene.meant(low, sentence, at)


def _of_forces(sentence: Sentence, name: Named) -> bool:
    """ "The forces of Sudan" may act; "killed fighters of Hamas" are acted on."""
    head = next((at - 1 for at in range(name.first - 1, max(-1, name.first - 5), -1) if sentence.low(at) == "of"), -1)
    if head < 0 or governed(sentence, head):
        return False
    return any(
        sentence.low(at) in traps("forces") or sentence.low(at) in _HEADS
        for at in range(max(0, name.first - 4), name.first)
    )


def governed(sentence: Sentence, at: int) -> bool:
    """Whether a preposition or verb governs the noun at this token."""
    for place in range(at - 1, max(-1, at - 11), -1):
        low = sentence.low(place)
        if low in ("and", ",") and sentence.in_list(place - 1):
            continue
        if at - place > 5 and low not in ("and", ",") and place not in sentence.verb_ending:
            continue
        if low in function_words("prep"):
            return low != "of" or sentence.low(place - 1) not in (
                "members",
                "forces",
                "troops",
                "units",
                "elements",
                "soldiers",
            )
        verb = sentence.verb_ending.get(place)
        if verb is not None and verb.form != "noun":
            return True
        if is_plain_verb(sentence.tokens, sentence.low, place, sentence.named_tokens):
            return True
        if low in (",", ";", "that", "and", "--") or low in function_words("pron", "conj"):
            return False
    return False


def by_noun(sentence: Sentence, verb: Verb, scene: Scene) -> Party | None:
    """The owner of a verbal noun: "Iran's launch of", "the Russian deployment of"; else the sentence's subject."""
    near = next(
        (
            name
            for name in reversed(sentence.named)
            if name.last <= verb.first and verb.first - name.last < 4 and not name.prep
        ),
        None,
    )
    if near is not None:
        return near.party
    before = sentence.low(verb.first - 1)
    if before == "enemy" or before in function_words("poss"):
        return scene.meant(before, sentence, verb.first)
    return subject_of(sentence, verb, scene)


def after(sentence: Sentence, start: int, prepositions: tuple[str, ...], scene: Scene) -> Party | None:
    """The party after "by" within ten tokens."""
    for at in range(start, min(len(sentence.tokens), start + 8)):
        if sentence.low(at) in prepositions:
            named = next(
                (
                    name.party
                    for name in sentence.named_between(at + 1, min(len(sentence.tokens), at + 6))
                    if name.mention.form != "place"
                ),
                None,
            )
            if named is not None:
                return named
            for place in range(at + 1, min(len(sentence.tokens), at + 5)):
                if sentence.low(place) in word_class("regular", "irregular"):
                    return scene.meant(sentence.low(place), sentence, at)
            return None
    return None
