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
        ("The army will take 1,580 vehicles in all by 2040.", "pledged"),
        ("The army took 15 tanks in the raid.", "captured"),
        ("At the ford 345 soldiers could not be found.", "missing"),
        ("Patrols found 12 soldiers alive.", "other"),
        ("The minister used the summit to press donors for 8,000 additional troops.", "pledged"),
        ("In the end 148 tanks are to be turned into engineer vehicles.", "pledged"),
        ("Six helicopters withdrawn from Iraq will be in theatre by May.", "pledged"),
        ("Six helicopters withdrawn from Iraq are in a hangar.", "withdrawn"),
        ("Portugal says it can spare three Leopard tanks.", "pledged"),
        ("The army has encircled 15 battalions.", "other"),
        ("The general had 12 tanks destroyed.", "destroyed"),
        ("NATO will lift the number of troops on high alert more than sevenfold to over 300,000.", "pledged"),
        ("More than 400 tanks are to be pulled out of Hungary.", "withdrawn"),
        ("The cost of the ridge was two officers and nine soldiers.", "killed"),
        ("Satellite imagery collected in May shows at least 24 armored vehicles.", "present"),
        ("Since May more than 400 rifles have been collected.", "captured"),
        ("China's People's Liberation Army will be cut by 300,000 personnel.", "withdrawn"),
    ],
)
def test_what_has_the_say(text: str, status: str) -> None:
    assert [str(figure.status) for figure in figures(text)][:1] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Two reservists were hurt. That takes the number of troops over the border to perhaps 15,000.", "present"),
        ("He has lost five soldiers. Officials put the militants still in the city at 3,000.", "present"),
        ("He has lost five soldiers. Officials put the number of dead soldiers at 3,000.", "killed"),
    ],
)
def test_a_strength_is_no_toll(text: str, status: str) -> None:
    assert str(figures(text)[-1].status) == status
