"""What happened to them is what the verb nearest in the clause says."""

from __future__ import annotations

import pytest

from tests.agents.extract.readings import figures


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Russia sent 12 tanks to Syria.", "sent"),
        ("Russia will send 12 tanks to Syria.", "pledged"),
        ("Berlin pledged 18 tanks.", "pledged"),
        ("Berlin plans to deliver 18 tanks.", "pledged"),
        ("Twelve tanks promised by Berlin are late.", "pledged"),
        ("Kyiv asked for 300 tanks.", "pledged"),
        ("There are 10,000 US troops in Poland.", "present"),
        ("Some 2,000 troops are stationed in Syria.", "present"),
        ("2,000 troops deployed in Syria are tired.", "present"),
        ("2,000 troops deployed to Syria are tired.", "sent"),
        ("Moscow mobilised 300,000 reservists.", "mobilised"),
        ("Britain trained 30,000 recruits for Kyiv's army.", "trained"),
        ("Paris withdrew 1,500 troops from Niger.", "withdrawn"),
        ("Iran fired 200 ballistic missiles.", "launched"),
        ("Hamas attacked with 30 drones.", "launched"),
        ("Two rockets landed near Sderot.", "launched"),
        ("Gunners shot down 12 drones.", "intercepted"),
        ("Twelve drones were jammed.", "intercepted"),
        ("Rebels destroyed 12 tanks.", "destroyed"),
        ("Russia lost 12 tanks.", "destroyed"),
        ("Two helicopters were lost.", "destroyed"),
        ("Rebels killed 12 soldiers.", "killed"),
        ("Twelve soldiers died.", "killed"),
        ("Twelve soldiers dead, the army said.", "killed"),
        ("The blast left 12 soldiers dead.", "killed"),
        ("A mine wounded 12 soldiers.", "wounded"),
        ("Twelve soldiers were killed or wounded.", "killed_or_wounded"),
        ("Twelve soldiers were killed and wounded.", "killed_or_wounded"),
        ("The army suffered 2,400 casualties.", "killed_or_wounded"),
        ("Rebels captured 12 soldiers.", "captured"),
        ("Rebels took 12 soldiers prisoner.", "captured"),
        ("Rebels seized 12 tanks.", "captured"),
        ("Twelve soldiers surrendered.", "captured"),
        ("Twelve soldiers went missing.", "missing"),
        ("The sides exchanged 175 prisoners of war.", "exchanged"),
        ("The deal released 5,000 Taliban fighters.", "exchanged"),
        ("The plant built 40 tanks last year.", "produced"),
        ("Israel launched 12 missiles, three of which were shot down.", "launched"),
        ("All 27 drones that Russia launched were shot down.", "intercepted"),
        ("the launch of two missiles", "launched"),
        ("the deployment of 3,000 troops", "sent"),
        ("the loss of 12 tanks", "destroyed"),
        ("Three gunboats, eleven trucks and two radars were destroyed by the army.", "destroyed"),
        ("Today's package includes 32 howitzers.", "sent"),
        ("Rebels said 12 soldiers were killed.", "killed"),
        ("Rebels took 470 prisoners in the town.", "captured"),
        ("Two generals were among 12 soldiers taken to hospital.", "wounded"),
        ("Four soldiers lost contact after entering the building.", "missing"),
        ("Fourteen soldiers were unaccounted for.", "missing"),
        ('Nine drones became "lost" due to electronic warfare.', "intercepted"),
        ("Air defences destroyed 74 drones.", "intercepted"),
        ("The navy destroyed two anti-ship missiles prepared to be launched.", "destroyed"),
        ("Gunners shot down five jets.", "intercepted"),
        ("Ukraine hit two warships with drones.", "destroyed"),
        ("A MiG-29 and two jets crashed near the base.", "destroyed"),
        ("The war cost the lives of 2,448 service members.", "killed"),
        ("The funeral of six soldiers was held on Sunday.", "killed"),
        ("Russia handed over the bodies of 1,212 soldiers.", "exchanged"),
        ("The bodies of 12 soldiers were repatriated.", "exchanged"),
        ("Troops found the bodies of 12 soldiers.", "killed"),
        ("Russia has freed 150 Ukrainian soldiers.", "exchanged"),
        ("Ninety prisoners of war came home. Russia received 95 soldiers.", "exchanged"),
        ("The 19 soldiers held by the rebels have returned home.", "exchanged"),
        ("About 300 soldiers returned home from Mali.", "withdrawn"),
        ("Sixty soldiers held for two days by residents of a valley in the south have been released.", "exchanged"),
        ("Some 250 soldiers hired by Kinshasa surrendered at the crossing.", "captured"),
        ("About 700 of the 14,000 troops Pyongyang has dispatched had died.", "killed"),
        ("Twenty conscripts lost limbs in the blast.", "wounded"),
        ("Twenty conscripts suffered burns.", "wounded"),
        ("Three sailors were hurt.", "wounded"),
        ("Six soldiers suffered burns when petrol was thrown at them.", "wounded"),
        ("The army lost 20 conscripts in the blast.", "killed_or_wounded"),
        ("Some 400 conscripts have finished a six-week course in Germany.", "trained"),
        ("The 24 soldiers are due to complete conversion in May.", "trained"),
        ("Two soldiers who began training in May were killed on Sunday.", "killed"),
        ("About 40 soldiers went AWOL from their brigade.", "missing"),
        ("Some 1,500 soldiers had absconded.", "missing"),
        ("Four servicemen remain missing.", "missing"),
        ("Four servicemen remain in the camp.", "present"),
        ("The army neutralised 25 militants.", "killed"),
        ("Nearly 500 fighters were bused out of the enclave.", "withdrawn"),
        ("Some 1,500 Syrian soldiers crossed into Iraq and laid down their weapons.", "withdrawn"),
        ("Some 1,500 Syrian soldiers crossed into Iraq.", "sent"),
        ("The navy commissioned two frigates.", "present"),
        ("Egypt has acquired 30 fighter jets.", "present"),
        ("Poland has taken delivery of 28 tanks.", "sent"),
        ("India is to induct 12 helicopters next year.", "pledged"),
        ("Moscow expects to receive 20 helicopters.", "pledged"),
        ("Italy will take part in the drill with two frigates.", "pledged"),
        ("Italy took part in the drill with two frigates.", "present"),
        ("Norway is considering the transfer of 14 jets.", "pledged"),
        ("The court halted the deployment of 300 troops.", "pledged"),
        ("Norway confirmed the transfer of 14 jets.", "sent"),
        ("The army slashed the requirement to 132 vehicles.", "pledged"),
        ("The plant handed over seven jets in 2024.", "produced"),
        ("Berlin handed over seven jets in 2024.", "sent"),
        ("The factory is turning out 90 tanks a month.", "produced"),
        ("The group will make 200,000 shells a year.", "produced"),
        ("The group will make 200,000 shells.", "pledged"),
        ("The ship can carry 96 missiles.", "present"),
        ("Five transport planes landed at the airport.", "sent"),
        ("The army crossed the river with 85,000 men.", "sent"),
        ("Another 2,000 soldiers would be held in reserve.", "pledged"),
        ("Russia handed over 23 prisoners of war.", "exchanged"),
        ("Poland handed over 14 tanks.", "sent"),
        ("The navy has put its own losses at 81 servicemen.", "killed_or_wounded"),
        ("Israel puts the number of militants it has killed at 19,000.", "killed"),
        ("The army put the number of dead soldiers at 89.", "killed"),
        ("The toll rose to 23 soldiers.", "killed"),
        ("The number of US troops in Syria rose to 2,000 soldiers.", "present"),
        ("Russia plans to increase the number of contract soldiers to 720,000.", "pledged"),
        ("Berlin cut its contingent to 900 troops.", "present"),
        ("The plant builds only about 600 missiles a year.", "produced"),
        ("Russia can now produce roughly 2,900 drones a month.", "produced"),
        ("Five frigates will be built in Adelaide.", "pledged"),
        ("The unit gets about 40 quadcopters a week.", "sent"),
        ("Brigades field roughly 85 tanks.", "present"),
        ("Some 4,000 soldiers would take part.", "pledged"),
        ("Some 90,000 troops took part.", "present"),
        ("The last 190 soldiers left on three aircraft.", "withdrawn"),
        ("Hundreds of soldiers were seen leaving by boat.", "withdrawn"),
        ("The army has only 190 soldiers left.", "present"),
        ("Some 300 soldiers fled.", "withdrawn"),
        ("Eight soldiers have been flown out.", "withdrawn"),
        ("172 soldiers who were held at Merowe have been evacuated.", "withdrawn"),
        ("Taipei detected 11 warships.", "present"),
        ("Berlin would pay for two Patriot batteries.", "pledged"),
        ("An assault involving two tanks failed.", "present"),
        ("The PLA deployed 80 ships across the strait.", "present"),
        ("Pyongyang plans to deploy 9,000 soldiers in all.", "pledged"),
        ("Said 93 of the 147 drones launched overnight were shot down.", "intercepted"),
        ("Twelve tanks sent to Kyiv were destroyed.", "destroyed"),
        ("The army killed 12 fighters who were sent to blow up the bridge.", "killed"),
        ("Ukraine has been promised 24 jets.", "pledged"),
        ("Deliveries so far: 31 tanks; 300 vehicles.", "sent"),
        ("They guard some 8,500 captured fighters.", "captured"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert figures(text)[0].status == status


def test_a_list_shares_its_verb() -> None:
    found = figures("The rebels destroyed three gunboats, eleven trucks, and two radars.")
    assert [figure.status for figure in found] == ["destroyed"] * 3


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        (
            "The army lost over 220 troops, an infantry fighting vehicle, three pickup trucks and two field guns.",
            ["killed_or_wounded", "destroyed", "destroyed"],
        ),
        ("Rebels took 470 prisoners, among them two generals.", ["captured", "captured"]),
        ("Twelve soldiers were killed, including two officers.", ["killed", "killed"]),
        ("They have sent 1,300 troops, bringing the total to 2,800 troops.", ["sent", "sent"]),
        ("Poland signed for 160 tanks, 58 of which will be made in Poland.", ["pledged", "pledged"]),
        ("Forces downed all five missiles as well as 139 drones.", ["intercepted", "intercepted"]),
        ("Warsaw sent 12 tanks, and 40 soldiers were killed.", ["sent", "killed"]),
    ],
)
def test_parts_totals_and_lists_share_a_status_and_other_clauses_do_not(text: str, statuses: list[str]) -> None:
    assert [figure.status for figure in figures(text)] == statuses


def test_a_sentence_that_ends_in_a_colon_says_what_happened_to_its_list() -> None:
    found = figures("Norway has handed over to Ukraine:\n- 8 main battle tanks;\n- 22 howitzers;\n- tents.")
    assert [(figure.status, figure.party and figure.party.id) for figure in found] == [("sent", "NOR")] * 2


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("North Korea sent 12 tanks.", "asserted"),
        ("North Korea did not send 12 tanks.", "denied"),
        ("There are not six Israeli brigades in Rafah.", "denied"),
        ("North Korea may have sent 12 tanks.", "possible"),
        ("North Korea appears to have sent 12 tanks.", "possible"),
        ("North Korea will send 12 tanks.", "planned"),
        ("No fewer than 12 tanks were sent.", "asserted"),
        ("The army did not confirm the loss of 12 tanks.", "asserted"),
    ],
)
def test_stance(text: str, stance: str) -> None:
    assert figures(text)[0].stance == stance


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Delivered military support: 3 tanks, 10 trucks (before: 8), 30 drones.", ["sent", "sent", "sent"]),
        ("In planning: 2 howitzers, 6 tanks.", ["pledged", "pledged"]),
        ("In preparation: 40 tanks; 12 howitzers; 6 radars.", ["pledged", "pledged", "pledged"]),
        ("Pyongyang shipped as many as 800 tanks to Russia in 2024 and at least 110 missiles.", ["sent", "sent"]),
        ("The base was hit by 12 drones and 30 missiles.", ["launched", "launched"]),
        ("The fleet is made up of 12 submarines and 40 frigates.", ["present", "present"]),
        ("Twelve soldiers were killed and 30 others wounded.", ["killed", "wounded"]),
    ],
)
def test_statuses_of_a_list(text: str, statuses: list[str]) -> None:
    assert [figure.status for figure in figures(text)] == statuses


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("The toll among Israeli troops since the offensive began now stands at 176 soldiers.", ["killed"]),
        ("Eleven bodies of soldiers were recovered from the trenches.", ["killed"]),
        ("A patrol shot two insurgents laying a bomb.", ["killed"]),
        ("Sixteen conscripts were found dead in the barracks.", ["killed"]),
        ("The province has lost 340 soldiers killed since the war began.", ["killed"]),
        ("Four sailors have not been accounted for.", ["missing"]),
        ("Twelve soldiers were flown to Germany for treatment.", ["wounded"]),
        ("Twelve soldiers were flown to Germany.", ["sent"]),
        ("The rebels paraded 11 soldiers before journalists.", ["captured"]),
        ("The army paraded 300 soldiers through the capital.", ["present"]),
        ("About 160 soldiers left for Kuwait.", ["sent"]),
        ("The last 1,400 soldiers left Niger.", ["withdrawn"]),
    ],
)
def test_statuses_of_people_by_the_verb_and_what_follows(text: str, statuses: list[str]) -> None:
    assert [figure.status for figure in figures(text)] == statuses


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("US forces conducted strikes on four unmanned surface vessels and two drones.", ["destroyed", "destroyed"]),
        ("The army struck two tanks and seven missiles that were ready to launch.", ["destroyed", "destroyed"]),
        ("Two missiles struck the port.", ["launched"]),
        ("Ukraine's air force counted 12 missiles and 214 drones overnight.", ["launched", "launched"]),
        ("Nine warplanes failed to return.", ["destroyed"]),
        ("Another 34 army vehicles were set alight.", ["destroyed"]),
        ("Two missile carriers are on duty with a total salvo of up to 16 Kalibr missiles.", ["present", "present"]),
        ("There are four enemy warships in the strait.", ["present"]),
        ("The plant releases 20 tanks a month.", ["produced"]),
        ("Output has reached 2,000 drones a month.", ["produced"]),
        ("The shipyard launched two frigates.", ["produced"]),
        ("The air force knocked 12 drones out of the sky.", ["intercepted"]),
        ("Some 1,000 drones joined the army's fleet.", ["sent"]),
        ("Tanks: 8,973 (plus 8)", ["destroyed"]),
        ("Troops hauled out nine loaded launchers, 30 missiles and 60 rifles.", ["captured", "captured", "captured"]),
        ("The yard is down to under 300 tanks.", ["present"]),
        ("The bombers released nine Kh-101s.", ["launched"]),
    ],
)
def test_statuses_of_arms_by_the_verb_and_what_follows(text: str, statuses: list[str]) -> None:
    assert [figure.status for figure in figures(text)] == statuses
