"""The hashes and tables of words that the program reads (`src/reading/entities/tagger/`): the same numbers in both."""
import struct

MASK = 0xFFFFFFFF


def stir(h):
    """spreads the bits of a number (the end of MurmurHash3)"""
    h ^= h >> 16; h = h * 0x85EBCA6B & MASK
    h ^= h >> 13; h = h * 0xC2B2AE35 & MASK
    return h ^ h >> 16


def hash_of(word):
    """FNV-1a, stirred"""
    h = 0x811C9DC5
    for b in word.encode(): h = (h ^ b) * 0x01000193 & MASK
    return stir(h)


def lower(word):
    """lower case, digits as 0, one kind of apostrophe, no invisible joiners"""
    return "".join("0" if c.isnumeric() else "'" if c == "’" else c for c in word.lower() if c not in "\u00ad\u200c\u200d")


def table(hashes):
    """Order of the entries and the table: how many, where each of 256 buckets begins, the 16 bits after the bucket's 8.
    Of two entries that are alike in these 24 bits the first counts."""
    first = {}
    for i, h in enumerate(hashes): first.setdefault(h >> 8, i)
    keys = sorted(first)
    starts, at = [], 0
    for bucket in range(257):
        while at < len(keys) and keys[at] >> 16 < bucket: at += 1
        starts.append(at)
    blob = struct.pack("<I257H", len(keys), *starts) + struct.pack(f"<{len(keys)}H", *(k & 0xFFFF for k in keys))
    return [first[k] for k in keys], blob
