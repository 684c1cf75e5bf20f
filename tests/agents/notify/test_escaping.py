"""What an article can and cannot make Slack show."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.notify.escaping import LONGEST_URL, link, literal, plain

MARKUP = re.compile(r"[<>@*_~`]|&(?!(?:amp|lt|gt);)")


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("<!here> fire", "&lt;!here&gt; fire"),
        ("<@U024BE7LH> and <#C024BE7LR|general>", "&lt;＠U024BE7LH&gt; and &lt;#C024BE7LR|general&gt;"),
        ("<https://bad.example|Reuters>", "&lt;https://bad.example|Reuters&gt;"),
        ("@channel: look", "＠channel: look"),
        ("&lt;!channel&gt;", "&amp;lt;!channel&amp;gt;"),
        ("*Whose* _not_ ~so~ `code`", "∗Whose∗ ˍnotˍ ∼so∼ ˋcodeˋ"),
        (":rotating_light: at 10:30", "∶rotatingˍlight: at 10:30"),
        ("> quoted\n\n*Known before*", "&gt; quoted ∗Known before∗"),
        ("R&D of T-72 & BMP-2, 30%", "R&amp;D of T-72 &amp; BMP-2, 30%"),
    ],
)
def test_markup_in_an_article_is_shown_and_not_obeyed(printed: str, shown: str) -> None:
    assert literal(printed, 1_000) == shown


def test_controls_bidi_marks_and_zero_widths_are_dropped_and_white_space_is_one_space() -> None:
    unseen = "\x00\x1b\u200b\u200d\u202e\u2066\u2069\ufeff\u00ad\ud800\ue000"
    assert plain(f" 12{unseen} tanks\u2028\t\r\nlost\u00a0now ") == "12 tanks lost now"


def test_a_long_text_ends_with_an_ellipsis_and_never_inside_an_entity() -> None:
    assert literal("abcdef", 6) == "abcdef"
    assert literal("abcdefg", 6) == "abcde…"
    assert literal("ab<<<", 9) == "ab&lt;…"
    assert literal("ab <", 5) == "ab…"
    assert literal("abc", 0) == "…"


@given(st.text(), st.integers(min_value=1, max_value=200))
def test_no_text_whatever_yields_markup_a_new_line_or_more_than_its_limit(text: str, limit: int) -> None:
    shown = literal(text, limit)
    assert not MARKUP.search(shown)
    assert len(shown.split("\n")) == 1
    assert len(shown.encode("utf-16-le")) // 2 <= limit


@given(st.text(alphabet=st.characters(blacklist_characters="@*_~`:", codec="ascii")))
def test_slack_shows_the_words_that_were_printed(text: str) -> None:
    assert html.unescape(literal(text, 10_000)) == plain(text)


@pytest.mark.parametrize(
    ("url", "made"),
    [
        ("https://harbour.example/a", "<https://harbour.example/a|Read it at harbour.example>"),
        ("http://harbour.example:8080/", "<http://harbour.example:8080/|Read it at harbour.example>"),
        ("HTTPS://Harbour.Example/A", "<https://harbour.example/A|Read it at harbour.example>"),
        ("https://h.example/?a=1&b=2", "<https://h.example/?a=1&amp;b=2|Read it at h.example>"),
        ("https://h.example/a|Trusted>", "<https://h.example/a%7CTrusted%3E|Read it at h.example>"),
        ("https://h.example/ a", "<https://h.example/%20a|Read it at h.example>"),
        ("https://h.example/é%20x", "<https://h.example/%C3%A9%20x|Read it at h.example>"),
        ("https://münchen.example/", "<https://xn--mnchen-3ya.example/|Read it at xn--mnchen-3ya.example>"),
    ],
)
def test_a_link_names_the_host_that_it_leads_to(url: str, made: str) -> None:
    assert link(url) == made


@pytest.mark.parametrize(
    "url",
    [
        None, "", "harbour.example/a", "ftp://h.example/", "javascript:alert(1)", "mailto:a@h.example",
        "https://", "https://trusted.example@bad.example/", "https://bad.example\\.trusted.example/",
        "https://h.example/\n<!here>", "https://h.example/\u202egnp.exe", "https://[::1",
        "https://<!here>/", "https://h|x/", "https://h.example/" + "a" * LONGEST_URL,
        "https://h.example/" + "é" * (LONGEST_URL // 2),
    ],
)
def test_where_no_honest_link_can_be_made_there_is_none(url: str | None) -> None:
    assert link(url) is None


@given(st.text() | st.text().map("https://h.example/{}".format) | st.text().map("https://{}/".format))
def test_a_url_never_closes_its_own_link_or_opens_another(url: str) -> None:
    made = link(url)
    assert made is None or re.fullmatch(r"<https?://[^<>|\s]+\|Read it at [a-z0-9._-]+>", made)
