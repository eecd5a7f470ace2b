"""Words a slip apart that mean different things, so that one is never read as the other."""

from __future__ import annotations

# Beginnings and endings that turn a word into another: hypertension is not hypotension, nor the employer the employee.
PREFIXES = (
    ("hyper", "hypo"),
    ("inter", "intra", "intro", "infra"),
    ("pre", "pro"),
    ("endo", "exo"),
    ("macro", "micro"),
)
SUFFIXES = (("er", "ee"), ("or", "ee"), ("ane", "ene", "yne"), ("ist", "ism"), ("a", "o"))
STEM = 4  # so many letters must be left for a beginning or an ending to be one

GROUPS = """
adapt adopt|adaption adoption|adverse averse|altar alter|angel angle|assent ascent|bases basis|berth birth
breath breadth breathe|broach brooch|cannon canon|canvas canvass|capital capitol|carton cartoon|casual causal
caste castle|censor censer|chance change charge|choir chair|coarse course|collage college|coma comma
complement compliment|complementary complimentary|confirm conform|conservation conversation|corps corpse
councillor counsellor|county country|crystal crustal|custom customs|dairy diary|decent descent|desert dessert
device devise|discreet discrete|envelop envelope|exercise exorcise|exiting exciting|expand expend|faction fraction
fiction friction|flour floor|genes genus|glacier glazier|grater greater|heart hearth|horse house|human humane
infect infest inject|latter later|liberal literal|lightning lightening|loose lose|marital martial|message massage
model modal|moral morale mortal|morality mortality|native naive|naval navel|parish perish
peace peach place|planet plane plant|plaque plague|police policy polity|popular poplar|portion potion
prescribe proscribe|prescription proscription|proton photon|quiet quite|resolution revolution|sacred scared
salon saloon|secret secrete|shear sheer|silicon silicone|solder soldier|species specie|statue statute status
stationary stationery|through thorough|track tract|trail trial|tropic topic|urban urbane
vacation vocation|venal venial|world word
Bevin Bevan|Darwin Darwen|Dominica Dominican|Granada Grenada|Guiana Guyana|Manet Monet
amylase amylose|bromide bromine|chlorine chloride|chromatin chromatid|fluorine fluoride|iodide iodine|lactase lactose
maltase maltose|neuron neutron|nitrate nitrite nitride|phosphate phosphite|sucrase sucrose|sulfate sulfite sulfide
"""


def read_groups(text: str) -> dict[str, frozenset[str]]:
    """For each word all words of its group."""
    groups = [frozenset(row.casefold().split()) for row in text.replace("\n", "|").split("|")]
    return {word: group for group in groups for word in group}


CONFUSED = read_groups(GROUPS)


def differ_at_start(one: str, other: str, group: tuple[str, ...]) -> bool:
    """Whether two words differ only in which beginning of the group they have."""
    rests = {word[len(start) :] for start in group for word in (one, other) if word.startswith(start)}
    both = all(any(word.startswith(start) for start in group) for word in (one, other))
    return both and len(rests) == 1 and len(rests.pop()) >= STEM


def is_other_word(typed: str, word: str) -> bool:
    """Whether the typed word is known to mean something else than the word it resembles."""
    if typed in CONFUSED.get(word, frozenset()):
        return True
    if any(differ_at_start(typed, word, group) for group in PREFIXES):
        return True
    mirrored = [tuple(ending[::-1] for ending in group) for group in SUFFIXES]
    return any(differ_at_start(typed[::-1], word[::-1], group) for group in mirrored)
