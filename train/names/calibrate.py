#!/usr/bin/env python3
"""How sure a mention is, from documents that the model had not learned from.
  calibrate.py GOLD.jsonl EVIDENCE.jsonl [--part I/K] [--try GOLD.jsonl EVIDENCE.jsonl]...
EVIDENCE: what `cargo run -p train -- names-evidence` writes with that model; of GOLD every K-th document alone, from the I-th on.
Prints the weights (logistic regression, in 32nds) and the table (isotonic regression over all folds) of
`src/reading/entities/tagger/certainty.rs`, and what share of mentions says 0.9 and is right, here and in the texts to try."""
import argparse, json, os, sys
import numpy as np, torch
sys.path.insert(0, os.environ.get("SCORER", "../../../shared/eval"))
from entities import KIND, trim

STEP, NONE, STEPS = 8, 24, 64        # sums in 32nds between neighbours in the table, where a sum of none is, how many


def read(gold, evidence, part="0/1"):
    own, parts = map(int, part.split("/")); names, texts = {}, {}
    for i, line in enumerate(l for l in open(gold, encoding="utf-8") if l.strip()):
        d = json.loads(line)
        if i % parts == own:
            texts[d["id"]] = d["text"]
            names[d["id"]] = {(*trim(d["text"], e["start"], e["end"]), KIND[e["label"]]) for e in d["gold"]["entities"] if e["label"] in KIND}
    rows, right, doc = [], [], []
    for line in open(evidence, encoding="utf-8"):
        d = json.loads(line)
        for start, end, kind, numbers in d["mentions"] if d["id"] in texts else []:
            rows.append(numbers); right.append((*trim(texts[d["id"]], start, end), kind) in names[d["id"]]); doc.append(d["id"])
    return np.array(rows), np.array(right, float), np.unique(doc, return_inverse=True)[1]


def fit(rows, right):
    x, y = torch.tensor(rows / 64, dtype=torch.float64), torch.tensor(right)
    w = torch.zeros(rows.shape[1], dtype=torch.float64, requires_grad=True)
    opt = torch.optim.LBFGS([w], max_iter=500, line_search_fn="strong_wolfe")
    def loss():
        opt.zero_grad()
        l = torch.nn.functional.binary_cross_entropy_with_logits(x @ w, y) + 3e-4 * (w ** 2).sum()
        l.backward(); return l
    opt.step(loss)
    return np.round(32 * w.detach().numpy()).astype(int)


def at(rows, weights): return np.clip((rows @ weights) // (64 * STEP) + NONE, 0, STEPS - 1)


def table(steps, right):
    blocks = []
    for step in range(STEPS):
        m = steps == step; blocks.append([right[m].sum() + 0.25, m.sum() + 0.5, 1])
        while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] >= blocks[-1][0] / blocks[-1][1]:
            r, n, k = blocks.pop(); blocks[-1] = [blocks[-1][0] + r, blocks[-1][1] + n, blocks[-1][2] + k]
    return np.array([round(100 * r / n) for r, n, k in blocks for _ in range(k)])


def report(name, sure, right):
    told = [f"{lo}-{hi - 1}: {right[m].mean():.2f} of {m.sum()}" for lo, hi in ((0, 50), (50, 70), (70, 80), (80, 85), (85, 90), (90, 95), (95, 101)) if (m := (sure >= lo) & (sure < hi)).any()]
    m = sure >= 90
    print(f"{name}: of {len(right)} mentions {m.mean():.3f} say 90 or more, {right[m].mean():.3f} of these right; right by what they say: {', '.join(told)}")


def main():
    ap = argparse.ArgumentParser(); ap.add_argument("gold"); ap.add_argument("evidence"); ap.add_argument("--part", default="0/1"); ap.add_argument("--folds", type=int, default=10)
    ap.add_argument("--try", dest="tries", nargs=2, action="append", default=[])
    a = ap.parse_args()
    rows, right, doc = read(a.gold, a.evidence, a.part)
    if len(set(right)) < 2: return print("too few mentions to learn from")
    steps = np.zeros(len(rows), int)
    for fold in range(a.folds):
        out = doc % a.folds == fold; steps[out] = at(rows[out], fit(rows[~out], right[~out]))
    weights, right_of = fit(rows, right), table(steps, right)
    print("WEIGHTS", weights.tolist()); print("RIGHT", right_of.tolist())
    report("documents left out", right_of[steps], right)
    for gold, evidence in a.tries:
        rows, right, _ = read(gold, evidence); report(gold, right_of[at(rows, weights)], right)


if __name__ == "__main__": main()
