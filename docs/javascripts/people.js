// The form "Is it you?": what two trained networks and 1,629 people say of a
// weight and a height. The people are fetched when the reader first asks;
// nothing is kept, and nothing is sent.

const POUND = 0.45359237; // kilograms
const INCH = 2.54; // centimetres
const WORDS = {
  four: "The network that four people taught",
  many: "The network that many taught",
};
const SVG = "http://www.w3.org/2000/svg";

function mount() {
  const form = document.querySelector("form.people-form");
  if (!form) return;
  const { href } = document.querySelector("a.people-data");
  let data; // a promise, shared by all later questions
  form.hidden = false;
  form.addEventListener("change", ({ target }) => {
    if (target.name === "units") convert(form.elements);
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const person = asked(form.elements);
    try {
      data ??= load(href);
      show(form, person, await data);
    } catch (error) {
      data = undefined; // the next try asks again
      say(form, [`The people could not be loaded (${error.message}).`]);
    }
  });
}

async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return unpacked(await answer.json());
}

// Heights come in microns, as steps from one to the next,
// weights in tens of grams; the file people.csv has them so.
export function unpacked(data) {
  for (const sex of ["women", "men"]) {
    let height = 0;
    data[sex] = data[sex].weight.map((weight, n) => {
      height += data[sex].height[n];
      return [weight / 100 / POUND, height / 10_000 / INCH];
    });
  }
  return data;
}

function asked({ units, weight, height }) {
  const [w, h] = [weight.valueAsNumber, height.valueAsNumber];
  return units.value === "metric" ? [w / POUND, h / INCH] : [w, h];
}

// The same person in the other units.
function convert({ units, weight, height }) {
  const metric = units.value === "metric";
  for (const [field, unit] of [
    [weight, POUND],
    [height, INCH],
  ]) {
    const factor = metric ? unit : 1 / unit;
    // There and back again the limits must not creep: tenths do not.
    for (const [name, parts] of [["min", 10], ["max", 10], ["value", 100]]) {
      const old = field[name];
      if (old) field[name] = Math.round(old * factor * parts) / parts;
    }
  }
}

/* What there is to say of a person: [pounds, inches]. */
export function answers(person, { networks, near, women, men }) {
  const outputs = {};
  for (const name in networks) outputs[name] = output(person, networks[name]);
  const isNear = (other) =>
    other.every((each, n) => Math.abs(each - person[n]) <= near[n]);
  return {
    outputs,
    women: women.filter(isNear).length,
    men: men.filter(isNear).length,
  };
}

function output(person, { shift, scale, parameters }) {
  const [x1, x2] = person.map((each, n) => (each - shift[n]) / scale[n]);
  const [w1, w2, w3, w4, w5, w6, b1, b2, b3] = parameters;
  const f = (x) => 1 / (1 + Math.exp(-x));
  const h1 = f(w1 * x1 + w2 * x2 + b1);
  const h2 = f(w3 * x1 + w4 * x2 + b2);
  return f(w5 * h1 + w6 * h2 + b3);
}

function show(form, person, data) {
  const { outputs, women, men } = answers(person, data);
  const lines = Object.entries(outputs).map(
    ([name, o1]) =>
      `${WORDS[name]} answers ${o1.toFixed(3)}: ` +
      `${o1 > 0.5 ? "female" : "male"}.`,
  );
  const [pounds, inches] = data.near;
  const all = data.women.length + data.men.length;
  lines.push(
    `Of the ${all.toLocaleString("en")} people, ${women + men} ` +
      `are within ${pounds} pounds and ${inches} inch of that: ` +
      `${women} female, ${men} male.`,
    mark(person)
      ? "The ring in the picture below shows the place."
      : "The place lies outside the picture below.",
  );
  say(form, lines);
}

function say(form, lines) {
  const box = form.querySelector("output");
  box.replaceChildren(...lines.flatMap((each) => [each, make("br")]));
}

function make(tag) {
  return document.createElement(tag);
}

// Put a ring into the picture, and tell whether the place is in it.
function mark(person) {
  const plane = document.querySelector("svg.figure-people_both");
  plane.querySelector(".seed-ring")?.remove();
  // What the axes show, and where: left to right, then bottom to top
  const [x0, x1, y0, y1, left, right, bottom, top] =
    plane.dataset.axes.split(" ").map(Number);
  const x = (person[0] - x0) / (x1 - x0);
  const y = (person[1] - y0) / (y1 - y0);
  if (Math.min(x, y) < 0 || Math.max(x, y) > 1) return false;
  const ring = document.createElementNS(SVG, "circle");
  ring.setAttribute("class", "seed-ring");
  ring.setAttribute("cx", left + x * (right - left));
  ring.setAttribute("cy", bottom + y * (top - bottom));
  ring.setAttribute("r", 9);
  plane.append(ring);
  return true;
}

window.document$?.subscribe(mount); // each time that Material shows a page
