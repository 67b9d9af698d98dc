// The mean loss after each step, from the start to now.

import { draw, make, say } from "../parts/element.js";
import { num } from "../parts/write.js";

const LOSS_CAPTION = "The mean squared error of the four people, step by step.";
const AREA = { left: 48, right: 350, top: 20, bottom: 190 };
const POINTS = 300; // as many as one can see

export function lossView() {
  const { svg, curve, dot, high, last } = axes();
  return {
    node: make("figure", { class: "pg-part" }, svg,
      make("figcaption", {}, LOSS_CAPTION)),
    update({ losses }) {
      const { points, most, steps } = placed(losses);
      curve.setAttribute("d", `M${points.join("L")}`);
      dot.setAttribute("cx", points.at(-1)[0]);
      dot.setAttribute("cy", points.at(-1)[1]);
      say(high, num(most, 2));
      say(last, `epoch ${num(steps / 4, 2)}`);
      svg.setAttribute("aria-label", "The mean squared error goes from "
        + `${num(losses[0])} to ${num(losses.at(-1))}.`);
    },
  };
}

/** Draw what stays, and the empty parts that follow the training. */
function axes() {
  const { left, right, top, bottom } = AREA;
  const words = (x, y, side, text = "") => draw("text", {
    class: `caption pg-${side}`, x, y,
  }, text);
  const parts = {
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

/** Turn losses into points of the picture. */
function placed(losses) {
  const { left, right, top, bottom } = AREA;
  const steps = Math.max(losses.length - 1, 40);
  const most = losses.reduce((a, b) => Math.max(a, b), 0.01) * 1.05;
  const place = (i) => [
    (left + ((right - left) * i) / steps).toFixed(1),
    (bottom - ((bottom - top) * losses[i]) / most).toFixed(1),
  ];
  const stride = Math.ceil(losses.length / POINTS);
  const points = [];
  for (let i = 0; i < losses.length; i += stride) points.push(place(i));
  points.push(place(losses.length - 1));
  return { points, most, steps };
}
