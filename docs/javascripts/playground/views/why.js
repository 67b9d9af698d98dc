// Which parameter a step changes most, and why, without any calculus.

import { CHAINS, PARAMETERS } from "../model/formulas.js";
import { make } from "../parts/element.js";
import { steepest } from "../model/training.js";
import { factor, math, num, parts, signed } from "../parts/write.js";

const QUESTION = "Which parameter will the next step change most?";
const GUESS = "Guess, then press <b>Step</b>.";
const RULE = "A change is −<i>η</i> times the <b>slope</b>: how fast the loss "
  + "grows as the parameter grows. The slope is a product of factors, one for "
  + "each stage on the way from the loss back to the parameter.";

export function whyView() {
  const head = make("p", { class: "pg-head" });
  const text = make("div");
  return {
    node: make("section", { class: "pg-part pg-why" }, head, text),
    slow: true,
    update(training, work) {
      head.textContent = work ? `Step ${work.number}: ${work.name}` : QUESTION;
      text.innerHTML = work ? explained(work)
        : `<p>${GUESS}</p><p>${RULE}</p>`;
    },
  };
}

function explained({ p, d, slopes, moved }) {
  const most = steepest(slopes);
  if (!slopes[most[0]]) return "<p>Every slope is 0: nothing moves.</p>";
  const rest = PARAMETERS.filter((name) => !most.includes(name));
  const [first, second] = [most[0], steepest(slopes, rest)[0]];
  const by = (name) => signed(moved[name] - p[name]);
  return `<p><b>${most.map(math).join(" and ")} changed most</b>, by `
    + `${by(first)}. Next comes ${math(second)}, by ${by(second)}. ${RULE}</p>`
    + `<p class="pg-ways">${way(first, d, slopes)} `
    + `${way(second, d, slopes)}</p>`
    + `<p>${compared(first, second, d)}</p>`;
}

/** One way: "−0.95 loss per prediction · 0.25 prediction per b3 = …". */
function way(name, d, slopes) {
  const terms = CHAINS[name].map((each, i) => (
    term(i ? "·" : "", factor(d[each]), each)
  ));
  const slope = term("=", num(slopes[name]), `d_L_d_${name}`);
  return `<span><b>${math(name)}</b> ${terms.join(" ")} ${slope}</span>`;
}

function term(sign, value, name) {
  const unit = parts(name).map(spoken).join(" per ");
  return `<span class="pg-term"><span>${sign}</span> <span>${value}</span> `
    + `<small>${unit}</small></span>`;
}

const spoken = (name) => (
  { L: "loss", y_pred: "prediction" }[name] ?? math(name)
);

/** Say in which factors two slopes differ. */
function compared(first, second, d) {
  const [a, b] = [CHAINS[first], CHAINS[second]];
  const shared = a.findIndex((each, i) => each !== b[i]);
  const begin = product(a.slice(0, shared), d);
  const [one, other] = [a, b].map((way) => (
    num(multiply(way.slice(shared), d))));
  if (one === other) {
    return `Both ways begin with ${begin}. Then both have ${one}: only digits `
      + "that are not shown here tell the two slopes apart.";
  }
  return `Both ways begin with ${begin}. Then ${math(first)} has `
    + `${product(a.slice(shared), d)}, but ${math(second)} `
    + `has ${product(b.slice(shared), d)}, which is nearer to 0. So the slope `
    + `of ${math(first)} is the steeper one, and its change the larger.`;
}

const multiply = (names, d) => (
  names.reduce((result, each) => result * d[each], 1));

function product(names, d) {
  const value = num(multiply(names, d));
  if (names.length === 1) return value;
  return `${names.map((each) => factor(d[each])).join(" · ")} = ${value}`;
}
