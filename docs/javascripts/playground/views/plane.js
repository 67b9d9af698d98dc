// The plane of people: what the network predicts everywhere, and the line
// of each hidden neuron.

import { LEVELS, areas, cornersOf } from "../model/boundary.js";
import { draw, make } from "../parts/element.js";
import { BOTTOM, LEFT, RIGHT, TOP, between, frameOf, measuresAt, placeOf,
  round, written } from "../model/frame.js";
import { MOST } from "../model/link.js";
import { Mark } from "../parts/mark.js";
import { num } from "../parts/write.js";

const PLANE_CAPTION = "Circles, dots: female. Squares, stripes: male. The "
  + "stronger the colour, the surer. Thick line: the prediction is 0.5; "
  + "dashed: a hidden neuron gives 0.5.";
const PLANE_TITLE = "The plane of people. Drag a person, or use arrow keys.";

export function planeView(app) {
  const parts = pictureParts();
  const marks = marksFor(app, parts.svg, () => frame);
  parts.people.append(...marks.map(({ group }) => group));
  let [drawn, frame, corners] = [""];
  return {
    node: make("figure", { class: "pg-part pg-plane" }, parts.svg,
      make("figcaption", {}, PLANE_CAPTION)),
    update(training) {
      frame = frameOf(training);
      const ground = JSON.stringify([frame, training.done.inputs]);
      if (ground !== drawn) {
        corners = cornersOf(training, frame);
        parts.ticks.replaceChildren(...ticks(frame));
        drawn = ground;
      }
      paint(parts, areas(training, corners));
      const { w1, w2, w3, w4, b1, b2 } = training.parameters;
      hidden(training, frame, parts, "h1", [w1, w2, b1], 0.25);
      hidden(training, frame, parts, "h2", [w3, w4, b2], 0.75);
      showPeople(training, frame, marks);
    },
  };
}

function pictureParts() {
  const path = (css, d = "") => draw("path", { class: `pg-${css}`, d });
  const words = (text, x, y, side) => draw("text", {
    class: `caption pg-${side}`, x, y,
  }, text);
  const size = { x: LEFT, y: TOP, width: RIGHT - LEFT, height: BOTTOM - TOP };
  const shades = (sex) => (
    [...LEVELS.map(() => path(sex)), path(`${sex}-side`)]);
  const parts = {
    female: shades("female"), male: shades("male"),
    h1: path("h1"), h2: path("h2"), o1: path("o1"),
    h1Name: draw("text", { class: "pg-value" }, "h₁"),
    h2Name: draw("text", { class: "pg-value" }, "h₂"),
  };
  const viewBox = Object.values(size).join(" ");
  const inner = draw("svg", { ...size, viewBox, "aria-hidden": true },
    patterns(), ...Object.values(parts).flat());
  const [ticks, people] = [draw("g"), draw("g")];
  const svg = draw("svg", {
    class: "figure", viewBox: "0 0 360 294", role: "group",
    "aria-label": PLANE_TITLE,
  }, inner, path("axes", `M${LEFT} ${TOP}V${BOTTOM}H${RIGHT}`),
  words("height in inches", LEFT, 14, "start"),
  words("weight in pounds", RIGHT, BOTTOM + 34, "end"), ticks, people);
  return { ...parts, svg, ticks, people };
}

/** Who does not see the colours tells the sides by dots and stripes. */
function patterns() {
  const pattern = (id, part) => draw("pattern", {
    id, width: 9, height: 9, patternUnits: "userSpaceOnUse",
  }, part);
  return draw("defs", {},
    pattern("pg-dots", draw("circle", { cx: 4, cy: 4, r: 1 })),
    pattern("pg-stripes", draw("path", { d: "M-1 10L10-1" })));
}

function paint(parts, { female, male, line }) {
  for (const [shades, paths] of [[parts.female, female], [parts.male, male]]) {
    [...paths, paths[0]].forEach((d, i) => shades[i].setAttribute("d", d));
  }
  parts.o1.setAttribute("d", line);
}

/** Make the marks of all who may ever be there, and what they do. */
function marksFor(app, svg, frame) {
  const act = (who) => ({
    choose: () => app.choose(who),
    settle: () => app.settleChange(),
    moveBy: ([pounds, inches]) => {
      const [weight, height] = app.training.people[who];
      app.move(who, [weight + pounds, height + inches], "quietly");
    },
    moveTo: ([x, y]) => {
      const at = new DOMPoint(x, y).matrixTransform(
        svg.getScreenCTM().inverse(),
      );
      app.move(who, measuresAt(frame(), [at.x, at.y]), "quietly");
    },
  });
  const teachers = Array.from({ length: MOST.people },
    (_, who) => new Mark("", act(who)));
  return [...teachers, ...app.data.strangers.map(() => new Mark("", null))];
}

function showPeople(training, frame, marks) {
  const { samples, next, strangers } = training;
  const all = [...samples, ...Array(MOST.people - samples.length).fill(null),
    ...strangers];
  all.forEach((one, i) => {
    marks[i].group.classList.toggle("pg-away", !one);
    if (!one) return;
    const [x, y] = placeOf(frame, one.measures);
    const [weight, height] = one.measures; // as they were dragged or typed
    const words = `${one.name}, ${weight} lb, ${height} in, `
      + `${one.y_true ? "female" : "male"}, prediction `
      + num(training.predict(one), 3);
    marks[i].show([x, y], { label: one.y_true, isNext: i === next, words });
    const left = i % 2 === 0 ? x > LEFT + 60 : x > RIGHT - 60;
    marks[i].nameOn(left ? "left" : "right", one.name);
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
