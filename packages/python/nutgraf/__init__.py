"""Reads news articles: drives the command line that comes with this package.

``parse`` reads one text, ``parse_many`` any number of them on all cores. Offsets count code points, as Python's own do.
"""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import threading

__all__ = ["parse", "parse_many", "program"]


def program():
    """The path of the command line: the one beside this Python, or else the first on the PATH."""
    name = "nutgraf.exe" if sys.platform == "win32" else "nutgraf"
    user = sysconfig.get_preferred_scheme("user") if hasattr(sysconfig, "get_preferred_scheme") else None
    folders = [sysconfig.get_path("scripts")]
    folders += [sysconfig.get_path("scripts", scheme=user)] if user else []
    for folder in folders:
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            return path
    path = shutil.which(name)
    if path is None:
        raise FileNotFoundError(f"expected the program {name} in {folders[0]}: install the package again")
    return path


def parse(text, *, offsets="codepoint", **options):
    """Reads a text and returns its breakdown as a dict.

    ``options`` are what is known besides the text: ``url``, ``published`` (ISO 8601), ``dateOrder`` ("dmy" or "mdy") and
    ``corrections``. Raises a ``ValueError`` where one of them cannot be read; it says what was expected.
    """
    (article,) = parse_many([{"text": text, **options}], threads=1, offsets=offsets)
    if "error" in article:
        raise ValueError(article["error"])
    del article["id"]
    return article


def parse_many(records, *, threads=None, offsets="codepoint"):
    """Reads texts, or records with ``text`` and perhaps ``id``, ``url``, ``published``, ``dateOrder`` and ``corrections``.

    Yields a breakdown for each as it is ready, in their order, with the id carried over (of texts, their number, counted
    from 0); ``{"id": …, "error": …}`` where a record is bad. Takes no more records than it needs to keep ``threads`` busy:
    one for each core unless said.
    """
    command = [program(), "--jsonl", "--offsets", offsets]
    command += ["--threads", str(threads)] if threads else []
    failed = []

    def feed(stdin):
        try:
            with stdin:
                for number, record in enumerate(records):
                    record = {"id": number, "text": record} if isinstance(record, str) else record
                    stdin.write(json.dumps(record, default=str).encode() + b"\n")
                    stdin.flush()
        except BrokenPipeError:
            pass  # nobody takes the rest
        except BaseException as error:  # the caller's own, which is told below
            failed.append(error)

    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        # the feeder's alone: what is left of it when nobody takes answers any more is not written
        stdin, process.stdin = process.stdin, None
        feeder = threading.Thread(target=feed, args=(stdin,), daemon=True)
        feeder.start()
        try:
            for line in process.stdout:
                yield json.loads(line)
            feeder.join()
        except GeneratorExit:
            process.kill()
            raise
    if failed:
        raise failed[0]
    if process.returncode not in (0, 1):
        raise RuntimeError(f"nutgraf ended with status {process.returncode}")
