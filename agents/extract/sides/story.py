"""Story: the sides that a sentence names flow in; the side that it leaves out flows out, as title and paragraph tell.

Who is shot at is shot at by his enemy, what is given is given to the country that the title speaks of. Asked last,
when the sentence and the figures before it have said all they say; what they said is never changed here.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from agents.extract.clauses.clauses import DATELINE, Sentence
from agents.extract.nouns.items import Item
from agents.extract.sides.kinds import is_group, is_region, is_state
from agents.extract.sides.likely_owners import RECEIVERS, Pair, fits_kind, is_irregular, is_regular, only_asked
from agents.extract.sides.mission_hosts import home_of, host_of, is_home
from agents.extract.sides.model_makers import maker_of
from agents.extract.sides.scene import Scene
from agents.extract.words.vocabulary import word_class
from schemas.figure import FigureStatus
from schemas.party import Party

_FOUGHT = frozenset(
    (
        "killed",
        "wounded",
        "killed_or_wounded",
        "captured",
        "missing",
        "destroyed",
        "intercepted",
        "launched",
        "exchanged",
        "other",
    )
)
"""What has an enemy on the other side."""

_HARMED = _FOUGHT - {"other"}
"""What an enemy did, or does."""

_AT_HOME = frozenset(("mobilised", "produced", "trained"))
"""What needs nobody on the other side."""

_STANDING = frozenset(("present", "sent", "withdrawn"))
"""What an owner has or moves somewhere: lines that follow each other have it in the same place."""

_COUNTS = frozenset(("counted", "recorded", "detected", "tracked", "logged", "reported", "confirmed", "registered"))
"""Verbs by which an army tells what another has sent."""

_TELLS = 7
"""Tokens from a name to the verb by which it tells: "Ukraine's Air Force Command reported"."""

_MOVED = frozenset(("present", "sent", "withdrawn", "pledged"))
"""What a mission has, gets or loses where its mandate puts it."""

_SHOT = frozenset(("drone", "missile", "rocket", "uav", "shahed", "katyusha", "projectile", "qassam"))
"""What is "sent" at an enemy rather than to a friend."""


def completed(
    pair: Pair,
    item: Item,
    words: str,
    status: FigureStatus,
    sentence: Sentence,
    first: int,
    scene: Scene,
    before: Pair,
    settled: bool = False,
) -> Pair:
    """first: the figure's first token. words: number and noun as printed, in small letters. before: the sides of
    the last figure, for things that nobody at all is named for. settled: the sentence has said where they are, or
    there is no other side."""
    owner, other = pair
    if owner is None:
        owner = _owner(item, words, status, other, sentence, first, scene) or (
            before[0] if before[0] != other and fits_kind(item, before[0]) and not only_asked(sentence, first) else None
        )
    other = other if other != owner else None
    if other is not None and status in _MOVED and is_state(owner or other):
        other = host_of(other) or other  # a state's soldiers in a mission are where the mission is
    if item.category == "weapons" and owner is not None and other is None and not settled:
        supplier = _supplier(owner, words, status, sentence, scene)
        if supplier is not None:
            return supplier, owner
    if status == "mobilised" and owner is not None:  # massed on an enemy's land, not called up at home
        where = _place(owner, item, sentence, first, scene)
        faced = where is not None and scene.enemies(owner).get(where.id, "cold") != "cold"
        massed = not faced and not word_class("front").isdisjoint(sentence.lows[first:])
        return owner, where if faced else against(owner, sentence, scene, cold=True) if massed else None
    if other is not None and owner is not None and status in _HARMED and is_region(other):
        other = known_enemy(owner, sentence, scene) or other  # the war over Karabakh is fought against somebody
    between = status == "exchanged" and sentence.shared_out  # an exchange has no owner on one side only
    if owner is None or other is not None or status in _AT_HOME or between:
        return owner, other
    if settled:
        return owner, host_of(owner)
    if status in _FOUGHT or (status == "sent" and _flies_at_somebody(item)):
        other = against(owner, sentence, scene, status == "other")
        if other is None and status in _FOUGHT and status != "other":
            other = known_enemy(owner, sentence, scene)
        if other is None and status == "other":
            goals = (it.party for it in sentence.first_named if it.outer in RECEIVERS and it.party != owner)
            other = next(goals, None)  # "a sale to Taipei, including 60 missiles"
    elif status in ("sent", "pledged"):
        other = _receiver(owner, item, sentence, first, scene)
    elif status == "present":
        other = _host(owner, item, sentence, first, scene) or host_of(owner)
    if other is None and owner == before[0] and item.category == "troops" and status in _STANDING:
        other = before[1]  # the same owner faces the same side as a line before
    if other is None and status in _MOVED:
        other = host_of(owner)
    return owner, other if other != owner else None


def against(owner: Party, sentence: Sentence, scene: Scene, cold: bool = False, ahead: bool = True) -> Party | None:
    """The enemy of that party that sentence, paragraph or title names. cold: or else an old enemy. ahead: also
    one whom only a later sentence names."""
    enemies = scene.enemies(owner)
    near: Party | None = None
    hot: Party | None = None
    for one in _told(sentence, scene, ahead) if enemies else ():
        if one.id in enemies:
            near = near or one
            if enemies[one.id] != "cold":
                hot = one
                break
    if hot is None and (scene.loser == owner or scene.page_of is not None):
        return scene.foe(owner, sentence)  # a tally of the enemy's losses names nobody
    if hot is not None and is_home(hot):
        told = (one for one in _told(sentence, scene, ahead) if one.id in enemies)
        hot = next((one for one in told if home_of(one) == hot.id), hot)  # from Lebanon, but by Hezbollah
    return hot or (near if cold else None)


def known_enemy(owner: Party, sentence: Sentence, scene: Scene) -> Party | None:
    """Whom that party fights in the war that time and place tell; a group that has one enemy, that one."""
    return scene.setting.enemy_of(owner) or (scene.foe(owner, sentence) if is_group(owner) else None)


def _told(sentence: Sentence, scene: Scene, ahead: bool = True) -> Iterator[Party]:
    """All whom the story names, those that act first."""
    coming = scene.coming() if ahead else ()
    return chain(sentence.first_acting, scene.title, coming, sentence.first_parties, scene.before())


def _owner(
    item: Item, words: str, status: FigureStatus, other: Party | None, sentence: Sentence, first: int, scene: Scene
) -> Party | None:
    """Whose they are by the other side, by what made them, or by a title that names one party alone."""
    if status in ("sent", "pledged", "produced") and item.category == "weapons":
        maker = maker_of(words)
        if maker is not None and maker != other and maker in _told(sentence, scene):
            return maker
        foes = scene.enemies(other) if other is not None else {}
        return next((one for one in scene.title if one != other and is_state(one) and one.id not in foes), None)
    if other is not None and status in _FOUGHT:
        foe = against(other, sentence, scene, ahead=False)  # the next raid's militants are not this one's
        return foe if fits_kind(item, foe) else None
    if status == "launched":
        near = (it.party for it in sentence.first_named if not it.prep and it.object_of < 0 and it.last <= first)
        doer = next(near, None) or scene.subject
        if doer is None and other is None and _flies_at_somebody(item):
            teller = next((it.party for it in sentence.first_named if _counts_them(it.party, sentence, it.last)), None)
            flown = against(teller, sentence, scene) or scene.foe(teller, sentence) if teller is not None else None
            if flown is not None:
                return flown  # "Of the 83 drones that crossed the border, 52 were shot down, the Ukrainian army says"
        rebels = not word_class("irregular").isdisjoint(sentence.lows[max(0, first - 4) : first])
        if doer is not None and other is None and _flies_at_somebody(item) and _counts_them(doer, sentence, first):
            foe = against(doer, sentence, scene)
            doer = foe if foe is not None else doer  # "Ukraine's air force said 188 drones had been used"
        if doer is not None and doer != other:
            return None if rebels and is_state(doer) else doer  # "Marines were killed; insurgents fired 12 mortars"
    acting = [one for one in scene.title if not is_region(one) and one != other]
    if is_irregular(item):
        return next((one for one in chain(acting, scene.coming()) if is_group(one)), None)
    if is_regular(item) or len(set(acting)) == 1:
        state = next((one for one in acting if is_state(one) or not is_regular(item)), None)
        return state or (scene.foe(acting[0], sentence) if acting else None)  # the army that a group of one war faces
    if not acting and other is None and status == "launched" and _flies_at_somebody(item):
        told = set(scene.coming())
        return next(iter(told)) if len(told) == 1 and is_group(next(iter(told))) else None
    return acting[0] if acting and status == "launched" else None


def _supplier(owner: Party, words: str, status: FigureStatus, sentence: Sentence, scene: Scene) -> Party | None:
    """Who sells a buyer what he has ordered or got, where the story names the country that builds such things."""
    if not (status == "pledged" or (status in ("sent", "other") and _is_deal(sentence, scene))):
        return None
    bought = not word_class("bought").isdisjoint(scene.headline)
    maker = maker_of(words) or (maker_of(" ".join(scene.headline)) if bought else None)
    return maker if maker is not None and maker != owner and maker in _told(sentence, scene) else None


def _is_deal(sentence: Sentence, scene: Scene) -> bool:
    """Whether the sentence or the title speaks of an order, a contract, a delivery."""
    bought = word_class("bought")
    return not (bought.isdisjoint(sentence.words_of) and bought.isdisjoint(scene.headline))


def _counts_them(doer: Party, sentence: Sentence, first: int) -> bool:
    """Whether that state's army is only the one that tells of them."""
    name = next((it for it in sentence.first_named if it.party == doer and it.last <= first), None)
    if name is None or not is_state(doer):
        return False
    behind = sentence.lows[name.last : name.last + _TELLS]
    if not _COUNTS.isdisjoint(behind):
        return True
    return not word_class("says").isdisjoint(behind) or not word_class("telling").isdisjoint(behind)


def _flies_at_somebody(item: Item) -> bool:
    return not _SHOT.isdisjoint(item.words.split())


def _receiver(owner: Party, item: Item, sentence: Sentence, first: int, scene: Scene) -> Party | None:
    """Arms go to the country that the title or the paragraph speaks of; troops also to where it says that they are."""
    enemies = scene.enemies(owner)
    titled = next((one for one in scene.title if one != owner and not is_group(one) and one.id not in enemies), None)
    if item.category == "weapons":
        return titled or (_customer(owner, sentence, scene) if owner in scene.makers else None)
    return titled or _place(owner, item, sentence, first, scene)


def _customer(owner: Party, sentence: Sentence, scene: Scene) -> Party | None:
    """The one other state that the paragraph names, for what a maker of the owner's builds."""
    enemies = scene.enemies(owner)
    states = {one.id: one for one in _told(sentence, scene) if one != owner and is_state(one) and one.id not in enemies}
    return next(iter(states.values())) if len(states) == 1 else None


def _host(owner: Party, item: Item, sentence: Sentence, first: int, scene: Scene) -> Party | None:
    """Where they stand: the country that the story is set in, else whom they face."""
    return _place(owner, item, sentence, first, scene) or against(owner, sentence, scene)


def _place(owner: Party, item: Item, sentence: Sentence, first: int, scene: Scene) -> Party | None:
    places = word_class("place_prep")
    set_in = (
        name.party
        for name in sentence.first_named
        if (name.outer in places and (name.mention.form != "capital" or name.first > first))
        or (name.mention.form == "place" and name.outer != DATELINE)
    )  # a capital before the figure is where somebody speaks
    written_in = (name.party for name in sentence.first_named if name.outer == DATELINE and is_state(owner))
    told = (scene.place, scene.titled_place(owner)) if item.category == "troops" else ()
    around = chain(set_in, told, written_in)
    where = next((one for one in around if one is not None and one != owner), None)
    return where if where is not None and not is_group(where) else None
