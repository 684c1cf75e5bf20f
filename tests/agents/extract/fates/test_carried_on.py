"""Which word has the say where several could: a heading, a later verb, a noun before "was placed"."""

from __future__ import annotations

import pytest

from tests.agents.extract.readings import figures


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The unit counts its trophies: two tanks and a field kitchen.", "captured"),
        ("The brigade listed its losses: four howitzers.", "destroyed"),
        ("The brigade fields three types: 40 tanks among them.", "present"),
        ("All 2,000 Georgian soldiers serving in Iraq are going home.", "withdrawn"),
        ("Seventeen soldiers fighting alongside the militia were killed.", "killed"),
        ("A Turkish soldier said one soldier wounded by a mine on Sunday succumbed to his injuries.", "killed"),
        ("One soldier wounded by a mine on Sunday is in hospital.", "wounded"),
        ("An order for 2,000 loitering munitions was placed in May.", "pledged"),
        ("A contract for 40 tanks was signed in Warsaw.", "pledged"),
        ("Pyongyang sent around 15,000 soldiers in two waves.", "sent"),
        ("The troops stationed around 40 tanks at the base.", "present"),
        ("The ten soldiers, who were in Chinese hands for three days, came home.", "captured"),
        ("Twelve soldiers were in RSF custody.", "captured"),
        ("Twelve soldiers were in government service.", "present"),
        ("Three reservists were taken to hospital.", "wounded"),
        ("The bodies of 14 soldiers are still at a base, as families asked that others be brought home.", "killed"),
        ("The bodies of 14 soldiers were brought home on Sunday.", "exchanged"),
        ("He led 25,000 fighters toward the capital.", "sent"),
        ("He led 25,000 fighters.", "present"),
        ("Eritrea put more than 200,000 people under arms.", "mobilised"),
        ("CENTCOM conducted five strikes, destroying three anti-ship missiles.", "destroyed"),
        ("The air force repelled the raid, destroying three missiles.", "intercepted"),
        ("The largest wave comprised fewer than 40 missiles.", "launched"),
        ("The battery comprised fewer than 40 missiles.", "present"),
        ("Ten jets have been flying out of the base since September.", "present"),
        ("Twenty-one drones strayed off course under jamming.", "intercepted"),
        ("The army began the war with roughly 2,000 ballistic missiles.", "present"),
        ("Twelve tanks went into the furnace.", "destroyed"),
        ("The landing of two launchers by ferry drew a crowd.", "sent"),
        ("Fifteen peacekeepers suffered skin irritation.", "wounded"),
        ("Roughly 4,700 soldiers became casualties.", "killed_or_wounded"),
    ],
)
def test_what_has_the_say(text: str, status: str) -> None:
    assert [str(figure.status) for figure in figures(text)][:1] == [status]
