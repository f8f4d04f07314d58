// What a reader does with the page, for the tests.

import { readFile } from "node:fs/promises";

/** The sample that the page offers, as it is in the repository. */
export const sample = await readFile(new URL("../../www/samples/ferry.txt", import.meta.url), "utf8");

/** Takes the sample. */
export async function takeSample(page) {
  await page.getByRole("button", { name: "Use the sample" }).click();
  await page.locator("#story .block").first().waitFor();
  await settled(page);
}

/** Shows a panel of the findings by the word on its tab. */
export async function findings(page, word) {
  const tab = page.getByRole("tab", { name: word });
  // what stands beside the tabs where there is room has none
  if (await tab.isVisible()) await tab.click();
}

/** Opens the field of the paste, which folds once a text is read. */
export async function editAsText(page) {
  const line = page.locator("#paste-line[aria-expanded=false]");
  if (await line.isVisible()) await line.click();
}

/** Waits until the service worker has kept the page's files: it asks for them on its own, after the page is there. */
export async function kept(page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise((done) => setTimeout(done, 20));
  });
}

/** Puts `kinds` (media types and their texts) on the clipboard as an application does, and pastes with the keyboard. */
export async function paste(page, kinds, into) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(async (kinds) => {
    const blobs = Object.entries(kinds).map(([type, text]) => [type, new Blob([text], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  }, kinds);
  if (into) await page.locator(into).focus();
  await page.keyboard.press("Control+V");
}

/** Pastes markup that an application put on the clipboard as it is: browsers clean what pages put there. */
export async function pasteRaw(page, kinds, into = "body") {
  await page.locator(into).evaluate((target, kinds) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(kinds)) clipboardData.setData(type, text);
    target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, kinds);
}

/** Drops a file of these bytes on the story. */
export async function drop(page, name, bytes) {
  await page.locator("#story").evaluate(
    (target, { name, bytes }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
      for (const type of ["dragover", "drop"]) {
        target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    { name, bytes: [...bytes] },
  );
}

/** Waits until what is in the field is read and shown: with a long text, or on a slow machine, that takes a pause. */
export async function settled(page) {
  await page.locator("#story:not([aria-busy])").waitFor({ state: "attached" });
}

/** The words of the story as a reader sees them: without labels, numbers and values that the page adds. */
export async function storyText(page) {
  await settled(page);
  return page.locator("#story").evaluate((story) => {
    const copy = story.cloneNode(true);
    for (const added of copy.querySelectorAll(".role, .tag, .fold > summary")) added.remove();
    return [...copy.querySelectorAll(".block > :last-child")].map((block) => block.textContent).join("\n");
  });
}

/** Lines without the white space that the page may set otherwise. */
export function words(text) {
  return text.split(/\s+/).filter(Boolean).join(" ");
}

/** Whether the element lies inside the window. */
export async function inView(locator) {
  return locator.evaluate((element) => {
    const box = element.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  });
}
