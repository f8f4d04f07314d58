#!/usr/bin/env python3
"""The pupil, a small network: sum of rows -> layer over five words -> memory of the document -> layer over three -> labels.
Memory: a small projection of the first layer, averaged over all capitalised places of the same word in the document and
given back to each of them. Only candidates get labels; beyond a line's ends there is nothing.
  pupil.py OUT.npz KIND:TEXTS.jsonl:DUMP[:SCORES.npz]... [options]     KIND: n newswire, w web, u without gold"""
import argparse, random, time
import numpy as np, torch, torch.nn as nn, torch.nn.functional as F
from corpus import LABELS, read

NL = len(LABELS)


class Pupil(nn.Module):
    def __init__(self, rows, dim, hidden, mem, drop=0.25):
        super().__init__()
        self.emb = nn.Parameter(torch.randn(rows, dim) * 0.1)
        self.c1, self.p = nn.Linear(5 * dim, hidden), nn.Linear(hidden, mem)
        self.c2, self.o = nn.Linear(3 * (hidden + mem), hidden), nn.Linear(hidden, NL)
        self.drop = drop

    def forward(self, b):
        drop = lambda x: F.dropout(x, self.drop, self.training)
        x = drop(F.embedding_bag(b["rows"], self.emb, b["at"], mode="sum"))
        x = torch.cat([x, x.new_zeros(1, x.shape[1])])                        # the last row: nothing
        h = drop(torch.relu(self.c1(x[b["near5"]].flatten(1))))               # at candidates and their neighbours
        v = self.p(h)
        s = torch.zeros(b["keys"], v.shape[1]).index_add(0, b["key"], v)
        n = torch.zeros(b["keys"]).index_add(0, b["key"], torch.ones(len(v)))
        mem = (s / n.clamp(min=1)[:, None])[b["key"]] * (b["key"] > 0)[:, None]  # key 0: no capital, no memory
        g = torch.cat([h, torch.relu(mem)], 1)
        g = torch.cat([g, g.new_zeros(1, g.shape[1])])
        return self.o(drop(h[b["own"]] + torch.relu(self.c2(g[b["near3"]].flatten(1)))))   # at candidates


def prepare(d, kind, soft):
    """what a batch needs of a document"""
    n = len(d.spans)
    low, high = np.zeros(n, np.int64), np.zeros(n, np.int64)
    for s, e in d.lines: low[s:e], high[s:e] = s, e
    c = np.flatnonzero(d.candidate)
    around = lambda at, by: np.where((at + by >= low[at]) & (at + by < high[at]), at + by, n)
    near = np.unique(np.concatenate([c, around(c, -1), around(c, 1)])); near = near[near < n]
    place = np.full(n + 1, len(near), np.int64); place[near] = np.arange(len(near))
    rows, at = d.rows, d.row_at[:-1]
    if kind == "w": rows, at = np.insert(rows, at, d.web), at + np.arange(n)
    target = None
    if d.labels is not None: target = np.eye(NL, dtype=np.float32)[d.labels[c]]
    if soft is not None:
        p = np.exp(soft[c].astype(np.float32))
        target = p if target is None else 0.5 * (target + p)
    return dict(n=n, rows=rows, at=at, near5=np.stack([around(near, k) for k in (-2, -1, 0, 1, 2)], 1), key=d.key[near],
                own=place[c], near3=np.stack([place[around(c, k)] for k in (-1, 0, 1)], 1), target=target, c=c)


def pack(items):
    """documents one after the other"""
    n, m = sum(i["n"] for i in items), sum(len(i["near5"]) for i in items)
    parts = {k: [] for k in ("rows", "at", "near5", "key", "own", "near3", "target")}
    a = r = q = 0; k = 0
    for i in items:
        parts["rows"].append(i["rows"]); parts["at"].append(i["at"] + r)
        parts["near5"].append(np.where(i["near5"] == i["n"], n, i["near5"] + a))
        parts["key"].append(np.where(i["key"] > 0, i["key"] + k, 0))
        parts["own"].append(i["own"] + q); parts["near3"].append(np.where(i["near3"] == len(i["near5"]), m, i["near3"] + q))
        if i["target"] is not None: parts["target"].append(i["target"])
        a += i["n"]; r += len(i["rows"]); q += len(i["near5"]); k += int(i["key"].max(initial=0))
    b = {x: torch.from_numpy(np.concatenate(v)) for x, v in parts.items() if v}
    b["keys"] = k + 1
    return b


def scores(m, documents):
    """log-probabilities of the labels of each document's candidates, before and after the softmax"""
    m.eval(); out = {}
    with torch.no_grad():
        for d in documents:
            i = prepare(d, "n", None)
            out[str(d.id)] = m(pack([i])).numpy() if len(i["c"]) else np.zeros((0, NL), np.float32)
    return out


def main():
    ap = argparse.ArgumentParser(); ap.add_argument("out"); ap.add_argument("data", nargs="+")
    ap.add_argument("--epochs", type=int, default=12); ap.add_argument("--dim", type=int, default=32)
    ap.add_argument("--hidden", type=int, default=64); ap.add_argument("--mem", type=int, default=24)
    ap.add_argument("--tokens", type=int, default=2500); ap.add_argument("--lr", type=float, default=3e-3)
    ap.add_argument("--worddrop", type=float, default=0.15); ap.add_argument("--part"); ap.add_argument("--seed", type=int, default=1)
    a = ap.parse_args()
    torch.manual_seed(a.seed); random.seed(a.seed); torch.set_num_threads(1)
    t0, items, own = time.time(), [], 0
    for spec in a.data:
        kind, texts, dump, *soft = spec.split(":")
        z = np.load(soft[0]) if soft else None
        for j, d in enumerate(read(texts, dump)):
            if a.part and kind != "u" and j % int(a.part.split("/")[1]) == int(a.part.split("/")[0]): continue
            i = prepare(d, kind, z[str(d.id)] if z is not None else None)
            if len(i["c"]): items.append(i)
            rows, web = d.count, d.web
    words = web - 3 - 32 - 8 - 16 - (1024 + 64 + 16 + 1) - 256 - 3072       # rows of single words
    is_word = torch.zeros(rows, dtype=torch.bool); is_word[1:words] = True
    total = sum(i["n"] for i in items)
    print(f"{len(items)} documents, {total} tokens, {rows} rows, read {time.time() - t0:.0f} s", flush=True)
    m = Pupil(rows, a.dim, a.hidden, a.mem)
    opt = torch.optim.AdamW([dict(params=[m.emb], weight_decay=0.0), dict(params=[p for n, p in m.named_parameters() if n != "emb"], weight_decay=0.01)], lr=a.lr)
    steps, n = 1 + int(a.epochs * total / a.tokens * 1.02), 0
    for ep in range(a.epochs):
        random.shuffle(items); m.train(); loss_sum = cnt = 0; batch, size = [], 0
        for j, it in enumerate(items):
            batch.append(it); size += it["n"]
            if size < a.tokens and j + 1 < len(items): continue
            for g in opt.param_groups: g["lr"] = a.lr * min(1, (n + 1) / 100) * max(0.01, 1 - n / steps)
            b = pack(batch)
            b["rows"] = torch.where(is_word[b["rows"]] & (torch.rand(len(b["rows"])) < a.worddrop), 0, b["rows"])
            loss = -(b["target"] * m(b).log_softmax(-1)).sum(-1).mean()
            opt.zero_grad(); loss.backward(); nn.utils.clip_grad_norm_(m.parameters(), 2.0); opt.step()
            n += 1; loss_sum += loss.item(); cnt += 1; batch, size = [], 0
        print(f"epoch {ep} loss {loss_sum / cnt:.4f} {time.time() - t0:.0f} s", flush=True)
    np.savez(a.out, **{k: v.detach().numpy() for k, v in m.state_dict().items()})


if __name__ == "__main__": main()
