// How a step changes each parameter: factors, slope, old and new value.

import { CHAINS, PARAMETERS } from "../model/formulas.js";
import { make, table } from "../parts/element.js";
import { steepest } from "../model/training.js";
import { derivative, factor, math, num, signed } from "../parts/write.js";

const CHANGE_HEADS =
  ["parameter", "slope", "old value", "−η × slope", "new value"];

export function changesView() {
  const head = make("p", { class: "pg-head" });
  const rows = make("tbody");
  const node = make("section", { class: "pg-part" }, head,
    table("pg-changes", CHANGE_HEADS, rows));
  return {
    node,
    slow: true,
    update(training, work) {
      // Before the first step its room is kept, but nothing given away.
      const shown = work ?? training.workOut();
      node.classList.toggle("pg-unknown", !work);
      head.textContent = work ? `Step ${work.number}: all nine parameters`
        : "Take a step to see its slopes";
      rows.innerHTML = PARAMETERS.map((name) => changeRow(name, shown))
        .join("");
    },
  };
}

function changeRow(name, { p, d, slopes, moved, rate }) {
  const slope = slopes[name];
  const most = steepest(slopes);
  const share = slope ? Math.abs(slope / slopes[most[0]]) : 0;
  const by = signed(-rate * slope);
  const change = `−${rate} · ${factor(slope)} = <b>${by}</b>`;
  const cells = [multiplied(name, d, slope), num(p[name]), change + bar(share),
    `<b>${num(moved[name])}</b>`];
  return `<tr data-row="${name}"${share === 1 ? ' class="pg-most"' : ""}>`
    + `<th scope="row">${math(name)}</th>${cells.map((html, i) => (
      `<td data-label="${CHANGE_HEADS[i + 1]}">${html}</td>`
    )).join("")}</tr>`;
}

/** The slope as formula, as numbers and as one number. */
function multiplied(name, d, slope) {
  const chain = CHAINS[name];
  const lines = [derivative(`d_L_d_${name}`),
    `= ${chain.map(derivative).join(" ")}`,
    `= ${chain.map((each) => factor(d[each])).join(" · ")}`,
    `= <b>${num(slope)}</b>`];
  return lines.map((line) => `<span>${line}</span>`).join(" ");
}

/** A bar whose length is a share of the longest. */
function bar(share) {
  return '<svg class="pg-share" viewBox="0 0 100 6" '
    + 'preserveAspectRatio="none" aria-hidden="true">'
    + `<rect width="${(100 * share).toFixed(1)}" height="6"/></svg>`;
}
