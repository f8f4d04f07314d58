#!/usr/bin/env python3
"""Certainty from chances: for each step of the chance that the program gives, how often names so sure are right.
  calibrate.py GOLD.jsonl PRED.jsonl [--part I/K]     PRED: what the program says with a model that has not seen the part,
                                                       its certainty not yet calibrated (100 * chance)
Prints the table of `src/reading/entities/certainty.rs`: the share that is right, never falling (isotonic regression)."""
import argparse, json, sys, os
sys.path.insert(0, os.environ.get("SCORER", "../../../shared/eval"))
from entities import KIND, trim

ap = argparse.ArgumentParser(); ap.add_argument("gold"); ap.add_argument("pred"); ap.add_argument("--part", default="0/1")
a = ap.parse_args()
own, parts = map(int, a.part.split("/"))
gold = {}
for i, line in enumerate(l for l in open(a.gold, encoding="utf-8") if l.strip()):
    d = json.loads(line)
    if i % parts == own: gold[d["id"]] = (d["text"], {(*trim(d["text"], e["start"], e["end"]), KIND[e["label"]]) for e in d["gold"]["entities"] if e["label"] in KIND})
seen = [[0, 0] for _ in range(101)]
for line in open(a.pred, encoding="utf-8"):
    d = json.loads(line)
    if d["id"] not in gold: continue
    text, names = gold[d["id"]]
    for e in d["entities"]:
        for m in e["mentions"]:
            cell = seen[round(100 * e.get("certainty", 1))]
            cell[0] += 1; cell[1] += (*trim(text, m["start"], m["end"]), e["kind"]) in names
blocks = []
for c, (n, right) in enumerate(seen):
    blocks.append([right + 0.5, n + 1, 1])
    while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] >= blocks[-1][0] / blocks[-1][1]:
        r, n_, k = blocks.pop(); blocks[-1] = [blocks[-1][0] + r, blocks[-1][1] + n_, blocks[-1][2] + k]
table = [round(100 * r / n) for r, n, k in blocks for _ in range(k)]
print(table)
total = sum(n for n, _ in seen)
for bar in (90, 95):
    n = sum(seen[c][0] for c in range(101) if table[c] >= bar); r = sum(seen[c][1] for c in range(101) if table[c] >= bar)
    print(f"of {total} mentions {n / total:.3f} say {bar} or more; of these {r / max(1, n):.3f} are right", file=sys.stderr)
