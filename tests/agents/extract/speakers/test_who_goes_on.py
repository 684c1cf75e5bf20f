"""Who says so reaches as far as it should: past phrases, into the next tally, and no further."""

from __future__ import annotations

import pytest

from tests.agents.extract.readings import figures


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        # a phrase before the name, with no comma
        ("At the crossing a Kurdish commander said he had lost 12 soldiers.", "a Kurdish commander"),
        ("As of 09:15 the navy confirms 12 drones downed.", "the navy"),
        ("As of this evening the ministry counts 12 tanks destroyed.", "the ministry"),
        ("14:20 The Lebanese army says it will send 4,000 soldiers.", "The Lebanese army"),
        ("In bulletin no. 12 the Nigerien army says 12 soldiers died.", "the Nigerien army"),
        ("In the capital a spokesman said 12 soldiers had died.", "a spokesman"),
        ("On the island 12 soldiers died.", None),
        ("After nightfall the army's media wing said 12 soldiers were killed.", "the army's media wing"),
        ("After the attack on Monday the navy said 12 sailors were killed.", "the navy"),
        ("The war left open whether the militia said it had 100,000 fighters.", "the militia"),
        ("Mali for its part said it had downed 12 drones.", "Mali"),
        ("Chad's army said in a statement it had destroyed 12 tanks.", "Chad's army"),
        ("Lebanon's Hezbollah said in a bulletin that it fired 12 rockets.", "Lebanon's Hezbollah"),
        ("The Joint Forces, which has fought since 2023, said it shot down two drones.", "The Joint Forces"),
        ("“We have 300 fighters in the city,” Abu Hassan said by phone.", "Abu Hassan"),
        ("Up to 4,000 soldiers are there, a U.N. report said.", "a U.N. report"),
        ("A secret army report seen by AFP estimates that 4,000 soldiers are there.",
         "A secret army report"),
        ("Ali Hassan, 24, said his unit had lost 12 soldiers.", "Ali Hassan"),
        ("The president called for 25 missile launchers.", "The president"),
        ("The general called the 25 launchers a gift.", None),
        ("Twelve soldiers died, reports say.", None),
        ("By the navy's own count, 12 ships were lost.", "the navy"),
        ("Troops killed 12 rebels, Maj.-Gen. Ade Bola, Director, Media Operations, said on Friday.",
         "Maj.-Gen. Ade Bola, Director, Media Operations"),
        ("By some estimates Russia has lost 3,000 tanks.", None),
        ("Some say Russia has lost 3,000 tanks.", "Some"),
        ("Twelve drones fell, said Fatima, a resident, who saw 40 trucks.", "Fatima"),
        # who stands far from his verb
        ("Twelve tanks burned, a former major who now leads the band says.", "a former major"),
        ("A Malian colonel, shown on state television, said 12 soldiers had died.", "A Malian colonel"),
        ("A sergeant, interviewed in hospital, said 12 soldiers had died.", "A sergeant"),
        ("Diplomats in Oslo, who have always doubted it, said 12 soldiers had died.", "Diplomats in Oslo"),
        ("Before dawn, Gen. John Moss Jr. said, the troops blew up 12 tanks.", "Gen. John Moss Jr."),
        ("By the mid-2030s Defence Minister Anna Moss wants 12,000 soldiers.", "Defence Minister Anna Moss"),
        # what a name before a verb does not say
        ("Months after the raid in which 12 soldiers died, Lima has named four of them.", None),
        ("Of the 213 tanks on the books, ministry papers suggest that most are rusting.", None),
        ("The army has 12 posts and 30 soldiers, in the words of one officer, “too few to sleep”.", None),
        ("Rome is adding 16 tanks to its order.", None),
        ("Troopers show some of the 38 rifles.", None),
        ("Egypt has promised 1,091 soldiers.", None),
        ("The militia has 2,500 men and, if one believes its officers, wants more.", None),
        # other ways to say it
        ("Officials pointed to the 12 soldiers in Chinese hands.", "Officials"),
        ("The army has asked for 12,000 conscripts, the president told reporters.", "the president"),
        ("By the count kept at this newspaper, 53 soldiers have died.", "this newspaper"),
        ("By the estimate of the attachés, 53 soldiers have died.", "the attachés"),
        ("On the testimony of the deserters, 53 soldiers have died.", "the deserters"),
        ("The order book shows 60 jets for Sweden.", None),
        ("Intercepts pointed to 43 soldiers killed.", None),
        ("Ministers point out that 12 warships are in dock.", "Ministers"),
        ("Military Intelligence credited the militia with some 2,500 missiles.", "Military Intelligence"),
        ("By dawn the Air Force had logged 149 drones.", "the Air Force"),
        ("Lima's official toll stands at 31 soldiers killed.", "Lima"),
        ("The rebels claim 84 soldiers killed.", "The rebels"),
        ("Yerevan buried 2,317 servicemen by its health ministry's reckoning.", "its health ministry's"),
        ("Most have left: 12 soldiers, an officer sighed, were still there.", "an officer"),
        # headings
        ("Mali air force tally: 12 drones downed.", "Mali air force"),
        ("Navy figures: 12 warships at sea.", "Navy"),
        ("Russian losses over the past day, General Staff: 1,130 troops.", "General Staff"),
        ("Clashes in the east: 12 soldiers killed.", None),
        ("Two brigades, one company: 12 soldiers each.", None),
        # what is asked for
        ("The Government of Bahrain has requested to buy 32 missiles.", "The Government of Bahrain"),
        ("The Navy has asked the ministry to clear the purchase of 12 torpedoes.", "The Navy"),
        ("The alliance asked for help after 12 of its soldiers were hurt.", None),
        ("The village asked the state to rebuild the bridge that 12 soldiers blew up.", None),
        # what is said to come
        ("The ministry expects the force to reach 12,000 soldiers.", "The ministry"),
        ("The shipyard said little. The company expects to build 12 frigates.", "The company"),
        ("Greece expects 12 frigates by 2030.", None),
        ("Oslo has promised 18 tanks, Defence Minister Tore Sandvik told NRK.", "Defence Minister Tore Sandvik"),
        ("Oslo promised that 18 tanks would come.", "Oslo"),
        # counts that are read out
        ("Twelve warplanes were detected by Taiwan's defence ministry.", "Taiwan's defence ministry"),
        ("The raid, claimed by the Houthis, killed 12 soldiers.", None),
        ("The jets flew off in coordination with an early warning plane and seven warships.", None),
        ("Planes landed with what diplomats described as arms, and Cairo offered 5,000 troops.", None),
        ("Norway's side has announced 12 tanks.", "Norway's side"),
        ("Hospital sources were counting 12 dead soldiers.", "Hospital sources"),
        ("Army colonels maintain that 12 soldiers were killed.", "Army colonels"),
        ("Regimental rolls show 474 soldiers killed.", "Regimental rolls"),
        ("The videos show 12 tanks burning.", None),
        ("The colonel gave a figure of 4,000 soldiers.", "The colonel"),
        ("The general gave the men 12 rifles.", None),
        ("The governor implied a rate of about 1,200 conscripts a day.", "The governor"),
        ("Berlin identified 800 shells it could buy.", "Berlin"),
        ("The spokesman released the names of 51 soldiers killed.", "The spokesman"),
        ("Twelve bombers took off, TASS reported with reference to the ministry.", "the ministry"),
        ("The army has 12 brigades, according to figures that the ministry gave Jane's.", "the ministry"),
        ("According to the ministry 2,783 soldiers were killed.", "the ministry"),
        ("Pictures reviewed by Janes bear out the loss of 12 bombers.", "Janes"),
        ("The disclosure by Admiral Key brings to 4,000 the number of sailors at sea.", "Admiral Key"),
        ("UNIFIL's own number is 12 soldiers.", "UNIFIL"),
        ("Since the last count we have added 12 tanks.", None),
        ("Our estimate is that the army can repair 1,500 tanks.", None),
        ("The column has 12 of the Pbv 302 tracked carriers and 4 tanks.", None),
        ("“We have 12 tanks,” said one retired officer.", "one retired officer"),
        ("Independent tallies since the war began put the dead at around 40 soldiers.", "Independent tallies"),
        ("Jabhat Ansar al Sham wal Din (JASD) overran a post and said its men had killed 60 soldiers.", "JASD"),
        ("The raiders crossed to hunt the 2,400 guerrillas whom the general staff says winter there.",
         "the general staff"),
    ],
)  # fmt: skip
def test_who_says_the_first_figure(text: str, claimant: str | None) -> None:
    assert figures(text)[0].claimant == claimant


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Russia fired 97 drones, the air force said. Air defences downed 88 drones.", "the air force"),
        ("Russia fired 97 drones, the air force said. The pilots sank 12 ships.", None),
        ("Taipei's ministry said 29 Chinese military aircraft came. Nineteen of the aircraft crossed the line.",
         "Taipei's ministry"),
        ("Kyiv said 29 soldiers were freed. Nine of the soldiers had been held since spring.", None),
        ("As of dawn the air force confirms 88 drones downed; five more were lost from radar.", "the air force"),
        ("The army says 88 drones fell; soldiers found 12 rifles.", None),
        ("The enemy lost 900 soldiers, the General Staff said, Ukrinform reports. Also destroyed were nine tanks.",
         "the General Staff"),
        ("The enemy lost 900 soldiers, the General Staff said. Losses of equipment are put at 12 tanks.",
         "the General Staff"),
        ("According to the ministry, 87 rebels gave up. Eleven soldiers were killed in the same period.",
         "the ministry"),
        ("Rebels speak of 4,700 captured soldiers. Three officers are among them.", "Rebels"),
        ("Seoul's spy service said 1,500 soldiers had gone. The agency expects the force to reach 12,000 soldiers.",
         "Seoul's spy service"),
        ("Rome sends ten jets, two officials said, adding to the seven warships already there.", None),
        ("The minister announced 680 tanks, and 10 warships are to sail.", None),
        ("A colonel said 90 ships were at sea, while the ministry logged 47 military aircraft.", "the ministry"),
        ("President Museveni said 54 soldiers died. The rebels, who claimed 137, came with 800 fighters, he said.",
         "President Museveni"),
        ("The attackers, put by officials at about a dozen, made off with five rifles.", None),
    ],
)  # fmt: skip
def test_who_says_the_last_figure(text: str, claimant: str | None) -> None:
    assert figures(text)[-1].claimant == claimant


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("The army says nine batteries are left. One of the nine is abroad with 200 soldiers.", "The army"),
        ("Fourteen soldiers died, the army said. Two of the dead were officers: two lieutenants.", "the army"),
        ("Kyiv said 84 people had come home. The other 33 are soldiers.", "Kyiv"),
        ("Nine rebels died, the ministry said. Troops also seized 12 rifles.", "the ministry"),
        ("Two rebels died, a spokesman said. Fourteen grenades were recovered from the slain.", "a spokesman"),
        ("Nine rebels died, the ministry said. The rebels also hold 12 tanks.", None),
        ("The cost is put by the same sources at 12 soldiers.", None),
        ("The staff says 900 fell in May. Losses in April, by the same source, stood at 1,220 soldiers.", "The staff"),
        ("Nine soldiers died, the ministry said. Sixty are missing.", "the ministry"),
        ("Nine rebels died, the ministry said. Sixty rebels are thought to be hiding.", None),
        ("Seven soldiers died, the army said, as Rome said it would pay. Two of the dead led 12 soldiers.", "the army"),
        ("Sixty rebels came, a general said. Seven of the 31 soldiers died.", None),
        ("Portugal says it can spare three tanks, Norway has promised eight tanks.", None),
        ("Six jets are gone, two officers said. The dead are put by the same sources at 13 men.", "two officers"),
        ("The film backs him: it shows 12 soldiers.", None),
    ],
)
def test_last_of_several_figures(text: str, claimant: str | None) -> None:
    """What a later sentence counts belongs to the speaker of the one before only when it goes on with it."""
    assert figures(text)[-1].claimant == claimant
