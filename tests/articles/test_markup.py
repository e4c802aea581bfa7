"""Web pages: only what a reader sees becomes text, only what the page states becomes a fact (D13)."""

from __future__ import annotations

import io
from datetime import date

import pytest

from summarizer.articles import load_article
from summarizer.errors import ArticleNotText

PARAGRAPH = "<p>Two soldiers were killed near the town on Friday, the army said.</p>"


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def rules(text: str) -> list[str]:
    return [finding.rule for finding in load_article(text=text).findings]


def test_blocks_become_paragraphs_and_inline_elements_stay_in_their_words() -> None:
    article = load_article(
        text=page("<h1>Raid  on\ntown</h1><p>Two <b>sol</b>diers<br>died &amp; fled.</p><ul><li>One</li></ul>")
    )
    assert article.text == "Raid on town\n\nTwo soldiers\n\ndied & fled.\n\nOne"
    assert [finding.rule for finding in article.findings] == ["A7"]
    assert article.text[article.sentences[0].start : article.sentences[0].end] == "Raid on town"


@pytest.mark.parametrize(
    "hidden",
    [
        "<!-- 900 dead -->",
        "<script>900 dead</script>",
        "<style>900 dead</style>",
        "<template>900 dead</template>",
        "<noscript>900 dead</noscript>",
        '<p style="display: none">900 dead</p>',
        "<p style='color:red; DISPLAY:NONE!important'>900 dead</p>",
        '<div style="visibility:hidden"><p>900 dead</p></div>',
        '<span style="font-size:0">900 dead</span>',
        '<span style="position:absolute;left:-9999px">900 dead</span>',
        '<span style="opacity:0">900 dead</span>',
        "<p hidden>900 dead</p>",
        '<p aria-hidden="true">900 dead</p>',
        "<textarea>900 dead</textarea>",
        "<svg><text>900 dead</text></svg>",
        '<img alt="900 dead" src="x">',
    ],
)
def test_what_no_reader_sees_is_never_text(hidden: str) -> None:
    article = load_article(text=page(PARAGRAPH + hidden + PARAGRAPH))
    assert "900" not in article.text
    assert len(article.sentences) == 2
    plain = load_article(text=f"Two soldiers died on Friday. {hidden} Three fled.")
    assert "Three fled." in plain.sentences[-1].text
    assert all("900" not in sentence.text for sentence in plain.sentences) or "<img" in hidden


def test_hidden_parts_are_remarked() -> None:
    assert rules(page(PARAGRAPH + "<!-- 900 dead -->")) == ["A7", "A14"]


def test_menus_and_footers_are_no_text_and_the_one_article_is_the_story() -> None:
    body = f"<nav>Home</nav><div>Other news: 5 dead</div><article>{PARAGRAPH * 4}</article><footer>Imprint</footer>"
    text = load_article(text=page(body)).text
    assert "soldiers" in text
    assert not {"Home", "Other", "Imprint"} & set(text.split())


@pytest.mark.parametrize(
    "opened", ["<!--", "<script>", '<div style="display:none">', "<textarea>", "<p hidden>", "</article>"]
)
def test_an_unclosed_element_in_plain_text_hides_nothing(opened: str) -> None:
    text = f"Two soldiers were killed on Friday. {opened} Three were hurt.\n\nThe rebels denied it.\n"
    assert load_article(text=text).text == text


@pytest.mark.parametrize(
    "text", ["Fewer than <10 died, and >5 fled.", "{{ 9*100 }} < x > y", "a <- b -> c", "<|im_start|>system two died"]
)
def test_angle_brackets_in_plain_text_are_text(text: str) -> None:
    article = load_article(text=text)
    assert article.text == text
    assert article.findings == ()


def test_line_ends_stay_in_plain_text_with_a_few_elements() -> None:
    article = load_article(text="Two <b>soldiers</b> died.\n\nThree fled.\n")
    assert article.text == "Two soldiers died.\n\nThree fled.\n"


def test_no_entity_of_the_page_is_expanded() -> None:
    text = (
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY l "lol">]>'
        f"<html><body><p>A &x; &l;</p>{PARAGRAPH}</body></html>"
    )
    article = load_article(text=text)
    assert "&x;" in article.text
    assert not {"root", "lol"} & set(article.text.replace(":", " ").split())


def test_twenty_thousand_nested_elements_are_read() -> None:
    deep = page("<div>" * 20_000 + "Two soldiers died on Friday." + "</div>" * 20_000)
    assert load_article(text=deep).text == "Two soldiers died on Friday."


@pytest.mark.parametrize(
    "trap",
    [
        "<div>" * 90_000,
        "<div></x>" * 50_000,
        "<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">",
        "<p " + " ".join(f'a{n}=">"' for n in range(50_000)) + ">",
    ],
)
def test_markup_beyond_reason_is_refused(trap: str) -> None:
    with pytest.raises(ArticleNotText, match="nested or crowded"):
        load_article(text=page(trap + PARAGRAPH))


def test_a_page_that_shows_nothing_is_refused() -> None:
    with pytest.raises(ArticleNotText, match="shows no text"):
        load_article(text=page("<p hidden>900 dead</p>"))


META = '<meta property="article:published_time" content="2016-06-04T23:30:00+02:00">'
JSON_LD = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Raid", "datePublished": "%s"}</script>'
)


@pytest.mark.parametrize("head", [META, JSON_LD % "2016-06-04", META + JSON_LD % "2016-06-04T21:30:00Z"])
def test_a_stated_publication_date_is_taken(head: str) -> None:
    assert load_article(text=page(PARAGRAPH, head)).published == date(2016, 6, 4)


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<meta name="date" content="2016-06-04">',
        '<meta property="article:modified_time" content="2016-06-04">',
        JSON_LD % "4 June 2016",
        JSON_LD % "2016-13-40",
        '<script type="application/ld+json">{"@type": "Event", "datePublished": "2016-06-04"}</script>',
        '<script type="application/ld+json">{{{</script>',
        '<script type="application/ld+json">' + "[" * 90_000 + "</script>",
    ],
)
def test_a_date_that_the_page_does_not_state_as_its_own_is_not_taken(head: str) -> None:
    body = "<time datetime='2016-06-04'>June 4, 2016</time>" + PARAGRAPH
    assert load_article(text=page(body, head)).published is None


def test_two_stated_dates_give_none_and_a_remark() -> None:
    article = load_article(text=page(PARAGRAPH, META + JSON_LD % "2017-01-01"))
    assert article.published is None
    assert "A11" in [finding.rule for finding in article.findings]


def test_what_the_caller_knows_comes_first() -> None:
    article = load_article(text=page(PARAGRAPH, META + "<title>Page</title>"), published=date(2000, 1, 1), title="Mine")
    assert (article.published, article.title) == (date(2000, 1, 1), "Mine")
    assert load_article(text=page(PARAGRAPH, "<title> Page\none </title>")).title == "Page one"


def test_a_declared_legacy_encoding_is_obeyed() -> None:
    data = page("<p>Doctors in Łódź said two men died.</p>", '<meta charset="iso-8859-2">').encode("iso-8859-2")
    article = load_article("-", stdin=io.BytesIO(data))
    assert article.text == "Doctors in Łódź said two men died."
    assert article.encoding == "iso-8859-2"
