"""Nations as words to ask for: which may be asked, and which others could stand in their place."""

import re

from quizapp.core.generation.drafting.countries import code_of, codes_in, codes_of_places, home_of, was_there
from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.mentions.gazetteer import all_neighbours, nationalities, neighbours

# A name with such a word in it, or one that everybody knows, tells the nation by itself.
_TELLING = re.compile(
    r"\b(?:[Dd]e|du|des|la|le|[Vv]on|[Vv]an|der|di|da|del|della|al|ibn|bin|Mac|Mc|O[’'])\b|\bM(?:a)?c[A-Z]"
)
_KNOWN = re.compile(
    r"\b(?:Napoleon|Bonaparte|Hitler|Nazis?|Stalin|Lenin|Bolsheviks?|Mussolini|Churchill|Bismarck|Caesar|Gandhi|Mao|Tsar"
    r"|Kaiser|Shogun|Samurai|Shah|Sultan|Pharaoh|Ming|Qing|Tudor|Bourbon|Habsburg|Parliament|Congress|Reich)\b"
)
# Whose border, coast or colony it is depends on where it lies, which a reader works out from the map.
_ON_THE_MAP = frozenset(
    {"border", "borders", "frontier", "coast", "coastline", "shore", "bank", "side", "mainland", "capital", "island"}
)


LEAST_SPOKEN_OF = 2


def may_ask_nation(statement: Statement, i: int, setting: Setting) -> bool:
    """Say whether a nation's word stands alone before a common noun and nothing else in sight gives it away."""
    syntax, word = statement.syntax, statement.syntax.tokens[i].text
    ahead = syntax.tokens[i + 1].text if i + 1 < len(syntax) else ""
    if i > 1 and syntax.tokens[i - 1].text[0].isupper():
        return False
    if syntax.tags[i] not in {"JJ", "NNP"} or not ahead[:1].islower() or syntax.tags[i + 1] not in {"NN", "NNS"}:
        return False
    rest = statement.text[: syntax.tokens[i].start] + statement.text[syntax.tokens[i].end :]
    if ahead in _ON_THE_MAP or _TELLING.search(rest) or _KNOWN.search(rest):
        return False
    told = codes_in((rest, " ".join(setting.title))) | codes_of_places(rest)
    return code_of(word) not in told and code_of(word) != home_of(setting.text)


def other_nations(statement: Statement, word: str, setting: Setting) -> list[str]:
    """Return the nations that could stand in a nation's place: there at the time, and not spoken of already."""
    code = nationalities()[word]
    own = {"SU": "RU", "RU": "SU"}.get(code[:2], code[:2])
    same = code.startswith("GB-")
    told = codes_in((statement.text,)) - {code_of(word)}
    near = all_neighbours("nation", word)
    spoken = (other for other in nationalities() if other in near and is_spoken_of(other, setting))
    offers = dict.fromkeys((*spoken, *neighbours("nation", word)))
    others = [other for other in offers if was_there(other, statement, setting)]
    apart = [other for other in others if same or nationalities().get(other, "")[:2] not in {code[:2], own}]
    fair = [other for other in apart if same or code_of(other) not in told or not code_of(other)]
    return fair if same else list({code_of(other) or other: other for other in reversed(fair)}.values())


def is_spoken_of(nation: str, setting: Setting) -> bool:
    """Say whether a document speaks of a nation more than once."""
    return setting.words[nation.lower()] >= LEAST_SPOKEN_OF
