// Typesets formulas with MathJax while the site is built.
//   node mathjax.cjs path/to/mathjax/es5/node-main.js
// stdin:  [{tex, display}, ...]
// stdout: {typeset: [{svg, mathml, width} or {error}, ...],
//          glyphs: {id: outline}}
"use strict";

const { text } = require("node:stream/consumers");

const EX = 442; // the x-height of MathJax's font; its unit is 1/1000 em

const SETTINGS = {
  loader: {
    load: ["input/tex-base", "[tex]/ams", "output/svg"],
  },
  tex: {
    packages: ["base", "ams"],
    // Without this, MathJax prints a mistake in red and goes on.
    formatError: (_, error) => {
      throw error;
    },
  },
  svg: { fontCache: "global" }, // outlines apart: a page needs each once
  startup: { typeset: false },
};

// What MathJax writes for its own menu and for its own style sheet; and that
// the picture is hidden: mathematics.py gives it a name.
const UNUSED =
  /^(style|class|jax|role|aria-hidden|xmlns.*|focusable|unselectable|fill|stroke.*|stretchy|data-.*)$/;

// MathJax's names, such as MJX-TEX-N-31, made short: gN31.
const glyphName = (name) => name.replace(/MJX-TEX-(\w+)-/, "g$1");

function refuse(dom, node) {
  if (dom.kind(node) === "text") {
    throw Error(`MathJax's font has no "${dom.textContent(node)}"`);
  }
  const drawn = dom.getAttribute(node, "class") || "";
  const moved = dom.getAttribute(node, "style") || "";
  if (drawn.startsWith("mjx-") || moved.includes("min-width")) {
    throw Error("it needs MathJax's style sheet, which the site has not");
  }
}

function reduce(dom, node) {
  refuse(dom, node);
  for (const { name, value } of dom.allAttributes(node)) {
    if (UNUSED.test(name)) dom.removeAttribute(node, name);
    if (name === "xlink:href") {
      dom.setAttribute(node, name, glyphName(value));
    }
  }
  for (const child of dom.childNodes(node)) {
    if (!dom.kind(child).startsWith("#")) reduce(dom, child);
  }
}

// MathJax writes a formula as a tree of groups, most of which only give their
// parts a place, y upwards. Give each glyph and line its own place, y
// downwards as its outline then has to be: half as many elements on a page.
function flatten(dom, node, outer) {
  const place = within(outer, placeOf(dom, node));
  const kind = dom.kind(node);
  if (kind === "g") {
    return dom.childNodes(node).flatMap((part) => flatten(dom, part, place));
  }
  if (kind !== "use" && kind !== "rect") throw Error(`it needs <${kind}>`);
  putAt(dom, node, place);
  return [node];
}

const PLACE =
  /^(?:translate\(([-\d.e]+)[ ,]+([-\d.e]+)\))?\s*(?:scale\(([\d.]+)(?:,-1)?\))?$/;

function placeOf(dom, node) {
  const number = (name) => Number(dom.getAttribute(node, name) || 0);
  const moved = dom.getAttribute(node, "transform") || "";
  const found = PLACE.exec(moved);
  if (!found) throw Error(`it needs transform="${moved}"`);
  const [x, y, size] = found.slice(1).map((part) => part && Number(part));
  return {
    x: (x ?? 0) + number("x"),
    y: (y ?? 0) + number("y"),
    size: size ?? 1,
  };
}

const START = { x: 0, y: 0, size: 1 };

const within = (outer, own) => ({
  x: outer.x + outer.size * own.x,
  y: outer.y + outer.size * own.y,
  size: outer.size * own.size,
});

function putAt(dom, node, { x, y, size }) {
  const height = Number(dom.getAttribute(node, "height") || 0);
  // MathJax's unit is a thousandth of an em: its decimals cannot be seen.
  const left = Math.round(x / size);
  const top = -Math.round(y / size + height);
  const scale = `scale(${short(size).replace(/^0/, "")})`;
  for (const name of ["transform", "x", "y"]) dom.removeAttribute(node, name);
  if (left) dom.setAttribute(node, "x", `${left}`);
  if (top) dom.setAttribute(node, "y", `${top}`);
  if (size !== 1) dom.setAttribute(node, "transform", scale);
}

const short = (number) => String(Number(number.toFixed(3)));

// CSS `vertical-align: middle` puts the middle of a box half an x-height
// above the baseline. With that line in the middle of the picture, every
// formula stands on the baseline with no style of its own.
function centre(dom, svg) {
  const box = dom.getAttribute(svg, "viewBox").split(" ").map(Number);
  const [left, top, width, height] = box;
  const axis = -EX / 2;
  const half = Math.max(axis - top, top + height - axis);
  const frame = [left, axis - half, width, 2 * half].map(short).join(" ");
  dom.setAttribute(svg, "viewBox", frame);
  dom.setAttribute(svg, "height", `${short((2 * half) / EX)}ex`);
}

async function typeset(mathjax, { tex, display }) {
  const dom = mathjax.startup.adaptor;
  const node = await mathjax.tex2svgPromise(tex, { display });
  const svg = dom.firstChild(node);
  reduce(dom, node);
  const parts = dom.childNodes(svg).flatMap((part) => flatten(dom, part, START));
  for (const child of [...dom.childNodes(svg)]) dom.remove(child);
  for (const part of parts) dom.append(svg, part);
  if (!display) centre(dom, svg);
  const width = parseFloat(dom.getAttribute(svg, "width"));
  const html = dom.outerHTML(svg).replace(/><\/(use|rect|path)>/g, "/>");
  const mathml = await mathjax.tex2mmlPromise(tex, { display });
  return { svg: html, mathml, width };
}

function outlines(mathjax) {
  const dom = mathjax.startup.adaptor;
  const cache = mathjax.startup.document.outputJax.fontCache.getCache();
  const entry = (path) => [
    glyphName(dom.getAttribute(path, "id")),
    dom.getAttribute(path, "d"),
  ];
  return Object.fromEntries(dom.childNodes(cache).map(entry));
}

async function main() {
  const mathjax = await require(process.argv[2]).init(SETTINGS);
  const results = [];
  for (const formula of JSON.parse(await text(process.stdin))) {
    const failed = (error) => ({ error: error.message });
    results.push(await typeset(mathjax, formula).catch(failed));
  }
  const glyphs = outlines(mathjax);
  process.stdout.write(JSON.stringify({ typeset: results, glyphs }));
}

main().catch((error) => {
  console.error(String(error));
  process.exitCode = 1;
});
