"""A number without a noun counts what the words around it send it back to, and only what they do."""

from __future__ import annotations

import pytest

from tests.agents.extract.readings import counts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kyiv has received 96 tanks since 2022 and expects another 40 by June.",
            [(96, "tank"), (40, "tank")],
        ),
        (
            "Israel called up 60,000 reservists and extended the tours of a further 20,000.",
            [(60000, "reservist"), (20000, "reservist")],
        ),
        (
            "The ministry said 18 UAVs were downed over Bryansk, 12 over Kursk, five over Tula and "
            "two over the Black Sea.",
            [(18, "drone"), (12, "drone"), (5, "drone"), (2, "drone")],
        ),
        (
            "The army will shrink to 150,000 troops by 2026 and to 120,000 by 2030.",
            [(150000, "soldier"), (120000, "soldier")],
        ),
        (
            "Berlin will deliver 18 howitzers, with the first six due in spring, eight more in 2025 "
            "and the remaining four a year later.",
            [(18, "howitzer"), (6, "howitzer"), (8, "howitzer"), (4, "howitzer")],
        ),
        (
            "Norway will hand over 22 F-16s, up from the 12 it promised last year.",
            [(22, "fighter_jet"), (12, "fighter_jet")],
        ),
        (
            "Ten of the soldiers were flown out and the other 14 are still at the base.",
            [(10, "soldier"), (14, "soldier")],
        ),
        (
            "Before the coup the junta put the army's strength at no more than 150,000.",
            [(150000, "soldier")],
        ),
        (
            "US troop strength in Iraq peaked at 170,300 in 2007.",
            [(170300, "soldier")],
        ),
        (
            "The rebel force, which once numbered 20,000, has dwindled.",
            [(20000, "soldier")],
        ),
        (
            "Russia launched 315 drones, compared with about 110 on the previous night.",
            [(315, "drone"), (110, "drone")],
        ),
        (
            "The alliance has 1,200 soldiers in Latvia and plans to deploy 5,000 in all.",
            [(1200, "soldier"), (5000, "soldier")],
        ),
        (
            "Poland ordered 116 tanks and is eventually expected to field around 1,000.",
            [(116, "tank"), (1000, "tank")],
        ),
        (
            "Top troop contributors: Nepal 1,230, Rwanda 940, Bangladesh 610.",
            [(1230, "soldier"), (940, "soldier"), (610, "soldier")],
        ),
        (
            "The budget book shows 2,400 missiles ordered and 1,936 built.",
            [(2400, "missile"), (1936, "missile")],
        ),
        (
            "Of the 3,000 soldiers who went in, 900 came out.",
            [(3000, "soldier"), (900, "soldier")],
        ),
        (
            "The army said 25 rebels were killed, 14 captured and the rest fled.",
            [(25, "rebel"), (14, "rebel")],
        ),
        (
            "The group says it has 4,000 fighters; the UN puts the figure at 2,500.",
            [(4000, "fighter"), (2500, "fighter")],
        ),
        (
            "Of its 72 Leopards, Spain has sent 10.",
            [(72, "tank"), (10, "tank")],
        ),
        (
            "Ukraine says 61 of the 78 drones were shot down, with 12 more lost to jamming.",
            [(61, "drone"), (78, "drone"), (12, "drone")],
        ),
        (
            "Russia fired 19 cruise missiles, of which 15 were shot down.",
            [(19, "cruise_missile"), (15, "cruise_missile")],
        ),
        (
            "The Houthis have fired at least 60 missiles since March; 45 fell short.",
            [(60, "missile"), (45, "missile")],
        ),
        (
            "Three of the helicopters crashed and two were repaired.",
            [(3, "helicopter"), (2, "helicopter")],
        ),
        (
            "It had ordered 48 Rafales and will now take 60.",
            [(48, "fighter_jet"), (60, "fighter_jet")],
        ),
        (
            "South Africa has 1,200 soldiers there, Malawi 700 and Tanzania 500.",
            [(1200, "soldier"), (700, "soldier"), (500, "soldier")],
        ),
        (
            "About 300 Wagner fighters remain, down from 1,500 in 2023.",
            [(300, "fighter"), (1500, "fighter")],
        ),
        (
            "The brigade had 3,400 men at the start and fewer than 900 by autumn.",
            [(3400, "man"), (900, "man")],
        ),
        (
            "The number of US troops in Niger fell from 1,100 to 500.",
            [(1100, "soldier"), (500, "soldier")],
        ),
        (
            "They buried 32 soldiers on Monday and 17 on Tuesday.",
            [(32, "soldier"), (17, "soldier")],
        ),
        (
            "North Korea sent 11,000 troops last year, 3,000 more in January and another 1,000 engineers in June.",
            [(11000, "soldier"), (3000, "soldier"), (1000, "engineer")],
        ),
        (
            "The toll among Indian soldiers rose to 20 from three earlier.",
            [(20, "soldier"), (3, "soldier")],
        ),
        (
            "We lost 12 in that battle, the platoon commander said.",
            [(12, "soldier")],
        ),
        (
            "At least 20 Kurdish fighters and 14 Turkish soldiers died.",
            [(20, "fighter"), (14, "soldier")],
        ),
        (
            "The air force retired the last 12 of its A-37s.",
            [(12, "combat_aircraft")],
        ),
        (
            "The Ukrainian Air Force reported that Russian forces launched 53 Shahed-type and decoy "
            "drones and two Iskander-M ballistic missiles from Kursk Oblast.",
            [(53, "drone"), (2, "ballistic_missile")],
        ),
        (
            'Ukrainian forces downed 42 of 58 drones while 14 were "lost" due to electronic warfare.',
            [(42, "drone"), (58, "drone"), (14, "drone")],
        ),
        (
            "Putin said 700,000 troops were now fighting in Ukraine, up from 617,000 in June.",
            [(700000, "soldier"), (617000, "soldier")],
        ),
        (
            "The Wagner Group has some 2,000 fighters in Mali and about 1,800 in the Central African "
            "Republic, analysts say.",
            [(2000, "fighter"), (1800, "fighter")],
        ),
        (
            "Colombia's ELN freed six soldiers it had held since May and promised to release two more.",
            [(6, "soldier"), (2, "soldier")],
        ),
        (
            "The carrier strike group includes two destroyers, a frigate and more than 60 aircraft.",
            [(2, "destroyer"), (60, "aircraft")],
        ),
        (
            "Lithuania has asked Berlin for 44 Leopard 2A8s and expects the first four in 2029.",
            [(44, "tank"), (4, "tank")],
        ),
        (
            "The Pentagon said about 3,000 Marines and sailors arrived aboard the Bataan, bringing "
            "to 20,000 the number of US personnel in the region.",
            [(3000, "marine_and_sailor"), (20000, "soldier")],
        ),
        (
            "Hezbollah fired 135 missiles, the military said, most of which were intercepted; about "
            "10 fell in open areas.",
            [(135, "missile"), (10, "missile")],
        ),
        (
            "Yemen's Houthis have shot down 22 Reapers since 2023, seven of them in the last six weeks.",
            [(22, "drone"), (7, "drone")],
        ),
        (
            "Armenia said it lost 135 servicemen; Azerbaijan said it lost 80.",
            [(135, "serviceman"), (80, "serviceman")],
        ),
        (
            "Congo's army said 51 M23 rebels had surrendered, and 14 had been killed.",
            [(51, "rebel"), (14, "rebel")],
        ),
        (
            "The brigade lost 60 of its 90 tanks.",
            [(60, "tank"), (90, "tank")],
        ),
        (
            "Only 20 of the 31 Abrams remain in service.",
            [(20, "tank"), (31, "tank")],
        ),
        (
            "The mission of 12,000 soldiers, more than half of them Burundian and Ugandan, ends in December.",
            [(12000, "soldier")],
        ),
        (
            "Some 80 percent of the 1,500 rockets were intercepted.",
            [(1500, "rocket")],
        ),
        (
            "The army fielded 120,000 men, of whom 30,000 were conscripts.",
            [(120000, "man"), (30000, "man")],
        ),
        (
            "More than 5,000 Ukrainian soldiers trained in Germany; 10,000 will be trained in all.",
            [(5000, "soldier"), (10000, "soldier")],
        ),
        (
            "It has sent two Patriot batteries, one of them from Bundeswehr stocks.",
            [(2, "patriot_battery"), (1, "patriot_battery")],
        ),
        (
            "Rebels said they killed 16 soldiers, including a lieutenant and two sergeants, and captured 20 rifles.",
            [(16, "soldier"), (2, "sergeant"), (20, "rifle")],
        ),
        (
            "THE FMLN ATTACKED THE GARRISON, KILLING 12 SOLDIERS AND WOUNDING 20 MORE.",
            [(12, "soldier"), (20, "soldier")],
        ),
        (
            "GUERRILLAS INFLICTED 14 CASUALTIES ON ARMY TROOPS AND RECOVERED 10 M-16S.",
            [(14, "soldier"), (10, "rifle")],
        ),
        (
            "The Taliban released 12 Afghan soldiers, keeping 30.",
            [(12, "soldier"), (30, "soldier")],
        ),
        (
            "Four Su-35s, three Su-34s and one A-50 were destroyed.",
            [(4, "fighter_jet"), (3, "fighter_jet"), (1, "surveillance_aircraft")],
        ),
        (
            "Iran is believed to have more than 3,000 ballistic missiles. Israel says it destroyed a third of them.",
            [(3000, "ballistic_missile")],
        ),
        (
            "Iraq wants the last 2,500 US troops gone; some 900 are in Syria.",
            [(2500, "soldier"), (900, "soldier")],
        ),
        (
            "The junta's forces, put at 300,000 in 2021, may now number 130,000.",
            [(300000, "soldier"), (130000, "soldier")],
        ),
        (
            "The UK has promised 14 tanks, France 30 howitzers and Italy a SAMP/T battery.",
            [(14, "tank"), (30, "howitzer")],
        ),
        (
            "Seoul estimates that 4,700 North Korean soldiers have been casualties, including about 600 deaths.",
            [(4700, "soldier"), (600, "soldier")],
        ),
        (
            "North Korea has sent about 20,000 containers, which could hold up to 4.6 million 152mm "
            "shells or 400,000 rockets.",
            [(4600000, "shell"), (400000, "rocket")],
        ),
        (
            "Eight F-35As landed at Misawa, and 12 more are due by July.",
            [(8, "fighter_jet"), (12, "fighter_jet")],
        ),
        (
            "Egypt has massed 40,000 troops in Sinai, twice the number allowed.",
            [(40000, "soldier")],
        ),
        (
            "A total of 84 prisoners of war returned from each side.",
            [(84, "prisoner_of_war")],
        ),
        (
            "The patrol ran into 30 fighters, 11 of whom were killed and four captured.",
            [(30, "fighter"), (11, "fighter"), (4, "fighter")],
        ),
        (
            "Washington has already sent 31 Abrams. Kyiv wants 300.",
            [(31, "tank"), (300, "tank")],
        ),
        (
            "North Korea supplied 200 long-range guns and more rockets, said the spy chief, who put "
            "the number of its soldiers at 11,000.",
            [(200, "gun_and_rocket"), (11000, "soldier")],
        ),
        (
            "There are 34,500 American troops in the region, up from 30,000 before October 7.",
            [(34500, "soldier"), (30000, "soldier")],
        ),
        (
            "Burkina Faso's junta recruited 50,000 volunteers; at least 1,000 have died.",
            [(50000, "volunteer"), (1000, "volunteer")],
        ),
        (
            "The number of combat drones rose to 1,200 from 300.",
            [(1200, "drone"), (300, "drone")],
        ),
        (
            "The DF-21D force has grown to 96 launchers, with 40 more under construction.",
            [(96, "launcher"), (40, "launcher")],
        ),
        (
            "Japan plans 12 F-35Bs and has an option on 30 more.",
            [(12, "fighter_jet"), (30, "fighter_jet")],
        ),
        (
            "Two of the seven Leopards were hit by drones.",
            [(2, "tank"), (7, "tank")],
        ),
        (
            "The air force has 60 jets, half of them grounded.",
            [(60, "jet")],
        ),
        (
            "The militia's 12 drones, worth $2,000 apiece, were shot down.",
            [(12, "drone")],
        ),
        (
            "Israel returned the bodies of 14 fighters, and Hezbollah that of one soldier.",
            [(14, "fighter"), (1, "soldier")],
        ),
        (
            "Rebels overran the base with 300 men and two captured tanks.",
            [(300, "man"), (2, "tank")],
        ),
        (
            "Al-Shabaab lost 80 men, the ministry said; the group said it had killed 60 Ethiopians.",
            [(80, "man")],
        ),
        (
            "Ethiopia has 4,000 soldiers in Somalia under the mission and 3,000 outside it.",
            [(4000, "soldier"), (3000, "soldier")],
        ),
        (
            "Egypt's air force operates 24 Rafales; it has 30 on order.",
            [(24, "fighter_jet"), (30, "fighter_jet")],
        ),
        (
            "The HQ-9 battery has eight launchers and 32 missiles.",
            [(8, "launcher"), (32, "missile")],
        ),
        (
            "The US navy has shot down 38 drones and six missiles since November.",
            [(38, "drone"), (6, "missile")],
        ),
        (
            "ISIS claimed to have killed 11 peshmerga and wounded nine.",
            [(11, "fighter"), (9, "fighter")],
        ),
        (
            "Of 14 T-90Ms, three were abandoned.",
            [(14, "tank"), (3, "tank")],
        ),
        (
            "The Sky News tally lists 12 tanks lost: nine destroyed, two damaged and one captured.",
            [(12, "tank"), (9, "tank"), (2, "tank"), (1, "tank")],
        ),
        (
            "Oryx has counted 3,000 tanks destroyed and 500 captured.",
            [(3000, "tank"), (500, "tank")],
        ),
    ],
)
def test_a_bare_number_counts_what_was_counted_before(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(high or low, item) for low, high, item in counts(text)] == expected
