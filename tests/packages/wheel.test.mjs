// The wheel, installed into an empty environment, runs: its command line, and the reader in Python.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { STORY, emptyFolder, run } from "./installed.mjs";

const { NUTGRAF_WHEEL: wheel, NUTGRAF_PYTHON: python } = process.env;

test("in Python", { skip: wheel ? false : "there is no Python that can make environments" }, (t) => {
  const folder = emptyFolder(t);
  run(python, ["-m", "venv", folder]);
  const programs = join(folder, process.platform === "win32" ? "Scripts" : "bin");
  const own = join(programs, "python");
  run(own, ["-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--disable-pip-version-check", wheel]);
  assert(readdirSync(programs).some((name) => name.startsWith("nutgraf")), "the command line is beside it");
  const check = fileURLToPath(new URL("python/check.py", import.meta.url));
  // neither the repository nor the PATH helps
  const output = run(own, [check, STORY], { cwd: folder, env: { ...process.env, PATH: "" }, timeout: 120_000 });
  assert.equal(output.trim(), "done");
  assert.match(run(own, ["-m", "pip", "show", "--files", "nutgraf"]), /licences\.txt/);
});
