"""Names of arms, bodies of troops, nationals of a force: what of them counts, and what only looks like it."""

from __future__ import annotations

import pytest

from tests.agents.extract.readings import counts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Ukrainian army lost 12 Panthers and nine Cromwells.", [(12, "tank"), (9, "tank")]),
        ("By May the Luftwaffe had 40 Heinkels and 22 Dorniers left.", [(40, "bomber"), (22, "bomber")]),
        ("Lend-lease brought 300 Churchills to Murmansk.", [(300, "tank")]),
        ("The navy sank 3 MTBs and two LCTs.", [(3, "torpedo_boat"), (2, "landing_craft")]),
        ("The army captured 14 recoilless guns.", [(14, "recoilless_rifle")]),
        ("The army has 212 M-84 and 40 PC-9 in service.", [(212, "tank"), (40, "trainer_aircraft")]),
        ("The frigate carries 32 Aster 30s.", [(32, "air_defence_missile")]),
        ("The ministry counts nine Patriot fire units.", [(9, "fire_unit")]),
        ("A Chinese missile group has four batteries.", [(4, "battery")]),
        ("The army sent 12 divisions to the front.", [(12, "division")]),
        ("The army used 11 assault teams and six infantry units.", [(11, "detachment"), (6, "military_unit")]),
        ("The fighter wing of 22 machines was based at Kutno.", [(22, None)]),
        ("Some 12,000 troops marched, followed by 500 pieces of equipment.", [(12000, "soldier"), (500, None)]),
        ("The army said 12 volunteers were killed in the battle.", [(12, "volunteer")]),
        ("The army said 36 civilian volunteers fell in action.", [(36, "volunteer")]),
        ("None of the cruiser's 645 officers and men survived.", [(645, "soldier")]),
        ("Sixty members of the garrison are missing.", [(60, "member")]),
        ("Two thousand African Union troops left Somalia.", [(2000, "soldier")]),
        ("Soldiers handed over 136 Ajax family vehicles.", [(136, None)]),
        ("Germany has offered one such brigade to Lithuania.", [(1, "brigade")]),
        ("The army wants 450,000 people to be called up.", [(450000, "soldier")]),
        ("The frigate has a crew of 119.", [(119, "soldier")]),
        ("The Afghan army had on paper more than 300,000 members.", [(300000, "member")]),
        ("The force lost 14 soldiers; it also mourns three Malawians and two Tanzanians.",
         [(14, "soldier"), (3, "soldier"), (2, "soldier")]),
        ("Delhi's missiles destroyed five Pakistani fighters and a plane.", [(5, "fighter_jet")]),
        ("14 coalition planes have been lost to missiles.", [(14, "plane")]),
        ("In the siege French returns of the infantry give 1,571 dead and 5,160 wounded.",
         [(1571, None), (5160, None)]),
        ("Warsaw ordered 180 K2 tanks, of which 63 of the Polish variant will be built at home.",
         [(180, "tank"), (63, "tank")]),
        ("At Camp 165, a prisoner of war camp, the army held 3,000 prisoners.", [(3000, None)]),
        ("The contingent's soldiers came out with 166 Congolese and seven Burundians.",
         [(166, "soldier"), (7, "soldier")]),
        ("The raid by bombers cost the squadrons 95 machines.", [(95, None)]),
        ("The peshmerga say 1,800 of their number died in the war.", [(1800, None)]),
        ("The regiment had 54 guns and 1,100 all ranks.", [(54, "gun"), (1100, "soldier")]),
        ("Two Shermans stand in the yard.", [(2, "tank")]),
        ("The pieces add up to two battalions.", [(2, "battalion")]),
    ],
)  # fmt: skip
def test_it_is_counted(text: str, expected: list[tuple[int, str | None]]) -> None:
    """An item of None is not looked at."""
    found = [(low or high, item) for low, high, item in counts(text)]
    assert [number for number, _ in found] == [number for number, _ in expected]
    assert all(item in (None, got) for (_, got), (_, item) in zip(found, expected, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "The gun fires 12 rounds a minute, the army says.",
        "The arms plant has hired 800 people since autumn.",
        "Pirates hold 32 sailors from six merchant ships.",
        "The drones need 14 lithium batteries each.",
        "They are, in the words of one officer, tired of war.",
        "One officer sighed that the war was long.",
        "The course costs the army less than a single tank.",
        "The army fed 20 Wellington shopkeepers.",
        "Two armies met where 30 families of refugees and 12 family cars waited.",
        "In the siege of the town 300 dead and 90 wounded were civilians, the army says.",
        "The army said 12 dead lay in the hospital after the Russian strike.",
        "Russia's corps inherits a smaller posture than the one Wagner left in Mali.",
        "The army bought 40 sewing machines.",
        "Some 300 Chinese companies and 40 Japanese banks took part beside soldiers.",
        "The party has 300,000 members, the army chief among them.",
    ],
)
def test_it_is_left_out(text: str) -> None:
    assert counts(text) == []
