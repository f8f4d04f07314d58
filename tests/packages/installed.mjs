// The npm package as somebody has it who installed it: packed, and installed into an empty folder.
//
// `cargo xtask test packages` makes it and names its folder in NUTGRAF_NPM, the browser in NUTGRAF_BROWSER, and in
// NUTGRAF_WHEEL and NUTGRAF_PYTHON a wheel and a Python, where there is one.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A story with a quote and a date. */
export const STORY =
  "Ferry to the islands resumes after storm\n\nPORT ELDER, May 3 (Reuters) - “Boats sail again,” Mayor Ada Quill said on Tuesday.";

/** Runs a program to its end; its output is the message where it fails. */
export function run(program, given, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, given, { encoding: "utf8", ...options });
  assert.equal(status, 0, `${program} ${given.join(" ")}: ${error ?? ""}\n${stdout}\n${stderr}`);
  return stdout;
}

/** An empty folder outside of the repository, which is removed when test `t` ends. */
export function emptyFolder(t) {
  const folder = mkdtempSync(join(tmpdir(), "nutgraf-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

let packed;

/** A folder with the package installed and the files of `tests/packages/npm/NAME`. */
export function project(t, name) {
  const folder = emptyFolder(t);
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  packed ??= run(npm, ["pack", "--silent", "--pack-destination", process.env.NUTGRAF_PACKED], { cwd: process.env.NUTGRAF_NPM }).trim();
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  run(npm, ["install", "--offline", "--no-audit", "--no-fund", join(process.env.NUTGRAF_PACKED, packed)], { cwd: folder });
  cpSync(new URL(`npm/${name}`, import.meta.url), folder, { recursive: true });
  return folder;
}

/** The path of a script that the checks build with. */
export const tool = (path) => fileURLToPath(new URL(`node_modules/${path}`, import.meta.url));
