// Covers what a page would give away: outputs, answers, and the sentences that
// hold what a program prints. Each has a button in its place.

const root = document.documentElement;
const OUTPUT = ".program-output";
const ANSWER = ".answer, .exercise-answer, .reveals";
const WHOLE = {
  table: "table", figure: "figure", ".arithmatex[id]": "formula",
};
const TEXTS = ["p, li, figcaption", ...Object.keys(WHOLE)].join();
const CODE = ".program > .highlight pre code";
const END = /(?<=[.?!]\)?)(?=\s)/;
const NUMBER = /\d+(?:\.\d+)?(?:\s?%)?/g;
// Three digits, or two and a percent sign: no number that stands there anyway
const RESULT = /[1-9]\d*\.\d{2}|0\.0*[1-9]\d\d|\.\d{3}|\d.*\d%/;

/** Cover the page that is shown, unless it is covered. */
export function teach() {
  const article = document.querySelector("article");
  if (!article.classList.contains("teach-ready")) {
    const printed = linesOf(article, `${OUTPUT} pre code`);
    for (const part of article.querySelectorAll(`${OUTPUT}, ${ANSWER}`)) {
      cover(part, nameOf(part));
    }
    for (const program of article.querySelectorAll(".program")) {
      coverFigures(program.nextElementSibling);
    }
    coverComments(article, printed);
    coverTexts(article, printed);
    article.classList.add("teach-ready");
  }
  showBar(article);
}

function linesOf(article, selector) {
  const found = [...article.querySelectorAll(selector)];
  return found.flatMap((each) => each.textContent.split("\n"));
}

function nameOf(part) {
  if (part.matches(".reveals")) return "Show what follows";
  const label = part.getAttribute("aria-label");
  return label ? `Show: ${label.toLowerCase()}` : "Show the answer";
}

/** The figures that follow a program show what came of it. */
function coverFigures(element) {
  if (!element?.matches("figure")) return;
  coverFigures(element.nextElementSibling);
  cover(element, "Show the figure");
}

/** A comment behind a print says what it prints. */
function coverComments(article, printed) {
  const lines = new Set(printed);
  for (const comment of article.querySelectorAll(`${CODE} .c1`)) {
    if (lines.has(comment.textContent.slice(2))) cover(comment, "# ?");
  }
}

/** Sentences, and all else with a number that only a run tells. */
function coverTexts(article, printed) {
  const told = tellsOf(article, printed);
  for (const block of article.querySelectorAll(TEXTS)) {
    const apart = block.closest(".program, .playground, .teach-part, form")
      || block.querySelector("p, li");
    const kind = Object.keys(WHOLE).find((each) => block.matches(each));
    if (apart || !told((kind ? wholeOf(block) : block).textContent)) continue;
    if (kind) {
      cover(block, `Show the ${WHOLE[kind]}`);
      continue;
    }
    for (const sentence of sentencesOf(block)) {
      const text = sentence.map((node) => node.textContent).join("");
      if (told(text)) cover(joined(sentence), "Show the sentence");
    }
  }
}

/** A figure is judged by what is drawn: its caption has sentences. */
const wholeOf = (block) => block.querySelector(":scope > svg") ?? block;

/** Return what tells whether a text holds a number that was printed. */
function tellsOf(article, printed) {
  const given = new Set();
  for (const code of article.querySelectorAll(CODE)) {
    const copy = code.cloneNode(true);
    copy.querySelectorAll(".c1").forEach((comment) => comment.remove());
    for (const number of numbersIn(copy.textContent)) given.add(number);
  }
  const results = printed.flatMap(numbersIn)
    .filter((each) => RESULT.test(each) && !given.has(each));
  return (text) => numbersIn(text).some((number) =>
    RESULT.test(number) && !given.has(number)
    && results.some((result) => isRounded(number, result)));
}

function isRounded(number, result) {
  const digits = number.replace("%", "");
  const places = digits.split(".")[1]?.length ?? 0;
  return number.endsWith("%") === result.endsWith("%")
    && parseFloat(result).toFixed(places) === digits;
}

const numbersIn = (text) =>
  (text.replace(/(?<=\d),(?=\d{3})/g, "").match(NUMBER) ?? [])
    .map((each) => each.replace(/\s/, ""));

/** Group the parts of a paragraph by sentences. */
function sentencesOf(block) {
  const groups = [[]];
  for (const node of [...block.childNodes]) {
    const pieces = node instanceof Text ? node.data.split(END) : [node];
    pieces.forEach((piece, n) => {
      if (n) groups.push([]);
      groups.at(-1).push(piece instanceof Node ? piece : new Text(piece));
    });
    if (node instanceof Text) node.replaceWith(...groups.flat().slice(
      -pieces.length,
    ));
  }
  return groups;
}

function joined(nodes) {
  const span = document.createElement("span");
  nodes[0].before(span);
  span.append(...nodes);
  return span;
}

function cover(part, label) {
  if (part.parentElement.closest(".teach-part")) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "teach-show";
  button.textContent = label;
  button.onclick = () => {
    open(part, button);
    part.tabIndex = -1;
    part.focus({ preventScroll: true });
    count();
  };
  part.classList.add("teach-part", "teach-covered");
  part.before(button);
}

function open(part, button) {
  part.classList.remove("teach-covered");
  button.hidden = true;
  if (part.matches("details")) part.open = true;
  if (!part.matches(OUTPUT)) return;
  // What stands in the comments of a program is now known.
  const known = part.closest(".program").querySelectorAll("code .teach-show");
  for (const each of known) open(each.nextElementSibling, each);
}

/* The bar at the foot of the window */

let bar;

function showBar() {
  if (!bar) {
    bar = document.createElement("div");
    bar.className = "teach-bar";
    bar.setAttribute("role", "region");
    bar.setAttribute("aria-label", "Teaching");
    const left = document.createElement("span");
    left.setAttribute("role", "status");
    bar.append(left);
    for (const [label, act] of Object.entries({
      "Show the next": next,
      "Print without answers": () => print(),
      "Print with answers": printAll,
      "End teaching": end,
    })) {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", textContent: label });
      button.onclick = act;
      bar.append(button);
    }
  }
  document.body.append(bar);
  count();
}

function covered() {
  return [...document.querySelectorAll(".teach-show:not([hidden])")];
}

function count() {
  bar.firstChild.textContent = `${covered().length} covered`;
}

/** Open what is covered next, from the top of the window on. */
function next() {
  const button = covered().find(
    (each) => each.checkVisibility() && each.getBoundingClientRect().top > 0,
  );
  const part = button?.nextElementSibling;
  button?.click();
  part?.scrollIntoView({ block: "center" });
}

function printAll() {
  root.classList.add("teach-all");
  print();
  root.classList.remove("teach-all");
}

function end() {
  try {
    delete sessionStorage.teach;
  } catch {
    // Then nothing was kept.
  }
  const address = new URL(location);
  address.searchParams.delete("teach");
  history.replaceState(history.state, "", address);
  root.classList.remove("teach");
  for (const each of document.querySelectorAll(".teach-show")) each.remove();
  for (const each of document.querySelectorAll(".teach-part")) {
    each.classList.remove("teach-part", "teach-covered");
  }
  document.querySelector("article").classList.remove("teach-ready");
  bar.remove();
}
