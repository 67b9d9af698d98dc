// What a link to the playground says: where the training started, and the
// acts since. Whoever repeats the acts sees the same.

import { PARAMETERS } from "./formulas.js";

export const MOST = {
  steps: 20000, number: 1e9, rate: 1000, measure: 1000, people: 5,
};

/** Describe a fresh start. data: playground.json, what the build made. */
export function fresh(data, start) {
  return {
    start, // an example's name, "seed157", or nine numbers joined by ~
    inputs: "shifted",
    people: data.people.map(({ measures, y_true }) => [...measures, y_true]),
    rate: data.learn_rate,
    acts: [], // each a kind of RULES and its numbers
  };
}

/** Tell the nine start values that a start stands for, or null. */
export function startValues(data, start) {
  const seed = /^seed(\d{1,4})$/.exec(start);
  const list = Object.hasOwn(data.examples, start) ? data.examples[start]
    : seed ? data.seeds[seed[1]] : numbers(start);
  if (list?.length !== PARAMETERS.length || list.includes(null)) return null;
  return Object.fromEntries(PARAMETERS.map((name, i) => [name, list[i]]));
}

const numbers = (text, by = "~") => text.split(by).map(number);

function number(text) {
  const value = text.trim() === "" ? NaN : Number(text);
  return Math.abs(value) <= MOST.number ? value : null;
}

/** Write what was done as the part of a link behind #. */
export function toLink(data, { people, acts, ...done }) {
  const said = new URLSearchParams(done);
  const plain = fresh(data).people;
  if (String(people) !== String(plain)) said.set("people", people.join("~"));
  said.set("acts", acts.map(([kind, ...rest]) => kind + rest.join("_"))
    .join("~"));
  return String(said).replaceAll("%2C", "_").replaceAll("%7E", "~");
}

/** Read such a link; null for what no link of ours says. */
export function fromLink(data, text) {
  const said = Object.fromEntries(new URLSearchParams(text.slice(1)));
  if (!("start" in said)) return null;
  const plain = fresh(data, said.start);
  const read = {
    start: said.start,
    inputs: said.inputs ?? plain.inputs,
    people: said.people?.split("~").map((one) => numbers(one, "_"))
      ?? plain.people,
    rate: "rate" in said ? number(said.rate) : plain.rate,
    acts: (said.acts ?? said.moves ?? "").split("~").filter(Boolean)
      .map((act) => [act[0], ...numbers(act.slice(1), "_")]),
  };
  return isSound(data, read) ? read : null;
}

export const isRate = (value) => value > 0 && value <= MOST.rate;
export const isMeasure = (value) => value > 0 && value <= MOST.measure;
const isWhole = (value, most) => Number.isInteger(value) && value >= 0
  && value <= most;
const isPerson = ([weight, height, label, ...more]) => isMeasure(weight)
  && isMeasure(height) && isWhole(label, 1) && !more.length;

// What the reader can do; there: how many people there are at that time
const RULES = {
  s: ([steps, ...more]) => isWhole(steps, MOST.steps) && !more.length,
  b: ([steps, ...more]) => isWhole(steps, MOST.steps) && !more.length,
  p: ([who, ...more], there) => isWhole(who, there - 1) && !more.length,
  r: ([rate, ...more]) => isRate(rate) && !more.length,
  w: ([which, value, ...more]) => isWhole(which, PARAMETERS.length - 1)
    && Math.abs(value) <= MOST.number && value !== null && !more.length,
  d: ([who, ...one], there) => isPerson(one)
    && isWhole(who, Math.min(there, MOST.people - 1)),
  x: ([who, ...more], there) => who === there - 1 && who === MOST.people - 1
    && !more.length,
};

function isSound(data, { start, inputs, people, rate, acts }) {
  const steps = acts.reduce((n, [kind, v]) => n + (kind === "s" ? v : 0), 0);
  const least = data.people.length;
  let there = people.length;
  return startValues(data, start) && Object.hasOwn(data.inputs, inputs)
    && there >= least && there <= MOST.people && people.every(isPerson)
    && isRate(rate) && steps <= MOST.steps
    && acts.every(([kind, ...rest]) => {
      if (!Object.hasOwn(RULES, kind)) return false;
      if (!RULES[kind](rest, there)) return false;
      if (kind === "d") there = Math.max(there, rest[0] + 1);
      if (kind === "x") there -= 1;
      return true;
    });
}
