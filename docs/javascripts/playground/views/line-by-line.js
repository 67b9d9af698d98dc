// A step line by line: each formula of the chapter with its numbers.

import { make } from "../parts/element.js";
import { derivative, factor, math, num } from "../parts/write.js";

export function lineByLineView() {
  const head = make("p", { class: "pg-head" });
  const forwards = make("ul", { class: "pg-lines" });
  const backwards = make("ul", { class: "pg-lines" });
  const node = make("section", { class: "pg-part" }, head,
    make("p", { class: "pg-head", html: "Forward, to the loss" }), forwards,
    make("p", { class: "pg-head", html: "Backward: each factor" }), backwards);
  return {
    node,
    slow: true,
    update(training, work) {
      const shown = work ?? training.workOut();
      node.classList.toggle("pg-unknown", !work);
      head.textContent = work ? `Step ${work.number}: line by line`
        : "Take a step to see its lines";
      forwards.innerHTML = forwardLines(shown).map(line).join("");
      backwards.innerHTML = backwardLines(shown).map(line).join("");
    },
  };
}

/** Write "left = formula = numbers = value"; a line breaks at a "=". */
export function line([left, formula, numbers, value, write = num]) {
  const parts = [`${left} = ${formula}`, numbers, write(value)];
  const spans = parts.filter(Boolean).map((part, i) => (
    `<span>${i ? "= " : ""}${math(part)}</span>`
  ));
  return `<li>${spans.join(" ")}</li>`;
}

function forwardLines({ p, v, y_true }) {
  const sum = (...pairs) => pairs.map((pair) => pair.map(factor).join(" · "))
    .join(" + ");
  return [
    ["s1", "w1 x1 + w2 x2 + b1",
      sum([p.w1, v.x1], [p.w2, v.x2], [p.b1]), v.sum_h1],
    ["h1", "f(s1)", `f(${num(v.sum_h1)})`, v.h1],
    ["s2", "w3 x1 + w4 x2 + b2",
      sum([p.w3, v.x1], [p.w4, v.x2], [p.b2]), v.sum_h2],
    ["h2", "f(s2)", `f(${num(v.sum_h2)})`, v.h2],
    ["s3", "w5 h1 + w6 h2 + b3",
      sum([p.w5, v.h1], [p.w6, v.h2], [p.b3]), v.sum_o1],
    ["y_pred", "o1 = f(s3)", `f(${num(v.sum_o1)})`, v.y_pred],
    ["L", "(y_true − y_pred)²", `(${y_true} − ${num(v.y_pred)})²`,
      (y_true - v.y_pred) ** 2],
  ];
}

function backwardLines({ p, v, d, y_true }) {
  return [
    [derivative("d_L_d_ypred"), "−2 (y_true − y_pred)",
      `−2 (${y_true} − ${num(v.y_pred)})`, d.d_L_d_ypred],
    ...behind("s3", "o1", v.y_pred, d.d_ypred_d_b3, d, {
      d_ypred_d_w5: ["h1", v.h1], d_ypred_d_w6: ["h2", v.h2],
      d_ypred_d_b3: null,
      d_ypred_d_h1: ["w5", p.w5], d_ypred_d_h2: ["w6", p.w6],
    }),
    ...behind("s1", "h1", v.h1, d.d_h1_d_b1, d, {
      d_h1_d_w1: ["x1", v.x1], d_h1_d_w2: ["x2", v.x2], d_h1_d_b1: null,
    }),
    ...behind("s2", "h2", v.h2, d.d_h2_d_b2, d, {
      d_h2_d_w3: ["x1", v.x1], d_h2_d_w4: ["x2", v.x2], d_h2_d_b2: null,
    }),
  ];
}

/** The slope of f at a weighted sum, then each factor that contains it. */
function behind(sum, output, value, slope, d, factors) {
  const lines = Object.entries(factors).map(([name, by]) => [
    derivative(name), by ? `${by[0]} f′(${sum})` : `f′(${sum})`,
    by && `${factor(by[1])} · ${num(slope)}`, d[name],
  ]);
  return [[`f′(${sum})`, `${output} (1 − ${output})`,
    `${num(value)} · (1 − ${num(value)})`, slope], ...lines];
}
