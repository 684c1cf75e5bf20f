"""A general noun counts troops or arms where the copy makes it theirs, and civil things nowhere."""

from __future__ import annotations

import pytest

from tests.agents.extract.readings import counts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Soldiers stormed the base, destroying seven armoured vehicles and capturing three.",
            [(7, "armored_vehicle"), (3, "armored_vehicle")],
        ),
        (
            "The attack killed 13 American service members, including the 11 killed at the gate.",
            [(13, "soldier"), (11, "soldier")],
        ),
        (
            "Israel lost two Kfirs and a Skyhawk.",
            [(2, "fighter_jet")],
        ),
        (
            "The eleven M1s of the troop met 24 T-62s.",
            [(11, "tank"), (24, "tank")],
        ),
        (
            "Estonia received six HIMARS.",
            [(6, "himars")],
        ),
        (
            "The request covers three (3) AN/TPQ-53 radars and forty-eight (48) Stinger missiles.",
            [(3, "radar"), (48, "missile")],
        ),
        (
            "The raid by 12 Black Tigers destroyed five aircraft at the air force base.",
            [(12, "fighter"), (5, "aircraft")],
        ),
        (
            "The frigate sank and 19 of her crew were killed.",
            [(19, "crew_member")],
        ),
        (
            "Some 30,000 people were recruited by the army last year.",
            [(30000, "soldier")],
        ),
        (
            "The two sides swapped 205 POWs each.",
            [(205, "prisoner_of_war")],
        ),
        (
            "Two Hezbollah commanders were killed in the strike.",
            [(2, "commander")],
        ),
        (
            "Israel said it killed three senior Hamas commanders.",
            [(3, "commander")],
        ),
        (
            "The navy lost three officers and 24 sailors.",
            [(3, "officer"), (24, "sailor")],
        ),
        (
            "Four gunmen attacked the checkpoint and were killed by troops.",
            [(4, "gunman")],
        ),
        (
            "Soldiers killed two of the attackers.",
            [(2, "attacker")],
        ),
        (
            "About 40 insurgents were killed in the air strike.",
            [(40, "insurgent")],
        ),
        (
            "Russian forces lost up to six boats while crossing the Dnipro.",
            [(6, "boat")],
        ),
        (
            "The deal includes three batteries of Patriot launchers.",
            [(3, "battery")],
        ),
        (
            "The maritime task force has four ships and two helicopters.",
            [(4, "ship"), (2, "helicopter")],
        ),
        (
            "Ukraine has asked for seven more Patriot systems.",
            [(7, "patriot_system")],
        ),
        (
            "Germany sent two Patriot systems and promised three more.",
            [(2, "patriot_system"), (3, "patriot_system")],
        ),
        (
            "Twelve Chinese military aircraft and seven ships were detected around Taiwan.",
            [(12, "aircraft"), (7, "ship")],
        ),
        (
            "Japan spotted four Chinese coast guard ships near the islands.",
            [(4, "coast_guard_ship")],
        ),
        (
            "The convoy of 30 vehicles carried soldiers to the front.",
            [(30, "vehicle")],
        ),
        (
            "Rebels captured 14 vehicles and two heavy guns from the army.",
            [(14, "vehicle"), (2, "artillery_piece")],
        ),
        (
            "Two Su-25s and an Mi-8 were shot down.",
            [(2, "fighter_jet")],
        ),
        (
            "Forty-one Leopard 2A4s and nine Gepards were delivered.",
            [(41, "tank"), (9, "anti_aircraft_gun")],
        ),
        (
            "More than 600 Britons have joined the Kurdish militia as fighters.",
            [(600, "soldier")],
        ),
        (
            "The militia is said to have 800 armed members.",
            [(800, "member")],
        ),
        (
            "Al-Shabaab recruited 1,500 members last year.",
            [(1500, "member")],
        ),
        (
            "The General Staff said Russia lost 1,210 personnel, nine tanks, 21 artillery systems "
            "and 84 vehicles over the past day.",
            [(1210, "soldier"), (9, "tank"), (21, "artillery_system"), (84, "vehicle")],
        ),
        (
            "Three soldiers and five militiamen were killed, the army said. It said 17 attackers died.",
            [(3, "soldier"), (5, "militiaman"), (17, "attacker")],
        ),
        (
            "At least 15 soldiers died when gunmen on motorcycles overran the post; 11 are still unaccounted for.",
            [(15, "soldier"), (11, "soldier")],
        ),
        (
            "Nigerian troops killed 22 insurgents, arrested eight and seized four gun trucks.",
            [(22, "insurgent"), (8, "insurgent"), (4, "truck")],
        ),
        (
            "Two senior officers were among the dead, a military source said.",
            [(2, "officer")],
        ),
        (
            "Taiwan's defence ministry said it detected 45 Chinese aircraft and nine ships; 26 of "
            "the aircraft crossed the median line.",
            [(45, "aircraft"), (9, "ship"), (26, "aircraft")],
        ),
        (
            "Rheinmetall will build up to 400 Lynx vehicles for Hungary's army.",
            [(400, "vehicle")],
        ),
        (
            "Poland took delivery of 18 K9s and 10 Chunmoos.",
            [(18, "howitzer"), (10, "rocket_launcher")],
        ),
        (
            "Mali's army said it had neutralised 30 terrorists and captured 12.",
            [(30, "terrorist"), (12, "terrorist")],
        ),
        (
            'The army "neutralised" about 40 terrorists and destroyed three vehicles.',
            [(40, "terrorist"), (3, "vehicle")],
        ),
        (
            "The Israeli military says it has hit 3,500 targets and killed 450 operatives.",
            [(450, "operative")],
        ),
        (
            "Police killed three gunmen, and 14 civilians died.",
            [(3, "gunman")],
        ),
        (
            "Turkey plans to buy 40 Typhoons and build 250 Kaans.",
            [(40, "fighter_jet"), (250, "weapon")],
        ),
        (
            "The frigate Admiral Essen fired four Kalibrs.",
            [(4, "cruise_missile")],
        ),
        (
            "Of some 600 boats in the Revolutionary Guards' fleet, about 100 carry missiles.",
            [(600, "boat"), (100, "missile")],
        ),
        (
            "In the past week troops have killed 37 rebels, including three commanders, and freed nine soldiers.",
            [(37, "rebel"), (3, "commander"), (9, "soldier")],
        ),
        (
            "Ukraine's marines crossed the river in boats; 20 were sunk.",
            [(20, "marine")],
        ),
        (
            "The US flew in two B-52s, a C-17 and six F-22s.",
            [(2, "bomber"), (6, "fighter_jet")],
        ),
        (
            "At Hmeimim satellite images showed 18 Su-24s, eleven Su-25s and a pair of Il-76s.",
            [(18, "fighter_jet"), (11, "fighter_jet"), (2, "transport_plane")],
        ),
        (
            "Each brigade has 12 Archers and 58 Strykers.",
            [(12, "howitzer"), (58, "armored_vehicle")],
        ),
        (
            "Serbia will receive 11 Mi-35s and, next year, four Mi-17s.",
            [(11, "helicopter"), (4, "helicopter")],
        ),
        (
            "Two boats with eight gunmen aboard fired on the navy.",
            [(2, "boat"), (8, "gunman")],
        ),
        (
            "A hundred troops in 20 vehicles arrived, followed by 400.",
            [(100, "soldier"), (20, "vehicle"), (400, "vehicle")],
        ),
    ],
)
def test_what_is_an_armys_is_counted(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(high or low, item) for low, high, item in counts(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The army arrested nine members of the cell.",
        "Nine members of the parliamentary defence committee visited troops.",
        "Three of the eight airports near the front reopened.",
        "One of the two sources said soldiers had left.",
        "Five military officials said the troops would stay.",
        "Eleven of the 24 turbine units were hit by missiles.",
        "The army chief, 54, has two sons in the army.",
        "Soldiers held the town for three days, then for 12 more.",
        "The party won 240 seats to the army's 25.",
        "The drone flew for 12 hours and another 10 the next day.",
        "He has written 12 books on tanks.",
        "Missiles killed nine people and wounded another 30.",
        "Shelling killed 12 and wounded 40 in the town market.",
        "The missile hit a bus, killing eight; another 12 were wounded.",
        "The general, who is 61, served in Iraq from 2003 to 2007 with 12 others.",
        "The council voted by 12 to three to send troops.",
        "Of the 193 members of the UN, 140 backed the army.",
        "Police said 12 ships of the merchant fleet left port before the war.",
        "The firm has 400 employees making drones, up from 120 in 2022.",
        "The army's budget rose to 3,400 from 2,900.",
        "Farmers used 40 drones to spray crops.",
        "The 13 killed at the market were civilians hit by a rocket.",
        "Troops fired on the crowd, killing at least 20 and injuring 50.",
        "The truce will see Hamas free 33 hostages in return for 1,900 Palestinian prisoners.",
        "More than 3,200 Russians deserted in the first half of the year, against 1,100 a year "
        "before, the military prosecutors' data show.",
        "The strike hit a school, killing 14 and wounding at least 30, rescuers said.",
        "Russian missiles killed 11 in Kharkiv overnight; another 40 were hurt.",
        "Israeli strikes killed 64 Palestinians on Tuesday, including 12 in Rafah, medics said.",
        "The court tried 24 men accused of joining the rebels; eight were acquitted.",
        "The ministry awarded contracts worth $400 million to 12 firms for drones.",
        "The bill passed 60 to 38 after the Senate added money for missiles.",
        "He was 24 when he joined the army and 31 when he left.",
        "The war, now in its third year, has displaced 12 million people; another 4 million have fled abroad.",
        "Airlines cancelled 40 flights after missiles were fired; 12 more were diverted.",
        "Two of the three bridges held by the army were destroyed.",
        "The army said it had taken 14 villages, with nine more about to fall.",
        "Ukraine hit three refineries with drones, including one in Saratov.",
        "Nine countries will send troops, and four more may follow.",
        "The president met 12 veterans of the war.",
        "Of the 27 members of the EU, 14 have sent ammunition.",
        "More than 300 protesters were held by soldiers; 40 are still in jail.",
        "The fleet commander, aged 58, has served on four continents.",
        "Thirty homes were burned by militiamen and 12 people were killed.",
        "About 200 employees of the arms maker were laid off, down from 1,200.",
        "The army moved 40 km in three days, then 12 more.",
        "A rocket killed a woman and two children; five were wounded.",
        "The navy rescued 45 migrants from a boat and took another 20 ashore.",
        "The company's 12 systems were hacked, the army said.",
        "Ten officials from the defence ministry and five from the treasury met.",
        "Hamas freed 13 hostages, and 39 more were to follow.",
        "The trial of five officers accused of a coup opened on Monday.",
        "Troops guarded 20 polling stations and opened 12 more.",
        "Two military analysts said the army had lost ground.",
        "The paper interviewed 30 soldiers' mothers.",
        "The 12 members of the council voted to arm the militia.",
        "Rebels looted six warehouses and burned two.",
        "There were 24 artillery attacks on Sunday and 16 on Monday.",
        "Russia launched 14 strikes, seven of them with missiles.",
        "The crew flew 3,000 miles and refuelled twice.",
        "The 40-year-old carrier will retire in 2030.",
        "Two companies, one of them Turkish, make the drones.",
        "The ship carried 400 containers and a crew of 22.",
        "The tanker, with 24 crew aboard, was hit by a missile in the Red Sea.",
        "Houthi forces have attacked more than 70 ships since November, sinking two.",
        "The base employs 1,200 civilians and 300 contractors.",
        "Police seized 14 guns from a gang in Chicago.",
        "A gunman killed four people with a rifle.",
        "The coalition of 40 nations met to discuss ammunition.",
        "Fourteen inmates escaped after gunmen attacked the prison.",
        "The militants abducted 30 students and three teachers; 12 have been freed.",
        "Since 2014 the war has cost 14,000 lives.",
        "The report covers 24 vessels that ferry grain past the warships.",
        "Two F1 cars crashed.",
        "The Ukrainian parliament has 450 members, of whom 12 serve at the front.",
        "Some 6,000 people died, the government said; the rebels say 600,000.",
        "Kyiv asked for 300 generators and 12 transformers after missiles hit the grid.",
        "He scored 30 points as the Rockets beat the Warriors by 12.",
        "About 1,000 volunteers cleared mines and rubble.",
        "Troops found 12 mass graves with 300 bodies.",
        "The army received 40 applications.",
        "Two journalists and three drivers were held by the militia; one was freed.",
    ],
)
def test_what_is_nobodys_troops_or_arms_is_left_out(text: str) -> None:
    assert counts(text) == []
