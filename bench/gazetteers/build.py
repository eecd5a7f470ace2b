"""Freeze countries, their regions and time-zone cities from babel into the package's gazetteer.

python bench/gazetteers/build.py quizapp/core/generation/data/places.json
"""

import json
import sys
from pathlib import Path

from babel import Locale
from babel.core import get_global

CONTINENTS = ["Africa", "Antarctica", "Asia", "Europe", "North America", "Oceania", "South America"]
# Zone names that are no city, or that are better known as a word or a person.
NOT_CITIES = frozenset(
    """Center Christmas Darwin Dawson Easter Knox Midway Nome Oral Regina Resolute Stanley Troll Unknown Wake Vatican
    Canary Cocos Thule Virgin Wallis Bahia""".split()  # noqa: SIM905  a list of words reads better so
)


def regions():
    """Return the part of the world of each country, by the first of its time zones."""
    found = {}
    for zone, code in sorted(get_global("zone_territories").items()):
        found.setdefault(code, zone.split("/")[0])
    return found


def country_names(name):
    names = {name, name.replace(" & ", " and ")}
    if name.startswith("St. "):
        names.add("Saint " + name[4:])
    return sorted(names)


def build():
    names = Locale("en").territories
    parts = regions()
    countries = {}
    for code in sorted(names):
        if len(code) == 2 and code.isalpha() and code not in {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO", "AQ"}:
            for name in country_names(names[code]):
                countries[name] = [code, parts.get(code, "")]
    cities = {}
    for zone, code in sorted(get_global("zone_territories").items()):
        city = zone.rsplit("/", 1)[-1].replace("_", " ")
        if (
            "/" in zone
            and len(city) > 3
            and not set(city) & set("+-0123456789")
            and city not in {*countries, *NOT_CITIES}
            and code != "AQ"
        ):
            cities[city] = code
    return {"continents": CONTINENTS, "countries": countries, "cities": cities}


if __name__ == "__main__":
    text = json.dumps(build(), ensure_ascii=False, sort_keys=True, indent=0)
    Path(sys.argv[1]).write_text(text + "\n", "utf-8")
