// Pictures that follow the training: the loss, the plane, the predictions.

import { forward } from "./engine.js";
import { ME } from "./state.js";
import { draw, make, num, say } from "./write.js";

const WIDTH = 360;

function picture(name, height, caption) {
  const svg = draw("svg", {
    class: `figure pg-${name}`, viewBox: `0 0 ${WIDTH} ${height}`,
    role: "img",
  });
  const node = make("figure", { class: "pg-part" }, svg,
    make("figcaption", { html: caption }));
  return { svg, node };
}

function words(svg, x, y, anchor = "start") {
  const text = draw("text", { class: "caption", x, y });
  text.classList.add(`pg-${anchor}`);
  svg.append(text);
  return text;
}

/** The mean loss after each step, from the start to now. */
export function lossView() {
  const [left, right, top, bottom] = [44, 350, 20, 160];
  const { svg, node } = picture("loss", 196, "The mean squared error of the "
    + "four people, step by step.");
  svg.append(draw("path", {
    class: "pg-axes", d: `M${left} ${top}V${bottom}H${right}`,
  }));
  const curve = draw("path", { class: "pg-curve" });
  const dot = draw("circle", { class: "pg-dot", r: 4 });
  svg.append(curve, dot);
  const [high, zero] = [words(svg, left - 6, top + 5, "end"),
    words(svg, left - 6, bottom + 5, "end")];
  const [first, last] = [words(svg, left, bottom + 20),
    words(svg, right, bottom + 20, "end")];
  say(zero, "0");
  say(first, "epoch 0");
  return {
    node,
    update({ losses }) {
      const steps = Math.max(losses.length - 1, 40);
      const most = losses.reduce((a, b) => Math.max(a, b), 0.01) * 1.05;
      const place = (i) => [
        (left + ((right - left) * i) / steps).toFixed(1),
        (bottom - ((bottom - top) * losses[i]) / most).toFixed(1),
      ];
      const stride = Math.ceil(losses.length / 300);
      const points = [];
      for (let i = 0; i < losses.length; i += stride) points.push(place(i));
      const end = place(losses.length - 1);
      curve.setAttribute("d", `M${[...points, end].join("L")}`);
      dot.setAttribute("cx", end[0]);
      dot.setAttribute("cy", end[1]);
      say(high, num(most, 2));
      say(last, `epoch ${num(steps / 4, 2)}`);
      svg.setAttribute("aria-label", "The mean squared error goes from "
        + `${num(losses[0])} to ${num(losses.at(-1))}.`);
    },
  };
}

const [LEFT, RIGHT, TOP, BOTTOM] = [34, 352, 22, 222];
const [COLUMNS, ROWS] = [32, 20];

/** The plane of people: what the network predicts everywhere. */
export function planeView() {
  const { svg, node } = picture("plane", 258, "Weight and height. Orange "
    + "circles are female, blue squares male. On the thick line the network "
    + "predicts 0.5; on the line of a hidden neuron, that neuron gives 0.5.");
  const inner = draw("svg", {
    x: LEFT, y: TOP, width: RIGHT - LEFT, height: BOTTOM - TOP,
    viewBox: `${LEFT} ${TOP} ${RIGHT - LEFT} ${BOTTOM - TOP}`,
  });
  const paths = Object.fromEntries(
    ["male", "female", "h1", "h2", "o1"].map((name) => [
      name, draw("path", { class: `pg-${name}` }),
    ]),
  );
  paths.male.setAttribute("d", `M${LEFT} ${TOP}H${RIGHT}V${BOTTOM}H${LEFT}Z`);
  const labels = ["h1", "h2"].map((name) => draw("text", {
    class: `pg-value pg-name-${name}`,
  }));
  inner.append(...Object.values(paths), ...labels);
  svg.append(inner, draw("path", {
    class: "pg-axes", d: `M${LEFT} ${TOP}V${BOTTOM}H${RIGHT}`,
  }));
  say(words(svg, LEFT, 14), "height in inches");
  say(words(svg, RIGHT, BOTTOM + 34, "end"), "weight in pounds");
  const marks = draw("g");
  const ticks = draw("g");
  svg.append(ticks, marks);
  let [drawn, corners] = ["", []];
  return {
    node,
    update(play) {
      const frame = frameOf(play);
      const ground = JSON.stringify([frame, play.people, play.next]);
      if (ground !== drawn) {
        corners = cornersOf(play, frame);
        marks.replaceChildren(...people(play, frame));
        ticks.replaceChildren(...scales(frame));
        drawn = ground;
      }
      const { female, line } = sides(play, corners);
      paths.female.setAttribute("d", female);
      paths.o1.setAttribute("d", line);
      const { w1, w2, w3, w4, b1, b2 } = play.parameters;
      own(play, frame, paths.h1, labels[0], "h₁", [w1, w2, b1], 0.25);
      own(play, frame, paths.h2, labels[1], "h₂", [w3, w4, b2], 0.75);
      svg.setAttribute("aria-label", `Predictions: ${play.people.map((one) => (
        `${one.name} ${num(predict(play, one), 3)}`
      )).join(", ")}.`);
    },
  };
}

/** Everyone is, but the reader only after taking part. */
const isSeen = (play, i) => i !== ME || play.withMe;

function predict({ parameters }, { x }) {
  return forward(parameters, x).y_pred;
}

/** The part of the plane that is shown: all people, and some room. */
function frameOf(play) {
  const range = (axis, room) => {
    const values = play.people.filter((_, i) => isSeen(play, i))
      .map(({ measures }) => measures[axis]);
    return [Math.min(...values) - room, Math.max(...values) + room];
  };
  return { weight: range(0, 14), height: range(1, 4) };
}

function placeOf({ weight: [w0, w1], height: [h0, h1] }, [weight, height]) {
  return [
    LEFT + ((RIGHT - LEFT) * (weight - w0)) / (w1 - w0),
    BOTTOM - ((BOTTOM - TOP) * (height - h0)) / (h1 - h0),
  ];
}

function people(play, frame) {
  return play.people.map((one, i) => {
    if (!isSeen(play, i)) return "";
    const [x, y] = placeOf(frame, one.measures);
    const stranger = i > ME;
    const mark = stranger ? draw("path", { d: `M${x} ${y - 6}l6 6l-6 6l-6-6Z` })
      : one.y_true ? draw("circle", { cx: x, cy: y, r: 6 })
        : draw("rect", { x: x - 6, y: y - 6, width: 12, height: 12 });
    const kind = stranger ? "stranger" : one.y_true ? "is-f" : "is-m";
    mark.setAttribute("class", `pg-${kind}${i === play.next ? " pg-next" : ""}`);
    const side = i % 2 ? "start" : "end";
    const text = draw("text", {
      class: `pg-value pg-${side}`, x: x + (i % 2 ? 10 : -10), y: y + 4,
    }, one.name);
    return draw("g", {}, mark, text);
  });
}

function scales({ weight, height }) {
  const marks = [];
  for (const value of round(weight)) {
    const [x] = placeOf({ weight, height }, [value, 0]);
    marks.push(draw("text", { class: "caption", x, y: BOTTOM + 17 },
      String(value)));
  }
  for (const value of round(height)) {
    const [, y] = placeOf({ weight, height }, [0, value]);
    marks.push(draw("text", { class: "caption pg-end", x: LEFT - 6, y: y + 5 },
      String(value)));
  }
  return marks;
}

/** A few round numbers inside a range. */
function round([from, to]) {
  const size = (to - from) / 4;
  const ten = 10 ** Math.floor(Math.log10(size));
  const by = ten * [1, 2, 5, 10].find((n) => n * ten >= size);
  const found = [];
  for (let n = Math.ceil(from / by); n * by < to; n++) found.push(n * by);
  return found;
}

/** The corners of the cells of the plane: their inputs and places. */
function cornersOf(play, frame) {
  const corners = [];
  const between = ([from, to], share) => from + (to - from) * share;
  for (let row = 0; row <= ROWS; row++) {
    for (let column = 0; column <= COLUMNS; column++) {
      const measures = [between(frame.weight, column / COLUMNS),
        between(frame.height, row / ROWS)];
      const place = placeOf(frame, measures);
      const text = written(place); // which takes longer than the network
      corners.push({ x: play.toInputs(measures), place, text });
    }
  }
  return corners;
}

/** Find the side of F, and the line that ends it, cell by cell. */
function sides(play, corners) {
  const values = corners.map(({ x }) => forward(play.parameters, x).sum_o1);
  const path = { female: "", line: "" };
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const at = row * (COLUMNS + 1) + column;
      cell(path, [at, at + 1, at + COLUMNS + 2, at + COLUMNS + 1], values,
        corners);
    }
  }
  return path;
}

/** Walk round a cell, and keep what predicts more than 0.5. */
function cell(path, around, values, corners) {
  const kept = [];
  const crossed = [];
  around.forEach((a, n) => {
    const b = around[(n + 1) % 4];
    if (values[a] > 0) kept.push(corners[a].text);
    if ((values[a] > 0) === (values[b] > 0)) return;
    const share = values[a] / (values[a] - values[b]);
    const point = written(corners[a].place.map(
      (side, i) => side + share * (corners[b].place[i] - side),
    ));
    kept.push(point);
    crossed.push(point);
  });
  if (kept.length) path.female += `M${kept.join("L")}Z`;
  if (crossed.length) path.line += `M${crossed.slice(0, 2).join("L")}`;
}

const written = ([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** The straight line on which a hidden neuron's weighted sum is 0. */
function own(play, frame, path, label, name, [a, b, c], share) {
  const { shift, scale } = play.data.inputs[play.done.inputs];
  const [p, q] = [a / scale[0], b / scale[1]];
  const r = c - p * shift[0] - q * shift[1];
  const { weight: [w0, w1], height: [h0, h1] } = frame;
  const steep = Math.abs(p) * (w1 - w0) > Math.abs(q) * (h1 - h0);
  const at = (t) => {
    if (steep) {
      const height = h0 + t * (h1 - h0);
      return placeOf(frame, [-(q * height + r) / p, height]);
    }
    const weight = w0 + t * (w1 - w0);
    return placeOf(frame, [weight, -(p * weight + r) / q]);
  };
  const ends = [at(0), at(1)];
  const there = ends.flat().every((value) => Math.abs(value) < 1e5);
  path.setAttribute("d", there ? `M${ends.map(written).join("L")}` : "");
  const [x, y] = there ? at(share) : [0, -99];
  say(label, name);
  label.setAttribute("x", (x + 9).toFixed(1));
  label.setAttribute("y", (y - 5).toFixed(1));
}

/** What the network says about everyone. */
export function predictionsView(app) {
  const head = ["person", "label", "prediction", "answer"];
  const rows = app.play.people.map(() => make("tr", {}, make("th", {
    scope: "row",
  }), make("td"), make("td"), make("td")));
  const node = make("div", { class: "pg-part pg-predictions" },
    make("table", { class: "pg-answers" },
      make("caption", { html: "Predictions" }),
      make("thead", { html: `<tr>${head.map((name) => (
        `<th scope="col">${name}</th>`
      )).join("")}</tr>` }),
      make("tbody", {}, ...rows)));
  return {
    node,
    update(play) {
      play.people.forEach((one, i) => {
        const y = predict(play, one);
        const texts = [one.name, one.y_true ?? "", num(y, 3),
          y > 0.5 ? "female" : y < 0.5 ? "male" : "undecided"];
        texts.forEach((text, n) => say(rows[i].children[n], String(text)));
        rows[i].hidden = !isSeen(play, i);
        rows[i].classList.toggle("pg-wrong", i < ME
          && (y > 0.5) !== Boolean(one.y_true));
      });
    },
  };
}
