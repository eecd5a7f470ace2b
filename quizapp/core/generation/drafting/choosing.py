"""Which candidates of a document are kept, and in which forms each is asked."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from quizapp.core.generation.drafting.candidate import Candidate
from quizapp.core.generation.drafting.hanging import hanging_doubts
from quizapp.core.generation.drafting.leaning import leaning_doubts
from quizapp.core.generation.drafting.lost_frames import lost_frame_doubts
from quizapp.core.generation.drafting.readiness import readiness_doubts
from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.drafting.slips import slips
from quizapp.core.generation.drafting.standing import is_excused, standing_doubts
from quizapp.core.generation.drafting.whole_clauses import is_broken

MOST_PER_SENTENCE = 3
# A sentence of so many words may be asked once more.
LONG = 30
MOST_PER_KEY = 2
# One value in three is put as a statement to judge as well.
JUDGED = 0.34
TIMES = frozenset({"year", "date", "month"})


@dataclass(frozen=True, slots=True)
class Planned:
    """A candidate with the forms in which it will be asked."""

    candidate: Candidate
    forms: tuple[str, ...]


def choose(candidates: Iterable[Candidate], setting: Setting) -> list[Planned]:
    """Keep the best candidate of each value, a few of each sentence, each key twice at most; give each its forms."""
    best: dict[tuple[str, int], Candidate] = {}
    for candidate in standing(candidates, setting):
        known = best.get(candidate.place)
        if known is None or rating(candidate) > rating(known):
            best[candidate.place] = candidate
    kept = _limited(sorted(best.values(), key=lambda row: (-rating(row), row.place)))
    planned, asked = [], set()
    for candidate in kept:
        forms = _forms(candidate, setting)
        sentence = candidate.statement.sentence
        planned.append(Planned(candidate, forms[:1] if sentence in asked else forms))
        asked.add(sentence)
    return sorted(planned, key=lambda row: row.candidate.place)


def standing(candidates: Iterable[Candidate], setting: Setting) -> Iterator[Candidate]:
    """Yield candidates whose statement is whole, with what it leaves open among their doubts."""
    judged: dict[int, tuple[bool, tuple[str, ...]]] = {}
    for candidate in candidates:
        statement = candidate.statement
        if statement.how == "made":
            yield candidate
            continue
        if id(statement) not in judged:
            left_open = (
                *standing_doubts(statement, setting),
                *leaning_doubts(statement, setting),
                *hanging_doubts(statement, setting),
                *lost_frame_doubts(statement, setting),
                *slips(statement),
            )
            judged[id(statement)] = (is_broken(statement), left_open)
        broken, doubts = judged[id(statement)]
        if not broken:
            told = dict.fromkeys((*candidate.doubts, *doubts, *readiness_doubts(candidate, setting)))
            yield replace(candidate, doubts=tuple(doubt for doubt in told if not is_excused(doubt, statement, setting)))


def rating(candidate: Candidate) -> float:
    """Say how good a candidate is; doubts weigh most, then a real question, then a short statement."""
    length = len(candidate.statement.syntax)
    cut = {"whole": 0.0, "clause": 0.02}.get(candidate.statement.how, 0.04)
    asked = 0.15 if candidate.ask.question else 0.0
    choice = 0.1 if len(candidate.ask.distractors) > 1 else 0.0
    return candidate.score + asked + choice - 0.3 * len(candidate.doubts) - cut - 0.02 * max(0, length - 22)


def _limited(candidates: Sequence[Candidate]) -> list[Candidate]:
    sentences: Counter[int] = Counter()
    keys: Counter[str] = Counter()
    kept = []
    for candidate in candidates:
        key = candidate.ask.key.lower()
        most = MOST_PER_SENTENCE + (len(candidate.statement.syntax) > LONG)
        if sentences[candidate.statement.sentence] < most and keys[key] < MOST_PER_KEY:
            sentences[candidate.statement.sentence] += 1
            keys[key] += 1
            kept.append(candidate)
    return kept


def _forms(candidate: Candidate, setting: Setting) -> tuple[str, ...]:
    """Return the forms that suit: choice where there are distractors, a typed one where every fair answer is known."""
    ask, sort = candidate.ask, candidate.mention.sort
    forms = ["choice"] if len(ask.distractors) > 1 else []
    if sort in TIMES:
        forms.append("date" if ask.question else "cloze")
    elif sort == "number":
        forms.append("number" if ask.question else "cloze")
    elif sort == "period":
        forms.append("cloze")
    elif (not forms or candidate.doubts) and sort != "word":
        forms.append("short_text" if ask.question and sort == "term" else "cloze")
    judged = len(ask.distractors) > 1 and not candidate.doubts and sort in TIMES | {"number"}
    if judged and setting.dice("judge", candidate.place).random() < JUDGED:
        forms.append("true_false")
    return tuple(forms)


def with_forms(planned: Planned, slot: str) -> Candidate:
    """Return the candidate with its ask named and its forms settled."""
    ask = replace(planned.candidate.ask, slot=slot, forms=planned.forms)
    return replace(planned.candidate, ask=ask)
