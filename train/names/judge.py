#!/usr/bin/env python3
"""What pupil and field find together, as the program adds them up.
  judge.py TEXTS.jsonl:DUMP PUPIL.npz FIELD.crf PRED.jsonl [--cut X] [--only network|field] [--vote 0.9]"""
import argparse, collections, json
import numpy as np, torch
from corpus import KINDS, LABELS, OK, START, read, stretches, viterbi
from pack import field, network
from pupil import Pupil, scores

ap = argparse.ArgumentParser(); ap.add_argument("texts"); ap.add_argument("pupil"); ap.add_argument("field"); ap.add_argument("pred")
ap.add_argument("--cut", type=float, default=0.1); ap.add_argument("--part", default="0/1", help="I/K: every K-th document alone, from the I-th on"); ap.add_argument("--only"); ap.add_argument("--vote", type=float, default=0.9); ap.add_argument("--share", type=float, default=0.5)
a = ap.parse_args()
docs = read(*a.texts.split(":"))[int(a.part.split("/")[0])::int(a.part.split("/")[1])]
z = network(np.load(a.pupil))[1]
m = Pupil(z["emb"].shape[0], z["emb"].shape[1], z["p.weight"].shape[1], z["p.weight"].shape[0])
m.load_state_dict({k: torch.tensor(np.asarray(v), dtype=torch.float32) for k, v in z.items()})
net = scores(m, docs)
_, by, trans = field(a.field, a.cut)
vectors = {k: np.array([v.get(l, 0) / 8 for l in range(len(LABELS))], np.float32) for k, v in by.items()}
with open(a.pred, "w", encoding="utf-8") as out:
    for d in docs:
        at = np.cumsum(d.candidate) - 1
        found = []
        for s, e in stretches(d):
            em = np.zeros((e - s, len(LABELS)), np.float32); t = OK.copy()
            if a.only != "field": em += net[str(d.id)][at[s:e]] * 2 * (1 - a.share)
            if a.only != "network":
                for k in range(s, e):
                    for x in d.attributes[d.attribute_at[k]:d.attribute_at[k + 1]]:
                        v = vectors.get(int(x) >> 6)
                        if v is not None: em[k - s] += v * 2 * a.share
                t = t + trans / 8 * 2 * a.share
            lab = viterbi(em, t)
            p = np.exp((em - em.max(1, keepdims=True)) / (1 if a.only else 2)); p /= p.sum(1, keepdims=True)
            i = 0
            while i < len(lab):
                if not lab[i]: i += 1; continue
                j = i + 1
                while j < len(lab) and LABELS[lab[j]][0] == "I": j += 1
                kinds = (p[i:j, 1::2] + p[i:j, 2::2]).mean(0)
                edges = min([p[i, 1::2].sum()] + [p[k, 2::2].sum() for k in range(i + 1, j)] + ([1 - p[j, 2::2].sum()] if j < len(lab) else []))
                name = tuple(w for w in (d.text[x:y].lower() for x, y in d.spans[s + i:s + j]) if w != "the")
                found.append((int(d.spans[s + i, 0]), int(d.spans[s + j - 1, 1]), name, kinds, edges)); i = j
        together = collections.defaultdict(list)
        for f in found: together[f[2]].append(f[3])
        entities = []
        for s, e, name, v, edges in found:
            v = (1 - a.vote) * v + a.vote * np.mean(together[name], 0); k = KINDS[int(v.argmax())]
            if k in KINDS[:3]: entities.append({"kind": k, "certainty": float(min(v.max(), edges)), "mentions": [{"start": s, "end": e}]})
        out.write(json.dumps({"id": d.id, "offsets": "codepoint", "entities": entities}) + "\n")
