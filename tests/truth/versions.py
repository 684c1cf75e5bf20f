"""Scenarios of article versions: corrections, cancellations, and versions out of order.

In: a desk. Out: drafts filed with it. As scenarios.py, of which this is the second half.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.truth.copy import Draft, Subject
from tests.truth.desk import Desk
from tests.truth.plan import Number


def corrected(desk: Desk) -> None:
    """Once or twice; at the end the first number comes back from somebody who never corrected it."""
    draft, others = _told(desk, numbers=3)
    subject, said, claimant = _of(draft)
    desk.file(draft)
    for number in others[: desk.rng.randint(1, 2)]:
        draft = desk.next_version(draft, draft.arrives + desk.hours()).with_number(number)
        desk.file(draft)
    if desk.rng.random() < 0.5:
        desk.file(desk.draft(draft.arrives + desk.hours(), desk.passage(subject, said, claimant)))


def corrected_while_another_says_the_old_number(desk: Desk) -> None:
    """Another article keeps it held: a third that says it is no news."""
    draft, [number, _] = _told(desk, numbers=3)
    subject, said, claimant = _of(draft)
    at = draft.arrives
    desk.file(draft)
    outlet = desk.rng.choice((draft.outlet, desk.outlet()))
    desk.file(desk.draft(at + desk.hours(1, 2), desk.passage(subject, said, claimant), outlet=outlet))
    desk.file(desk.next_version(draft, at + desk.hours(3, 4)).with_number(number))
    desk.file(desk.draft(at + desk.hours(5, 6), desk.passage(subject, said, claimant)))


def corrected_while_a_copy_says_the_old_number(desk: Desk) -> None:
    draft, [number, _] = _told(desk, numbers=3)
    subject, said, claimant = _of(draft)
    at = draft.arrives
    desk.file(draft, desk.copy(draft, at + desk.hours(1, 2)))
    desk.file(desk.next_version(draft, at + desk.hours(3, 4)).with_number(number))
    desk.file(desk.draft(at + desk.hours(5, 6), desk.passage(subject, said, claimant)))


def corrected_to_what_another_says(desk: Desk) -> None:
    draft, [number, _] = _told(desk, numbers=3)
    subject, _, claimant = _of(draft)
    at = draft.arrives
    other = desk.rng.choice(subject.speakers)
    desk.file(draft)
    desk.file(desk.draft(at + desk.hours(1, 2), desk.passage(subject, number, other)))
    desk.file(desk.next_version(draft, at + desk.hours(3, 4)).with_number(number))
    if desk.rng.random() < 0.5:   # still held, and its claimant known
        desk.file(desk.draft(at + desk.hours(5, 6), desk.passage(subject, number, claimant)))


def confirmation_corrected(desk: Desk) -> None:
    """What was no news takes nothing back: its new number is judged like any other."""
    draft, [number, _] = _told(desk, numbers=3)
    subject, said, claimant = _of(draft)
    desk.file(draft)
    second = desk.draft(draft.arrives + desk.hours(1, 2), desk.passage(subject, said, claimant))
    desk.file(second, desk.next_version(second, second.arrives + desk.hours()).with_number(number))


def everybody_takes_it_back(desk: Desk) -> None:
    """First who confirmed it, or copied it, by another number; then who said it first. Nobody holds it then."""
    draft, [number] = _told(desk, numbers=2)
    subject, said, claimant = _of(draft)
    second = desk.draft(draft.arrives + desk.hours(1, 2), desk.passage(subject, said, claimant))
    if desk.rng.random() < 0.5:
        second = desk.copy(draft, draft.arrives + desk.hours(1, 2))
    desk.file(second, desk.next_version(second, second.arrives + timedelta(hours=1)).with_number(number))
    _take_back(desk, draft, _canceled(desk, draft))


def reworded(desk: Desk) -> None:
    """A new version with the same number, said differently: nothing, however round."""
    draft, _ = _told(desk, numbers=1)
    subject, said, claimant = _of(draft)
    if desk.rng.random() < 0.4:
        said = Number(11_000, 11_000, exact=False)
        draft = draft.with_number(said)
        said = Number(11_200, 11_200)
    second = desk.next_version(draft, draft.arrives + desk.hours())
    desk.file(draft, second.with_passages([desk.passage(subject, said, claimant)]))


def canceled(desk: Desk) -> None:
    """The article is withdrawn; then somebody else says the same number, which is news again."""
    draft, _ = _told(desk, numbers=1)
    _take_back(desk, draft, _canceled(desk, draft))


def dropped(desk: Desk) -> None:
    """A new version without the figure."""
    draft, _ = _told(desk, numbers=1)
    second = desk.next_version(draft, draft.arrives + desk.hours(3, 4))
    _take_back(desk, draft, replace(second, passages=(), noise=(desk.filler(), *draft.noise)))


def canceled_while_another_says_it(desk: Desk) -> None:
    draft, _ = _told(desk, numbers=1)
    subject, said, claimant = _of(draft)
    at = draft.arrives
    outlet = desk.rng.choice((draft.outlet, desk.outlet()))
    if desk.rng.random() < 0.5:
        desk.file(desk.draft(at + desk.hours(1, 2), desk.passage(subject, said, claimant), outlet=outlet))
    else:
        desk.file(desk.copy(draft, at + desk.hours(1, 2)))
    _take_back(desk, draft, _canceled(desk, draft))


def copy_canceled(desk: Desk) -> None:
    """What raised no alert takes none back."""
    draft, _ = _told(desk, numbers=1)
    copy = desk.copy(draft, draft.arrives + desk.hours(1, 2))
    desk.file(draft, copy, _canceled(desk, copy))


def corrected_then_canceled(desk: Desk) -> None:
    """What is taken back is the correction."""
    draft, [number] = _told(desk, numbers=2)
    second = desk.next_version(draft, draft.arrives + desk.hours(1, 2)).with_number(number)
    desk.file(draft, second, _canceled(desk, second))


def canceled_then_told_again(desk: Desk) -> None:
    draft, _ = _told(desk, numbers=1)
    gone = _canceled(desk, draft)
    again = desk.next_version(replace(draft, version=gone.version), gone.arrives + desk.hours(), "usable")
    desk.file(draft, gone, again.with_passages([desk.passage(*_of(draft))]))


def older_version_last(desk: Desk) -> None:
    """Version 1 comes behind version 2, and is ignored altogether, canceled or not."""
    draft, [number] = _told(desk, numbers=2)
    newer = desk.next_version(draft, draft.arrives + desk.hours()).with_number(number)
    if desk.rng.random() < 0.4:
        newer = _canceled(desk, draft)
    desk.file(newer, replace(draft, arrives=newer.arrives + desk.hours(0.1, 4)))


def figure_added(desk: Desk) -> None:
    """A new version says something more, and all that the first one said."""
    draft, _ = _told(desk, numbers=1)
    subject = desk.subject()
    [number] = desk.numbers(1)
    passage = desk.passage(subject, number, desk.speakers(subject, 1)[0])
    desk.file(draft, desk.next_version(draft, draft.arrives + desk.hours()).with_passages((passage, *draft.passages)))


def _told(desk: Desk, *, numbers: int) -> tuple[Draft, list[Number]]:
    """A first version, not filed yet, and further numbers for the same claim."""
    subject = desk.subject()
    first, *others = desk.numbers(numbers)
    passage = desk.passage(subject, first, desk.speakers(subject, 1)[0])
    return desk.draft(desk.begin(), passage), others


def _of(draft: Draft) -> tuple[Subject, Number, str | None]:
    passage = draft.passages[0]
    return passage.subject, passage.number, passage.claimant


def _canceled(desk: Desk, draft: Draft) -> Draft:
    """A canceled version, with its body or without."""
    gone = desk.next_version(draft, draft.arrives + desk.hours(3, 4), "canceled")
    return gone if desk.rng.random() < 0.5 else replace(gone, passages=(), noise=(), furniture=())


def _take_back(desk: Desk, draft: Draft, gone: Draft) -> None:
    desk.file(draft, gone)
    if desk.rng.random() < 0.6:
        desk.file(desk.draft(gone.arrives + desk.hours(1, 2), desk.passage(*_of(draft))))
