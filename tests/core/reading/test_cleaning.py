"""What is page furniture, by reason; and what looks like it and is not."""

import pytest

from quizapp.core.reading.cleaning.furniture import find_furniture
from quizapp.core.reading.spans import Drop

BODY = (
    "The Treaty of Brussels was signed on 17 March 1948 by five states of Western Europe.",
    "It was a treaty of mutual defence, and it led to the Western Union later in the same year.",
    "Its members agreed to help each other if one of them were attacked in Europe at any time.",
)


def dropped(*lines: str) -> dict[str, str]:
    text = "\n".join(lines)
    return {text[drop.start : drop.end]: drop.reason for drop in find_furniture(text)}


ANYWHERE = [
    ("Log in or register", "sign-in prompt"),
    ("Please sign in to comment", "sign-in prompt"),
    ("Already have an account?", "sign-in prompt"),
    ("To participate in the discussion", "comment prompt"),
    ("Leave a comment", "comment prompt"),
    ("View all 53 comments", "comment prompt"),
    ("1.2K shares", "share counter"),
    ("12 comments · 3 likes", "share counter"),
    ("Share this article on Facebook", "sharing buttons"),
    ("Facebook | Twitter | WhatsApp", "sharing buttons"),
    ("Subscribe to our newsletter", "newsletter prompt"),
    ("ADVERTISEMENT", "advertisement"),
    ("Story continues below advertisement", "advertisement"),
    ("© 2024 The Daily. All rights reserved.", "copyright notice"),
    ("Privacy Policy", "copyright notice"),
    ("Read more: How the pact was born", "links to other pages"),
    ("Main article: The Western Union", "links to other pages"),
    ("Skip to main content", "navigation"),
    ("From Wikipedia, the free encyclopedia", "about the site"),
    ("For other uses, see Treaty of Brussels (disambiguation).", "about the site"),
    ("This article needs additional citations for verification. Please help improve it.", "about the site"),
    ("Copyright © 2024 BBC. The BBC is not responsible for the content of other sites.", "copyright notice"),
    ("Image source, Getty Images", "image caption"),
    ("Page 3 of 12", "navigation"),
    ("Photo: Getty Images", "image credit"),
    ("AFP / Jan Novak", "image credit"),
    ("We use cookies to improve your experience. Accept all or change your settings.", "cookie notice"),
    ("Заголовок открываемого материала", "another script than the document's"),
]


@pytest.mark.parametrize(("line", "reason"), ANYWHERE)
def test_furniture_is_dropped_wherever_it_stands(line: str, reason: str) -> None:
    assert dropped(BODY[0], line, *BODY[1:]) == {line: reason}
    assert dropped(*BODY, line) == {line: reason}
    assert dropped(line, *BODY) == {line: reason}


AT_THE_HEAD = [
    ("- Sputnik International, 1920", "image credit"),
    ("5 min read", "time of reading or publishing"),
    ("Published: 12 May 2021, 10:14 GMT", "time of reading or publishing"),
    ("3 hours ago", "time of reading or publishing"),
    ("Home > World > Europe", "navigation"),
    ("Home | News | Sport | Contact", "navigation"),
    ("Jane Doe, University of Bonn, jane.doe@uni-bonn.de", "contact address"),
    ("See the world with our photo galleries, videos and other multimedia content.", "promotion"),
]


@pytest.mark.parametrize(("line", "reason"), AT_THE_HEAD)
def test_furniture_before_the_text_is_dropped(line: str, reason: str) -> None:
    assert dropped(line, "Brussels, 1948", *BODY) == {line: reason}


AFTER = [
    ("0", "share counter"),
    ("0 / 53", "share counter"),
    ("Tags: NATO, treaties", "navigation"),
    ("Share", "sharing buttons"),
]


@pytest.mark.parametrize(("line", "reason"), AFTER)
def test_furniture_after_the_text_is_dropped(line: str, reason: str) -> None:
    assert dropped(*BODY, line) == {line: reason}


def test_a_menu_is_dropped_up_to_its_last_word_and_the_title_below_it_kept() -> None:
    menu = ["Home", "News", "Our Region", "Sport", "Contact"]
    assert dropped(*menu, "A Treaty of Five", *BODY) == dict.fromkeys(menu, "navigation")


def test_a_menu_at_the_foot_of_a_page_is_dropped_with_what_stands_in_it() -> None:
    foot = ["Privacy policy", "About Wikipedia", "Disclaimers", "Contact us", "Mobile view"]
    assert set(dropped(*BODY, *foot)) == set(foot)


REFERENCES = [
    "References[edit]",
    "^ Duke, Simon (2000). The elusive quest for European security. Palgrave. p. 13.",
    "[2] “The Treaty of Brussels”. NATO. Retrieved 3 May 2021.",
    "Smith, J. (1999). Europe after the war. Journal of History, 12(3), 45–67.",
]


def test_a_list_of_references_is_dropped_with_its_heading() -> None:
    assert dropped(*BODY, *REFERENCES) == dict.fromkeys(REFERENCES, "list of references")
    assert dropped(*BODY, *REFERENCES, *BODY) == dict.fromkeys(REFERENCES, "list of references")


def test_a_section_of_notes_that_says_something_is_kept() -> None:
    assert dropped(*BODY, "Notes", *BODY) == {}
    assert dropped(*BODY, "Sources", "The river has two sources", "Both lie in the Alps") == {}


def test_a_table_of_contents_is_dropped() -> None:
    entries = ["Contents", "1 History", "1.1 Background", "2 Signatories"]
    assert dropped(*entries, "History", *BODY) == dict.fromkeys(entries, "table of contents")
    named = ["Contents", "The first years", "The later years", "The end"]
    sections = [part for name in named[1:] for part in (name, BODY[0])]
    assert dropped(*named, *sections) == dict.fromkeys(named, "table of contents")
    leaders = ["Contents", "The Source ........... 3", "14", "The Middle . . . . . . 27"]
    assert dropped(*leaders, *BODY) == dict.fromkeys(leaders, "table of contents")


def test_contents_that_name_no_sections_are_kept() -> None:
    assert dropped(*BODY, "Contents", "flour", "eggs", "milk", *BODY) == {}


def test_a_publishers_licence_round_a_book_is_dropped() -> None:
    start = "*** START OF THE PROJECT GUTENBERG EBOOK THE RIVER ***"
    end = "*** END OF THE PROJECT GUTENBERG EBOOK THE RIVER ***"
    before, after = (
        "You may copy it under the terms of this license.",
        "Updated editions will replace the previous one.",
    )
    assert dropped(before, start, *BODY, end, after) == dict.fromkeys(
        [before, start, end, after], "publisher's licence"
    )


def test_names_of_other_pages_below_a_related_heading_are_dropped() -> None:
    links = ["Related articles", "How the pact was born", "Why the pact ended"]
    assert dropped(*BODY, *links) == dict.fromkeys(links, "links to other pages")


def test_a_repeat_of_the_headline_is_dropped_and_the_headline_kept() -> None:
    assert dropped("A Treaty of Five - The Daily", "A Treaty of Five", *BODY, "A Treaty of…") == {
        "A Treaty of Five - The Daily": "repeat of the headline",
        "A Treaty of…": "repeat of the headline",
    }
    again = "A Treaty of Five"
    text = "\n".join([again, *BODY, again])
    assert find_furniture(text) == (Drop(len(text) - len(again), len(text), "repeat of the headline"),)


def test_lines_a_page_prints_again_and_again_are_dropped() -> None:
    head = "European History Today"
    lines = [part for sentence in (*BODY, *BODY) for part in (head, sentence)]
    text = "\n".join(lines)
    assert [text[drop.start : drop.end] for drop in find_furniture(text)] == [head] * 6


CALLS = [
    "Check out Sputnik's infographic.",
    "Find out in our infographic:",
    "Watch our video below.",
    "Follow us on Twitter and Facebook.",
    "Click here to download the app.",
    "Let us know in the comments below.",
]


@pytest.mark.parametrize("call", CALLS)
def test_a_call_to_action_is_cut_out_of_its_paragraph(call: str) -> None:
    assert dropped(f"{BODY[0]} {call}", *BODY[1:]) == {call: "call to action"}


def test_the_credit_of_a_picture_is_cut_out_of_its_caption() -> None:
    assert dropped(BODY[0], "The signing in Brussels. Image: Jan Novak.", *BODY[1:]) == {
        "Image: Jan Novak.": "image credit"
    }


CONTENT = [
    "Discussion",
    "Joseph Bech, Luxembourgish Minister of Foreign Affairs",
    "1948",
    "The signing took 53 minutes and was watched by 1,920 people who had come on foot.",
    "He told reporters to watch the video of the signing before they wrote about the treaty.",
    "In 1948 Bevin said: “See what they do, not what they say.”",
    "See Figure 3.",
    "Read the treaty and answer the questions.",
    "Registers of voters were kept in every town hall of the five states.",
    "The baker sold cookies to the soldiers of the five states after the war.",
    "More news reached London in the evening, and the cabinet met at once.",
    "“Ἑλλάς” is the Greek name of Greece, a country that joined the alliance in 1952.",
    "Signed by:",
    "From the AP comes this story:",
    "12 countries",
    "Home rule in Ireland",
    "News of the world",
]


@pytest.mark.parametrize("line", CONTENT)
def test_what_the_document_says_is_kept(line: str) -> None:
    assert dropped(BODY[0], line, *BODY[1:]) == {}


def test_the_speaker_below_a_quotation_is_kept() -> None:
    assert dropped("“It was their finest hour”", "— Winston Churchill, 1940", *BODY) == {}


def test_lists_at_the_end_of_a_text_are_kept() -> None:
    states = ["Belgium", "France", "Luxembourg", "the Netherlands", "the United Kingdom"]
    assert dropped(*BODY, "The members were:", *states) == {}


def test_a_text_in_two_scripts_has_no_foreign_lines() -> None:
    assert (
        dropped(BODY[0], "Северная Атлантика — это океан между Европой и Америкой.", BODY[1], "Это другой океан.") == {}
    )


def test_what_a_reader_has_dropped_is_not_dropped_again() -> None:
    text = "\n".join([*BODY, "Log in"])
    at = text.index("Log in")
    assert find_furniture(text, [Drop(at, len(text), "outside the page's main text")]) == ()
