// The mean loss after each step, from the start to now; where the reader
// went back or changed something, too.

import { draw, make, say } from "../parts/element.js";
import { num } from "../parts/write.js";

const LOSS_CAPTION = "The mean squared error after each step. Dashed: "
  + "changed by hand. Dotted: taken back.";
const AREA = { left: 48, right: 350, top: 20, bottom: 190 };
const POINTS = 300; // as many as one can see

export function lossView() {
  const { svg, ...parts } = axes();
  return {
    node: make("figure", { class: "pg-part pg-loss" }, svg,
      make("figcaption", {}, LOSS_CAPTION)),
    update(training) {
      const { losses, left, jumps } = training;
      const place = scaleFor(training, parts);
      const now = place(training.steps, losses.at(-1));
      parts.curve.setAttribute("d", wholeCurve(training, place));
      parts.dot.setAttribute("cx", now[0]);
      parts.dot.setAttribute("cy", now[1]);
      parts.left.setAttribute("d", left
        ? lineOf(left.from, [losses[left.from], ...left.losses], place) : "");
      parts.jumps.setAttribute("d", jumps.map(({ at, before }) => (
        `M${place(at, before)}L${place(at, losses[at])}M${place(at, 0)}v5`
      )).join(""));
      svg.setAttribute("aria-label", inWords(training));
    },
  };
}

function inWords({ losses, jumps, left }) {
  const from = `from ${num(losses[0])} to ${num(losses.at(-1))}.`;
  const at = jumps.map((jump) => jump.at).join(", ");
  return `The mean squared error goes ${from}`
    + (at && ` Changed by hand after step ${at}.`)
    + (left ? ` Taken back to step ${left.from}.` : "");
}

/** Draw what stays, and the empty parts that follow the training. */
function axes() {
  const { left, right, top, bottom } = AREA;
  const words = (x, y, side, text = "") => draw("text", {
    class: `caption pg-${side}`, x, y,
  }, text);
  const parts = {
    left: draw("path", { class: "pg-left" }),
    jumps: draw("path", { class: "pg-jumps" }),
    curve: draw("path", { class: "pg-curve" }),
    dot: draw("circle", { class: "pg-dot", r: 4 }),
    high: words(left - 6, top + 5, "end"),
    last: words(right, bottom + 20, "end"),
  };
  const lines = `M${left} ${top}V${bottom}H${right}`;
  const svg = draw("svg", {
    class: "figure", viewBox: "0 0 360 216", role: "img",
  }, draw("path", { class: "pg-axes", d: lines }),
  words(left - 6, bottom + 5, "end", "0"),
  words(left, bottom + 20, "start", "epoch 0"), ...Object.values(parts));
  return { svg, ...parts };
}

/** Make room for all that is drawn, and tell where a loss stands. */
function scaleFor({ losses, left, jumps, people }, parts) {
  const lost = left?.losses ?? [];
  const steps = Math.max(losses.length - 1, 40,
    left ? left.from + lost.length : 0);
  const all = [losses, lost, jumps.map(({ before }) => before)].flat();
  const most = all.reduce((a, b) => Math.max(a, b), 0.01) * 1.05;
  say(parts.high, num(most, 2));
  say(parts.last, `epoch ${num(steps / people.length, 2)}`);
  return (step, loss) => [
    (AREA.left + ((AREA.right - AREA.left) * step) / steps).toFixed(1),
    (AREA.bottom - ((AREA.bottom - AREA.top) * loss) / most).toFixed(1),
  ];
}

/** Draw all losses, with a gap where the reader changed something. */
function wholeCurve({ losses, jumps }, place) {
  let path = "";
  let from = 0;
  for (const { at, before } of jumps) {
    path += lineOf(from, [...losses.slice(from, at), before], place);
    from = at;
  }
  return path + lineOf(from, losses.slice(from), place);
}

/** Join losses to a line, as many of them as one can see. */
function lineOf(from, losses, place) {
  const stride = Math.ceil(losses.length / POINTS);
  const points = [];
  for (let i = 0; i < losses.length; i += stride) {
    points.push(place(from + i, losses[i]));
  }
  points.push(place(from + losses.length - 1, losses.at(-1)));
  return `M${points.join("L")}`;
}
