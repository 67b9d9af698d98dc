// Colours a complete program when it is opened, without a single element more:
// scripts/pages/colours.py says which characters have which colour, and the
// browser paints them. Browsers that cannot show the same text, in black.

const PLAIN = "n"; // is painted already
const painted = new WeakSet();

function paint(code) {
  painted.add(code);
  const text = code.firstChild;
  let at = 0;
  for (const [, letter, length] of code.dataset.colours.matchAll(/(.)(\d+)/g)) {
    const start = at;
    at += Number(length);
    if (letter === PLAIN) continue;
    const name = `code-${letter}`;
    if (!CSS.highlights.has(name)) CSS.highlights.set(name, new Highlight());
    CSS.highlights.get(name).add(new StaticRange({
      startContainer: text, startOffset: start,
      endContainer: text, endOffset: at,
    }));
  }
}

if (globalThis.Highlight) {
  document.addEventListener("toggle", ({ target }) => {
    for (const code of target.querySelectorAll("code[data-colours]")) {
      painted.has(code) || paint(code);
    }
  }, { capture: true }); // it does not bubble
  document$.subscribe(() => {
    if (!document.querySelector(".program-complete[open]")) {
      CSS.highlights.clear(); // of the page before, under instant navigation
    }
  });
}
