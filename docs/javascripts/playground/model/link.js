// What a link to the playground says: where the network started, and the
// moves since. Whoever repeats the moves sees the same.

import { PARAMETERS } from "./formulas.js";

export const ME = 4; // the place of the reader, behind the four people
export const MOST = { steps: 20000, number: 1e9, rate: 1000, measure: 1000 };

/** Describe a fresh start. data: playground.json, what the build made. */
export function fresh(data, start) {
  const [weight, height] = data.shift;
  return {
    start, // an example's name, "seed157", or nine numbers joined by ~
    inputs: "shifted",
    me: [weight, height, 1],
    rate: data.learn_rate,
    moves: [], // ["p", person], ["r", learning rate] or ["s", steps]
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

const numbers = (text) => text.split("~").map((each) => number(each));

function number(text, most = MOST.number) {
  const value = text.trim() === "" ? NaN : Number(text);
  return Math.abs(value) <= most ? value : null;
}

/** Write what was done as the part of a link behind #. */
export function toLink({ me, moves, ...done }) {
  return new URLSearchParams({
    ...done,
    me: me.join("~"),
    moves: moves.map(([kind, value]) => kind + value).join("~"),
  }).toString();
}

/** Read such a link; null for what no link of ours says. */
export function fromLink(data, text) {
  const said = Object.fromEntries(new URLSearchParams(text.slice(1)));
  if (!("start" in said)) return null;
  const plain = fresh(data, said.start);
  const read = {
    start: said.start,
    inputs: said.inputs ?? plain.inputs,
    me: "me" in said ? numbers(said.me) : plain.me,
    rate: "rate" in said ? number(said.rate) : plain.rate,
    moves: (said.moves ?? "").split("~").filter(Boolean)
      .map((move) => [move[0], number(move.slice(1))]),
  };
  return isSound(data, read) ? read : null;
}

export const isRate = (value) => value > 0 && value <= MOST.rate;
export const isMeasure = (value) => value > 0 && value <= MOST.measure;
const isWhole = (value, most) => Number.isInteger(value) && value >= 0
  && value <= most;

const RULES = {
  p: (value) => isWhole(value, ME),
  r: isRate,
  s: (value) => isWhole(value, MOST.steps),
};

function isSound(data, { start, inputs, me, rate, moves }) {
  const steps = moves.reduce((n, [kind, v]) => n + (kind === "s" ? v : 0), 0);
  return startValues(data, start) && Object.hasOwn(data.inputs, inputs)
    && me.length === 3 && isMeasure(me[0]) && isMeasure(me[1])
    && isWhole(me[2], 1) && isRate(rate) && steps <= MOST.steps
    && moves.every(isMove);
}

function isMove([kind, value]) {
  return Object.hasOwn(RULES, kind) && RULES[kind](value);
}
