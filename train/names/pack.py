#!/usr/bin/env python3
"""Writes models/names.bin from the lexicon, the pupil and the field.
  pack.py LEXICON.bin PUPIL.npz FIELD.crf OUT.bin [--cut X]     weights of the field below X are left out"""
import argparse, gzip, struct
import numpy as np, pycrfsuite
from corpus import AT, LABELS

SIZES = np.array([724, 512, 362, 256, 181, 128, 91, 64, 45, 32, 23, 16, 11, 8, 6, 4]) / 1024   # as in network.rs


def table(emb):
    """four bits a number, the size of a step by row"""
    best, q, k = None, None, None
    want = np.abs(emb).max(1) / 7
    first = np.clip(np.searchsorted(-SIZES, -want, side="right") - 1, 0, 15)     # the smallest step that reaches the largest number
    for by in (0, 1, 2):
        size = np.clip(first + by, 0, 15)
        n = np.clip(np.round(emb / SIZES[size][:, None]), -7, 7)
        error = ((n * SIZES[size][:, None] - emb) ** 2).sum(1)
        if best is None: best, q, k = error, n, size
        else:
            better = error < best
            best, q, k = np.where(better, error, best), np.where(better[:, None], n, q), np.where(better, size, k)
    u = (q + 8).astype(np.uint8)
    return k.astype(np.uint8).tobytes() + (u[:, 0::2] | u[:, 1::2] << 4).tobytes(), q * SIZES[k][:, None]


def units(weight, bias):
    """a byte a weight, the bits below one by unit; biases in 256ths"""
    bits = np.clip(np.floor(np.log2(127 / np.abs(weight).max(1).clip(1e-3))), 0, 14).astype(np.uint8)
    q = np.clip(np.round(weight * 2.0 ** bits[:, None]), -127, 127).astype(np.int8)
    b = np.clip(np.round(bias * 256), -32768, 32767).astype("<i2")
    return bits.tobytes() + b.tobytes() + q.tobytes(), q / 2.0 ** bits[:, None]


def network(z):
    dim = z["emb"].shape[1]; seen = z["c2.weight"].shape[1] // 3
    out, rounded = table(z["emb"])
    kept = {"emb": rounded}
    parts = [units(z["c1.weight"][:, k * dim:(k + 1) * dim], z["c1.bias"] if k == 2 else np.zeros_like(z["c1.bias"])) for k in range(5)]
    out += b"".join(p[0] for p in parts); kept["c1.weight"] = np.concatenate([p[1] for p in parts], 1)
    for name in ("p", "c2", "o"):
        blob, kept[name + ".weight"] = units(z[name + ".weight"], z[name + ".bias"]); out += blob
    return out, {**{k: z[k] for k in z}, **kept}


def field(paths, cut):
    """the mean of the fields of `paths` (joined by +), weights below `cut` left out"""
    step = lambda v: int(np.clip(round(v * 8), -127, 127))
    trans, state = np.zeros((len(LABELS),) * 2), {}
    paths = paths.split("+")
    for path in paths:
        g = pycrfsuite.Tagger(); g.open(path); info = g.info()
        for (a, b), v in info.transitions.items(): trans[AT[a], AT[b]] += v / len(paths)
        for (a, l), v in info.state_features.items():
            at = state.setdefault(int(a, 16) >> 6, {}); at[AT[l]] = at.get(AT[l], 0) + v / len(paths)
    trans = np.array([[step(v) for v in row] for row in trans], np.int8)
    by = {k: {l: step(v) for l, v in ls.items() if abs(v) >= cut} for k, ls in state.items()}
    by = {k: {l: w for l, w in v.items() if w} for k, v in by.items()}; by = {k: v for k, v in by.items() if v}
    keys = sorted(by); starts, at = [], 0
    for bucket in range(1024):
        while at < len(keys) and keys[at] >> 16 < bucket: at += 1
        starts.append(at)
    labels, weights = bytearray(), bytearray()
    for k in keys:
        ls = sorted(by[k])
        for l in ls: labels.append(l | (0x80 if l == ls[-1] else 0)); weights.append(max(-127, min(127, by[k][l])) & 0xFF)
    out = trans.tobytes() + struct.pack("<II", len(keys), len(labels)) + struct.pack("<1024H", *starts)
    return out + struct.pack(f"<{len(keys)}H", *(k & 0xFFFF for k in keys)) + bytes(labels) + bytes(weights), by, trans


def main():
    ap = argparse.ArgumentParser(); ap.add_argument("lexicon"); ap.add_argument("pupil"); ap.add_argument("field"); ap.add_argument("out"); ap.add_argument("--cut", type=float, default=0.1)
    a = ap.parse_args()
    lexicon, net, fld = open(a.lexicon, "rb").read(), network(np.load(a.pupil))[0], field(a.field, a.cut)[0]
    open(a.out, "wb").write(lexicon + net + fld)
    for name, blob in (("lexicon", lexicon), ("network", net), ("field", fld), ("all", lexicon + net + fld)):
        print(f"{name}: {len(blob)} bytes, {len(gzip.compress(blob, 9))} in gzip")


if __name__ == "__main__": main()
