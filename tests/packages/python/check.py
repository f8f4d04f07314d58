"""Runs in an environment into which the wheel was installed."""

import inspect
import itertools
import subprocess
import sys

import nutgraf

text = sys.argv[1]
article = nutgraf.parse(text, published="2022-05-04")
assert article["head"]["headline"]["text"] == "Ferry to the islands resumes after storm"
assert article["times"][1]["value"] == "2022-05-03" and "id" not in article
# offsets are Python's
hard = nutgraf.parse("👩🏽‍🚀 " + text)
for quote in hard["quotes"]:
    assert ("👩🏽‍🚀 " + text)[quote["start"]:quote["end"]] == quote["text"], quote
assert nutgraf.parse("A \ud800 ferry")["warnings"][0]["code"] == "lone-surrogate"
try:
    nutgraf.parse(text, published="May")
except ValueError as error:
    assert "ISO 8601" in str(error), error
else:
    raise AssertionError("a wrong date is an error")

records = [text, {"id": "b", "text": text}, {"id": "c"}, *({"id": n, "text": text * (1 + n % 3)} for n in range(100))]
for threads in (None, 1, 3):
    found = list(nutgraf.parse_many(records, threads=threads))
    assert [one["id"] for one in found] == [0, "b", "c", *range(100)]
    assert [number for number, one in enumerate(found) if "error" in one] == [2]
assert inspect.isgenerator(nutgraf.parse_many([]))

# an endless source, left
taken = 0
def endless():
    global taken
    for taken in itertools.count(1):
        yield text
found = list(itertools.islice(nutgraf.parse_many(endless()), 5))
assert len(found) == 5 and taken < 50_000, taken

# one that fails
def failing():
    yield text
    raise KeyError("gone")
try:
    list(nutgraf.parse_many(failing()))
except KeyError as error:
    assert "gone" in str(error)
else:
    raise AssertionError("what the source raises is told")

said = subprocess.run([nutgraf.program(), "--version"], check=True, capture_output=True, text=True).stdout
assert said.startswith("nutgraf "), said
print("done")
