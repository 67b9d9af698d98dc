// The run so far as a table: a few steps, from the first to the last.

import { PARAMETERS } from "../model/formulas.js";
import { make, table } from "../parts/element.js";
import { math, num } from "../parts/write.js";

const MOST_ROWS = 12;

export function historyView() {
  const rows = make("tbody");
  const heads = ["step", "mean loss", ...PARAMETERS.map(math)];
  const run = table("pg-run", heads, rows);
  run.prepend(make("caption", {}, "The run so far."));
  return {
    node: make("div", { class: "pg-part" },
      make("div", { class: "pg-scroll", tabindex: 0, role: "region",
        "aria-label": "The run as a table" }, run)),
    slow: true,
    update({ trail, parameters, losses }) {
      const states = [...trail.map(({ p }) => p), parameters];
      const stride = Math.ceil(trail.length / MOST_ROWS) || 1;
      rows.innerHTML = states.map((p, i) => (
        i % stride && i < trail.length ? "" : runRow(i, losses[i], p)
      )).join("");
    },
  };
}

function runRow(step, loss, p) {
  const values = [loss, ...PARAMETERS.map((name) => p[name])];
  const cells = values.map((value) => `<td>${num(value)}</td>`).join("");
  return `<tr><th scope="row">${step}</th>${cells}</tr>`;
}
