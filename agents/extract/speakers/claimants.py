"""Claimants: a sentence's attributions flow in, who says what it counts flows out, in the sentence's own words.

"He added" carries the last speaker on, a quotation belongs to whom it is put in the mouth of. A sentence
that names nobody has no claimant: silence is not attributed.
"""

from __future__ import annotations

from collections.abc import Callable

from agents.extract.clauses.clauses import Sentence
from agents.extract.clauses.told import only_an_aside
from agents.extract.speakers.claim_names import claim_words, clause_start
from agents.extract.speakers.claim_sources import Saying
from agents.extract.words.tokens import MARK
from agents.extract.words.vocabulary import function_words, word_class


def claimant_of(
    sentence: Sentence,
    at: int,
    said: list[Saying],
    carried: Callable[[], str | None],
    unnamed: Callable[[], str | None],
    headed: str | None,
) -> str | None:
    """The claimant of what stands at token `at`.

    carried: gives the last speaker; unnamed: who says what no attribution of the sentence covers;
    headed: the page's or transcript's speaker.
    """
    over = [one for one in said if one.covers[0] <= at < one.covers[1] and not one.first <= at < one.last]
    if not over:
        before = _clause_before(sentence, at, said)
        if before is not None:
            return sentence.words(before.first, before.last)
        return unnamed()
    best = min(
        over,
        key=lambda one: (one.only, not one.cited, is_media(sentence, one), one.covers[1] - one.covers[0], one.first),
    )
    if best.pronoun:
        named = [one for one in said if not one.pronoun and one.last <= best.first]
        if sentence.low(best.first) in ("he", "she"):  # "The rebels, who claimed 137, had 800 men, he said"
            named = [one for one in named if sentence.low(one.last + 1) not in ("who", "which")]
        if named:
            return sentence.words(named[-1].first, named[-1].last)
        if sentence.low(best.first - 1) == ":" and sentence.low(best.first) == "they":
            return _about(sentence) or carried()  # "The separatists tell another story: they say"
        about = _about(sentence) if best.first and not only_an_aside(sentence, best.first) else None
        return carried() or headed or about
    if sentence.lows[best.first : best.last] in (["the", "agency"], ["the", "service"]):
        before_it = carried() or ""
        if not _AGENCIES.isdisjoint(before_it.lower().split()):
            return before_it
    return _printed(sentence, best.first, best.last)


def around(
    sentence: Sentence,
    carried: Callable[[], str | None],
    quoted: Callable[[], str | None],
    counted: Callable[[int], str | None],
) -> str | None:
    """Who says it where the sentence itself does not tell: the sentences around it do.

    quoted: whose words the sentence is; counted: who gave the number that this sentence parts or goes
    on with, in so many sentences before.
    """
    parted = counted(1) if _parts_number(sentence) else counted(2) if _goes_on(sentence) else None
    return parted or (carried() if _on_paper(sentence) else quoted())


def _printed(sentence: Sentence, first: int, last: int) -> str:
    """Without the mark of a quotation before the name and without "also" behind it."""
    while first < last - 1 and sentence.tokens[first].kind == MARK:
        first += 1
    while first < last - 1 and sentence.low(last - 1) in ("also", "too", "then", "now"):
        last -= 1
    return sentence.words(first, last)


_AGENCIES = frozenset(("agency", "service", "intelligence", "directorate", "bureau", "administration"))


def _on_paper(sentence: Sentence) -> bool:
    """ "In a table sent to Interfax, ...": whoever was named before speaks there."""
    return sentence.low(0) == "in" and not claim_words("paper").isdisjoint(sentence.lows[2:5])


def _clause_before(sentence: Sentence, at: int, said: list[Saying]) -> Saying | None:
    """Who said the clause before the semicolon: "88 were downed, the army says; five more flew on"."""
    start = clause_start(sentence, at)
    if start == 0 or at > start + 1 or not _lacks_noun(sentence, at):
        return None
    return next((one for one in said if one.covers[1] == start - 1 and not one.pronoun), None)


def _lacks_noun(sentence: Sentence, at: int) -> bool:
    """Whether the number at that token goes on with what was counted: "five more", "56 of them", "five flew on"."""
    last = next((one.last for one in sentence.quantities if one.first == at), at + 1)
    behind = sentence.low(last)
    verb = sentence.verbs.get(last)
    if behind == "of":
        return sentence.low(last + 1) in ("them", "these", "those", "which", "whom")
    return (
        behind in ("more", "others", "other")
        or behind in function_words("be", "have")
        or (verb is not None and verb.form == "past")
    )


def _parts_number(sentence: Sentence) -> bool:
    """ "Four others were hurt", "Four of them", "Of the 11,000 who went": goes on with the count before."""
    first = sentence.quantities[0] if sentence.quantities else None
    if first is None or first.first > 2:
        return False
    if sentence.lows[-3:-1] == ["among", "them"]:
        return True
    behind, next_but_one = sentence.low(first.last), sentence.low(first.last + 1)
    if first.first == 2 and sentence.lows[:2] in (["the", "other"], ["the", "remaining"]):
        return True  # "The other 33 are soldiers"
    if behind == "of" and next_but_one == "the":  # "One of the nine is in Poland", "Two of the dead"
        parted = sentence.low(first.last + 2)
        again = next((one.last for one in sentence.quantities[1:2] if one.first == first.last + 2), 0)
        bare = again and (sentence.low(again) in function_words("be", "have", "prep") or again in sentence.verbs)
        if parted in _FALLEN or bare:
            return True
    if sentence.low(0) == "of":
        return behind == "who" or next_but_one == "who" or sentence.low(1) in ("these", "those", "them")
    if behind in ("others", "other"):
        return first.last + 1 not in sentence.verbs or sentence.low(first.last + 1) in function_words("be", "have")
    if behind == "of" and sentence.low(first.last + 2) in claim_words("flown"):
        return next_but_one in ("the", "these", "those")
    if behind == "are":  # "Sixty are missing", and not "Thirty are thought to be hiding"
        return next_but_one not in ("believed", "thought", "said", "reported", "understood", "known", "still", "now")
    return behind in ("were", "was", "had") or (behind, next_but_one) == ("of", "them")


_FALLEN = frozenset(("dead", "wounded", "injured", "killed", "missing", "captured", "captives", "slain", "fallen"))


def _goes_on(sentence: Sentence) -> bool:
    """ "Also destroyed were nine tanks", "Losses of equipment are put at", "Air defences downed 106"."""
    lows = sentence.lows
    if lows[:1] == ["the"] and sentence.low(1) in claim_words("toll") and sentence.low(2) in ("includes", "included"):
        return True
    if "same" in lows and lows[lows.index("same") + 1 : lows.index("same") + 2] in (["period"], ["day"], ["night"]):
        return True
    if _also_taken(sentence):
        return True
    if sentence.lows[:2] == ["the", "enemy"] and sentence.low(2) in ("lost", "suffered", "also"):
        return True
    if sentence.low(0) == "also":
        return sentence.low(1) in function_words("be") or sentence.low(1).endswith(("ed", "en", "off"))
    if sentence.low(0) in ("losses", "equipment") or sentence.lows[:2] in (["combat", "losses"], ["total", "losses"]):
        return True
    defends = next((at for at in range(4) if sentence.low(at) in _DEFENCES and sentence.low(at - 1) == "air"), 0)
    return defends > 0 and not _DOWNED.isdisjoint(sentence.lows[defends + 1 : defends + 4])


def _also_taken(sentence: Sentence) -> bool:
    """ "Troops also seized three rifles", "Two rifles were recovered from the slain": the report goes on."""
    also = next((at for at in range(1, 6) if sentence.low(at) == "also"), 0)
    if also and sentence.low(also + 1) in _TAKEN | _DOWNED:
        return not _FORCES.isdisjoint(sentence.lows[:also])
    found = next((at for at, low in enumerate(sentence.lows) if low in _TAKEN), 0)
    if not found or sentence.low(found - 1) not in ("were", "was", "also"):
        return False
    return sentence.low(found - 1) == "also" or sentence.low(found + 1) == "from"


_TAKEN = frozenset(
    ("seized", "recovered", "confiscated", "captured", "killed", "neutralised", "neutralized", "retrieved")
)
_FORCES = frozenset(
    ("forces", "troops", "soldiers", "army", "navy", "units", "police", "gendarmes", "jets", "aircraft")
)

_DEFENCES = frozenset(("defences", "defenses", "defence", "defense", "defenders"))
_DOWNED = frozenset(("downed", "brought", "shot", "intercepted", "destroyed", "neutralized", "neutralised", "repelled"))


def is_media(sentence: Sentence, one: Saying) -> bool:
    """Whether a news agency only passes on what another said."""
    if sentence.low(one.first - 1) in ("and", "while", "but", "whereas"):
        return False  # "the minister said ..., and a local outlet reported that": a word of its own
    return any(sentence.low(at) in claim_words("media") for at in range(one.first, one.last))


def last_speaker(sentence: Sentence, said: list[Saying], carried: str | None) -> str | None:
    """Who a later "he added" would mean: the last one named here, else whoever it was before.

    Where nobody has spoken yet it means whom the sentence is about: "Sergeant Olena's platoon ... she said".
    """
    named = [one for one in said if not one.pronoun]
    if named:
        return sentence.words(named[-1].first, named[-1].last)
    return carried or _about(sentence)


def _about(sentence: Sentence) -> str | None:
    """The name or office that opens the sentence, up to its verb; None when it opens otherwise."""
    ends = range(min(6, len(sentence.tokens) - 2), 0, -1)  # of "Forwarded from:", of a dateline
    first = last = next((at + 1 for at in ends if sentence.low(at) in (":", ".", "|")), 0)
    while (
        last < min(len(sentence.tokens), first + 7)
        and sentence.tokens[last].kind != MARK
        and last not in sentence.verbs
        and sentence.low(last) not in function_words("prep", "be", "have", "modal", "pron", "conj", "poss")
        and not sentence.low(last)[:1].isdigit()
        and not (last > first and sentence.low(last).endswith("ed"))
    ):
        last += 1
    named = (
        any(sentence.tokens[at].capital for at in range(first + 1, last))
        or sentence.low(first) in ("the", "a", "an")
        or sentence.low(first) in word_class("regular")
        or first in sentence.named_tokens
    )
    plain = last > first + 1 or first in sentence.named_tokens
    return sentence.words(first, last) if named and last > first and plain else None
