"""Lone shares, titles and labels: numbers that lean on what stands beside them, and numbers that lean on nothing."""

from __future__ import annotations

import pytest

from agents.extract.prefilter import may_hold
from tests.agents.extract.readings import counts, figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("British losses in the Iraq war stand at 97, Italy's at 26, Ukraine's 18, Poland's 17.", [97, 26, 18, 17]),
        ("A third batch of K9 howitzers, 24 in all, left port, taking to 72 the number handed over.", [24, 72]),
        ("The army has taken out over a third of its launchers, some 120, since Friday.", [120]),
        ("The first 30 of the tanks arrived in March; the rest, 54, are due next year.", [30, 54]),
        ("The navy has 370 warships, more than the US Navy's 290.", [370, 290]),
        ("The radio says 57 soldiers died, the defence ministry says ten.", [57, 10]),
        ("Amaq claimed 22 Nigerian soldiers; Abuja owned up to four.", [22, 4]),
        ("Rebels marched 11 soldiers past; Harare has owned up to missing just 15.", [11, 15]),
        ("Losses of the enemy: personnel ~ 443,880 (+790), tanks ~ 7,200 (+12).", [443880, 790, 7200, 12]),
        ("Tanks: plus eight, total 8,973. APCs plus 21, guns plus 47.", [8, 8973, 21, 47]),
        ("Twenty-odd soldiers were killed, somewhere between 90 and 105 wounded.", [20, 105]),
        ("It built 646 interceptors; it fired, over the twelve days in June, something like 150.", [646, 150]),
        ("Peacekeepers in the country number 4,000; they are among the 12,000 the bloc has there.", [4000, 12000]),
        ("Nine soldiers are dead, seven of them shot; the toll among troops was 18.", [9, 7, 18]),
        ("Turkish forces killed nine terrorists. Six were targeted in the hills and three who fled.", [9, 6, 3]),
    ],
)
def test_a_share_or_size_counts_what_stands_beside_it(text: str, expected: list[int]) -> None:
    assert [high or low for low, high, _ in counts(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry detected 24 Chinese aircraft.", [(24, "aircraft")]),
        ("Russia lost 12 aircraft.", [(12, "aircraft")]),
        ("Russia and Ukraine swapped 390 prisoners on Friday.", [(390, "prisoner")]),
        ("Delhi's jets have since claimed five Pakistani fighters shot down.", [(5, "fighter_jet")]),
        ("Al-Manar claims six Merkavas hit.", [(6, "tank")]),
        ("A 48-member army drone task group will deploy to Oruzgan.", [(48, "member")]),
        ("The raid cost Iraq 340 men and 19 tanks.", [(340, "man"), (19, "tank")]),
        ("On 12 September 20 Jamaican soldiers flew in.", [(20, "soldier")]),
        ("A cache with 12 SMGs and 903 rounds of 7.62mm special was found by troops.",
         [(12, "submachine_gun"), (903, "ammunition_round")]),
        ("Sweden gave 50 CV90s and Denmark paid for 15 more.", [(50, "armored_vehicle"), (15, "armored_vehicle")]),
    ],
)  # fmt: skip
def test_what_a_sentence_counts_by_itself(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(high or low, item) for low, high, item in counts(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The quarterback threw 14 bombs downfield, completing nine of them.",
        "Two rockets from SpaceX lifted 46 satellites into orbit on Sunday.",
        "Three gunmen robbed a bank and shot two guards, police said.",
        "Detectives recovered two handguns and 40 rounds of ammunition from the flat.",
        "The museum shows 40 paintings and two tanks of rare fish.",
        "The navy rescued 140 migrants from two boats off Crete.",
        "The airline lost 12 aircraft to lessors and cut 2,000 jobs.",
        "In the war, lawyers for the officer said two of the three charges should be dropped.",
        "Some 6,000 people died in the war, the government said; the rebels say 600,000.",
        "Impacts of missiles were logged at 11 places and debris at four.",
        "The strike hit a hospital; the ministry says 40 died, the army says ten.",
        "Losses at the bank stand at 97 million; its rival's at 26.",
        "The minister owned to four mistakes in the report on the war.",
        "In the vote on the air base 72 percent said no, 434,273 in all.",
        "The ministry detected 24 cases of measles and 12 of mumps.",
        "Boeing delivered 38 planes in June, nine of them to Asian customers.",
        "Poland's defence budget rose to 4 percent of output; Germany's stands at 2, Italy's 1.5.",
        "The day to 0600 on April 2 was quiet at the front.",
    ],
)
def test_what_is_no_troops_and_no_arms_is_left_out(text: str) -> None:
    assert counts(text) == []


def test_a_number_without_a_noun_counts_what_the_title_speaks_of() -> None:
    text = "That is it, 1,500 additional, roughly doubling the force that trains the brigades."
    assert [figure.item for figure in figures(text, title="Obama orders more troops to Iraq")] == ["soldier"]


@pytest.mark.parametrize("text", ["A museum lost 12 paintings.", "The shop has 24 Chinese lamps."])
def test_the_prefilter_drops_what_has_no_arms(text: str) -> None:
    assert not may_hold(text)
