// Elements, with text as text nodes only.

/** An element with attributes (`onclick` and the like are listeners; what is `undefined` or `false` is left out) and content. */
export function el(name, attributes = {}, ...content) {
  return filled(document.createElement(name), attributes, content);
}

/** The same in a drawing. */
export function svg(name, attributes = {}, ...content) {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, content);
}

function filled(element, attributes, content) {
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== undefined && value !== false && value !== null) element.setAttribute(key, value);
  }
  element.append(...content.filter((part) => part !== undefined && part !== null));
  return element;
}

const FIGURES = new Intl.NumberFormat("en");

/** A number as readers write it. */
export const figure = (number) => FIGURES.format(number);

/** A number with its noun. */
export const counted = (number, one, many = `${one}s`) => `${figure(number)} ${number === 1 ? one : many}`;

/** Lets the page draw and answer before the work goes on. */
export const pause = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(0);
  });

/** Pauses whenever the work has taken a part of a frame. */
export function pacer(milliseconds = 8) {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < milliseconds) return;
    await pause();
    begun = performance.now();
  };
}

/** Hands a file to the reader. */
export function download(blob, name) {
  const link = el("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  // the browser has taken hold of it by then
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
