"""What setting a quiz asks, its times by the clock of the class."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime, time
from typing import Any

from wtforms import DateField, SelectField, SelectMultipleField, TimeField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from quizapp.teaching.errors import RefusedEntry
from quizapp.teaching.local_times import local, moment_of
from quizapp.teaching.queries.assignable import AssignableQuiz
from quizapp.teaching.queries.classes import ClassRow
from quizapp.teaching.rules import Times
from quizapp.web.forms import Form

NO_DAY = "Say the day too."
STRANGE_DAY = "Write the day as year, month, day: 2026-03-31."
STRANGE_TIME = "Write the time in hours and minutes: 14:30."
NO_QUIZ = "Choose a quiz."
NO_CLASS = "Choose a class, or several."
YOURS, EVERYBODYS = "Your quizzes", "For everyone here"
START_OF_DAY, END_OF_DAY = time(0, 0), time(23, 59)
# Where the rooms' word on a time is shown.
SHOWN_AT = {"opens_at": "opens_day", "due_at": "due_day", "closes_at": "closes_day", "quiz_id": "quiz_id"}
SAYS = {"after_each": "at once", "at_end": "at the end", "after_due": "after the due date", "on_release": "on release"}
FEEDBACK = (
    SelectChoice("", "As the quiz says"),
    SelectChoice("after_each", "At once: each answer is marked and explained, and then it is final"),
    SelectChoice("at_end", "At the end: when a pupil hands in"),
    SelectChoice("after_due", "After the due date, for all together"),
    SelectChoice("on_release", "When I release it"),
)
PERCENTS = (
    SelectChoice("100", "as the quiz says"),
    SelectChoice("125", "a quarter longer"),
    SelectChoice("150", "half as long again"),
    SelectChoice("200", "twice as long"),
    SelectChoice("0", "no time limit"),
)


class DayField(DateField):  # type: ignore[misc] # it comes without types
    """A day, as browsers send it or as somebody types it."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the day; what cannot be read is said in words."""
        try:
            super().process_formdata([word for word in valuelist if word.strip()])
        except ValueError:
            raise ValueError(STRANGE_DAY) from None


class ClockField(TimeField):  # type: ignore[misc] # it comes without types
    """A time of day, as browsers send it or as somebody types it."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the time; what cannot be read is said in words."""
        try:
            super().process_formdata([word for word in valuelist if word.strip()])
        except ValueError:
            raise ValueError(STRANGE_TIME) from None


def day_field(label: str) -> DayField:
    """Return a field for a day, which may stay empty."""
    return DayField(label, [Optional()], format=["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y"])


def clock_field(label: str) -> ClockField:
    """Return a field for a time, which may stay empty."""
    return ClockField(label, [Optional()], format=["%H:%M", "%H:%M:%S"])


class TimesForm(Form):
    """When something opens, is due and closes."""

    opens_day, opens_time = day_field("Day"), clock_field("Time")
    due_day, due_time = day_field("Day"), clock_field("Time")
    closes_day, closes_time = day_field("Day"), clock_field("Time")

    def moment(self, name: str, zone: str, *, otherwise: time) -> datetime | None:
        """Return a moment by the clock of a zone, None where the fields are empty; RefusedEntry for what cannot be."""
        day: date | None = self[f"{name}_day"].data
        at: time | None = self[f"{name}_time"].data
        if day is None:
            if at is not None:
                raise RefusedEntry(f"{name}_day", NO_DAY)
            return None
        return moment_of(day, at or otherwise, zone, field=f"{name}_time")

    def show_moment(self, name: str, moment: datetime | None, zone: str) -> None:
        """Fill the fields of a moment."""
        shown = local(moment, zone) if moment else None
        self[f"{name}_day"].data = shown.date() if shown else None
        self[f"{name}_time"].data = shown.time() if shown else None

    def show_refusal(self, refusal: RefusedEntry) -> None:
        """Say beside its field what the rooms say."""
        self.refuse(SHOWN_AT.get(refusal.field, refusal.field), str(refusal))


class ChangeForm(TimesForm):
    """The times of something that is set, and when its results are shown."""

    feedback = SelectField("What is right is shown", choices=FEEDBACK)

    def tell_of(self, said: Collection[str]) -> None:
        """Say what the quiz says, or, where several are offered that say different things, where that stands."""
        words = SAYS[next(iter(said))] if len(set(said)) == 1 else "see beside its name"
        self.feedback.choices = [SelectChoice("", f"As the quiz says: {words}"), *FEEDBACK[1:]]

    def times(self, zone: str, now: datetime) -> Times:
        """Return the times by the clock of a zone; what has no opening opens now, to the minute."""
        opens_at = self.moment("opens", zone, otherwise=START_OF_DAY) or now.replace(second=0, microsecond=0)
        due_at = self.moment("due", zone, otherwise=END_OF_DAY)
        return Times(opens_at, due_at, self.moment("closes", zone, otherwise=END_OF_DAY))


class AssignmentForm(ChangeForm):
    """Which quiz is set to which classes."""

    quiz_id = SelectField("Quiz", [InputRequired(NO_QUIZ)], coerce=int)
    class_ids = SelectMultipleField(
        "Class",
        [InputRequired(NO_CLASS)],
        coerce=int,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )

    def offer(self, quizzes: Sequence[AssignableQuiz], classes: Sequence[ClassRow]) -> None:
        """Offer these quizzes, a teacher's own first, and these classes."""
        self.quiz_id.choices = [
            SelectChoice(str(quiz.id), _described(quiz), optgroup=YOURS if quiz.is_own else EVERYBODYS)
            for quiz in quizzes
        ]
        self.tell_of({quiz.feedback for quiz in quizzes})
        self.class_ids.choices = [SelectChoice(str(room.id), room.name) for room in classes]


def _described(quiz: AssignableQuiz) -> str:
    """A quiz with what it says itself: when what is right is shown, and how often it may be taken."""
    allowed = quiz.attempts_allowed
    often = "any number of attempts" if allowed is None else f"{allowed} attempt{'' if allowed == 1 else 's'}"
    name = quiz.title if quiz.is_own else f"{quiz.title} ({quiz.bank_title})"
    return f"{name}: shown {SAYS[quiz.feedback]}, {often}"


class LearnerForm(TimesForm):
    """Other times for one learner; what stays empty is as for the class."""

    time_percent = SelectField("Time for the quiz", coerce=int, choices=PERCENTS, default=100)

    def own(self, zone: str) -> dict[str, Any]:
        """Return what was arranged, by name."""
        return {
            "opens_at": self.moment("opens", zone, otherwise=START_OF_DAY),
            "due_at": self.moment("due", zone, otherwise=END_OF_DAY),
            "closes_at": self.moment("closes", zone, otherwise=END_OF_DAY),
            "time_percent": self.time_percent.data,
        }
