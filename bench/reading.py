"""How fast documents are read, beside a floor measured in the same run: decoding the bytes and splitting the lines.

    python bench/reading.py [--rounds 5] [TEXT...]

Figures are medians of CPU time over interleaved rounds; ratios travel between machines, words per second do not.
"""

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from quizapp.core.reading.document import read_document

DOCUMENTS = Path(__file__).parent.parent / "questions" / "ussr-and-nato" / "documents"
# Strings that once made a rule slow, or that look as if they could.
ADVERSARIES = (
    *("a", ". ", '" ', "“", "(", "[1]", "A. ", "1. ", "- ", "\t", "@", "a@b.", "share x ", "cookies we use ", "| a "),
    *("e.g. ", "home > ", "…", ". . ", "contents\n", "references\na\n", "а\n", "0\n", "a-\n", ". . . . 1\n"),
)


def cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def floor(data: bytes) -> int:
    return sum(len(line.split()) for line in data.decode().splitlines())


def compare_with_floor(data: bytes, rounds: int) -> None:
    words = floor(data)
    pairs = [(cpu(lambda: floor(data)), cpu(lambda: read_document(data, "a.txt"))) for _ in range(rounds)]
    read = statistics.median(pair[1] for pair in pairs)
    ratios = sorted(pair[1] / pair[0] for pair in pairs)
    print(
        f"{words:>9,} words  {words / read:>9,.0f} words/s  {ratios[len(ratios) // 2]:5.1f} x the floor"
        f"  (rounds {ratios[0]:.1f} to {ratios[-1]:.1f})"
    )


def growth(seed: str) -> tuple[float, float]:
    """Return the time for 100 kB of a string, and how many times the time for 50 kB that is; 2 is linear."""
    half, whole = ((seed * (size // len(seed))).encode() + b"\nIt ended." for size in (50_000, 100_000))
    short = min(cpu(lambda: read_document(half, "a.txt")) for _ in range(3))
    long = min(cpu(lambda: read_document(whole, "a.txt")) for _ in range(3))
    return long, long / max(short, 1e-6)


def memory_of(data: bytes) -> float:
    """Return the peak memory in MB of a process of its own that reads the data, as Linux counts it."""
    code = (
        "import re, sys; from quizapp.core.reading.document import read_document;"
        "read_document(sys.stdin.buffer.read(), 'a.txt');"
        "print(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read()).group(1))"
    )
    done = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=True)
    return int(done.stdout) / 1024


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("texts", nargs="*", type=Path, metavar="TEXT")
    asked.add_argument("--rounds", type=int, default=5)
    options = asked.parse_args()
    text = b"\n\n".join(path.read_bytes() for path in options.texts or sorted(DOCUMENTS.glob("*.txt")))
    sizes = [text * max(1, size // len(text)) for size in (100_000, 1_000_000, 8_000_000)]
    print("Plain text, beside decoding and splitting it:")
    for data in sizes:
        compare_with_floor(data, options.rounds)
    print("Peak memory of a process that reads it:")
    for data in (b"A word.", *sizes):
        print(f"{len(data):>9,} bytes  {memory_of(data):6.0f} MB")
    print("100 kB of one repeated string, and its growth from 50 kB (2 is linear):")
    for seed, (seconds, times) in sorted(((s, growth(s)) for s in ADVERSARIES), key=lambda row: -row[1][0])[:8]:
        print(f"{seed!r:>20}  {seconds * 1000:6.0f} ms  {times:4.1f} x")


if __name__ == "__main__":
    main()
