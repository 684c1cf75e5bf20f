"""What a verb in general use says of arms: what is flung, made, bought, seized, kept or written off."""

from __future__ import annotations

import pytest

from tests.agents.extract.readings import figures


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The firm wants to turn out 200,000 shells a year.", "produced"),
        ("The plant will turn out 25,000 artillery shells this year.", "produced"),
        ("The yard is to build three frigates.", "produced"),
        ("Lockheed won a contract to produce 870 missiles.", "pledged"),
        ("The navy will build 12 frigates.", "pledged"),
        ("The North sent two ballistic missiles into the East Sea.", "launched"),
        ("Rebels sent 20 drones at the refinery.", "launched"),
        ("London sent 200 missiles to Kyiv.", "sent"),
        ("Turkey sent 20 drones to Ethiopia.", "sent"),
        ("Air defences destroyed 14 drones heading for the capital.", "intercepted"),
        ("Twelve tanks are on their way to Kyiv.", "sent"),
        ("CENTCOM said its forces destroyed two unmanned surface vessels.", "destroyed"),
        ("The contract covers 180 tanks.", "pledged"),
        ("A further 100 howitzers are being discussed with the maker.", "pledged"),
        ("The rebels also parted with two T-55 tanks.", "captured"),
        ("Eight Humvees changed hands, he said.", "captured"),
        ("Soldiers found a cave with 30 rockets.", "captured"),
        ("The division located a launch site with 14 rocket launchers.", "captured"),
        ("The navy seized a dhow carrying 400 rifles.", "captured"),
        ("Police stopped a truck with 60 mortar shells.", "captured"),
        ("Troops took the town with 12 tanks.", "launched"),
        ("No fewer than 10 missiles rolled through the square.", "present"),
        ("On the picture I can make out eight bombers.", "present"),
        ("Iran probably held about 2,000 ballistic missiles before the war.", "present"),
        ("Belarus will host up to 10 Iskander launchers.", "pledged"),
        ("Twenty-four howitzers were unloaded on Tuesday.", "sent"),
        ("The regiment took six vehicles to Batanes.", "sent"),
        ("The Navy's three frigates have been paid off.", "withdrawn"),
        ("Seven bombers took off from Missouri.", "launched"),
        ("Pilots have been credited with 750 tanks.", "destroyed"),
        ("Also written off were nine tanks.", "destroyed"),
        ("Left at the scene were four M16 rifles.", "captured"),
        ("The army fled, abandoning 40 tanks.", "captured"),
        ("The plant is to reach its full annual capacity of 350,000 shells in 2027.", "produced"),
        ("Iraq began the war with 4,000 tanks.", "present"),
        ("The army has fifteen tanks bought from Israel in the 1990s.", "present"),
        ("Poland bought 15 tanks from Israel.", "pledged"),
        ("We counted sixty drones over the dam.", "launched"),
        ("Each vehicle is a robot carrying two missiles.", "present"),
        ("Kyiv would be supplied with 80,000 shells in the course of the year.", "pledged"),
        ("London supplied Kyiv with 300 missiles, against its own habit.", "sent"),
    ],
)
def test_what_a_verb_says_of_arms(text: str, status: str) -> None:
    assert [figure.status for figure in figures(text)] == [status]


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        (
            "Washington is sending ten jets to Puerto Rico, adding to the seven warships already there.",
            ["sent", "present"],
        ),
        (
            "The air force said 76 drones were downed and that 95 more were 'locationally lost' owing to jamming.",
            ["intercepted", "intercepted"],
        ),
        ("Two destroyers in the Red Sea intercepted between four and six missiles.", ["present", "intercepted"]),
        ("Two gunships shot down 12 drones.", ["present", "intercepted"]),
        ("He said 117 drones, smuggled across the border in trucks, struck 41 aircraft.", ["launched", "destroyed"]),
        ("The firm made 620 missiles in 2025 and intends to reach 2,000 a year by 2032.", ["produced", "produced"]),
        (
            "Canada has sent four more Leopards to Latvia, bringing to 19 the number it keeps there.",
            ["sent", "present"],
        ),
        (
            "Warsaw signed a contract in August. It covers 180 tanks plus 81 armoured vehicles.",
            ["pledged", "pledged"],
        ),
        (
            "Gunners shot down 40 drones over the Black Sea that night, plus four cruise missiles.",
            ["intercepted", "intercepted"],
        ),
        (
            "Twenty aircraft flew past the line in coordination with seven warships.",
            ["other", "present"],
        ),
        ("A spokesman listed six tanks and eleven rocket launchers as booty.", ["captured", "captured"]),
    ],
)
def test_two_counts_each_with_its_own_fate(text: str, statuses: list[str]) -> None:
    assert [figure.status for figure in figures(text)] == statuses


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Dutch cabinet has set its sights on 46 Leopard 2A8 tanks.", "pledged"),
        ("Congress was told of a possible sale of 100 Tomahawk missiles.", "pledged"),
        ("The alliance has committed itself to 1,500 tanks.", "pledged"),
        ("Output is to reach 100,000 shells a month by October.", "produced"),
        ("The yard has laid the keel of two destroyers.", "produced"),
        ("Russia has moved 12 warships out of Sevastopol.", "withdrawn"),
        ("Spain's last 30 Leopard 2A4 tanks were taken out of service.", "withdrawn"),
        ("The retreating brigade took its 40 tanks with it.", "withdrawn"),
        ("Some 120 drones flew in from the north.", "launched"),
        ("Transport aircraft flew in 120 missiles from Ramstein.", "sent"),
        ("The swarm numbered 80 drones.", "launched"),
        ("The fleet numbered 80 warships.", "present"),
        ("Gunners got off 2,000 shells in the day.", "launched"),
        ("Iron Dome took care of 30 rockets.", "intercepted"),
        ("Ten drones fell in the fields after being jammed.", "intercepted"),
        ("Ten drones fell in the fields.", "launched"),
        ("Fighters surrendered with 30 rifles.", "captured"),
        ("Russia has moved 12 warships to Tartus.", "sent"),
        ("Washington flew six B-2 bombers to Diego Garcia.", "sent"),
        ("Germany made 18 Leopard tanks available.", "sent"),
        ("Germany made 18 Leopard tanks last year.", "produced"),
        ("Air defences foiled an attack by two drones.", "intercepted"),
        ("The army repelled an attack with 12 tanks.", "present"),
        ("The militia boasts of 17 Merkavas knocked out.", "destroyed"),
        ("The militia boasts of 17 Merkavas.", "present"),
        ("Police displayed 120 rifles taken from the gang.", "captured"),
        ("Sappers disposed of 60 shells.", "destroyed"),
        ("Drones made short work of 100 tanks.", "destroyed"),
        ("The deserters handed over eleven rifles.", "captured"),
        ("Berlin handed over eleven rifles.", "sent"),
        ("Two gunboats took hits but limped home.", "destroyed"),
        ("The company was issued with two machine guns.", "sent"),
        ("Fighters found 12 missiles hidden in a tunnel.", "captured"),
        ("The army had 12 tanks destroyed.", "destroyed"),
        ("The Saudis have shown interest in 54 Rafales.", "pledged"),
        ("Some 400 tanks have been taken from storage since 2022.", "withdrawn"),
        ("Mortar teams put 60 shells onto the ridge.", "launched"),
        ("Jets struck many targets, among them 30 rocket launchers.", "destroyed"),
    ],
)
def test_set_phrases_of_buying_making_and_leaving(text: str, status: str) -> None:
    assert [figure.status for figure in figures(text)] == [status]
