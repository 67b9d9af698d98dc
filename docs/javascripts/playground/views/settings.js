// Where the network starts, what it sees, and how fast it learns.

import { PARAMETERS } from "../model/formulas.js";
import { make } from "../parts/element.js";
import { choice, field } from "../parts/field.js";
import { MOST, isRate } from "../model/link.js";
import { math } from "../parts/write.js";

const STARTS = [
  ["worked", "weights 1, biases 0"],
  ["zeros", "all nine 0"],
  ["equal", "hidden neurons equal"],
  ["seed", "drawn at random"],
  ["own", "your own values"],
];
const INPUTS = [
  ["shifted", "shifted"],
  ["raw", "raw: pounds, inches"],
  ["standardised", "standardised"],
];

export function settingsView(app) {
  const { data } = app;
  const start = choice("Start", STARTS, (kind) => app.begin(kind));
  start.node.querySelector("[value=own]").disabled = true;
  const seed = field("Seed", (n) => Object.hasOwn(data.seeds, n),
    `One of ${Object.keys(data.seeds).join(", ")}.`,
    (n) => app.begin(`seed${n}`));
  const inputs = choice("Inputs", INPUTS, (kind) => app.inputs(kind));
  const rate = field("Learning rate <i>η</i>", isRate,
    `A number above 0, up to ${MOST.rate}.`, (value) => app.rate(value));
  return {
    node: make("fieldset", { class: "pg-part pg-settings" },
      make("legend", {}, "Settings"),
      ...[start, seed, inputs, rate].map(({ node }) => node)),
    update({ done, rate: now }) {
      const isEdited = done.acts.some(([each]) => each === "w");
      const kind = isEdited ? "own" : done.start.replace(/\d+$/, "");
      seed.node.hidden = kind !== "seed";
      start.show(kind === "seed" || data.examples[kind] ? kind : "own");
      if (kind === "seed") seed.show(Number(done.start.slice(4)));
      inputs.show(done.inputs);
      rate.show(now);
    },
  };
}

/** All nine parameters, to be typed. */
export function parametersView(app) {
  const rule = (value) => Math.abs(value) <= MOST.number;
  const fields = PARAMETERS.map((name) => field(
    math(name), rule, "A number, please.", (value) => app.edit(name, value),
  ));
  return {
    node: make("fieldset", { class: "pg-part pg-parameters" },
      make("legend", {}, "Parameters"), ...fields.map(({ node }) => node)),
    slow: true,
    update({ parameters }) {
      PARAMETERS.forEach((name, i) => fields[i].show(parameters[name]));
    },
  };
}
