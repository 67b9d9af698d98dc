// The run so far as a table: a few steps, from the first to the last.

import { PARAMETERS } from "./engine.js";
import { make, math, num } from "./write.js";

const ROWS = 12;

export function tableView() {
  const head = ["step", "mean loss", ...PARAMETERS.map(math)];
  const rows = make("tbody");
  const table = make("table", { class: "pg-run" },
    make("thead", { html: `<tr>${head.map((name) => (
      `<th scope="col">${name}</th>`
    )).join("")}</tr>` }), rows);
  return {
    node: make("details", { class: "pg-part pg-table" },
      make("summary", {}, "The run as a table"),
      make("div", { class: "pg-scroll", tabindex: 0, role: "region",
        "aria-label": "The run as a table" }, table)),
    slow: true,
    update({ trail, parameters, losses }) {
      const states = [...trail.map((each) => each.parameters), parameters];
      const stride = Math.ceil(trail.length / ROWS) || 1;
      rows.innerHTML = states.map((p, i) => (
        i % stride && i < trail.length ? "" : `<tr><th scope="row">${i}</th>`
          + [losses[i], ...PARAMETERS.map((name) => p[name])]
            .map((value) => `<td>${num(value)}</td>`).join("")
      )).join("");
    },
  };
}
