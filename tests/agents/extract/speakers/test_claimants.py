"""Who says so is named in the sentence's own words, or nobody is."""

from __future__ import annotations

import pytest

from tests.agents.extract.readings import figures


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Ukraine's air force said it had shot down 12 drones.", "Ukraine's air force"),
        ("Twelve drones were shot down, Ukraine's air force said.", "Ukraine's air force"),
        ("Twelve drones were shot down, said Ukraine's air force.", "Ukraine's air force"),
        ("According to the General Staff, 12 drones were shot down.", "the General Staff"),
        ("Twelve drones were shot down, according to the General Staff.", "the General Staff"),
        ("Reuters reported, citing the General Staff, that 12 drones were shot down.", "the General Staff"),
        ("Rustem Umerov, the defence minister, said 12 drones were shot down.", "Rustem Umerov, the defence minister"),
        ("“We lost 12 soldiers,” a commander said.", "a commander"),
        ("Officials on Monday said 12 soldiers had died.", "Officials"),
        ("Twelve soldiers died.", None),
        ("He said 12 soldiers had died.", None),
        ("MR. KIRBY: There are 10,000 troops in Poland.", "MR. KIRBY"),
        ("Q Are there 10,000 troops in Poland?", None),
        ("The army repelled the attack, saying it had killed 12 rebels.", "The army"),
        ("Footage shows 12 tanks burning.", None),
        ("COPREFA REPORTED THAT ONE SOLDIER WAS KILLED.", "COPREFA"),
        ("Russia has lost 900 soldiers; Kyiv says 12 tanks were hit.", None),
        ("KYIV, March 31 - Ukraine's General Staff said it had destroyed 19 tanks.", "Ukraine's General Staff"),
        ("March 31 - Ukraine's General Staff said it had destroyed 19 tanks.", "Ukraine's General Staff"),
        ("NEW DELHI: The army operates 33 tanks.", None),
        ("LUCKNOW: The army said 12 militants had been killed.", "The army"),
        ("ON THIS DAY 1944: Some 156,000 Allied troops crossed the Channel.", None),
        ("MEDIA CONTACT: The corps fields 12 howitzers.", None),
        ("Rome has sent the ship, adding to the nine warships already there.", None),
        ("Witnesses described seeing dozens of soldiers in the streets.", "Witnesses"),
        ("Israel puts the number of militants it has killed at 19,000.", "Israel"),
        ("The army lost 12 tanks, per Oryx.", "Oryx"),
        ("Hezbollah is believed by diplomats to have lost 4,000 fighters.", "diplomats"),
        ("As many as 300 fighters were killed, by the army's count.", "the army's"),
        ("A NATO official, speaking on condition of anonymity, said 12 tanks were lost.", "A NATO official"),
        ("The group, in a statement on Telegram, claimed it killed 20 soldiers.", "The group"),
        ("“They sent 300 soldiers,” Ali Hassan, a commander, told AFP.", "Ali Hassan, a commander"),
        ("Russian officials dismissed as false reports that 3,000 troops had fled.", None),
        ("An ambush claimed the lives of 17 soldiers.", None),
        ("Police found 12 rifles.", None),
        ("A UN panel found that Rwanda has 4,000 soldiers in Congo.", "A UN panel"),
        ("Iran fired 480 missiles, of which, according to Israel, nine in ten were stopped.", None),
        ("Three rebels believed to be foreigners were killed.", None),
        ("The militia boasts 20,000 fighters.", None),
        ("Two officials said 12 soldiers had died.", "Two officials"),
        ("The mission known as UNIFIL said three soldiers were hurt.", "The mission known as UNIFIL"),
        ("Gunners shot down nine drones, an officer said, but two hit a depot.", "an officer"),
        ("Tanks lost: 12. The army lost 40 drones. Source: General Staff", "General Staff"),
        ("Israel, which says it has killed 17,000 fighters, kept silent.", "Israel"),
        ("Iran has moved 40 tanks, says a report in the Times, having bought them.", "a report in the Times"),
        ("Bloomberg News reported that 20,000 troops were there, citing officials.", "officials"),
        ("The army, the ministry said on Telegram, lost 12 soldiers.", "the ministry"),
        ("Seoul boasted that 12 drones were downed.", "Seoul"),
        ("Rebels touted the capture of 12 tanks, and the army shrugged.", "Rebels"),
        ("“Twelve tanks in one day,” boasted the colonel.", "the colonel"),
        ("Minsk admitted 2,500 soldiers and kept silent on the rest.", "Minsk"),
        ("Army 15 May claimed 73 fighters dead.", "Army"),
        ("An AFP correspondent counted 15 tanks on the road.", "An AFP correspondent"),
        ("An AFP tally puts the number of soldiers killed at 340.", "An AFP tally"),
        ("Troops seized six rifles near the town, Lt. Gen. Arnel dela Vega said.", "Lt. Gen. Arnel dela Vega"),
        ("Six rifles were seized, said Gov. Ali Hassan.", "Gov. Ali Hassan"),
        ("2/ IDF spox Defrin: 200 fighter jets took part.", "IDF spox Defrin"),
        ("A blogger disputed the count and conceded four tanks.", "A blogger"),
        ("Of 21 tanks, six put to sea at night, an auditor wrote.", "an auditor"),
        ("TASS quoted the ministry as saying 12 drones were hit.", "the ministry"),
        ("Air defences hit 12 drones, TASS quoted the ministry as saying.", "the ministry"),
        ("If the General Staff is to be believed, Russia lost 12 tanks.", "the General Staff"),
        ("Kyiv's claim to have hit 12 tanks was denied.", "Kyiv"),
        ("Ukraine, by its own account, lost 12 tanks.", "Ukraine"),
        ("Two companies of soldiers, 220 men by the UN's reckoning, set out.", None),
        ("Military sources who asked for anonymity said 12 soldiers died.", "Military sources"),
        ("The general wants 800 soldiers there.", "The general"),
        ("Germany wants 40 tanks by 2030.", None),
        ("The brigade put 40 tanks at the border.", None),
        ("The convoy, spotted by a drone, lost 12 tanks.", None),
        ("Kyiv's announcement of a truce did not stop 40 drones.", None),
        ("If the weather is right, 12 jets will fly.", None),
        ("Jane reads the names of 12 soldiers each evening.", None),
        ("Opinion: 12 tanks will not do, Mr President", None),
        ("The president asked Congress for 300 soldiers.", None),
        ("Kyiv: Russia fired 40 missiles overnight", "Kyiv"),
        ("Hamas: 40 fighters killed, 12 tanks lost", None),
        ("Hezbollah has named 332 fighters killed by Israel.", "Hezbollah"),
        ("Italy said 12 soldiers had died.", "Italy"),
        ("Analysts peg the militia's strength at 3,000 fighters.", "Analysts"),
        ("Putin put 300,000 reservists in uniform.", None),
        ("Stepanakert's list of fallen soldiers grew to 704 soldiers.", "Stepanakert"),
        ("The rebels gave their own dead as 12 fighters.", "The rebels"),
        ("The ministry detected 24 PLA warplanes near the island.", "The ministry"),
        ("Taipei logged 33 warplanes, its defence ministry said.", "its defence ministry"),
        ("The mayor asked for 10 tanks.", "The mayor"),
        ("Residents spoke of dozens of soldiers in the streets.", "Residents"),
        ("The court heard that 12 soldiers had deserted.", "The court"),
        ("The hall held 12 soldiers, the committee heard.", None),
        ("The militia published stills of 14 tanks.", "The militia"),
        ("The Defence Ministry has made public the names of 84 soldiers.", "The Defence Ministry"),
        ("SANA quoted a military source as saying that 12 missiles were hit.", "a military source"),
        ("SANA, quoting a military source, said 12 missiles were hit.", "a military source"),
        ("The losses, recorded by Oryx, stand at 12 tanks.", "Oryx"),
        ("The brigade that filmed it put the column at 12 tanks.", "The brigade"),
        ("An outlet that scraped court files found that 500 soldiers had deserted.", "An outlet"),
        ("Another blogger, usually loath to find fault, answered that 28 soldiers had died.", "Another blogger"),
        ("The agency, known as HUR, said its drones had hit two ships.", "The agency"),
        ('Commander "Magyar" reported that his pilots hit 12 tanks.', 'Commander "Magyar"'),
        ("Abuja, Aug. 30, 2024 (NAN) The Director, Media, said troops killed 87 fighters.", "The Director, Media"),
        ("A UN panel doubts it, and last summer put them at 3,000 soldiers.", "A UN"),
        ("The 36 tanks go, provided, a colonel told CBC, they find fuel.", None),
        ("Shots fell, an officer said, while nine drones turned back.", "an officer"),
        ("“We are tired,” the minister said; over 53,000 soldiers have been trained.", "the minister"),
        ("Six hundred fighters were taken, officers said, and 1,000 soldiers were said to have fled.", "officers"),
        ("North Korea fires three missiles: JCS", "JCS"),
        ("Twelve drones intercepted overnight — Russian MoD", "Russian MoD"),
        ("Swat: 55 militants dead in a day, ISPR (Dawn)", "ISPR"),
        ("Twelve soldiers were handed to the police, the army and the ministry.", None),
        ("Russia's Defence Ministry: 41 drones intercepted over six regions", "Russia's Defence Ministry"),
        ("RU MoD, main points: the enemy lost 65 soldiers near Kupyansk.", "RU MoD"),
        ("6:02 PM | Col Qureshi at the podium: Pakistan sent 300 drones.", "Col Qureshi"),
        ("Estonia: 800 soldiers and two jets", None),
        ("Satellite images showed 13 drones at the airport.", None),
    ],
)
def test_claimant(text: str, claimant: str | None) -> None:
    assert figures(text)[0].claimant == claimant


def test_he_added_carries_the_last_speaker_on() -> None:
    found = figures("General Okoro said 12 soldiers had died. He added that three tanks were lost.")
    assert [figure.claimant for figure in found] == ["General Okoro", "General Okoro"]


@pytest.mark.parametrize(
    ("text", "claimants"),
    [
        ("The army said 15 soldiers died. Twelve soldiers were missing, it added.", ["The army"] * 2),
        ("“We lost 12 men,” said Dmytro, a commander. “The Russians lost 40 men.”", ["Dmytro"] * 2),
        ("Sergeant Olena leads a platoon. “We lose three drones,” she said.", ["Sergeant Olena"]),
        ("The army said 12 soldiers died. Its enemies have 300 tanks.", ["The army", None]),
        ("Kyiv said it destroyed two jets, raising to 12 jets the number it says it has downed.", ["Kyiv"] * 2),
        ("“They lost 65 soldiers. Two depots burned,” the report runs.", ["the report"]),
        ("“They took our village. They had 40 tanks,” said Maria, 63.", ["Maria"]),
        ("“They came,” said Maria, 63. “We ran. They had 40 tanks.”", ["Maria"]),
        ("Three missiles hit the port. Ministry of Defence of Ukraine.", ["Ministry of Defence of Ukraine"]),
        ("The ministry ended its silence. In a table sent to Interfax, 457 soldiers are dead.", ["The ministry"]),
        ("Eight fighters died, the army said. Four others were wounded.", ["the army"] * 2),
        ("Eight fighters died, the army said. Nine of the freed soldiers had been ill.", ["the army", None]),
        ("Twelve soldiers died. That is what the agency told lawmakers, one of them said.", ["the agency"]),
        ("Army pages carried clips of what they said were 27 tanks.", ["Army pages"]),
        ("AFRICOM said it killed 25 fighters.[5] The army lost nine soldiers.[6]", ["AFRICOM", None]),
    ],
)
def test_a_speaker_is_carried_on_by_a_pronoun_or_a_quotation_and_not_otherwise(
    text: str, claimants: list[str | None]
) -> None:
    assert [figure.claimant for figure in figures(text)] == claimants


def test_two_sides_of_a_semicolon_have_each_their_own() -> None:
    found = figures("Moscow said 12 soldiers had died; Kyiv said 300 soldiers had.")
    assert [figure.claimant for figure in found] == ["Moscow", "Kyiv"]
