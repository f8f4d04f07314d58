"""Corpora as `cargo run -p train -- names` writes them, with the labels of those that have gold."""
import json
import numpy as np

KIND = {"Person": "person", "Organization": "organization", "Location": "place", "Facility": "place",
        "NORP": "norp", "Misc": "misc", "Product": "misc"}
KINDS = ("person", "organization", "place", "norp", "misc")
LABELS = ["O"] + [f"{b}-{k}" for k in KINDS for b in "BI"]
AT = {l: i for i, l in enumerate(LABELS)}

# I-x only after B-x or I-x
OK = np.array([[-1e4 if b[0] == "I" and a[1:] != b[1:] else 0 for b in LABELS] for a in LABELS], np.float32)
START = np.array([-1e4 if l[0] == "I" else 0 for l in LABELS], np.float32)


class Document:
    """id, text, lines (ranges of tokens), spans (token by start and end), candidate, key, rows and attributes (each flat,
    with where each token's begin), labels or None"""


def label_ids(spans, entities):
    lab = np.zeros(len(spans), np.int64)
    for e in entities:
        k = KIND.get(e["label"])
        if not k: continue
        i = int(np.searchsorted(spans[:, 0], e["start"]))
        b = "B-"
        while i < len(spans) and spans[i, 0] < e["end"]:
            if spans[i, 1] <= e["end"]: lab[i] = AT[b + k]; b = "I-"
            i += 1
    return lab


def read(texts, dump):
    """the documents of the file `texts` with what is written of them at `dump`"""
    load = lambda ending: np.fromfile(f"{dump}.{ending}", "<u4")
    tokens, rows, attributes = load("tokens").reshape(-1, 4), load("rows"), load("attributes")
    at = r = t = 0
    out = []
    records = (json.loads(l) for l in open(texts, encoding="utf-8") if l.strip())
    for line, record in zip(open(f"{dump}.docs.jsonl", encoding="utf-8"), records):
        told, d = json.loads(line), Document()
        assert told["id"] == record["id"]
        n = sum(told["lines"])
        mine = tokens[at:at + n]; at += n
        d.id, d.text, d.web, d.count = record["id"], record["text"], told["web"], told["rows"]
        ends = np.cumsum(told["lines"]); d.lines = [(int(e - l), int(e)) for e, l in zip(ends, told["lines"])]
        d.spans = np.array(told["spans"], np.int64).reshape(-1, 2)
        d.candidate, d.key = mine[:, 0] > 0, mine[:, 1].astype(np.int64)
        d.row_at = np.concatenate([[0], np.cumsum(mine[:, 2], dtype=np.int64)]); d.rows = rows[r:r + d.row_at[-1]].astype(np.int64); r += d.row_at[-1]
        d.attribute_at = np.concatenate([[0], np.cumsum(mine[:, 3], dtype=np.int64)]); d.attributes = attributes[t:t + d.attribute_at[-1]]; t += d.attribute_at[-1]
        d.labels = label_ids(d.spans, record["gold"]["entities"]) if "gold" in record else None
        out.append(d)
    return out


def viterbi(em, trans=OK, start=START):
    n = len(em)
    v, back = em[0] + start, np.zeros((n, em.shape[1]), np.int32)
    for i in range(1, n):
        s = v[:, None] + trans
        back[i] = s.argmax(0)
        v = s.max(0) + em[i]
    out = [int(v.argmax())]
    for i in range(n - 1, 0, -1): out.append(int(back[i, out[-1]]))
    return out[::-1]


def stretches(d):
    """ranges of candidates in a row, within lines"""
    for s, e in d.lines:
        i = s
        while i < e:
            if not d.candidate[i]: i += 1; continue
            j = i
            while j < e and d.candidate[j]: j += 1
            yield i, j
            i = j
