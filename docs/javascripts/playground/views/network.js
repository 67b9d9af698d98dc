// The figure of the network, with every value on it.

import { PARAMETERS, forward } from "../model/formulas.js";
import { draw, make, say } from "../parts/element.js";
import { Knob } from "../parts/knob.js";
import { steepest } from "../model/training.js";
import { math, num, signed } from "../parts/write.js";

const TITLE = "The network. Drag a parameter sideways, or change it with the "
  + "arrow keys.";

// Where a value stands in the picture, from which side, and what it is
const VALUES = {
  x1: [30, 60, "middle", (v) => num(v.x1)],
  x2: [30, 304, "middle", (v) => num(v.x2)],
  s1: [148, 16, "end", (v) => `s₁ = ${num(v.sum_h1)}`],
  h1: [148, 33, "end", (v) => `h₁ = ${num(v.h1)}`],
  s2: [148, 334, "end", (v) => `s₂ = ${num(v.sum_h2)}`],
  h2: [148, 351, "end", (v) => `h₂ = ${num(v.h2)}`],
  s3: [360, 264, "end", (v) => `s₃ = ${num(v.sum_o1)}`],
  o1: [360, 282, "end", (v) => `o₁ = ${num(v.y_pred)}`],
  L: [360, 300, "end", (v, y_true) => `L = ${num((y_true - v.y_pred) ** 2)}`],
};

export function networkView(app) {
  const svg = make("template", { html: app.data.figure }).content.firstChild;
  svg.setAttribute("role", "group");
  svg.setAttribute("aria-label", TITLE);
  const texts = Object.entries(VALUES).map(([name, [x, y, side]]) => (
    [name, draw("text", { class: `pg-value pg-${side}`, x, y })]
  ));
  const knobs = PARAMETERS.map((name) => new Knob(app, svg, name));
  svg.append(...texts.map(([, text]) => text));
  svg.append(...knobs.map(({ group }) => group)); // above all edges
  const caption = make("figcaption");
  return {
    node: make("figure", { class: "pg-part pg-network" }, svg, caption),
    update(training, work) {
      const one = training.samples[training.next];
      const v = forward(training.parameters, one.x);
      for (const [name, text] of texts) {
        say(text, VALUES[name][3](v, one.y_true));
      }
      const slopes = !app.running && work?.slopes;
      const most = slopes && Math.abs(slopes[steepest(slopes)[0]]);
      for (const knob of knobs) {
        const share = most ? Math.abs(slopes[knob.name]) / most : 0;
        knob.update(training.parameters[knob.name], share);
      }
      if (app.running) return;
      caption.innerHTML = described(one, work);
    },
  };
}

function described({ name, y_true }, work) {
  const values = `Values for the next person, ${name} (label ${y_true}).`;
  if (!work) return values;
  const most = steepest(work.slopes);
  if (!work.slopes[most[0]]) return values;
  const by = signed(work.moved[most[0]] - work.p[most[0]]);
  return `Marked: what the step for ${work.name} changed most, `
    + `${most.map(math).join(" and ")}, by ${by}. ${values}`;
}
