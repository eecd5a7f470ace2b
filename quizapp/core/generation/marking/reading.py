"""What surrounds a marked sentence: the names, times and terms of its document, and the sentence as it stands there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from threading import Lock

from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.drafting.titles import hero_of, title_words
from quizapp.core.generation.extraction.cleaning import Cleaned
from quizapp.core.generation.extraction.references import Known
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.extraction.statements import Source, Surroundings, read_source, statements_of
from quizapp.core.generation.language.model import load_english
from quizapp.core.generation.language.syntax import Syntax, parse_sentence
from quizapp.core.generation.language.tokens import split_words
from quizapp.core.generation.marking.mark import Mark
from quizapp.core.generation.mentions.amounts import find_amounts
from quizapp.core.generation.mentions.mention import Mention
from quizapp.core.generation.mentions.names import find_names
from quizapp.core.generation.mentions.roster import Roster, make_roster
from quizapp.core.generation.mentions.times import find_times
from quizapp.core.generation.mentions.vocabulary import read_vocabulary
from quizapp.core.reading.document import ReadDocument

# Names are looked for in so many sentences round the marked one: a whole article, a chapter of a book.
BLOCK = 150
REMEMBERED = 8
_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """The sentence of a mark: what can be taken out of it to stand by itself, and the sentence as it stands."""

    source: Source
    statements: tuple[Statement, ...]
    as_it_stands: tuple[Statement, ...]  # without brackets and notes, then with them


def setting_of(read: ReadDocument, key: str, title: str, seed: int, number: int) -> Setting:
    """Return what drafters know of the document round its passage of this number; remembered, whatever the seed."""
    with _ONE_AT_A_TIME:  # two threads that read the same document at once would each take twice as long
        return replace(_setting(read, key, title, number // BLOCK), seed=seed)


@lru_cache(maxsize=REMEMBERED)
def _setting(read: ReadDocument, key: str, title: str, block: int) -> Setting:
    tagged = list(_tagged(read, (block - 1) * BLOCK, (block + 2) * BLOCK))
    syntaxes = [syntax for _, syntax in tagged]
    roster, words = make_roster(tagged), title_words(title)
    counts = Counter(syntax.word(i) for syntax in syntaxes for i in range(len(syntax)))
    times, hero = tuple(find_times(read.text)), hero_of((title,), words, roster)
    terms = read_vocabulary(syntaxes)
    return Setting(key, read.text, words, 0, roster, times, read.content_hash, hero, counts, terms)


def _tagged(read: ReadDocument, first: int, last: int) -> Iterator[tuple[int, Syntax]]:
    """Yield sentences with the class of each word alone: names and terms are found without heads and roles."""
    tagger, _, _ = load_english()
    for passage in read.passages[max(0, first) : last]:
        if passage.kind == "sentence":
            text = read.text[passage.start : passage.end]
            tokens = split_words(text)
            tags = tuple(tagger.tag([token.text for token in tokens]))
            nothing = (0,) * len(tokens)
            yield passage.start, Syntax(text, tokens, tags, nothing, ("",) * len(tokens), nothing)


def read_sentence(read: ReadDocument, mark: Mark, setting: Setting) -> MarkedSentence:
    """Read the sentence of a mark: what stands by itself in it, and at the end the sentence as it is."""
    source = _source(read, mark.number, setting)
    known = Known({word.lower() for word in setting.title}, setting.words, setting.roster.words_of_things())
    before = _sentence_before(read, mark.number, setting)
    around = Surroundings(read.text, setting.roster, known, before, setting.hero)
    found, refusals = statements_of(source, around)
    return MarkedSentence(source, tuple(found), tuple(_as_it_stands(source, read.text, setting, refusals)))


def _source(read: ReadDocument, number: int, setting: Setting) -> Source:
    passage = read.passages[number]
    return read_source(setting.document, number, passage.paragraph, read.text, passage.start, passage.end)


def _sentence_before(read: ReadDocument, number: int, setting: Setting) -> Syntax | None:
    if number == 0 or read.passages[number - 1].paragraph != read.passages[number].paragraph:
        return None
    return _source(read, number - 1, setting).syntax


def _as_it_stands(source: Source, text: str, setting: Setting, refusals: Sequence[str]) -> Iterator[Statement]:
    """Yield the sentence itself, cleaned and then with all its brackets; what speaks against it is among its doubts."""
    quote = text[source.start : source.end].strip()
    for cleaned, syntax in ((source.cleaned, source.syntax), _uncut(source, text)):
        yield Statement(
            document=source.document,
            sentence=source.number,
            cleaned=cleaned,
            syntax=syntax,
            quote=quote,
            doubts=tuple(refusals[:1]),
            mentions=mentions_in(syntax, setting.roster),
        )


def _uncut(source: Source, text: str) -> tuple[Cleaned, Syntax]:
    places = [n for n in range(source.start, source.end) if not text[n].isspace() or not text[n - 1 : n].isspace()]
    said = "".join(" " if text[n].isspace() else text[n] for n in places)
    return Cleaned(said, tuple(places)), parse_sentence(said)


def mentions_in(syntax: Syntax, roster: Roster) -> tuple[Mention, ...]:
    """Return the dates, names and numbers of a sentence in order."""
    times = find_times(syntax.text)
    names = [roster.type_of(name) for name in find_names(syntax)]
    inside = {place for name in names for place in range(name.start, name.end)}
    amounts = [amount for amount in find_amounts(syntax.text, times) if amount.start not in inside]
    return tuple(sorted([*times, *names, *amounts], key=lambda mention: mention.start))
