"""Scenarios: the stories that happen on a wire, each told to the desk as articles.

In: a desk. Out: drafts filed with it. A scenario says what happens, never what alerts come of it: that
is the plan's to say. Their names are the vocabulary of a failing seed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from tests.truth.copy import Draft
from tests.truth.desk import Desk, Malformed
from tests.truth.plan import Number

Scenario = Callable[[Desk], None]

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def told_once(desk: Desk) -> None:
    _first(desk)


def several_figures(desk: Desk) -> None:
    passages = []
    for number in desk.numbers(desk.rng.randint(2, 4)):
        subject = desk.subject()
        passages.append(desk.passage(subject, number, desk.speakers(subject, 1)[0]))
    first = desk.draft(desk.begin(), *passages)
    second = desk.next_version(first, first.arrives + desk.hours())
    [number] = _others(desk, first, 1)
    desk.file(first, second.with_number(number, desk.rng.randrange(len(passages))))


def syndicated(desk: Desk) -> None:
    first = _first(desk)
    for _ in range(desk.rng.randint(1, 3)):
        desk.file(desk.copy(first, first.arrives + desk.hours()))


def near_copy_with_another_number(desk: Desk) -> None:
    first = _first(desk)
    [number] = _others(desk, first, 1)
    desk.file(desk.copy(first, first.arrives + desk.hours()).with_number(number))


def revised(desk: Desk) -> None:
    """The same claimant goes on counting, in whichever outlet."""
    subject = desk.subject()
    [claimant] = desk.speakers(subject, 1)
    at, outlet = desk.begin(), desk.outlet()
    for number in desk.numbers(desk.rng.randint(2, 4)):
        desk.file(desk.draft(at, desk.passage(subject, number, claimant), outlet=outlet))
        outlet = desk.rng.choice((outlet, desk.outlet()))
        at += desk.hours()


def contradicted(desk: Desk) -> None:
    subject = desk.subject()
    one, other = desk.speakers(subject, 2)
    at, (mine, theirs, later) = desk.begin(), desk.numbers(3)
    desk.file(desk.draft(at, desk.passage(subject, mine, one)))
    desk.file(desk.draft(at + desk.hours(), desk.passage(subject, theirs, other)))
    desk.file(desk.draft(at + desk.hours(7, 9), desk.passage(subject, later, desk.rng.choice((one, other)))))


def confirmed(desk: Desk) -> None:
    """Another claimant says the same, and is known from then on."""
    subject = desk.subject()
    one, other = desk.speakers(subject, 2)
    at, (number, later) = desk.begin(), desk.numbers(2)
    desk.file(desk.draft(at, desk.passage(subject, number, one)))
    desk.file(desk.draft(at + desk.hours(), desk.passage(subject, number, other)))
    desk.file(desk.draft(at + desk.hours(7, 9), desk.passage(subject, later, other)))


def nobody_named(desk: Desk) -> None:
    """The outlet is the claimant."""
    subject, at, (a, b, c) = desk.subject(), desk.begin(), desk.numbers(3)
    outlet = desk.outlet()
    desk.file(desk.draft(at, desk.passage(subject, a, None), outlet=outlet))
    desk.file(desk.draft(at + desk.hours(), desk.passage(subject, b, None), outlet=outlet))
    desk.file(desk.draft(at + desk.hours(7, 9), desk.passage(subject, c, None), outlet=desk.outlet(outlet)))


def nobody_named_and_copied(desk: Desk) -> None:
    """Who printed the copy, edited or not, is known to the claim."""
    subject, at, (number, later) = desk.subject(), desk.begin(), desk.numbers(2)
    first = desk.draft(at, desk.passage(subject, number, None))
    copy = desk.copy(first, at + desk.hours())
    desk.file(first, copy)
    desk.file(desk.draft(at + desk.hours(7, 9), desk.passage(subject, later, None), outlet=copy.outlet))


def crowded(desk: Desk) -> None:
    """Many voices and few numbers on one claim, in any order; some pieces arrive late."""
    subject = desk.subject()
    voices, numbers, at = desk.speakers(subject, 3), desk.numbers(3), desk.begin()
    for _ in range(desk.rng.randint(4, 7)):
        passage = desk.passage(subject, desk.rng.choice(numbers), desk.rng.choice(voices))
        late = desk.hours(0, 8) if desk.rng.random() < 0.3 else timedelta()
        draft = desk.draft(at, passage)
        desk.file(replace(draft, arrives=draft.arrives + late))
        at += desk.hours(0.5, 2)


def late_arrival(desk: Desk) -> None:
    """Published first, in the log last."""
    first = _first(desk)
    [number] = _others(desk, first, 1)
    passage = first.passages[0]
    early = desk.draft(first.arrives - desk.hours(), desk.passage(passage.subject, number, passage.claimant))
    desk.file(replace(early, arrives=first.arrives + desk.hours()))


def undated(desk: Desk) -> None:
    first = _first(desk)
    passage = first.passages[0]
    for number in (passage.number, *_others(desk, first, 1)):
        draft = desk.draft(first.arrives + desk.hours(), desk.passage(passage.subject, number, passage.claimant))
        desk.file(replace(draft, published_at=None))


def rounded(desk: Desk) -> None:
    """Round numbers are compared after rounding, counts to the last digit."""
    subject = desk.subject()
    [claimant] = desk.speakers(subject, 1)
    at = desk.begin()
    for number in (
        Number(11_000, 11_000, exact=False), Number(11_200, 11_200), Number(11_213, 11_213), Number(12_013, 12_013),
        Number(12_047, 12_047),
    ):
        desk.file(desk.draft(at, desk.passage(subject, number, claimant)))
        at += desk.hours(1, 2)


def vague(desk: Desk) -> None:
    """A vague size: alone, fitting a number held, or not."""
    subject = desk.subject()
    while subject.kind.increment:   # nobody writes "dozens of more soldiers"
        subject = desk.subject()
    one, other = desk.speakers(subject, 2)
    at = desk.begin()
    numbers = [Number(54, 54), Number(None, None, vague="dozens"), Number(None, None, vague="hundreds")]
    desk.rng.shuffle(numbers)
    for number in numbers:
        desk.file(desk.draft(at, desk.passage(subject, number, desk.rng.choice((one, other)))))
        at += desk.hours()


def repeated_within_memory(desk: Desk) -> None:
    """In words of one's own; each repeat counts from the one before."""
    stock = desk.rng.random() < 0.5
    subject = desk.subject(stock)
    [claimant], [number] = desk.speakers(subject, 1), desk.numbers(1)
    at, step = desk.begin(), 25 * DAY if stock else 30 * HOUR
    for _ in range(desk.rng.randint(3, 5)):
        desk.file(desk.draft(at, desk.passage(subject, number, claimant)))
        at += step


def repeated_after_it_was_forgotten(desk: Desk) -> None:
    stock = desk.rng.random() < 0.5
    subject = desk.subject(stock)
    [claimant], (number, other) = desk.speakers(subject, 1), desk.numbers(2)
    at, step = desk.begin(), 31 * DAY if stock else 40 * HOUR
    for said in (number, number, other):
        desk.file(desk.draft(at, desk.passage(subject, said, claimant)))
        at += step


def copied_after_it_was_forgotten(desk: Desk) -> None:
    """Word for word: a stock after 31 days, when the words are forgotten too; a flow after 40 hours, when
    they are not."""
    stock = desk.rng.random() < 0.5
    subject = desk.subject(stock)
    [claimant], [number], at = desk.speakers(subject, 1), desk.numbers(1), desk.begin()
    passage = desk.passage(subject, number, claimant)
    desk.file(desk.draft(at, passage))
    desk.file(desk.draft(at + (31 * DAY if stock else 40 * HOUR), replace(passage, copied=not stock)))


def edited_after_it_was_forgotten(desk: Desk) -> None:
    """In nearly the same words: the words are not the same, so the number is news again."""
    stock = desk.rng.random() < 0.5
    subject = desk.subject(stock)
    [claimant], [number], at = desk.speakers(subject, 1), desk.numbers(1), desk.begin()
    passage = desk.passage(subject, number, claimant)
    desk.file(desk.draft(at, passage))
    later = desk.draft(at + (31 * DAY if stock else 40 * HOUR))
    edited = passage
    while edited == passage:   # an edit may change nothing
        edited = desk.edited(passage, later)
    desk.file(later.with_passages((edited,)))


def published_again(desk: Desk) -> None:
    """The same record once more, as a second replay would."""
    first = _first(desk)
    desk.file(replace(first, arrives=first.arrives + desk.hours()))


def no_figures(desk: Desk) -> None:
    draft = desk.draft(desk.begin())
    desk.file(replace(draft, noise=(desk.filler(), *draft.noise)))


def malformed(desk: Desk) -> None:
    for _ in range(desk.rng.randint(1, 2)):
        desk.file(Malformed(desk.rng.choice(MALFORMED), desk.begin()))


MALFORMED = (
    b'{"id": "m1", "body": "Cut off in the mid',
    b'{"id": "m2"}',
    b'{"body": "Nobody gave this an id."}',
    b'{"id": " ", "body": "A blank id."}',
    b'{"id": "m3", "body": " "}',
    b'{"id": "m4", "body": 7}',
    b'{"id": "m5", "body": "\xff\xfe is not UTF-8."}',
    b'{"id": "m6", "body": "No zone.", "published_at": "2026-03-03T04:05:06"}',
    b'{"id": "m7", "body": "No time.", "published_at": "yesterday"}',
    b'{"id": "m8", "body": "No version.", "version": 0}',
    b'{"id": "m9", "body": "No status.", "status": "spiked"}',
    b'[{"id": "m10", "body": "A list."}]',
    b"null",
    b"\x00\x01\x02",
)
"""One line each, so that they can stand in a .jsonl file."""


def _first(desk: Desk) -> Draft:
    """Something is told for the first time, at times with another figure below it."""
    passages = []
    for _ in range(desk.rng.choice((1, 1, 1, 2))):
        subject, [number] = desk.subject(), desk.numbers(1)
        passages.append(desk.passage(subject, number, desk.speakers(subject, 1)[0]))
    draft = desk.draft(desk.begin(), *passages)
    desk.file(draft)
    return draft


def _others(desk: Desk, draft: Draft, count: int) -> list[Number]:
    """Numbers that none of the draft's is."""
    taken = [passage.number for passage in draft.passages]
    return [
        number for number in desk.numbers(count + len(taken))
        if not any(number.same_as(other) for other in taken)
    ][:count]
