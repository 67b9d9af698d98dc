// The mean loss after each step, from the start to now.

import { draw, make, say } from "./element.js";
import { num } from "./write.js";

const AREA = { left: 48, right: 350, top: 20, bottom: 190 };
const POINTS = 300; // as many as one can see

export function lossView() {
  const { left, right, top, bottom } = AREA;
  const curve = draw("path", { class: "pg-curve" });
  const dot = draw("circle", { class: "pg-dot", r: 4 });
  const words = (x, y, side) => draw("text", {
    class: `caption pg-${side}`, x, y,
  });
  const high = words(left - 6, top + 5, "end");
  const zero = words(left - 6, bottom + 5, "end");
  const first = words(left, bottom + 20, "start");
  const last = words(right, bottom + 20, "end");
  say(zero, "0");
  say(first, "epoch 0");
  const svg = draw("svg", {
    class: "figure", viewBox: "0 0 360 216", role: "img",
  }, draw("path", { class: "pg-axes", d: `M${left} ${top}V${bottom}H${right}` }),
  curve, dot, high, zero, first, last);
  return {
    node: make("figure", { class: "pg-part" }, svg, make("figcaption", {},
      "The mean squared error of the four people, step by step.")),
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
