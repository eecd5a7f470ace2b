"""Words that point outside their sentence: what they point at must stand in the sentence itself."""

from collections.abc import Iterable, Iterator, Sequence

from quizapp.core.generation.language.syntax import Syntax
from quizapp.core.generation.language.word_lists import word_list

_NEVER = word_list("points outside")
_RELATIVE_TIME = word_list("relative time")
_RELATIVE = word_list("points aside")
_THESE = frozenset(["this", "these", "those", "that"])
_PEOPLE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_THINGS = frozenset(["it", "its", "itself"])
_MANY = frozenset(["they", "them", "their", "theirs", "themselves"])
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_ALONE = word_list("known alone")
_COUNTLESS = word_list("countless")


def pointing_faults(syntax: Syntax, words: Sequence[int], title: Iterable[str] = ()) -> Iterator[str]:
    """Yield what in these words of a sentence cannot be understood without its neighbours."""
    inside = set(words)
    for i in words:
        word, tag = syntax.word(i), syntax.tags[i]
        if word in _NEVER:
            yield f"'{word}' points outside the sentence"
        elif word in _RELATIVE_TIME and not _time_is_anchored(syntax, i, inside):
            yield f"'{word}' depends on when it was written"
        elif (word in _RELATIVE and _is_frame(syntax, i, inside)) or (word in _THESE and _points(syntax, i, inside)):
            yield f"'{word}' points outside the sentence"
        elif word == "there" and tag == "RB":
            yield "'there' points outside the sentence"
        elif word in _PEOPLE or word in _THINGS or word in _MANY:
            if not _is_bound(syntax, i, inside):
                yield f"'{word}' has nobody to stand for in the sentence"
    yield from _bare_definites(syntax, words, frozenset(word.lower() for word in title))


def _time_is_anchored(syntax: Syntax, i: int, inside: set[int]) -> bool:
    before = syntax.word(i - 1)
    if syntax.word(i) in {"later", "earlier"} and (before in {"no", "not"} or syntax.word(i + 1) in {"than", "years"}):
        return syntax.word(i + 1) == "than"
    return False


def _is_frame(syntax: Syntax, i: int, inside: set[int]) -> bool:
    word, tag = syntax.word(i), syntax.tags[i]
    after = syntax.word(i + 1)
    if word == "such" and (after == "as" or syntax.word(i - 1) == "as"):
        return False
    if word in {"other", "others"} and syntax.word(i - 1) in {"and", "or", "each", "among", "many", "any"}:
        return word == "others" and syntax.word(i - 1) != "among"
    if word == "following":
        return tag in {"JJ", "VBG"} and syntax.word(i - 1) in {"the", "a"}
    if word == "last":
        return (
            after in {"week", "month", "year", "night", "few", "decade", "summer", "winter"}
            and syntax.word(i - 1) != "the"
        )
    if word == "present":
        return syntax.word(i + 1) != "-" and tag == "JJ"
    if word == "same":
        return True
    return tag in {"JJ", "DT", "JJS", "NN", "NNS", "PDT"}


def _points(syntax: Syntax, i: int, inside: set[int]) -> bool:
    word, tag = syntax.word(i), syntax.tags[i]
    if word == "that":
        following = syntax.tags[i + 1] if i + 1 < len(syntax) else ""
        return (
            tag == "DT"
            and not syntax.word(i + 1) == "of"
            and (
                following in _NOUNS
                or following in {"JJ", "CD"}
                or (syntax.roles[i] in {"nsubj", "obj"} and tag == "DT")
            )
        )
    if word == "those":
        return syntax.word(i + 1) not in {"who", "of", "that", "in", "with", "whose", "which", "from", "wishing"}
    return True


def _is_bound(syntax: Syntax, i: int, inside: set[int]) -> bool:
    word = syntax.word(i)
    if word == "it" and _is_empty_it(syntax, i):
        return True
    people = word in _PEOPLE
    object_form = word in {"him", "them", "her", "it"} and syntax.tags[i] == "PRP"
    candidates = [k for k in range(i) if k in inside and _may_own(syntax, k, word, people)]
    if object_form and candidates:
        verb = syntax.heads[i]
        subjects = set(syntax.children(verb, "nsubj")) if verb < len(syntax) else set()
        candidates = [k for k in candidates if k not in subjects]
    return bool(candidates)


def _may_own(syntax: Syntax, k: int, word: str, people: bool) -> bool:
    tag = syntax.tags[k]
    if tag not in _NOUNS or (syntax.roles[k] in {"compound", "flat"} and tag.startswith("NNP") is False):
        return False
    if people:
        return tag == "NNP" or syntax.word(k) in {
            "man",
            "woman",
            "king",
            "queen",
            "wife",
            "husband",
            "son",
            "daughter",
            "emperor",
            "child",
            "boy",
            "girl",
            "person",
        }
    if word in _MANY:
        return tag in {"NNS", "NNPS"} or any(syntax.roles[c] == "conj" for c in syntax.children(k))
    return tag in {"NN", "NNP"} and syntax.roles[k] in {
        "nsubj",
        "nsubj:pass",
        "obj",
        "obl",
        "conj",
        "nmod",
        "appos",
        "root",
        "compound",
        "flat",
    }


def _is_empty_it(syntax: Syntax, i: int) -> bool:
    ahead = " ".join(syntax.word(k) for k in range(i + 1, min(i + 5, len(syntax))))
    return syntax.roles[i] == "expl" or ahead.startswith(
        ("is estimated", "was estimated", "is believed", "is thought", "is likely", "is known that", "was not until")
    )


def _bare_definites(syntax: Syntax, words: Sequence[int], title: frozenset[str]) -> Iterator[str]:
    """Yield each 'the N' that nothing in the sentence makes particular."""
    for i in words:
        if syntax.word(i) != "the":
            continue
        head = syntax.heads[i]
        if not i < head < min(i + 6, len(syntax)) or syntax.tags[head] not in {"NN", "NNS"}:
            continue
        if not _is_particular(syntax, i, head, title):
            yield f"'the {' '.join(syntax.word(k) for k in range(i + 1, head + 1))}' is not said to be which"


def _is_particular(syntax: Syntax, i: int, head: int, title: frozenset[str]) -> bool:
    noun = syntax.word(head)
    between = range(i + 1, head)
    if noun in _ALONE or noun in title or noun.rstrip("s") in title:
        return True
    if any(
        syntax.tags[k] in {"NNP", "NNPS", "CD", "JJS", "RBS"} or syntax.tokens[k].text[0].isupper() for k in between
    ):
        return True
    if any(
        syntax.word(k) in {"first", "second", "third", "only", "main", "late", "early", "entire", "whole", "human"}
        for k in between
    ):
        return True
    if syntax.word(head + 1) in {
        "of",
        "that",
        "who",
        "which",
        "where",
        "when",
        "to",
        "for",
        "between",
        "in",
        "at",
        "from",
        "known",
        "called",
        "against",
        "with",
        "on",
        "by",
    }:
        return True
    if (
        head + 2 < len(syntax)
        and syntax.word(head + 1) == ","
        and syntax.word(head + 2) in {"which", "who", "a", "an", "the"}
    ):
        return True
    earlier = [k for k in range(i) if syntax.word(k) == noun and k != head]
    return bool(earlier)
