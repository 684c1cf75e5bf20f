"""The words that the truth is written in: sides, claimants, kinds of claims, and filler.

In: nothing. Out: tables from which stories.py makes wire copy whose reading leaves no doubt. Each
wording of each kind is read once by tests/truth/test_wording.py, so that a change in how sentences are
read is noticed there, row by row, and not as a lost alert in a run with crashes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Side:
    """A state at war. speakers: who may say so for it, as the sentence names them."""

    id: str
    name: str
    adjective: str
    speakers: tuple[str, ...]


def _side(id: str, name: str, adjective: str) -> Side:
    return Side(id, name, adjective, (f"the {adjective} defence ministry", f"the {adjective} General Staff"))


WARS: tuple[tuple[Side, Side], ...] = (
    (_side("UKR", "Ukraine", "Ukrainian"), _side("RUS", "Russia", "Russian")),
    (_side("ISR", "Israel", "Israeli"), _side("IRN", "Iran", "Iranian")),
    (_side("ARM", "Armenia", "Armenian"), _side("AZE", "Azerbaijan", "Azerbaijani")),
    (_side("IND", "India", "Indian"), _side("PAK", "Pakistan", "Pakistani")),
    (_side("ETH", "Ethiopia", "Ethiopian"), _side("ERI", "Eritrea", "Eritrean")),
    (_side("TUR", "Turkey", "Turkish"), _side("SYR", "Syria", "Syrian")),
    (_side("THA", "Thailand", "Thai"), _side("KHM", "Cambodia", "Cambodian")),
    (_side("DZA", "Algeria", "Algerian"), _side("MAR", "Morocco", "Moroccan")),
    (_side("PER", "Peru", "Peruvian"), _side("ECU", "Ecuador", "Ecuadorian")),
    (_side("KEN", "Kenya", "Kenyan"), _side("SOM", "Somalia", "Somali")),
    (_side("EGY", "Egypt", "Egyptian"), _side("LBY", "Libya", "Libyan")),
    (_side("VNM", "Vietnam", "Vietnamese"), _side("LAO", "Laos", "Laotian")),
    (_side("POL", "Poland", "Polish"), _side("BLR", "Belarus", "Belarusian")),
    (_side("RWA", "Rwanda", "Rwandan"), _side("BDI", "Burundi", "Burundian")),
)
"""Wars, some of them invented: the more pairs, the more claims that never meet."""

SOLDIERS = (("soldier", "soldiers"),)
VEHICLES = (
    ("tank", "tanks"), ("howitzer", "howitzers"), ("armored_vehicle", "armoured vehicles"),
    ("helicopter", "helicopters"), ("radar", "radars"),
)
FLYING = (("drone", "drones"), ("ballistic_missile", "ballistic missiles"), ("cruise_missile", "cruise missiles"))


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of claim. items: (id, plural) of what is counted. party: whether it is "us" or "them" whose
    things are counted, the other side being the counterparty; alone: whether there is no counterparty.
    wordings: sentences; {said} is ", somebody said" or nothing. opening: the same thing told after
    "Somebody said that".
    """

    status: str
    category: Literal["troops", "weapons"]
    items: tuple[tuple[str, str], ...]
    party: Literal["us", "them"]
    wordings: tuple[str, ...]
    opening: str
    alone: bool = False
    increment: bool = False


KINDS: tuple[Kind, ...] = (
    Kind("destroyed", "weapons", VEHICLES, "them", (
        "{us}'s army destroyed {n} {them_adj} {items}{said}.",
        "{n} {them_adj} {items} were destroyed by {us}{said}.",
    ), "{us}'s army had destroyed {n} {them_adj} {items}."),
    Kind("killed", "troops", SOLDIERS, "them", (
        "{us}'s forces killed {n} {them_adj} {items}{said}.",
        "{us} killed {n} {them_adj} {items}{said}.",
    ), "{us}'s forces had killed {n} {them_adj} {items}."),
    Kind("captured", "troops", SOLDIERS, "them", (
        "{us}'s forces captured {n} {them_adj} {items}{said}.",
        "{us} captured {n} {them_adj} {items}{said}.",
    ), "{us}'s forces had captured {n} {them_adj} {items}."),
    Kind("launched", "weapons", FLYING, "us", (
        "{us} launched {n} {items} at {them}{said}.",
        "{us} fired {n} {items} at {them}{said}.",
    ), "{us} had launched {n} {items} at {them}."),
    Kind("intercepted", "weapons", FLYING, "them", (
        "{us} shot down {n} {them_adj} {items}{said}.",
        "{us}'s army intercepted {n} {them_adj} {items}{said}.",
    ), "{us} had shot down {n} {them_adj} {items}."),
    Kind("sent", "weapons", (*VEHICLES, *FLYING), "us", (
        "{us} sent {n} {items} to {them}{said}.",
        "{us} delivered {n} {items} to {them}{said}.",
    ), "{us} had delivered {n} {items} to {them}."),
    Kind("sent", "troops", SOLDIERS, "us", (
        "{us} sent {n} {items} to {them}{said}.",
        "{us} deployed {n} {items} to {them}{said}.",
    ), "{us} had delivered {n} {items} to {them}."),
    Kind("sent", "troops", SOLDIERS, "us", (
        "{us} sent {n} more {items} to {them}{said}.",
        "{us} deployed {n} more {items} to {them}{said}.",
    ), "{us} had deployed {n} more {items} to {them}.", increment=True),
    Kind("produced", "weapons", (*VEHICLES, *FLYING), "us", (
        "{us} has produced {n} {items}{said}.",
        "{us}'s factories produced {n} {items}{said}.",
    ), "{us} had produced {n} {items}.", alone=True),
    Kind("mobilised", "troops", SOLDIERS, "us", (
        "{us} has mobilised {n} {items}{said}.",
        "{us} has called up {n} {items}{said}.",
    ), "{us} had mobilised {n} {items}.", alone=True),
    Kind("trained", "troops", SOLDIERS, "them", (
        "{us} trained {n} {them_adj} {items}{said}.",
        "{us} has trained {n} {them_adj} {items}{said}.",
    ), "{us} had trained {n} {them_adj} {items}."),
)

STOCKS = frozenset({"present", "sent", "pledged", "mobilised", "trained", "produced"})
"""docs/alerts.md: held for 30 days; everything else for 36 hours."""

OUTLETS = ("Northwire", "Harbour Press", "Meridian News", "Courier Agency", "Lantern Daily", "Tidewater Post")
"""Invented, so that none is a claimant that the reader knows."""

DATELINES = ("PORT ELLERY", "MARROW BAY", "SAINT ODRAN", "LOWER WICKHAM")
"""Of towns that do not exist: a real one lends its state to a sentence that names none."""

TITLES = ("Evening summary", "What is known so far", "Notes from the field", "Morning round-up")

WHO = (
    "Residents of the old quarter", "Shopkeepers near the station", "Teachers at the village school",
    "Nurses on the night shift", "Bus passengers by the bridge", "Farmers in the valley",
    "Students on the main square", "Fishermen along the coast", "Bakers in the lower town",
    "Librarians at the cathedral", "Gardeners of the botanical park", "Musicians from the city orchestra",
)
DID = (
    "described", "spoke of", "complained about", "remembered", "wrote about", "argued over",
    "worried about", "sketched",
)
WHAT = (
    "a long night without electricity", "empty shelves and shuttered bakeries", "the smell of smoke over the orchards",
    "cold classrooms and broken windows", "queues for bread and clean water", "the slow return of the swallows",
    "flooded cellars below the theatre", "a choir that sang until dawn", "roads made impassable by mud",
    "rumours of another difficult winter", "letters that never reached their readers", "the silence after the storm",
)
WHEN = (
    "as rain set in", "while the market stayed shut", "before the ferries sailed", "after the bells had rung",
    "until the lamps came on", "although the harvest was late", "because the mills stood idle", "when the fog lifted",
)
"""A filler sentence is one of each: thousands of them, without a number, a party, or anybody at war."""

FURNITURE = (
    "Share on WhatsApp", "Post a Comment", "Advertisement", "Read more: Ten quiet places to visit",
    "Sign up for our free daily newsletter", "Back to top",
)
