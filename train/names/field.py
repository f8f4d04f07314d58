#!/usr/bin/env python3
"""The linear-chain field (python-crfsuite) over stretches of candidates.
  field.py OUT.crf TEXTS.jsonl:DUMP[:SCORES.npz]... [--c1 X] [--iterations N]
Texts without gold, should any be given, are learned from with the teacher's labels; the shipped field has none."""
import argparse, time
import numpy as np, pycrfsuite
from corpus import LABELS, read, stretches, viterbi

ap = argparse.ArgumentParser(); ap.add_argument("out"); ap.add_argument("data", nargs="+")
ap.add_argument("--c1", type=float, default=0.5); ap.add_argument("--c2", type=float, default=0.01); ap.add_argument("--iterations", type=int, default=100)
ap.add_argument("--part", help="N/K: leave every K-th document out, from the N-th on")
a = ap.parse_args()
t0, t = time.time(), pycrfsuite.Trainer(verbose=False)
for spec in a.data:
    parts = spec.split(":")
    z = np.load(parts[2]) if len(parts) > 2 else None
    for i, d in enumerate(read(*parts[:2])):
        if a.part and d.labels is not None and i % int(a.part.split("/")[1]) == int(a.part.split("/")[0]): continue
        labels = d.labels
        if labels is None:
            em = z[str(d.id)].astype(np.float32)
            labels = np.concatenate([viterbi(em[s:e]) for s, e in d.lines])
        for s, e in stretches(d):
            if not labels[s:e].any() and d.labels is None and s % 4: continue     # fewer of the stretches without a name
            x = [[f"{v:x}" for v in d.attributes[d.attribute_at[k]:d.attribute_at[k + 1]]] for k in range(s, e)]
            t.append(pycrfsuite.ItemSequence(x), [LABELS[l] for l in labels[s:e]])
t.set_params({"c1": a.c1, "c2": a.c2, "max_iterations": a.iterations, "feature.possible_transitions": True})
print(f"read {time.time() - t0:.0f} s", flush=True)
t.train(a.out)
g = pycrfsuite.Tagger(); g.open(a.out); i = g.info()
print(f"{a.out}: {len(i.state_features)} weights, {len(i.attributes)} attributes, {time.time() - t0:.0f} s", flush=True)
