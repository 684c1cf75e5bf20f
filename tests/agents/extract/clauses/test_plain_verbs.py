"""An everyday verb has an object, and that is not who does what comes next."""

from __future__ import annotations

import pytest

from tests.agents.extract.readings import sides


@pytest.mark.parametrize(
    ("text", "party", "counterparty"),
    [
        ("The Dutch trust Kyiv, and will give it 24 jets.", "NLD", "UKR"),
        ("North Korea supplies Russia with shells, and had sent it 220 howitzers.", "PRK", "RUS"),
        ("Poland fears Russia and has ordered 250 Abrams tanks.", "POL", None),
        ("Egypt dislikes Ethiopia and sent 10,000 troops to Somalia.", "EGY", "SOM"),
        ("Turkey, which borders Syria, has deployed 8,000 soldiers in Idlib.", "TUR", "SYR"),
        ("Armenia blames Azerbaijan, and lost 49 soldiers in the clash.", "ARM", "AZE"),
        ("Rwanda denies arming M23 but has sent 4,000 soldiers across the border.", "RWA", "M23"),
        ("The Houthis, whom Iran backs, fired 14 missiles at Israel.", "HOUTHIS", "ISR"),
        ("Seoul condemned Pyongyang for sending 10,000 soldiers to Russia.", "PRK", "RUS"),
        ("Washington urged Seoul to supply Kyiv with 300,000 shells.", "KOR", "UKR"),
        ("Italy defied Moscow and donated 20 howitzers to Ukraine.", "ITA", "UKR"),
        ("Germany respects Poland and has delivered 14 tanks to it.", "DEU", "POL"),
        ("Italy admires Greece, and sold 30 howitzers to the country.", "ITA", "GRC"),
        # the name behind the verb does something itself
        ("Washington fears Moscow will send 300 tanks to Belarus.", "RUS", "BLR"),
        ("Kyiv reported that Russian forces launched 61 drones from Kursk.", "RUS", "UKR"),
        ("Kyiv suspects Russian forces moved 12 tanks to Belarus.", "RUS", "BLR"),
    ],
)
def test_the_object_of_a_plain_verb_is_not_the_doer(text: str, party: str, counterparty: str | None) -> None:
    (side,) = sides(text)
    assert side == (party, counterparty)
