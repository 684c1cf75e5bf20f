"""Lone numbers: what a sentence without the noun says of those who were counted before."""

from __future__ import annotations

import pytest

from tests.agents.extract.readings import counts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were 5,100 troops in the Sahel. Fifty-eight did not come back.", [5100, 58]),
        ("The US will send 560 more servicemembers. That takes the ceiling to 4,647.", [560, 4647]),
        ("In the table 4,572 servicemen are entered as dead, 15,549 as wounded, 29 as missing.", [4572, 15549, 29]),
        ("It is 36 Rafales and not the 126 the air force wrote into its tender.", [36, 126]),
        ("Some 27,000 soldiers arrive each month, of whom, he stressed, 20,000 end up in brigades.", [27000, 20000]),
        ("Seven attack drones came in; air defenders claimed four.", [7, 4]),
        ("France has 3,000 troops there, where two years ago there had been 5,100.", [3000, 5100]),
        ("The list of fallen servicemen grew by 31 on Sunday and is 704 long.", [31, 704]),
        ("He put the dead on the army's side at above 30.", [30]),
        ("The general staff says the daily casualty rate for Russia was 1,556, below a peak of 1,570.", [1556, 1570]),
        ("The bomb killed 12 people, all of them soldiers.", [12]),
        ("The ministry has named 84 more, all of them servicemen.", [84]),
        ("Of those soldiers who died, 13 were marines.", [13]),
        ("The last 300 or so filed out, leaving fewer than 3,000 troops.", [300, 3000]),
        ("The army put losses on the jihadist side at “about seventy”.", [70]),
        ("The army put the toll of rebels above 90.", [90]),
        ("Pro-army pages put RSF dead in the battle at “more than 150”.", [150]),
        ("The militia listed six tanks and 'dozens of combat vehicles' as booty.", [6, None]),
        ("An officer suggested that 'tens of thousands' of rockets survive.", [None]),
        ("The enemy lost 92 persons and two tanks.", [92, 2]),
        ("The brigade lost 14 people there.", [14]),
        ("More than 190,000 people have signed contracts with the defence ministry.", [190000]),
        ("The army says 40,000 citizens signed a contract this year.", [40000]),
        ("London supplied Kyiv with 300 missiles, against 200 the year before.", [300, 200]),
        ("The assailants, numbering over 240, stormed the base. They killed nine soldiers.", [240, 9]),
        ("The raiders, who numbered around 45, came before dawn, the army said.", [45]),
        ("The attackers, put by police at about a dozen, made off with five rifles.", [12, 5]),
        ("The army holds 40 Leopard tanks: 24 in service, 12 in store and four under contract.", [40, 24, 12, 4]),
        ("The batch of 12 frigates comes on top of the nine contracted in 2021.", [12, 9]),
        ("The army counted 700 rockets, with 60 or so falling short.", [700, 60]),
        ("Six soldiers were dug out, two in critical condition.", [6, 2]),
        ("Phnom Penh holds 18 soldiers; Bangkok spoke of 20.", [18, 20]),
        ("It received 20 drones in a deal that may extend to 120.", [20, 120]),
        ("All 900 Georgian soldiers will fly home on C-17s, and the first 300 have reached Tbilisi.", [900, 300]),
        ("The drill takes 9,000 soldiers, 7,000 of them American, 1,500 Filipino and 500 from Japan.",
         [9000, 7000, 1500, 500]),
        ("Of the 31 reservists, four did not come back and nine are still in hospital.", [31, 4, 9]),
        ("Scores of rebels came in; 37 of them handed over eleven guns.", [None, 37, 11]),
        ("Troops killed 13 militants in three engagements. Nine of them were killed in Mohmand.", [13, 9]),
        ("Air defence downed 106 drones over 14 regions; 56 more dropped off radar.", [106, 56]),
        ("Russia fired 120 drones, roughly 80 of which were Shaheds.", [120, 80]),
        ("Its losses in the valley have passed 3,000, the army says.", [3000]),
        ("The army owned to 17 dead in its own ranks, the hospital to 40 wounded.", [17]),
        ("The ministry put the toll of rebels above 95, and a hospital was hit.", [95]),
        ("Hezbollah has 40,000 fighters. An officer puts its dead at around 3,700.", [40000, 3700]),
        ("Federal casualties come to 250 dead and 1,010 wounded; the rebels have 6,000 fighters.", [250, 1010, 6000]),
        ("The army was thought to have close to 140,000 on its books.", [140000]),
        ("The base has 1,100 tanks; there remain about 240.", [1100, 240]),
        ("Some 200 soldiers are inside the town; an officer put it at 250 to 300 two days later.", [200, 300]),
        ("At least 12 bombers burned. The true number destroyed could be near ten.", [12, 10]),
        ("The army sent drones. Officers said that eleven had been aimed at the airbase.", [11]),
        ("The plant builds 172 of the 218 tanks; the other 46 came out of Germany.", [172, 218, 46]),
        ("About 15,000 Soviet soldiers died, and more than 600,000 served there.", [15000, 600000]),
        ("The swap of prisoners by the two armies saw 75 go home on each side.", [75]),
        ("Missile stocks fell from 1,800 to 600, then to 300.", [1800, 600, 300]),
        ("In 2023, 1,200 tanks were lost; in 2024, 900.", [1200, 900]),
        ("Of 93 Tornados, 26 can fly; Ukraine wants 25 Patriots and has seven.", [93, 26, 25, 7]),
        ("Some of the 1,700 reservists – nearly 400 – failed to report.", [1700, 400]),
        ("More than 8,000 have deserted from the army, the ministry says.", [8000]),
        ("Of the regiment's 900, few answered the roll.", [900]),
        ("The Guards lost 41 soldiers in the crossing, the Marines 63.", [41, 63]),
        ("Three soldiers were taken to hospital; two are in a critical condition.", [3, 2]),
        ("The army lost two guns, one of them a 155mm howitzer.", [2, 1]),
        ("The rebels fired four missiles, two at the camp and two more at a pickup.", [4, 2, 2]),
        ("Nine soldiers were killed by two mines. Twelve others were hurt, one of them badly.", [9, 2, 12, 1]),
        ("Residents saw 14 drones. The army said its gunners shot down eight, and blamed the rebels.", [14, 8]),
        ("The army killed 70 rebels and captured four others hiding in a cellar.", [70, 4]),
        ("The brigade had three tanks and one of them worked.", [3, 1]),
        ("The militia fired 90 rockets, including a salvo of 25 toward the port.", [90, 25]),
        ("The plant makes 9,000 rockets a month; a consignment of 6,000 went out in May.", [9000, 6000]),
        ("The army has 60,000 soldiers and a reserve of 210,000.", [60000, 210000]),
        ("Russian forces suffered 31,000 casualties in May, an average of about 1,000 per day.", [31000, 1000]),
        ("Some 900 troops were there; then they owned up to something closer to 2,000.", [900, 2000]),
        ("The mission has 4,000 peacekeepers and could swell to 15,000.", [4000, 15000]),
        ("Paris gives the biggest share of the peacekeepers with 900, Rome comes next with 750.", [900, 750]),
        ("Regular soldiers stand at 74,100, and the target is 73,000.", [74100, 73000]),
        ("The army lost 58 soldiers. Rebel dead numbered two.", [58, 2]),
        ("A corporal said no fewer than 70 of his comrades fell when militants came in.", [70]),
        ("Last year the plant made 48 howitzers; in 2022 it was 30.", [48, 30]),
        ("The army will take 1,580 armoured vehicles, not the 2,044 of the first plan.", [1580, 2044]),
        ("NATO had 16,000 troops there, short of the 50,000 planners want.", [16000, 50000]),
        ("The firm makes 24 Gripen jets a year. Its book shows 60 for Sweden and 36 for Brazil.", [24, 60, 36]),
        ("It may give 14 Gripen jets from its fleet of about 90.", [14, 90]),
        ("He said six tanks could move. Of the brigade's 446 who got to the station, 150 walked out.", [6, 446, 150]),
        ("The army sent 200 instructors. A party of 90 went home, a team of eleven is left.", [200, 90, 11]),
        ("Some 30 soldiers were hurt near demonstrators. Of these, 19 are Hungarian and 11 Italian.", [30, 19, 11]),
        ("The bodies of 14 soldiers are at the base. The mission also mourns three Malawians.", [14, 3]),
        ("Last year 214 combatants came in: 166 Congolese, 41 Rwandans and seven Burundians.", [214, 166, 41, 7]),
        ("The army lost 22 tanks. Indian dead numbered two.", [22, 2]),
        ("The hundred-odd Russian instructors stay. They loosed the thousand or so drones.", [100, 1000]),
        ("The first six of the 12 F-16 jets are here. The remaining half-dozen will follow.", [6, 12, 6]),
        ("Some 617 people gave up at the base, 410 of them soldiers and the rest their wives.", [410]),
        ("The army has five brigades. Army: 28,150 active, 50,200 reserve.", [5, 28150, 50200]),
        ("Half of the promised million artillery rounds have reached Kyiv.", [1000000]),
        ("“Scores” of fighters died, and more than 200 of Kagame's soldiers.", [None, 200]),
    ],
)
def test_a_lone_number_goes_back_to_those_counted(text: str, expected: list[int | None]) -> None:
    assert [high or low for low, high, _ in counts(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The army spokesman said 12 roads were closed. Four have since reopened.",
        "Rebels control 14 towns, five of which they took last week.",
        "The general is 62; his deputy is 58.",
        "Troops found a mass grave with 40 bodies, of which 12 were children.",
        "Police said 40 of the protesters had been arrested near the barracks and 12 released.",
        "The junta's death toll from the quake is 2,056.",
        "The health authorities in Gaza put the death toll of the army's offensive at 51,495.",
        "The drone firm has 300 employees, 40 of them engineers.",
        "The military court tried 17; five were hanged and 12 jailed for life.",
        "The gun of the tank fires 12 rounds a minute.",
        "The plant of the army has hired 800 people since autumn.",
        "The camp was hit, in the words of one officer, by nobody.",
        "Army trucks killed five marchers. The hospital put the dead at an average of nine a day.",
        "The army plant makes 30 kettles a day; in 2022 it was 20.",
        "The barracks has a reserve of 40 beds and a fleet of nine buses.",
        "Nobody has aid, one officer of the brigade sighed.",
        "One source said attackers came to the barracks.",
        "The force is smaller than the one Wagner left in Mali.",
        "Some 40 people were hurt by shells, and four of them were children.",
        "Soldiers shot into crowds. A party of 90 had stood there.",
        "The army said 600 people had fled, 40 of them teachers.",
        "Army cases of the virus: 12,150 active, 40,000 in all.",
        "The regiment was raised in 1915 and is 110 this year.",
        "Two Americans died when their car hit an army truck.",
        "About 300 people signed contracts to buy flats in the town.",
        "Some 2,000 citizens have signed a petition against the army base.",
        "The army said the town lost 14 people in the flood.",
        "Troops stormed the town in two attacks. Nine of them were at night.",
        "The prisoners of the army said they were under 18.",
        "A troop of 30 baboons, a hundred of them tame, held up the army's parade.",
        "Build time of a tank has been cut from 30 months to 15.",
        "The army spoke of peace to 40 mayors.",
        "Soldiers stood by. In the town the dead from the quake had reached 71.",
        "Soldiers freed the hotel. An official gave the dead as 18, of whom 14 were foreigners.",
        "Warships are built there. The yard employs 4,000, with 300 still on strike.",
        "The company has 300 employees, with 12 still missing after the army's factory blast.",
        "The general said that 300 came to the funeral.",
        "The convoy of 14 aid trucks entered Gaza under army escort; six were looted.",
    ],
)
def test_a_lone_number_of_others_counts_nothing(text: str) -> None:
    assert counts(text) == []


def test_every_one_of_them_is_no_single_one() -> None:
    text = "The boats loosed eight missiles, every one of which was led astray by chaff."
    assert [high for _, high, _ in counts(text)] == [8]


def test_a_single_plane_is_not_what_stays_behind() -> None:
    text = "The last soldiers climbed into a Hercules. About 400 will remain as advisers."
    assert [item for _, _, item in counts(text)] == ["soldier"]


def test_fighters_shot_down_are_aircraft() -> None:
    text = "His batteries destroyed five Pakistani fighters in the air and one larger plane, the air chief said."
    assert next(item for _, _, item in counts(text)) == "fighter_jet"


def test_the_youngest_is_an_age() -> None:
    assert [high for _, high, _ in counts("Eighteen soldiers, the youngest of them 21, were killed.")] == [18]


def test_boys_under_eighteen_is_an_age() -> None:
    assert [high for _, high, _ in counts("The garrison has 900 soldiers, some of them boys under eighteen.")] == [900]
