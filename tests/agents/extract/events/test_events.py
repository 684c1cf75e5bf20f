"""Events are read with their type, parties, place, date, stance and speaker; what is not told is not read."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.extract.events.events import read_events
from schemas.event import Event
from schemas.paragraph import Paragraph

FRIDAY = datetime(2025, 3, 28, 6, 30, tzinfo=UTC)


def paragraph(text: str, start: int = 0, position: int = 0) -> Paragraph:
    return Paragraph(position=position, start=start, end=start + len(text), text=text, fingerprint="0" * 16)


def read(text: str) -> list[Event]:
    return [reading.event for reading in read_events([paragraph(text)], FRIDAY)]


def outline(event: Event) -> str:
    who = f"{event.actor.id if event.actor else '-'}>{event.recipient.id if event.recipient else '-'}"
    return f"{event.kind} {event.plover} {event.mode or '-'} {who} {event.stance}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("France may send troops to Ukraine.", "deployment MOBILIZE troops FRA>UKR possible"),
        ("Iran deployed missiles near Basra.", "deployment MOBILIZE weapons IRN>IRQ asserted"),
        ("About 900 Ugandan soldiers were sent to Goma.", "deployment MOBILIZE troops UGA>COD asserted"),
        ("Kenya sent 400 soldiers to Haiti to help the police.", "deployment AID military KEN>HTI asserted"),
        ("Britain and France are preparing to send troops to Ukraine.", "deployment MOBILIZE troops GBR>UKR planned"),
        ("Rwanda denies that it sent troops to eastern Congo.", "deployment MOBILIZE troops RWA>COD denied"),
        ("Australia is sending a frigate to the Red Sea.", "deployment MOBILIZE weapons AUS>- asserted"),
        ("SOVIET TROOPS WERE WITHDRAWN FROM AFGHANISTAN.", "deployment RETREAT withdraw SUN>- asserted"),
        ("The United States has sent 12 jets to Poland.", "transfer AID military USA>POL asserted"),
        ("Germany will deliver 50 tanks to Ukraine.", "transfer AID military DEU>UKR planned"),
        ("Norway gave Ukraine 22 howitzers.", "transfer AID military NOR>UKR asserted"),
        ("China has not supplied weapons to Russia.", "transfer AID military CHN>RUS denied"),
        ("Iran denied sending drones to Russia.", "transfer AID military IRN>RUS denied"),
        ("Syria received missiles from Iran.", "transfer AID military IRN>SYR asserted"),
        ("Poland bought 100 tanks from South Korea.", "transfer COOPERATE - POL>KOR asserted"),
        ("Japan pledged missiles to the Philippines.", "transfer AGREE - JPN>PHL asserted"),
        ("Israeli airstrikes killed 14 Hamas fighters.", "casualties ASSAULT heavy-weapons ISR>HAMAS asserted"),
        ("Al-Shabaab militants killed at least 27 Kenyan soldiers.", "casualties ASSAULT - AL_SHABAAB>KEN asserted"),
        ("Five Colombian soldiers were killed by ELN rebels.", "casualties ASSAULT - ELN>COL asserted"),
        ("Two US soldiers were wounded by a bomb.", "casualties ASSAULT explosives ->USA asserted"),
        ("Russian rockets hit Odesa, killing 12.", "casualties ASSAULT heavy-weapons RUS>- asserted"),
        ("Erdogan visited Moscow.", "visit CONSULT visit TUR>RUS asserted"),
        ("Serbia is preparing for a visit by Xi Jinping.", "visit CONSULT visit CHN>SRB planned"),
        ("Indian leader to visit Japan", "visit CONSULT visit IND>JPN planned"),
        ("Modi welcomed Zelensky in New Delhi.", "visit CONSULT visit UKR>IND asserted"),
        ("Putin met Xi in Samarkand.", "talks CONSULT - RUS>CHN asserted"),
        ("Zelensky spoke by phone with Trump.", "talks CONSULT phone UKR>USA asserted"),
        ("Talks between Sudan and Egypt were held.", "talks CONSULT - SDN>EGY asserted"),
        ("Iran and Saudi Arabia signed an agreement.", "agreement SUPPORT - IRN>SAU asserted"),
        ("Armenia and Azerbaijan agreed to a ceasefire.", "agreement AGREE - ARM>AZE asserted"),
        ("The M23 rebels and the Congolese government signed a truce.", "agreement SUPPORT - M23>COD asserted"),
        ("Qatar brokered a truce between Israel and Hamas.", "agreement CONSULT - QAT>ISR asserted"),
        ("The Houthis declared a ceasefire.", "agreement CONCEDE - HOUTHIS>- asserted"),
        ("Chad accused Sudan of arming rebels.", "statement ACCUSE disapprove TCD>SDN asserted"),
        ("Israel threatened to strike Iran if it did not sign.", "statement THREATEN - ISR>IRN asserted"),
        ("The proposal was rejected by Hamas.", "statement REJECT - HAMAS>- asserted"),
        ("Turkey urged Syria to hold back.", "statement REQUEST - TUR>SYR asserted"),
        ("Japan and Australia held joint exercises.", "exercise COOPERATE - JPN>AUS asserted"),
        ("China began naval drills on Monday.", "exercise MOBILIZE troops CHN>- asserted"),
        ("Iran unveiled on Thursday a new drone.", "unveiling MOBILIZE weapons IRN>- asserted"),
        ("North Korea test-fired two missiles.", "test MOBILIZE weapons PRK>- asserted"),
        ("India conducted a nuclear test in 1998.", "test MOBILIZE weapons IND>- asserted"),
    ],
)
def test_an_event_is_read_with_its_type_its_parties_and_its_stance(text: str, expected: str) -> None:
    assert [outline(event) for event in read(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The minister sent a letter to the commander of Russian troops.",
        "The army sent troops to the border.",
        "Russia met resistance along the whole line.",
        "Turkey welcomed the decision.",
        "Germany tested positive for talent.",
        "The talks were sent to a committee in Russia.",
        "Spain held an election.",
        "Ukraine's drones and Russia's tanks have a long history.",
        "A visit to the dentist.",
        "Iran-backed fighters.",
        "Although the president is eager to push Chad and Sudan to reach an agreement, nobody moved.",
    ],
)
def test_what_only_looks_like_an_event_is_none(text: str) -> None:
    assert read(text) == []


def test_place_date_and_speaker_are_read_and_the_day_of_saying_is_not_the_day_of_doing() -> None:
    text = "Mali's army sent 200 soldiers to Kidal in January, the Malian general staff said on Thursday."
    [event] = read(text)
    assert (event.place, event.date) == ("Kidal", "2025-01-01/2025-01-31")
    assert event.speaker == "the Malian general staff"


def test_according_to_names_the_speaker() -> None:
    [event] = read("According to Estonian officials, Russia moved two brigades to Belarus last week.")
    assert (event.speaker, event.date) == ("Estonian officials", "2025-03-17/2025-03-23")


def test_the_speaker_of_a_statement_is_who_makes_it() -> None:
    [event] = read("Chadian President Idriss Deby accused Sudan of arming rebels.")
    assert event.speaker == "Chadian President Idriss Deby"


def test_a_pronoun_stands_for_the_subject_of_the_sentence_before() -> None:
    visits = read("Kim Jong Un arrived in Beijing. He visited Vladivostok in 2019.")
    assert [(event.actor and event.actor.id, event.date) for event in visits] == [
        ("PRK", None), ("PRK", "2019-01-01/2019-12-31")
    ]


def test_two_verbs_for_one_event_tell_it_once() -> None:
    assert len(read("Israeli strikes hit the camp, killing 12 militants and wounding 30 others.")) == 1


def test_without_a_day_of_publication_nothing_relative_is_dated() -> None:
    [reading] = read_events([paragraph("Iran unveiled a new drone on Thursday.")], None)
    assert reading.event.date is None


def test_events_come_in_article_order_and_quote_the_body() -> None:
    first, second = "Iran unveiled a new drone.", "It rained. Erdogan visited Moscow."
    body = f"{first}\n\n{second}"
    readings = read_events([paragraph(first), paragraph(second, len(first) + 2, 1)], FRIDAY)
    assert [reading.event.kind for reading in readings] == ["unveiling", "visit"]
    assert [body[it.event.start : it.event.end] for it in readings] == [it.event.quote for it in readings]


PIECES = [
    "Russia ", "Ukraine ", "Putin ", "Israeli ", "sent ", "troops ", "to ", "and ", "killed ", "12 ", "visit ", "by ",
    "said ", "He ", ". ", ", ", "; ", '"', "March 3 ", "talks between ", "the ", "İ", "US ", "-backed ", "\n", "was ",
]


@settings(max_examples=300)
@given(st.text() | st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_text_neither_raises_nor_is_misquoted(text: str) -> None:
    body = f"before {text}"
    for reading in read_events([paragraph(text, 7)], FRIDAY):
        event = reading.event
        assert body[event.start : event.end] == event.quote
        assert event.place is None or event.place in event.quote
        assert event.speaker is None or event.speaker in text


@pytest.mark.parametrize(
    "piece", ["1", "(", "sent ", "Russia sent troops to Ukraine and ", "said ", " ", "US ", "March 3 ", '"said" ', "; "]
)
def test_a_hundred_kilobytes_of_one_thing_take_under_a_second(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    read_events([paragraph("Iran unveiled a drone.")], FRIDAY)  # the word lists are read once
    began = time.process_time()
    read_events([paragraph(text)], FRIDAY)
    assert time.process_time() - began < 1
