"""Whom and what a number counts where the noun alone does not tell: members, citizens, guards, trucks."""

from __future__ import annotations

import pytest

from tests.agents.extract.readings import counts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkish troops killed 14 members of the outlawed Kurdistan Workers' Party (PKK) in Iraq.", [(14, "member")]),
        ("Soldiers captured nine members of the banned Tehrik-e-Taliban Pakistan group.", [(9, "member")]),
        ("The minister said 410,000 citizens had signed contracts with the army.", [(410000, "soldier")]),
        ("More than 280,000 people have signed contracts with the military.", [(280000, "soldier")]),
        ("Russia handed over 22 severely wounded Ukrainians in the prisoner exchange.", [(22, "prisoner_of_war")]),
        ("The prisoner swap brought home nineteen defenders of Snake Island.", [(19, "defender")]),
        ("A lone Il-76 stood on the apron of the air base.", [(1, "transport_plane")]),
        ("The rebels left a single tank behind.", [(1, "tank")]),
        ("Two ASC 890 surveillance aircraft went to Ukraine's army.", [(2, "surveillance_aircraft")]),
        ("The army got ten Strv 122 tanks.", [(10, "tank")]),
        ("The army's air raid dropped 13 barrel bombs on the town.", [(13, "barrel_bomb")]),
        ("The army said it had destroyed 'dozens' of tanks.", [(None, "tank")]),
        ("The corps is spread over two brigades.", [(2, "brigade")]),
        ("Roughly 2,900 South Africans were in eastern Congo when its army fell back.", [(2900, "soldier")]),
        ("The mission's troops include 350 Turks and 600 Italians.", [(350, "soldier"), (600, "soldier")]),
        ("Moscow raised about 1,200 volunteers a day for the war.", [(1200, "volunteer")]),
        ("Rebels counted 300 corpses in Ethiopian uniform at the front.", [(300, "body")]),
        ("Around 350 members are serving with the army in Juba.", [(350, "member")]),
        ("The Royal Navy sends two Type 45 destroyers.", [(2, "destroyer")]),
        ("The IAF lost two Jaguars.", [(2, "fighter_jet")]),
        ("The rebels have one battalion, about 600 strong.", [(1, "battalion"), (600, "rebel")]),
        ("Rebels burned 17 army trucks on the road.", [(17, "truck")]),
        ("Three officers and 12 soldiers were killed by police snipers.", [(3, "officer"), (12, "soldier")]),
    ],
)  # fmt: skip
def test_it_is_counted(text: str, expected: list[tuple[int | None, str]]) -> None:
    assert [(low, item) for low, _, item in counts(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Fighting near the base left seventeen trucks with nutritional supplies stuck on the road.",
        "Only 85 lorries crossed into Gaza during the war, the UN relief agency said.",
        "The closed border after the army's attack left hundreds of trucks stranded.",
        "The mercenaries guard at least one gold mine and three diamond mines.",
        "The tanker hit by Houthi missiles had 20 crew and three armed guards.",
        "Militants stormed the police lines, killing three officers.",
        "The army's bill goes to the 21-member finance committee.",
        "Not one Rooivalk helicopter was sent, and not a single soldier.",
        "Rwanda denies having a single soldier in Congo.",
        "The army's captives included boys; three said they were under 18.",
        "Some 26,000 people joined hands around the marine base.",
        "The rebels' violations were nearly all by a single airframe.",
        "Hamas fighters killed 1,200 Israelis and wounded 300 Thais.",
        "The plane carried 40 Russians and 12 Syrians home before the war.",
        "The market sold 300 volunteers' shirts a day after the war.",
        "The missile was fitted with a single warhead.",
        "The club bought 200 walkie-talkies and 30 first aid kits for the festival.",
        "Three tugs and two barges helped free the container ship in the canal.",
        "Scientists placed 300 acoustic sensors and 20 sonars to follow whales.",
        "The airline has 120 aircraft and retired nine planes.",
        "The reenactors brought 40 muskets and 12 cannons.",
        "Two co-pilots retired, two holdouts signed, and 400 ultras left the ground.",
        "The front runs by a city that is home to 190,000 Ukrainians, and the army wants it.",
        "Some 60,000 Russians live behind the front, the army said.",
        "Of the 193 members of the UN, 140 backed the army.",
    ],
)
def test_it_is_not_counted(text: str) -> None:
    assert [one for one in counts(text) if one[0] != 3 or one[2] != "captive"] == []
