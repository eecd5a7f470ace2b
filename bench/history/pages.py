"""How pages of score history grow with the answers that are stored, beside the smallest size in the same run.

    python bench/history/pages.py DIRECTORY [--sizes 10000 100000 1000000] [--rounds 7]
    python bench/history/pages.py DIRECTORY --big 1000000

Makes an installation of each size below DIRECTORY, or uses the one that is there. Every course is of the same size, so
that a page of one course should cost the same at any size; --big makes one quiz that holds all answers. Figures are
medians over interleaved rounds: milliseconds by the clock, milliseconds of this process's own CPU, and SQL statements.
With SQLite, which works in the process, the ratio is one of CPU, so that a busy machine changes it little; with
PostgreSQL it is one by the clock. Ratios travel between machines, milliseconds do not.
--url 'postgresql+psycopg://.../bench_{size}' measures PostgreSQL, in databases that are there and empty, or were filled
by an earlier run.
"""

import argparse
import statistics
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from visits import Installation, Visit

from quizapp.app import create_app
from quizapp.cli.seed_answers import seed_school
from quizapp.config import read_settings
from quizapp.storage.data_directory import prepare_data_directory
from quizapp.storage.upgrade import upgrade_database

PASSWORD = "as many as one likes"


def opened(directory: Path, size: int, big: int, url: str) -> Installation:
    home = directory / f"{size}{'-big' if big else ''}"
    prepare_data_directory(home)
    settings = read_settings({}, data=home, database_url=url.format(size=f"{size}{'_big' if big else ''}"))
    app = create_app(replace(settings, secret_key="a secret of the bench, thirty-two"))
    upgrade_database(app)
    place = Installation(app, size, PASSWORD)
    if place.is_empty():
        seed_school(app, answers=size, big=big, seed=1, password=PASSWORD, anyway=False)
    place.sign_in()
    return place


def peak_memory(arguments: argparse.Namespace, size: int) -> str:
    """Return the peak memory of a process that visits every page of one size, as Linux counts it."""
    command = [sys.executable, __file__, str(arguments.directory), "--only", str(size), "--url", arguments.url]
    done = subprocess.run([*command, "--big", str(arguments.big)], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def line(name: str, visits: dict[int, list[Visit]], *, in_process: bool) -> str:
    cells, base = [], None
    for found in visits.values():
        clock = statistics.median(visit.seconds for visit in found) * 1000
        cpu = statistics.median(visit.cpu for visit in found) * 1000
        spent = cpu if in_process else clock
        base = base or spent
        cells.append(f"{clock:8.1f} {cpu:8.1f} {found[-1].statements:3d} {spent / base:5.2f}")
    return f"{name:<28}" + "  ".join(cells)


def measure(places: list[Installation], rounds: int, *, in_process: bool) -> None:
    names = list(places[0].pages)
    found: dict[str, dict[int, list[Visit]]] = {name: {place.size: [] for place in places} for name in names}
    for number in range(rounds + 1):
        for name in names:
            for place in places:
                visit = place.visit(name)
                if number:  # the first round warms up
                    found[name][place.size].append(visit)
    print(f"{'':<28}" + "  ".join(f"{place.size:>12,} answers   " for place in places))
    print(f"{'':<28}" + "  ".join(f"{'ms':>8} {'cpu ms':>8} {'st':>3} {'ratio':>5}" for _ in places))
    for name in names:
        print(line(name, found[name], in_process=in_process), flush=True)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("directory", type=Path)
    asked.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    asked.add_argument("--rounds", type=int, default=7)
    asked.add_argument("--big", type=int, default=0, help="one quiz of so many answers, and no other")
    asked.add_argument("--url", default="", help="of the database, {size} in it; empty: SQLite below DIRECTORY")
    asked.add_argument("--only", type=int, help="visit the pages of one size once, and print the memory that took")
    options = asked.parse_args()
    sizes = [options.big] if options.big else options.sizes
    if options.only:
        place = opened(options.directory, options.only, options.big, options.url)
        for name in place.pages:
            place.visit(name)
        print(next(row.split()[1] for row in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in row))
        return
    measure(
        [opened(options.directory, size, options.big, options.url) for size in sizes],
        options.rounds,
        in_process=not options.url,
    )
    for size in sizes:
        print(f"peak memory of a process that visits each page, {size:,} answers: {peak_memory(options, size)} kB")


if __name__ == "__main__":
    main()
