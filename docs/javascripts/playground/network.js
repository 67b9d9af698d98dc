// The network of the figure, with every value on it; parameters can be
// dragged, or changed by the arrow keys.

import { PARAMETERS, forward } from "./engine.js";
import { draw, num, say } from "./write.js";

const PIXELS = 40; // of dragging, for a change of 1

// Where values stand, in units of the picture, and what they are
const VALUES = {
  x1: [40, 100, (v) => v.x1],
  x2: [40, 176, (v) => v.x2],
  h1: [180, 117, (v) => v.h1],
  h2: [180, 159, (v) => v.h2],
  s1: [180, 102, (v) => v.sum_h1],
  s2: [180, 174, (v) => v.sum_h2],
  s3: [318, 172, (v) => v.sum_o1],
  y: [318, 187, (v) => v.y_pred],
  L: [318, 210, (v, y_true) => (y_true - v.y_pred) ** 2],
};
const SIGNS = { x1: "", x2: "", s1: "s₁ = ", s2: "s₂ = ", s3: "s₃ = ",
  h1: "h₁ = ", h2: "h₂ = ", y: "o₁ = ", L: "L = " };

export function networkView(app) {
  const holder = document.createElement("template");
  holder.innerHTML = app.data.figure;
  const svg = holder.content.firstChild;
  svg.setAttribute("role", "group");
  svg.setAttribute("aria-label", "The network. Each parameter can be dragged "
    + "sideways, or changed with the arrow keys.");
  const values = {};
  for (const [name, [x, y]] of Object.entries(VALUES)) {
    values[name] = draw("text", { class: "pg-value", x, y });
    svg.append(values[name]);
  }
  const knobs = PARAMETERS.map((name) => knob(app, svg, name));
  svg.append(...knobs.map(({ group }) => group)); // above all edges
  return {
    node: svg,
    update(play) {
      for (const each of knobs) each.update(play.parameters[each.name]);
      const { x, y_true } = play.people[play.next];
      const v = forward(play.parameters, x);
      for (const name of Object.keys(VALUES)) {
        say(values[name], SIGNS[name] + num(VALUES[name][2](v, y_true)));
      }
    },
  };
}

/** One parameter on its edge: a name, a value, and a way to change it. */
function knob(app, svg, name) {
  const edge = svg.querySelector(`[data-parameter=${name}]`);
  const label = edge.querySelector("text");
  const [x, y] = ["x", "y"].map((side) => Number(label.getAttribute(side)));
  const [left, top] = name === "b3" ? [x, y - 18]
    : name[0] === "b" ? [x + 43, y - 1] : [x, y + 15];
  const text = draw("text", { class: "pg-value", x: left, y: top });
  const hit = draw("rect", {
    x: x - 29, y: Math.min(y, top) - (top > y ? 18 : 14), rx: 6,
    width: left - x + 58, height: Math.abs(top - y) + 22,
  });
  const group = draw("g", {
    class: "pg-knob", role: "spinbutton", tabindex: 0, "aria-label": name,
  }, hit, label, text);
  group.addEventListener("keydown", (event) => onKey(app, name, event));
  group.addEventListener("pointerdown", (event) => drag(app, name, event));
  return {
    name,
    group,
    update(value) {
      say(text, num(value));
      group.setAttribute("aria-valuenow", value);
      group.setAttribute("aria-valuetext", num(value));
      edge.classList.toggle("pg-negative", value < 0);
      // How strong a connection is shows in its width.
      const width = 0.8 + Math.min(Math.abs(value), 6) * 0.8;
      edge.style.setProperty("--pg-width", `${width.toFixed(1)}px`);
    },
  };
}

function onKey(app, name, event) {
  const size = event.shiftKey ? 1 : 0.1;
  const by = { ArrowUp: size, ArrowRight: size, PageUp: 1,
    ArrowDown: -size, ArrowLeft: -size, PageDown: -1 }[event.key];
  const set = { Home: 0 }[event.key];
  if (by === undefined && set === undefined) return;
  event.preventDefault();
  app.edit(name, set ?? rounded(app.play.parameters[name] + by));
}

function drag(app, name, event) {
  const { currentTarget: group, clientX: from, pointerId } = event;
  const value = app.play.parameters[name];
  let last = value;
  const move = ({ clientX }) => {
    const to = rounded(value + (clientX - from) / PIXELS);
    if (clientX !== from && to !== last) app.edit(name, last = to, "quietly");
  };
  group.setPointerCapture(pointerId);
  group.addEventListener("pointermove", move);
  const stop = () => {
    group.removeEventListener("pointermove", move);
    if (last !== value) app.edit(name, last);
  };
  group.addEventListener("lostpointercapture", stop, { once: true });
}

const rounded = (value) => Math.round(value * 1000) / 1000;
