"""Who fights whom is told by the time and the place where the text names only one of the two."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from agents.extract.sides.parties import party
from agents.extract.sides.wars import Setting
from agents.extract.words.lexicon import rows


def enemy(of: str, when: str, told: str) -> str | None:
    published = datetime.fromisoformat(when).replace(tzinfo=UTC) if when else None
    found = Setting(told, published).enemy_of(party(of))
    return found.id if found is not None else None


@pytest.mark.parametrize(
    ("of", "when", "told", "expected"),
    [
        ("RUS", "2024-03-01", "The General Staff put losses at 840 men in a day.", "UKR"),
        ("RUS", "2021-03-01", "Eleven men died when a helicopter crashed.", None),
        ("RUS", "2016-03-01", "Two servicemen were killed near Palmyra.", None),
        ("RUS", "1995-01-10", "Sixty soldiers died around the station in Grozny.", "CHECHENS"),
        ("RUS", "2008-08-20", "It lost 60 men on the road to Tskhinvali.", "GEO"),
        ("RUS", "2024-07-01", "The army tsar sent in 1916 lost a million men.", None),
        ("RUS", "2024-07-01", "The Zapad exercise lost two jets to birds.", None),
        ("PRK", "2025-02-01", "Seoul says 4,000 of them fell in Kursk.", "UKR"),
        ("PRK", "2023-02-01", "Seoul says three officers died in the mine.", None),
        ("AZE", "2020-10-10", "It has named no dead.", "ARM"),
        ("ARM", "2020-10-10", "The toll in Karabakh rose to 600.", "AZE"),
        ("IND", "2020-06-17", "Twenty soldiers died in the Galwan valley.", "CHN"),
        ("IND", "2025-02-09", "Two jawans died in the forest of Bijapur.", "MAOISTS_IND"),
        ("IND", "2023-11-17", "Two jawans died near Kupwara.", None),
        ("SUN", "2019-02-15", "Some 15,000 of its soldiers died in Afghanistan.", "AFG"),
        ("SUN", "2023-02-02", "Half a million of its soldiers fell at Stalingrad.", "DEU"),
        ("GBR", "2022-05-04", "Twenty men died aboard the Sheffield.", "ARG"),
        ("GBR", "2016-07-01", "The army lost 57,000 men on the first day of the Somme.", "DEU"),
        ("GBR", "2009-07-01", "Eight soldiers were killed in Helmand in a day.", "TALIBAN"),
        ("GBR", "2015-07-01", "Eight soldiers were hurt on Salisbury Plain.", None),
        ("THA", "2025-07-25", "Four troops were wounded near Surin.", "KHM"),
        ("PHL", "2019-05-02", "Six soldiers were killed in an ambush in Samar.", "NPA"),
        ("PHL", "2017-06-10", "Thirteen marines died in Marawi.", "MAUTE"),
        ("TUR", "2019-05-02", "Three soldiers were killed in Hakkari.", "PKK"),
        ("TUR", "2020-02-28", "Thirty-three soldiers were killed in Idlib.", "SYR"),
        ("USA", "2024-01-11", "Two SEALs were lost off Yemen.", "HOUTHIS"),
        ("USA", "", "A company lost half its men on Iwo Jima.", "JPN"),
        ("SDN", "2022-01-11", "Two soldiers were killed.", None),
        ("SDN", "2024-01-11", "Two soldiers were killed.", "RSF"),
        ("MMR", "2024-03-01", "Three gunboats were sunk off Sittwe.", "ARAKAN_ARMY"),
        ("MMR", "2024-03-01", "Three soldiers were killed.", None),
        ("POL", "2019-09-09", "The corps buried 923 men at Monte Cassino.", "DEU"),
        ("POL", "2019-09-09", "Two soldiers died on the ranges at Drawsko.", None),
        ("FIN", "2024-11-30", "It lost 25,000 men in the Winter War.", "SUN"),
        ("FIN", "2024-11-30", "Four conscripts were hurt at Syndalen.", None),
        ("FRA", "2024-05-07", "Some 2,200 of its men died at Dien Bien Phu.", "VIETMINH"),
        ("USA", "2015-11-14", "A battalion lost 155 men at Ia Drang in a day.", "VDR"),
        ("AUS", "2016-08-18", "Eighteen soldiers died among the rubber trees at Long Tan.", "VIET_CONG"),
        ("GBR", "2021-04-22", "The Glosters lost 620 men on the Imjin.", "CHN"),
        ("IND", "2021-12-05", "A company at Longewala knocked out 36 tanks.", "PAK"),
        ("ISR", "2023-10-06", "The brigade lost 120 men at the Chinese Farm.", "EGY"),
        ("ISR", "2025-07-08", "Five soldiers died in Beit Hanoun.", None),
        ("FRA", "2020-12-29", "Three soldiers died near Hombori.", None),
    ],
)
def test_time_and_place_tell_whom_a_party_fights(of: str, when: str, told: str, expected: str | None) -> None:
    assert enemy(of, when, told) == expected


def test_every_war_is_between_two_parties_that_are_listed_and_begins_before_it_ends() -> None:
    for row in rows("wars"):
        assert party(row["of"]).id != row["other"]
        assert row["other"] == "-" or party(row["other"])
        assert not row["to"] or row["from"] <= row["to"] or row["to"].startswith(row["from"])
        assert row["words"] == row["words"].lower()
