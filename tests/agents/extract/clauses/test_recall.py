"""What was said last is found from the last sentence back, and only when asked."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from agents.extract.clauses.clauses import Sentence
from agents.extract.clauses.mentions import Mentions
from agents.extract.clauses.recall import Latest, Recall
from schemas.party import Party

MOST = 5


def parties(*ids: int) -> list[Party]:
    return [Party(id=str(id), name=str(id)) for id in ids]


def sentence(text: str) -> Sentence:
    return Sentence(text, 0, len(text), Mentions(text))


def word(one: Sentence) -> str | None:
    return one.text if one.text.isalpha() else None


def never_asked() -> list[Party]:
    raise AssertionError("nobody asked")


def test_nothing_is_looked_for_until_somebody_asks() -> None:
    recall = Recall(MOST)
    recall.add(never_asked)
    later = Recall(MOST)
    later.add(never_asked)
    recall.take(later)


def test_what_came_before_the_answer_is_not_looked_for() -> None:
    recall = Recall(MOST)
    recall.add(never_asked)
    recall.add(lambda: parties(1, 2))
    assert next(iter(recall)) == parties(2)[0]


@given(st.lists(st.tuples(st.sampled_from(("add", "ask", "ask a little", "take")), st.lists(st.integers(0, 9)))))
def test_the_latest_come_first_and_old_ones_are_forgotten_however_often_one_asks(steps: list[tuple[str, Any]]) -> None:
    recall, told = Recall(MOST), list[Party]()
    for step, ids in steps:
        if step == "ask":
            assert list(recall) == told[::-1][:MOST]
        elif step == "ask a little":
            assert next(iter(recall), None) == (told[-1] if told else None)
        else:
            told += parties(*ids)
            other = Recall(MOST)
            (recall if step == "add" else other).add(lambda ids=ids: parties(*ids))  # type: ignore[misc]
            recall.take(other)


@given(st.lists(st.tuples(st.sampled_from(("a", "b", "-")), st.integers(0, 20)), min_size=1))
def test_as_of_any_sentence_the_latest_saying_is_that_of_the_nearest_one_before(steps: list[tuple[str, int]]) -> None:
    sentences: list[Sentence] = []
    latest = Latest(word, sentences)
    for text, until in steps:
        sentences.append(sentence(text))
        until = min(until, len(sentences) - 1)
        said = [one.text for one in sentences[: until + 1] if word(one)]
        assert latest.said(until) == (said[-1] if said else None)
    assert latest.place() == max((at for at, one in enumerate(sentences) if word(one)), default=-1)


def test_a_paragraph_that_begins_has_said_nothing() -> None:
    sentences = [sentence("a")]
    latest = Latest(word, sentences)
    assert latest.said() == "a"
    sentences.clear()
    latest.forget()
    assert latest.said() is None
