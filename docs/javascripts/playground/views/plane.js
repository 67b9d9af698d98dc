// The plane of people: what the network predicts everywhere, and the line
// of each hidden neuron.

import { cornersOf, sides } from "../model/boundary.js";
import { draw, make } from "../parts/element.js";
import { BOTTOM, LEFT, RIGHT, TOP, between, frameOf, placeOf, round, written }
  from "../model/frame.js";
import { num } from "../parts/write.js";

const PLANE_CAPTION = "Orange circles are female, blue squares male. On the thick "
  + "line the network predicts 0.5; on its dashed line, a hidden neuron "
  + "gives 0.5.";

export function planeView() {
  const parts = pictureParts();
  const caption = make("figcaption", {}, PLANE_CAPTION);
  let [drawn, frame, corners] = [""];
  return {
    node: make("figure", { class: "pg-part" }, parts.svg, caption),
    update(training) {
      const { next, withMe } = training;
      const ground = JSON.stringify([training.people, next, withMe]);
      if (ground !== drawn) {
        frame = frameOf(training);
        corners = cornersOf(training, frame);
        parts.marks.replaceChildren(...people(training, frame));
        parts.ticks.replaceChildren(...ticks(frame));
        drawn = ground;
      }
      const { female, line } = sides(training, corners);
      parts.female.setAttribute("d", female);
      parts.o1.setAttribute("d", line);
      const { w1, w2, w3, w4, b1, b2 } = training.parameters;
      hidden(training, frame, parts, "h1", [w1, w2, b1], 0.25);
      hidden(training, frame, parts, "h2", [w3, w4, b2], 0.75);
      parts.svg.setAttribute("aria-label", inWords(training));
    },
  };
}

function pictureParts() {
  const path = (css, d = "") => draw("path", { class: `pg-${css}`, d });
  const words = (text, x, y, side) => draw("text", {
    class: `caption pg-${side}`, x, y,
  }, text);
  const size = { x: LEFT, y: TOP, width: RIGHT - LEFT, height: BOTTOM - TOP };
  const parts = {
    female: path("female"), h1: path("h1"), h2: path("h2"), o1: path("o1"),
    h1Name: draw("text", { class: "pg-value" }, "h₁"),
    h2Name: draw("text", { class: "pg-value" }, "h₂"),
  };
  const viewBox = Object.values(size).join(" ");
  const inner = draw("svg", { ...size, viewBox },
    draw("rect", { class: "pg-male", ...size }), ...Object.values(parts));
  const [ticks, marks] = [draw("g"), draw("g")];
  const svg = draw("svg", {
    class: "figure", viewBox: "0 0 360 294", role: "img",
  }, inner, path("axes", `M${LEFT} ${TOP}V${BOTTOM}H${RIGHT}`),
  words("height in inches", LEFT, 14, "start"),
  words("weight in pounds", RIGHT, BOTTOM + 34, "end"), ticks, marks);
  return { ...parts, svg, ticks, marks };
}

function inWords(training) {
  const all = training.people.filter((_, i) => training.shows(i))
    .map((one) => `${one.name} ${num(training.predict(one), 3)}`);
  return `Predictions: ${all.join(", ")}.`;
}

function people(training, frame) {
  return training.people.map((one, i) => {
    if (!training.shows(i)) return "";
    const [x, y] = placeOf(frame, one.measures);
    const right = i % 2;
    const name = draw("text", {
      class: `pg-value pg-${right ? "start" : "end"}`,
      x: x + (right ? 10 : -10), y: y + 4,
    }, one.name);
    return draw("g", {}, personMark(one, x, y, i === training.next), name);
  });
}

/** A circle, a square, or a diamond for those who have no label. */
function personMark({ y_true }, x, y, isNext) {
  const next = isNext ? " pg-next" : "";
  if (y_true === undefined) {
    return draw("path", {
      class: `pg-stranger${next}`, d: `M${x} ${y - 6}l6 6l-6 6l-6-6Z`,
    });
  }
  if (y_true) {
    return draw("circle", { class: `pg-is-f${next}`, cx: x, cy: y, r: 6 });
  }
  return draw("rect", {
    class: `pg-is-m${next}`, x: x - 6, y: y - 6, width: 12, height: 12,
  });
}

function ticks(frame) {
  const text = (css, x, y, value) => draw("text", {
    class: `caption ${css}`, x, y,
  }, String(value));
  return [
    ...round(frame.weight).map((value) => text("pg-middle",
      placeOf(frame, [value, 0])[0], BOTTOM + 17, value)),
    ...round(frame.height).map((value) => text("pg-end",
      LEFT - 6, placeOf(frame, [0, value])[1] + 5, value)),
  ];
}

/** The straight line on which a hidden neuron's weighted sum is 0. */
function hidden(training, frame, parts, name, weights, share) {
  const { data, done } = training;
  const at = zeroLine(data.inputs[done.inputs], frame, weights);
  const ends = [at(0), at(1)];
  const there = ends.flat().every((value) => Math.abs(value) < 1e5);
  const line = there ? `M${ends.map(written).join("L")}` : "";
  parts[name].setAttribute("d", line);
  const [x, y] = there ? at(share) : [0, -99];
  parts[`${name}Name`].setAttribute("x", (x + 9).toFixed(1));
  parts[`${name}Name`].setAttribute("y", (y - 5).toFixed(1));
}

/** Solve a · input1 + b · input2 + c = 0 for places, by share of the way. */
function zeroLine({ shift, scale }, frame, [a, b, c]) {
  const [p, q] = [a / scale[0], b / scale[1]];
  const r = c - p * shift[0] - q * shift[1];
  const size = ([from, to]) => to - from;
  const steep = Math.abs(p) * size(frame.weight)
    > Math.abs(q) * size(frame.height);
  return (share) => {
    const weight = between(frame.weight, share);
    const height = between(frame.height, share);
    return placeOf(frame, steep ? [-(q * height + r) / p, height]
      : [weight, -(p * weight + r) / q]);
  };
}
