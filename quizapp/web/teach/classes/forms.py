"""What classes ask."""

from __future__ import annotations

from datetime import timedelta

from flask_wtf.file import FileField
from wtforms import SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired

from quizapp.teaching.rules import NAME_LENGTH, NO_NAME, NO_ZONE
from quizapp.web.forms import Form

TERM = timedelta(days=120)
LASTS = {"day": timedelta(days=1), "week": timedelta(days=7), "term": TERM}
LASTING = (SelectChoice("day", "one day"), SelectChoice("week", "one week"), SelectChoice("term", "four months"))
NO_LIST = "Paste the names, or choose a file with them."
SPREADSHEET = "That is a spreadsheet. Save it as CSV, or copy its cells and paste them here."
TOO_LARGE = "That file is too large for a list of names. Choose the list of one class."
CHANGED = "Something has changed since you looked: see below what adding the list would do now."


class ClassForm(Form):
    """A class's name and zone."""

    name = StringField("Name of the class", [InputRequired(NO_NAME)], render_kw={"maxlength": NAME_LENGTH})
    time_zone = StringField("Time zone", [InputRequired(NO_ZONE)], render_kw={"list": "zones"})


class JoiningForm(Form):
    """How long a code lets people join."""

    lasts = SelectField("How long it works", choices=LASTING, default="week")


class ListForm(Form):
    """A list of pupils, pasted or from a file."""

    names = TextAreaField("Names, one pupil on each line", render_kw={"rows": 10, "spellcheck": "false"})
    file = FileField("Or a file of them", render_kw={"accept": ".csv,.txt,.tsv,text/csv,text/plain"})
