"""Where no verb has a count, what stands behind or near it says what became of it."""

from __future__ import annotations

import pytest

from tests.agents.extract.readings import figures


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Eleven soldiers are in captivity.", "captured"),
        ("Two soldiers are in critical condition.", "wounded"),
        ("Fourteen soldiers have not been heard from since Monday.", "missing"),
        ("Eight marines are still unaccounted for.", "missing"),
        ("Some 4,572 soldiers are listed as dead.", "killed"),
        ("Some 4,572 soldiers are listed as wounded.", "wounded"),
        ("Of the 154 soldiers sent, 62 soldiers never came back.", "killed"),
        ("Kuwait has 28 Typhoons on order.", "pledged"),
        ("Three US destroyers are on their way to the Gulf.", "sent"),
        ("A further 2,000 troops are to follow in May.", "pledged"),
        ("Some 1,900 troops are to be on station by May.", "pledged"),
        ("Two of the army's tanks are out of action.", "destroyed"),
        ("Around 1,900 Canadian soldiers are now in the mud near Riga, making it the largest mission.", "present"),
        ("The fighters who had been holed up in the plant surrendered: 1,700 fighters.", "captured"),
        ("The ministry put its dead at 140 soldiers.", "killed"),
    ],
)
def test_a_condition_right_behind_the_noun_decides(text: str, status: str) -> None:
    assert figures(text)[-1].status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Among the dead were 12 soldiers.", "killed"),
        ("Losses: six tanks, 12 trucks.", "destroyed"),
        ("Enemy minus up to 65 soldiers.", "killed"),
        ("Among the trophies: a T-90, two BMPs and 14 assault rifles.", "captured"),
        ("The army brought up its trophies; with the hill came 14 assault rifles.", "captured"),
        ("Berlin has options for 12 more tanks.", "pledged"),
        ("Personnel - about 812,670 (+1,580), tanks - 9,771 (+9).", "destroyed"),
        ("Forty-one years of losses were listed. Six tanks, 12 trucks.", "destroyed"),
        ("The enemy lost up to 140 troops in the north; in the south, 90 troops and two tanks.", "destroyed"),
        ("Drone footage shows two burned-out tanks and four smouldering army trucks.", "destroyed"),
        ("Washington announced more marines: 10,000 more marines for Helmand.", "pledged"),
    ],
)
def test_a_cue_in_the_sentence_or_the_list_before_it_decides_where_no_verb_does(text: str, status: str) -> None:
    assert figures(text)[-1].status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("There are 5,000 US troops in Syria, where two were killed in May.", "present"),
        ("The country fields 1,200 tanks and has lost wars before.", "present"),
        ("Some 900 US soldiers are in Syria despite the losses.", "present"),
        ("Nearly 3,000 troops face 5,000 Taliban fighters after the raid.", "present"),
        ("The garrison of 2,000 soldiers had no dead to bury.", "present"),
        ("The 12,000 soldiers fought in a province that was captured in May.", "present"),
    ],
)
def test_a_cue_elsewhere_says_nothing_of_those_that_are_somewhere(text: str, status: str) -> None:
    assert figures(text)[0].status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Also seized were 14 rifles and 3,000 rounds of ammunition.", "captured"),
        ("Taken from the rebels were 22 rifles and 400 rounds of ammunition.", "captured"),
        ("Twelve soldiers from the 3rd Brigade, most of them conscripts, lost their lives on Monday.", "killed"),
        ("As many as 22 rebels, nine of them women, surrendered before the army on Friday.", "captured"),
        ("A cache of 35 mortar rounds was blown up by the army.", "destroyed"),
        ("A shipment of 500 Kalashnikov rifles was seized off Oman.", "captured"),
        ("Troops found and blew up 13 mines.", "destroyed"),
        ("Industry turned out 1,530 tanks in 2023, with 2,518 armoured vehicles.", "produced"),
        ("Russia attacked Ukraine with 88 drones and five missiles overnight.", "launched"),
        ("Forty rockets hit Kiryat Shmona.", "launched"),
        ("All 67 drones sent over from the coast were in the air before dawn, the air force said.", "launched"),
        ("The camp has turned out 6,000 soldiers since 2015.", "trained"),
        ("Its output reached 40,000 artillery shells a month.", "produced"),
        ("The toll among peacekeepers stands at 14 soldiers.", "killed"),
        ("The attempt cost that brigade 28 soldiers, eleven pickup trucks.", "destroyed"),
        ("Ankara aims to field 40 Eurofighters by 2030.", "pledged"),
        ("POLAND TO HAVE 10,000 SOLDIERS NEAR BORDER", "pledged"),
        ("At least 30 soldiers fell into rebel hands.", "captured"),
        ("The army said 20 drones did not reach their targets.", "intercepted"),
        ("Nine of the freed soldiers had been held since May.", "exchanged"),
        ("Taiwan said 21 of the aircraft entered its air defence zone.", "present"),
        ("Germany is taking out its 1,100 soldiers by May.", "withdrawn"),
    ],
)
def test_asides_inversions_and_lists_do_not_hide_the_verb(text: str, status: str) -> None:
    assert figures(text)[-1].status == status


def test_two_numbers_with_a_participle_each_keep_their_own() -> None:
    found = figures("Oryx counts 3,000 Russian tanks destroyed and 500 captured.")
    assert [figure.status for figure in found] == ["destroyed", "captured"]


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("In 2023, 18 Leopards were delivered; in 2024, 40 Marders.", ["sent", "sent"]),
        ("France withdrew 1,500 soldiers and Germany 1,100 soldiers.", ["withdrawn", "withdrawn"]),
        ("Armenia lost 250 tanks, Azerbaijan 40 tanks.", ["destroyed", "destroyed"]),
        ("Some 1,500 of its soldiers had fled before it fired a shot, around 40 of them in May.", ["withdrawn"] * 2),
        ("Russia has 4,000 tanks, up from 3,000 tanks.", ["present", "present"]),
        ("Beirut is to send 10,000 soldiers, up from some 4,500 now.", ["pledged", "present"]),
        ("The base, home to 2,500 troops, was hit by 12 drones.", ["present", "launched"]),
        ("The navy intercepted a dhow with 3,000 rifles aboard off Yemen.", ["captured"]),
        ("The army killed 45 rebels, freed 63 soldiers and seized 12 rifles.", ["killed", "exchanged", "captured"]),
    ],
)
def test_what_a_clause_leaves_out_is_what_the_one_before_it_said(text: str, statuses: list[str]) -> None:
    assert [figure.status for figure in figures(text)] == statuses
