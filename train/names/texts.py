#!/usr/bin/env python3
"""Collects the texts without names marked that the teacher labels.
  texts.py DATA OUT.jsonl
Documents that share a long line with a document that is measured with are left out, and nothing is read that is only for measuring."""
import json, os, sys

data, out = sys.argv[1:3]
def docs(path):
    if os.path.exists(path):
        for line in open(path, encoding="utf-8"):
            if line.strip(): yield json.loads(line)
def long(text): return {l.strip() for l in text.split("\n") if len(l.strip()) > 60}
seen = set()
for f in ("entities/train", "entities/dev", "entities/uner-ewt-train", "entities/uner-ewt-dev", "quotes/world-dev", "quotes/dev", "wire/dev", "wire/sample"):
    for d in docs(f"{data}/{f}.jsonl"): seen |= long(d["text"])
n = w = 0
with open(out, "w", encoding="utf-8") as o:
    for f, share in (("unlabelled/voa", 1), ("layout/dev", 2), ("layout/dev2", 2), ("times/dev", 1), ("wire/reuters-dev", 2), ("quotes/train", 3), ("sentences/dev", 1)):
        for i, d in enumerate(docs(f"{data}/{f}.jsonl")):
            mine = long(d["text"])
            if i % share or mine & seen: continue
            seen |= mine
            o.write(json.dumps({"id": f"{f}-{i}", "text": d["text"]}, ensure_ascii=False) + "\n"); n += 1; w += len(d["text"].split())
print(f"{n} documents, {w} words")
