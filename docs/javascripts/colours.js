// Colours code that is plain text on the page: the complete programs, when they
// are opened, and the notebook. scripts/pages/colours.py says which characters
// have which colour; the browser paints them, without a single element more.
// Browsers that cannot, or that run no scripts, show the same text, in black.

const PLAIN = "n"; // is painted already
const painted = new WeakSet();

function paint(code) {
  if (painted.has(code)) return;
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

const paintAll = (part, which) =>
  part.querySelectorAll(`${which} code[data-colours]`).forEach(paint);

if (globalThis.Highlight) {
  document.addEventListener("toggle", ({ target }) => paintAll(target, "pre"),
    { capture: true }); // it does not bubble
  document$.subscribe(() => {
    CSS.highlights.clear(); // of the page before, under instant navigation
    paintAll(document, ":not(details) > .highlight > pre");
  });
}
