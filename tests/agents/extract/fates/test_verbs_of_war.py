"""Verbs of many kinds, one at a time: what each says became of the counted."""

from __future__ import annotations

import pytest

from tests.agents.extract.readings import figures


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Officers said 300 commandos were trucked to the front by night.", "sent"),
        ("Gunships strafed nine army lorries on the coast road.", "destroyed"),
        ("Two hundred soldiers mutinied over wages.", "other"),
        ("Nigeria expelled 300 Chadian soldiers from the town.", "withdrawn"),
        ("The navy sowed 1,500 mines in the strait.", "launched"),
        ("The air force grounded 80 helicopters after the crash.", "withdrawn"),
        ("Forty conscripts fell ill during the exercise.", "wounded"),
        ("Six thousand soldiers lined the streets for the coronation.", "present"),
        ("Chile's congress voted to send 400 soldiers to Haiti.", "pledged"),
        ("The premier refused to commit 8,000 more soldiers to the campaign.", "pledged"),
        ("Berlin has yet to deliver 20 tanks.", "pledged"),
        ("The Senate rejected a sale of 22 jets to Turkey.", "pledged"),
        ("Weapons seized in the raid included 45 rifles.", "captured"),
        ("The admiral asked that five minesweepers be sent to Hormuz.", "pledged"),
        ("Some 300 tanks are thought to be deployed near the river.", "present"),
        ("Norway's gift of 19 howitzers emptied its stores.", "sent"),
        ("The chancellor ruled out sending 3,000 soldiers.", "pledged"),
        ("Rome floated the idea of deploying 900 troops to the Sahel.", "pledged"),
        ("Two shipyards will jointly build eight frigates for the navy.", "pledged"),
        ("Malta means to wind down its contingent of 120 soldiers in Lebanon.", "withdrawn"),
        ("Twenty soldiers fainted on parade.", "wounded"),
        ("Seven soldiers are still being sought in the jungle.", "missing"),
        ("The crews jettisoned 14 bombs over the sea.", "launched"),
        ("Paris urged Ghana to send 850 soldiers to Mali.", "pledged"),
        ("Last year the French helped Ghana to send 850 soldiers to Mali.", "sent"),
        ("In the raid, which included 45 drones, a port burned.", "launched"),
    ],
)
def test_what_a_verb_says_became_of_them(text: str, status: str) -> None:
    (figure,) = figures(text)
    assert figure.status == status
