// The worked numbers of a chapter, live: the reader takes another person or
// drags a parameter, and the formulas and tables of the page follow.

import { factors, forward, slopesOf } from "../model/formulas.js";
import { button, make, say } from "../parts/element.js";
import { choice } from "../parts/field.js";
import { derivative } from "../parts/write.js";
import { line } from "./line-by-line.js";

const INVITATION = "Take another person, or drag a box of the network: the "
  + "numbers of the formulas and tables follow.";

/** Write as the page does: four decimals, what was given as it is. */
const four = (value) => value.toFixed(4).replace("-", "−");
const given = (value) => String(Number(value.toFixed(4))).replace("-", "−");
const bracketed = (value) => (value < 0 ? `(${given(value)})` : given(value));
const sum = (...pairs) => pairs.map((pair) => pair.map(bracketed).join(" · "))
  .join(" + ");
const f = (value, write = four) => `f(${write(value)})`;

// What stands in place of each formula: [left, formula, numbers, value]
const EQUATIONS = {
  "eq-hidden-by-hand": hiddenLines,
  "eq-output-by-hand": ({ p, v }) => [outputLine("o1", p, v)],
  "eq-alice-forward": (all) => [...hiddenLines(all),
    outputLine("y_pred", all.p, all.v)],
  "eq-alice-factors": ({ p, v, d, y_true }) => [
    [derivative("d_L_d_ypred"), `−2 (${y_true} − ${four(v.y_pred)})`, "",
      d.d_L_d_ypred],
    [derivative("d_ypred_d_h1"),
      `${bracketed(p.w5)} · f′(${four(v.sum_o1)})`, "", d.d_ypred_d_h1],
    [derivative("d_h1_d_w1"), `${bracketed(v.x1)} · f′(${given(v.sum_h1)})`,
      "", d.d_h1_d_w1],
  ],
  "eq-alice-slope": ({ d, slopes }) => [[derivative("d_L_d_w1"),
    [d.d_L_d_ypred, d.d_ypred_d_h1, d.d_h1_d_w1].map((value) => (
      value < 0 ? `(${four(value)})` : four(value))).join(" · "), "",
    slopes.w1]],
};

function hiddenLines({ p, v }) {
  return [
    ["h1", `f(${sum([p.w1, v.x1], [p.w2, v.x2], [p.b1])})`,
      f(v.sum_h1, given), v.h1],
    ["h2", `f(${sum([p.w3, v.x1], [p.w4, v.x2], [p.b2])})`,
      f(v.sum_h2, given), v.h2],
  ];
}

function outputLine(name, p, v) {
  const numbers = [[p.w5, v.h1], [p.w6, v.h2]].map(([weight, h]) => (
    `${bracketed(weight)} · ${four(h)}`));
  return [name, `f(${[...numbers, bracketed(p.b3)].join(" + ")})`,
    f(v.sum_o1), v.y_pred];
}

export function workedView(app) {
  const page = pagePieces(app.ending.signal);
  const names = app.training.samples.map(({ name }, i) => (
    [i, name === "You" ? "as in the text" : name]));
  const person = choice("Inputs of", names,
    (value) => app.choose(Number(value)));
  const back = button("The page's own numbers", () => app.restart());
  return {
    node: make("div", { class: "pg-part pg-worked" },
      make("p", {}, INVITATION),
      make("div", { class: "pg-row" }, person.node, back)),
    update(training) {
      person.show(training.next);
      const isPlain = !training.done.acts.length;
      back.disabled = isPlain;
      if (isPlain) return page.restore();
      const { p, v, d, slopes, y_true, name } = training.workOut();
      page.show({ p, v, d, slopes, y_true, name });
    },
  };
}

/** Find the formulas and numbers of the page that belong to the example. */
function pagePieces(signal) {
  const equations = Object.entries(EQUATIONS)
    .map(([id, lines]) => ({ lines, box: document.getElementById(id) }))
    .filter(({ box }) => box)
    .map((each) => ({ ...each, built: [...each.box.childNodes] }));
  const numbers = [...document.querySelectorAll("tr[data-line]")]
    .map((row) => ({ cell: row.lastElementChild, name: nameIn(row) }));
  const heads = [...document.querySelectorAll(".factors-table thead")]
    .map((head) => head.querySelector("th:last-child"));
  const texts = [...numbers.map(({ cell }) => cell), ...heads]
    .map((part) => [part, part.textContent]);
  const restore = () => {
    for (const { box, built } of equations) {
      if (box.classList.contains("pg-yours")) box.replaceChildren(...built);
      box.classList.remove("pg-yours");
    }
    for (const [part, text] of texts) say(part, text);
  };
  signal.addEventListener("abort", restore);
  return {
    restore,
    show(work) {
      for (const { box, lines } of equations) {
        const html = lines(work).map((each) => line([...each, four])).join("");
        box.style.minHeight = `${box.offsetHeight}px`; // nothing below moves
        box.replaceChildren(make("ul", { class: "pg-lines", html }));
        box.classList.add("pg-yours");
      }
      for (const { cell, name } of numbers) {
        say(cell, four(work.d[name] ?? work.slopes[name.slice(6)]));
      }
      for (const head of heads) say(head, `for ${work.name}`);
    },
  };
}

/** Tell which slope a row of the tables shows, by its line of code. */
function nameIn(row) {
  const { textContent } = row.querySelector("code");
  const key = /^"(\w+)"/.exec(textContent);
  return key ? `d_L_d_${key[1]}` : textContent.split("=")[0].trim();
}
