#!/usr/bin/env python3
"""Draws the articles of the gold set: prints one `half source id upto` line each, tab-separated.

The draw is stratified over the shared development sets and fixed by its seed. Articles over 6,000
code points are passed over; of the long web pages in `layout` the part up to the last line break before
code point 5,000 is taken. Invented pastes (`synthetic:`) are passed over. Usage: draw.py DATA_FOLDER
"""

import json
import pathlib
import random
import sys

SEED = "nutgraf quantities 1"
STRATA = [("wire", 14), ("times", 14), ("layout", 10), ("entities", 12), ("quotes", 10)]
LONGEST = 6000
PREFIX = 5000


def candidates(data, name):
    for line in (data / name / "dev.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text = record["text"]
        if record["id"].startswith("synthetic:"):
            continue
        if name == "layout":
            if record["variant"] == "article":
                cut = len(text) if len(text) <= PREFIX else text.rfind("\n", 0, PREFIX) + 1
                yield record["id"], cut
        elif len(text) <= LONGEST:
            yield record["id"], len(text)


def main():
    data = pathlib.Path(sys.argv[1])
    for name, count in STRATA:
        found = sorted(candidates(data, name))
        drawn = random.Random(f"{SEED} {name}").sample(found, count)
        for index, (identity, upto) in enumerate(drawn):
            half = "development" if index % 2 == 0 else "held-out"
            print(half, f"{name}/dev.jsonl", identity, upto, sep="\t")


main()
