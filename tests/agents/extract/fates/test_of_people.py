"""What became of troops: the words that armies, rebels and newspapers have for it."""

from __future__ import annotations

import pytest

from tests.agents.extract.readings import figures


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Two officers and nine soldiers paid the supreme price in Borno.", "killed"),
        ("Three rangers made the ultimate sacrifice at the pass.", "killed"),
        ("Four marines caught shrapnel on the beach.", "wounded"),
        ("Rebels grabbed 14 Kenyan peacekeepers at the crossing.", "captured"),
        ("Some 9,000 Italian soldiers went into captivity at Beda Fomm.", "captured"),
        ("The gunmen disarmed 30 soldiers at the gate.", "captured"),
        ("Forty soldiers were entombed when the slope gave way.", "missing"),
        ("The last 300 French soldiers slipped out of Gao at dawn.", "withdrawn"),
        ("A further cut of 1,500 troops was announced.", "withdrawn"),
        ("Ankara put 6,000 troops ashore near Kyrenia.", "sent"),
        ("Some 800 M23 fighters stormed ashore at Minova.", "sent"),
        ("Two thousand Ethiopian soldiers backed by tanks are in Baidoa.", "present"),
        ("The president took the salute from 1,200 cadets and soldiers.", "present"),
        ("The spring draft is to bring in 50,000 conscripts.", "mobilised"),
        ("Of 90,000 taken by the autumn draft, 4,000 conscripts went to the border.", "sent"),
        ("The exercise brought together 9,000 reservists.", "mobilised"),
        ("Chad extended the training to 300 more soldiers.", "trained"),
        ("Kyiv and Moscow each handed over 150 prisoners of war.", "exchanged"),
        ("Three battalions have exchanged their rifles for new ones.", "present"),
        ("Dozens of soldiers were marched through the streets of Goma.", "captured"),
    ],
)
def test_what_became_of_people_is_read_from_the_words_for_it(text: str, status: str) -> None:
    assert figures(text)[-1].status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("By 2028 the brigade should number 5,000 soldiers.", "pledged"),
        ("There are to be 3,500 soldiers in Lithuania by 2027.", "pledged"),
        ("The regiment is to become a division of 9,000 men.", "pledged"),
        ("Berlin is ready to station 4,000 soldiers in Lithuania.", "pledged"),
        ("About 2,000 US soldiers would remain in Iraq.", "present"),
        ("Some 3,000 troops will stay on in the Sahel.", "present"),
        ("Fewer than 900 guerrillas are believed to be dug in there.", "present"),
        ("On board are 190 sailors.", "present"),
        ("The mission sent home 2,000 troops, leaving 14,000 soldiers in the country.", "present"),
        ("Nigeria, with some 1,200 soldiers in the field, has the most to lose.", "present"),
    ],
)
def test_what_is_still_to_come_is_told_from_what_is_there(text: str, status: str) -> None:
    assert figures(text)[-1].status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("France brought 1,000 soldiers home from Chad.", "withdrawn"),
        ("Paris flew the last 80 soldiers out.", "withdrawn"),
        ("Rebels handed 40 captured soldiers over to the Red Cross.", "exchanged"),
        ("Some 400 troops supported by tanks moved into Aden.", "sent"),
        ("Fifty soldiers accompanied by a bishop surrendered.", "captured"),
        ("One gunner, Ilan Weiss, is in the hands of Hamas.", "captured"),
        ("The army released the names of five soldiers killed in May.", "killed"),
        ("The SDF, which claims a strength of 100,000 fighters, will join the army.", "present"),
        ("The drawdown of 3,000 soldiers is under way.", "withdrawn"),
        ("Rescuers were looking for seven marines.", "missing"),
        ("The legion is looking for 300 recruits for its army.", "pledged"),
        ("About 260 sailors will be involved in the mission.", "pledged"),
        ("About 200 soldiers abandoned the outpost.", "withdrawn"),
        ("Some 900 NATO troops are rotating through the base.", "present"),
    ],
)
def test_parts_of_a_verb_and_what_goes_with_a_group_do_not_hide_its_fate(text: str, status: str) -> None:
    assert figures(text)[-1].status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Niger ordered 1,100 American soldiers to leave.", "withdrawn"),
        ("Poland reduced its contingent by 300 soldiers.", "withdrawn"),
        ("Two of the wounded soldiers died in hospital.", "killed"),
        ("Contact was lost with a patrol of 11 soldiers.", "missing"),
        ("Three battalions are deployed.", "present"),
        ("Three battalions are deployed to Goma.", "sent"),
        ("Jakarta has 20,000 soldiers ready to go to Gaza.", "pledged"),
        ("Two colonels of the army are among the freed.", "exchanged"),
    ],
)
def test_orders_states_and_changes_are_told_apart(text: str, status: str) -> None:
    assert figures(text)[-1].status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("One commando was shot in the leg.", "wounded"),
        ("Over 100 soldiers were seen in rebel custody.", "captured"),
        ("Security for the vote was provided by 100,000 soldiers.", "present"),
        ("The base was reinforced by 300 Dutch marines.", "sent"),
        ("Washington wants 1,000 troops out of Syria.", "withdrawn"),
        ("Monitors counted 300 dead since Monday: 90 rebels, 100 government soldiers and 60 children.", "killed"),
    ],
)
def test_hurts_custody_guards_and_lists_of_the_dead(text: str, status: str) -> None:
    assert figures(text)[-1].status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("About 300 Serb fighters were bused home after surrendering.", "captured"),
        ("About 1,000 Argentine soldiers were shipped home after their surrender.", "captured"),
        ("Some 200 Malian soldiers were sent to Kidal after capitulating at the base.", "captured"),
        ("Forty Congolese soldiers were moved to Goma after being captured by M23.", "captured"),
        ("Twenty Ukrainian soldiers were shot dead after surrendering near Pokrovsk.", "killed"),
        ("The army sent 400 troops to Goma after the capture of Sake.", "sent"),
        ("Paris withdrew 900 soldiers after the surrender of the town.", "withdrawn"),
    ],
)
def test_who_is_moved_after_giving_up_is_a_prisoner(text: str, status: str) -> None:
    assert [one.status for one in figures(text)] == [status]
