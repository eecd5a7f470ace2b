"""Moments in the zone of a class, which is always named beside them."""

from __future__ import annotations

from datetime import datetime

from flask import Flask
from markupsafe import Markup

from quizapp.teaching.local_times import local


def init_zones(app: Flask) -> None:
    """Give templates the filters."""
    app.add_template_filter(in_zone)
    app.add_template_filter(clock_of)
    app.add_template_filter(day_of)


def in_zone(value: datetime, zone: str) -> Markup:
    """Write a moment as the clocks of a zone show it, with the zone's name."""
    return Markup('{} <span class="zone">{}</span>').format(clock_of(value, zone), zone)


def clock_of(value: datetime, zone: str) -> Markup:
    """Write a moment as the clocks of a zone show it, on a page that names the zone elsewhere."""
    shown = local(value, zone)
    words = f"{shown:%a} {shown.day} {shown:%b %Y, %H:%M}"
    return Markup('<time datetime="{}">{}</time>').format(shown.isoformat(timespec="minutes"), words)


def day_of(value: datetime, zone: str) -> Markup:
    """Write the day of a moment as the calendar of a zone has it."""
    shown = local(value, zone)
    return Markup('<time datetime="{}">{}</time>').format(shown.date().isoformat(), f"{shown.day} {shown:%b %Y}")
