// The desk is accessible by axe-core's rules with a long text, a messy page and a foreign language.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityFaults, open } from "./harness.mjs";
import { editAsText, findings, pasteRaw, settled } from "./reader.mjs";
import { FEATURE, GERMAN, MESSY } from "./texts.mjs";

async function read(t, text, options) {
  const { page } = await open(t, options);
  await pasteRaw(page, { "text/plain": text });
  await settled(page);
  return page;
}

for (const [colorScheme, width] of [["light", 360], ["dark", 360], ["light", 1280], ["dark", 1280], ["light", 1920]]) {
  test(`accessible: long, messy and foreign, ${colorScheme}, ${width} wide`, async (t) => {
    const options = { viewport: { width, height: 800 }, colorScheme, reducedMotion: "reduce" };
    for (const [text, word] of [[FEATURE, "Quotes"], [MESSY, "Parts"], [GERMAN, "Checks"]]) {
      const page = await read(t, text, options);
      assert.deepEqual(await accessibilityFaults(page), []);
      await findings(page, word);
      assert.deepEqual(await accessibilityFaults(page), [], word);
      await page.keyboard.press("Escape");
      if (text !== GERMAN) continue;
      await editAsText(page);
      assert.deepEqual(await accessibilityFaults(page), [], "edited as text");
    }
  });
}
