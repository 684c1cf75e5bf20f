"""The load: wire articles as a newsroom gets them, made of our own words.

In: a seed. Out: as many articles as asked for, always the same ones: some 20 paragraphs and 5 KB each,
one in four with one to four figures, one in five another outlet's lightly edited copy of a recent one.
Why not real copy: none may stand in the repository, and a bench must run without a network.

Names of people and towns are made of syllables, some of them rare, because what a look-up of copies
costs depends on how much unrelated paragraphs share.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Final

from bench.load_words import (
    ARMIES,
    CIVIL,
    COUNTED,
    ENDINGS,
    FIGURES,
    OUTLETS,
    QUALIFIED,
    SAYERS,
    SYLLABLES,
    TIMES,
    plain_words,
)
from schemas.article import Article

PARAGRAPHS: Final = (15, 25)
CHARACTERS: Final = 235
"""Of a paragraph, at least; with the sentence that passes the mark some 260, so that 20 make 5 KB."""

WITH_FIGURES: Final = 0.25
COPIES: Final = 0.2
EDITED: Final = 0.3
"""Of a copy's paragraphs; the others are word for word the same."""

RECENT: Final = 200
"""Articles among which an outlet finds what it prints again."""

APART: Final = timedelta(seconds=8.64)
"""Ten thousand articles a day: 300,000 of them fill the 30 days for which paragraphs are remembered."""

BEGINS: Final = datetime(2025, 3, 1, tzinfo=UTC)

PROBE: Final = "probe-"
"""What the ids of probes begin with."""


def articles(count: int, seed: int = 5, first: int = 0) -> Iterator[Article]:
    """count articles, numbered from first. The same seed and first give the same articles."""
    random = Random(f"{seed}/{first}")
    recent: deque[Article] = deque(maxlen=RECENT)
    for number in range(first, first + count):
        made = _again(random, random.choice(recent), number) if recent and random.random() < COPIES else None
        article = made or _story(random, number)
        if made is None:
            recent.append(article)
        yield article


def probe(number: int) -> Article:
    """An article that always gives exactly one alert: no other speaks of its claim, nor says its number again."""
    body = (
        f"Iceland has sent {1_000 + number * 137:,} soldiers to Paraguay, the defence ministry of Iceland said.\n\n"
        "Nothing else was known of the matter."
    )
    return Article(id=f"{PROBE}{number}", source="probe", title="A probe", published_at=BEGINS, body=body)


def _story(random: Random, number: int) -> Article:
    paragraphs = [_paragraph(random) for _ in range(random.randint(*PARAGRAPHS))]
    if random.random() < WITH_FIGURES:
        for place in random.sample(range(len(paragraphs)), random.randint(1, 4)):
            paragraphs[place] = f"{_figure(random)} {paragraphs[place]}"
    return _article(random, number, _sentence(random).rstrip("."), paragraphs)


def _again(random: Random, story: Article, number: int) -> Article:
    """Another outlet's print of it: a few words changed here and there, the end perhaps cut off."""
    paragraphs = [
        _edited(random, paragraph) if random.random() < EDITED else paragraph
        for paragraph in story.body.split("\n\n")
    ]
    kept = len(paragraphs) - random.choice((0, 0, 2, 5))
    return replace(_article(random, number, story.title, paragraphs[:kept]), url=story.url)


def _edited(random: Random, paragraph: str) -> str:
    words, adjectives, nouns = paragraph.split(" "), plain_words("adjectives"), plain_words("nouns")
    for _ in range(random.randint(1, 3)):
        at = random.randrange(len(words))
        if words[at] in adjectives:
            words[at] = random.choice(adjectives)
        elif words[at] in nouns:
            words[at] = random.choice(nouns)
    return " ".join(words)


def _article(random: Random, number: int, title: str, paragraphs: Sequence[str]) -> Article:
    return Article(
        id=f"load-{number}", source=random.choice(OUTLETS), title=title, body="\n\n".join(paragraphs),
        published_at=BEGINS + number * APART, url=f"https://wire.example/{number}",
    )


def _paragraph(random: Random) -> str:
    text = _sentence(random)
    while len(text) < CHARACTERS:
        text += f" {_sentence(random)}"
    return text


def _sentence(random: Random) -> str:
    pick, nouns, verbs = random.choice, plain_words("nouns"), plain_words("verbs")
    a, b = random.choices(plain_words("adjectives"), k=2)
    said = pick(CIVIL).format(
        a=a, b=b, n=pick(nouns), m=pick(nouns), o=pick(nouns), v=pick(verbs), w=pick(verbs),
        t=pick(TIMES), e=pick(ENDINGS), p=_name(random), q=_name(random), k=random.randint(2, 900),
        year=random.randint(1990, 2024),
    )
    return said[0].upper() + said[1:]


def _figure(random: Random) -> str:
    pick = random.choice
    here, there = random.sample(ARMIES, 2)
    return pick(FIGURES).format(
        here=here, there=there, thing=pick(COUNTED), who=pick(SAYERS), count=_count(random), t=pick(TIMES)
    )


def _count(random: Random) -> str:
    """From ten to ten thousand; two significant digits, as desks round."""
    number = round(10 ** random.uniform(1, 4))
    return random.choice(QUALIFIED).format(round(number, 2 - len(str(number))))


def _name(random: Random) -> str:
    """Frequent names are short, rare ones long, as often as Zipf has it."""
    rank = int(len(SYLLABLES) ** (1 + 2 * random.random()))
    name = ""
    while rank:
        rank, at = divmod(rank, len(SYLLABLES))
        name += SYLLABLES[at]
    return name.capitalize()
