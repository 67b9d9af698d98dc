// One step in the formulas of the chapter, with its numbers.

import { CHAINS, PARAMETERS, factors, forward, step } from "./engine.js";
import { derivative, factor, make, math, num, signed } from "./write.js";

/** Work out the step that is shown: all its values, by name. */
function workedOut(play) {
  const { parameters: p, next, rate } = play.shown;
  const person = play.people[next];
  const v = forward(p, person.x);
  const d = factors(p, v, person.y_true);
  const slopes = Object.fromEntries(PARAMETERS.map((name) => [
    name,
    CHAINS[name].reduce((product, each) => product * d[each], 1),
  ]));
  const moved = step(p, person.x, person.y_true, rate);
  return { p, v, d, slopes, moved, rate, person, y_true: person.y_true };
}

/** Name the step: "Step 3: Charlie" or "The next step: Diana". */
function title(play, { person }) {
  const when = play.stepped ? `Step ${play.steps}` : "The next step";
  return `${when}: ${person.name}`;
}

/** From the inputs to the loss, then each factor: formula = numbers. */
export function linesView() {
  const head = make("h3");
  const forwards = make("ul", { class: "pg-lines" });
  const backwards = make("ul", { class: "pg-lines" });
  const node = make("section", { class: "pg-part" }, head,
    make("h4", { html: "Forward, to the loss" }), forwards,
    make("h4", { html: "Backward: each factor" }), backwards);
  return {
    node,
    slow: true,
    update(play) {
      const work = workedOut(play);
      head.textContent = `${title(play, work)}, line by line`;
      forwards.innerHTML = forwardLines(work).map(line).join("");
      backwards.innerHTML = backwardLines(work).map(line).join("");
    },
  };
}

function line([left, formula, numbers, value]) {
  const parts = [`${left} = ${formula}`, ...numbers, num(value)];
  const spans = parts.filter(Boolean).map((part, i) => (
    `<span>${i ? "= " : ""}${math(part)}</span>`
  ));
  return `<li>${spans.join(" ")}</li>`;
}

function forwardLines({ p, v, y_true }) {
  const sum = (w, a, u, b, bias) => [
    `${factor(p[w])} · ${factor(a)} + ${factor(p[u])} · ${factor(b)}`
    + ` + ${factor(p[bias])}`,
  ];
  return [
    ["s1", "w1 x1 + w2 x2 + b1", sum("w1", v.x1, "w2", v.x2, "b1"), v.sum_h1],
    ["h1", "f(s1)", [`f(${num(v.sum_h1)})`], v.h1],
    ["s2", "w3 x1 + w4 x2 + b2", sum("w3", v.x1, "w4", v.x2, "b2"), v.sum_h2],
    ["h2", "f(s2)", [`f(${num(v.sum_h2)})`], v.h2],
    ["s3", "w5 h1 + w6 h2 + b3", sum("w5", v.h1, "w6", v.h2, "b3"), v.sum_o1],
    ["y_pred", "o1 = f(s3)", [`f(${num(v.sum_o1)})`], v.y_pred],
    ["L", "(y_true − y_pred)²", [`(${y_true} − ${num(v.y_pred)})²`],
      (y_true - v.y_pred) ** 2],
  ];
}

function backwardLines({ p, v, d, y_true }) {
  const slope = (s, at, f, result) => [
    `f′(${s})`, `${at} (1 − ${at})`,
    [`${num(f)} · (1 − ${num(f)})`], result,
  ];
  const times = (name, symbol, value, s, f) => [
    derivative(name), `${symbol} f′(${s})`,
    [`${factor(value)} · ${num(f)}`], d[name],
  ];
  const alone = (name, s) => [derivative(name), `f′(${s})`, [], d[name]];
  const [f1, f2, f3] = [d.d_h1_d_b1, d.d_h2_d_b2, d.d_ypred_d_b3];
  return [
    [derivative("d_L_d_ypred"), "−2 (y_true − y_pred)",
      [`−2 (${y_true} − ${num(v.y_pred)})`], d.d_L_d_ypred],
    slope("s3", "o1", v.y_pred, f3),
    times("d_ypred_d_w5", "h1", v.h1, "s3", f3),
    times("d_ypred_d_w6", "h2", v.h2, "s3", f3),
    alone("d_ypred_d_b3", "s3"),
    times("d_ypred_d_h1", "w5", p.w5, "s3", f3),
    times("d_ypred_d_h2", "w6", p.w6, "s3", f3),
    slope("s1", "h1", v.h1, f1),
    times("d_h1_d_w1", "x1", v.x1, "s1", f1),
    times("d_h1_d_w2", "x2", v.x2, "s1", f1),
    alone("d_h1_d_b1", "s1"),
    slope("s2", "h2", v.h2, f2),
    times("d_h2_d_w3", "x1", v.x1, "s2", f2),
    times("d_h2_d_w4", "x2", v.x2, "s2", f2),
    alone("d_h2_d_b2", "s2"),
  ];
}

/** Which parameter changes most, and why, in a sentence or two. */
export function whyView() {
  const head = make("h3");
  const why = make("p");
  return {
    node: make("section", { class: "pg-part pg-why" }, head, why),
    slow: true,
    update(play) {
      const work = workedOut(play);
      head.textContent = title(play, work);
      why.innerHTML = reason(work);
    },
  };
}

/** Each slope as the product of its factors, and where it moves to. */
export function movesView() {
  const head = make("h3");
  const rows = make("tbody");
  const columns = ["parameter", "slope", "old value", "−η × slope",
    "new value"];
  const node = make("section", { class: "pg-part" }, head,
    make("table", { class: "pg-moves" },
      make("thead", { html: `<tr>${columns.map((name) => (
        `<th scope="col">${name}</th>`
      )).join("")}</tr>` }), rows));
  return {
    node,
    slow: true,
    update(play) {
      const work = workedOut(play);
      head.textContent = `${title(play, work)}, parameter by parameter`;
      rows.innerHTML = PARAMETERS.map((name) => row(name, work)).join("");
    },
  };
}

function row(name, { p, d, slopes, moved, rate }) {
  const chain = CHAINS[name];
  const symbols = chain.map((each) => math(derivative(each))).join(" ");
  const numbers = chain.map((each) => factor(d[each])).join(" · ");
  const slope = slopes[name];
  const steepest = largest(slopes);
  const most = steepest.includes(name) ? ' class="pg-most"' : "";
  const share = slope ? Math.abs(slope / slopes[steepest[0]]) : 0;
  const cell = (label, html) => `<td data-label="${label}">${html}</td>`;
  return `<tr data-row="${name}"${most}><th scope="row">${math(name)}</th>`
    + cell("slope", `<span>${math(derivative(`d_L_d_${name}`))}</span>`
      + ` <span>= ${symbols}</span> <span>= ${numbers}</span>`
      + ` <span>= <b>${num(slope)}</b></span>`)
    + cell("old value", num(p[name]))
    + cell("−η × slope", `−${rate} · ${factor(slope)} `
      + `= <b>${signed(-rate * slope)}</b>`
      + bar(share))
    + `${cell("new value", `<b>${num(moved[name])}</b>`)}</tr>`;
}

/** A bar whose length is a share of the longest. */
function bar(share) {
  return '<svg class="pg-bar" viewBox="0 0 100 6" '
    + 'preserveAspectRatio="none" aria-hidden="true">'
    + `<rect width="${(100 * share).toFixed(1)}" height="6"/></svg>`;
}

/** Name the parameters with the largest slope: mostly one. */
function largest(slopes, names = PARAMETERS) {
  const most = Math.max(...names.map((name) => Math.abs(slopes[name])));
  return names.filter((name) => Math.abs(slopes[name]) === most);
}

/** Say which parameter changes most, and which factors make it so. */
function reason({ d, slopes, rate }) {
  const first = largest(slopes);
  if (!slopes[first[0]]) return "Every slope is 0: nothing moves.";
  const by = (name) => `by ${signed(-rate * slopes[name])}`;
  const most = `<b>${first.map(math).join(" and ")} `
    + `${first.length > 1 ? "change" : "changes"} most</b>, ${by(first[0])}: `
    + "a parameter changes by −<i>η</i> times its slope, and the size of this "
    + "slope is the largest.";
  const rest = PARAMETERS.filter((name) => !first.includes(name));
  const second = largest(slopes, rest)[0];
  const [a, b] = [CHAINS[first[0]], CHAINS[second]];
  const shared = a.findIndex((each, i) => each !== b[i]);
  const both = product(a.slice(0, shared), d);
  return `${most} Next comes ${math(second)}, ${by(second)}. Both slopes `
    + `begin with ${both}. What follows differs: ${product(a.slice(shared), d)}`
    + ` for ${math(first[0])}, but ${product(b.slice(shared), d)} for `
    + `${math(second)}.`;
}

/** Write some factors as fractions, as numbers, and multiplied. */
function product(names, d) {
  const numbers = names.map((each) => factor(d[each]));
  const value = num(names.reduce((result, each) => result * d[each], 1));
  return `${names.map((each) => math(derivative(each))).join(" ")} = `
    + (names.length > 1 ? `${numbers.join(" · ")} = ${value}` : value);
}
