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
