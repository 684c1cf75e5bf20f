"""Kinds of people, units and arms as the copy of many armies names them, each row counted in a dispatch."""

from __future__ import annotations

import pytest

from tests.agents.extract.readings import counts


@pytest.mark.parametrize(
    ("noun", "item"),
    [
        ("cavalrymen", "soldier"), ("sepoys", "soldier"), ("paratroops", "paratrooper"), ("aircrew", "airman"),
        ("petty officers", "sailor"), ("naval ratings", "sailor"), ("frogmen", "sailor"),
        ("Guard members", "guardsman"),
        ("coast guards", "coast_guardsman"), ("SEALs", "special_forces_soldier"), ("signallers", "soldier"),
        ("staff officers", "officer"), ("rebel commanders", "officer"), ("battalion commanders", "officer"),
        ("militia members", "militiaman"), ("militia", "militiaman"), ("former combatants", "fighter"),
        ("holdouts", "fighter"), ("dacoits", "bandit"), ("khwarij", "jihadist"), ("Talibs", "jihadist"),
        ("security contractors", "contractor"), ("stragglers", "straggler"), ("turncoats", "deserter"),
        ("defence volunteers", "volunteer"), ("men in uniform", "soldier"), ("foot soldiers", "soldier"),
        ("rifle divisions", "division"), ("commando companies", "company"), ("sabotage groups", "detachment"),
    ],
)  # fmt: skip
def test_people_and_units_by_their_own_word(noun: str, item: str) -> None:
    text = f"The army said on Friday that 13 {noun} were lost in fighting near the border."
    assert [(low, got) for low, _, got in counts(text)] == [(13, item)]


@pytest.mark.parametrize(
    ("noun", "item"),
    [
        ("pieces of armour", "armored_vehicle"), ("AFVs", "armored_vehicle"), ("scout cars", "armored_vehicle"),
        ("MBTs", "tank"), ("tank hulls", "tank"), ("tank transporters", "recovery_vehicle"),
        ("ammunition resupply vehicles", "engineering_vehicle"), ("pontoon bridges", "engineering_vehicle"),
        ("UCAVs", "drone"), ("unmanned systems", "unmanned_system"), ("dummy drones", "decoy"),
        ("paragliders", "glider"), ("cargo aircraft", "transport_plane"),
        ("maritime patrol planes", "surveillance_aircraft"),
        ("battlecruisers", "warship"), ("minisubs", "submarine"), ("coast guard cutters", "coast_guard_ship"),
        ("patrol craft", "patrol_boat"), ("suicide boats", "speedboat"), ("troopships", "landing_ship"),
        ("dinghies", "boat"), ("skiffs", "boat"), ("Dvoras", "patrol_boat"), ("siege guns", "artillery_piece"),
        ("launch tubes", "rocket_launcher"), ("pods of guided rockets", "rocket"), ("SRBMs", "ballistic_missile"),
        ("suicide jackets", "explosive_device"), ("limpet mines", "mine"), ("barrel bombs", "barrel_bomb"),
        ("muzzle-loaders", "rifle"), ("country-made pistols", "pistol"), ("PKMs", "machine_gun"),
        ("grenade-launchers", "grenade_launcher"), ("belts of ammunition", "magazine"), ("radar sets", "radar"),
        ("anti-drone guns", "jammer"), ("night-vision sights", "night_vision_device"), ("walkie-talkies", "radio"),
        ("bulletproof jackets", "body_armor"), ("air defence assets", "air_defence_system"),
        ("Spitfires", "fighter_jet"),
        ("Dhruvs", "helicopter"), ("Cascavels", "armored_vehicle"), ("Ankas", "drone"),
    ],
)  # fmt: skip
def test_arms_by_their_own_word(noun: str, item: str) -> None:
    text = f"The army said on Friday that its troops had destroyed 13 {noun} in fighting near the border."
    assert [(low, got) for low, _, got in counts(text)] == [(13, item)]


@pytest.mark.parametrize(
    "text",
    [
        "Three wings of the museum will close for repairs.",
        "The recipe needs two fuses and a clip.",
        "The league has 13 hunters of records.",
        "A stand-off with the army's deserter left three state troopers hurt.",
        "Two ferries and a tug were late, the harbour said.",
        "The firm hired 40 contractors and three mentors.",
        "The gunman was 13 nights on the run from the army.",
        "Soldiers carried 300 pounds of food 12 feet.",
    ],
)
def test_what_only_sounds_like_them_is_not_counted(text: str) -> None:
    assert counts(text) == []
