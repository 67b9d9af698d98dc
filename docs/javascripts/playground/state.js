// What the reader did, as data: where the network started, and the moves
// since. Whoever repeats the moves sees the same, so a link holds them all.

import { PARAMETERS, mseLoss, step } from "./engine.js";

export const ME = 4; // the place of the reader, behind the four people
export const MOST = { steps: 20000, number: 1e9, rate: 1000 };
export const EXAMPLES = ["worked", "zeros", "equal"];

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
  const list = EXAMPLES.includes(start) ? data.examples[start]
    : seed ? data.seeds[seed[1]]
      : start.split("~").map((text) => number(text));
  if (list?.length !== PARAMETERS.length || list.includes(null)) return null;
  return Object.fromEntries(PARAMETERS.map((name, i) => [name, list[i]]));
}

function number(text, most = MOST.number) {
  const value = text.trim() === "" ? NaN : Number(text);
  return Math.abs(value) <= most ? value : null;
}

/** Write what was done as the part of a link behind #. */
export function toLink(done) {
  const moves = done.moves.map(([kind, value]) => kind + value).join("~");
  return new URLSearchParams({
    start: done.start,
    inputs: done.inputs,
    me: done.me.join("~"),
    rate: done.rate,
    moves,
  }).toString();
}

/** Read such a link; null for what no link of ours says. */
export function fromLink(data, text) {
  const said = new URLSearchParams(text.replace(/^#/, ""));
  if (!said.has("start")) return null;
  const plain = fresh(data, said.get("start"));
  const read = {
    start: plain.start,
    inputs: said.get("inputs") ?? plain.inputs,
    me: said.has("me") ? said.get("me").split("~").map((n) => number(n))
      : plain.me,
    rate: said.has("rate") ? number(said.get("rate"), MOST.rate) : plain.rate,
    moves: (said.get("moves") || "").split("~").filter(Boolean).map(move),
  };
  return isSound(data, read) ? read : null;
}

function move(text) {
  return [text[0], number(text.slice(1))];
}

function isSound(data, { start, inputs, me, rate, moves }) {
  const whole = (value, most) => Number.isInteger(value) && value >= 0
    && value <= most;
  const rule = {
    p: (value) => whole(value, ME),
    r: isRate,
    s: (value) => whole(value, MOST.steps),
  };
  const steps = moves.reduce((n, [kind, v]) => n + (kind === "s" ? v : 0), 0);
  return startValues(data, start) && Object.hasOwn(data.inputs, inputs)
    && me.length === 3 && isMeasure(me[0]) && isMeasure(me[1])
    && (me[2] === 0 || me[2] === 1) && isRate(rate)
    && moves.every(([kind, v]) => Object.hasOwn(rule, kind) && rule[kind](v))
    && steps <= MOST.steps;
}

export const isRate = (value) => value > 0 && value <= MOST.rate;
export const isMeasure = (value) => value > 0 && value <= 1000;

/** Play the moves: the network as it stands, and all it went through. */
export class Play {
  constructor(data, done) {
    this.data = data;
    this.done = structuredClone({ ...done, moves: [] });
    this.people = this.readPeople();
    this.rate = done.rate;
    this.next = 0; // whose turn it is
    this.trail = []; // before each step: parameters, person, learning rate
    this.parameters = startValues(data, done.start);
    this.losses = [this.loss()];
    for (const [kind, value] of done.moves) this.repeat(kind, value);
  }

  repeat(kind, value) {
    if (kind === "p") this.choose(value);
    if (kind === "r") this.setRate(value);
    if (kind === "s") for (let i = 0; i < value; i++) this.step();
  }

  /** Prepare the measurements as inputs. */
  readPeople() {
    const [weight, height, y_true] = this.done.me;
    const me = { name: "You", measures: [weight, height], y_true };
    return [...this.data.people, me, ...this.data.strangers].map((one) => ({
      ...one,
      x: this.toInputs(one.measures),
    }));
  }

  toInputs(measures) {
    const { shift, scale } = this.data.inputs[this.done.inputs];
    return measures.map((value, i) => (value - shift[i]) / scale[i]);
  }

  loss() {
    return mseLoss(this.parameters, this.people.slice(0, ME));
  }

  choose(person) {
    if (person === this.next) return;
    this.next = person;
    this.note("p", person);
  }

  setRate(rate) {
    if (rate === this.rate) return;
    this.rate = rate;
    this.note("r", rate);
  }

  note(kind, value) {
    const { moves } = this.done;
    if (moves.at(-1)?.[0] === kind) moves.pop();
    moves.push([kind, value]);
  }

  get steps() {
    return this.trail.length;
  }

  step() {
    if (this.steps >= MOST.steps) return;
    const { parameters, next, rate } = this;
    const { x, y_true } = this.people[next];
    this.trail.push({ parameters, next, rate });
    this.parameters = step(parameters, x, y_true, rate);
    this.next = next < ME - 1 ? next + 1 : 0;
    this.losses.push(this.loss());
    const last = this.done.moves.at(-1);
    if (last?.[0] === "s") last[1] += 1;
    else this.done.moves.push(["s", 1]);
  }

  /** Finish the round, so that Alice is next. */
  epoch() {
    if (this.next === ME) this.choose(0);
    do this.step(); while (this.next && this.steps < MOST.steps);
  }

  /** Undo the last step, and what was chosen after it. */
  back() {
    if (!this.steps) return;
    const { moves } = this.done;
    while (moves.at(-1)[0] !== "s") moves.pop();
    moves.at(-1)[1] -= 1;
    if (!moves.at(-1)[1]) moves.pop();
    Object.assign(this, this.trail.pop());
    this.losses.pop();
  }

  /** Tell whether the reader takes part, with numbers or steps. */
  get withMe() {
    const plain = fresh(this.data).me;
    return this.next === ME
      || this.done.me.some((value, i) => value !== plain[i])
      || this.done.moves.some(([kind, who]) => kind === "p" && who === ME);
  }

  /** Tell whether the last move was a step, not a choice for the next. */
  get stepped() {
    return this.done.moves.at(-1)?.[0] === "s";
  }

  /** What to explain: the step just made, or else the coming one. */
  get shown() {
    const { parameters, next, rate } = this;
    return this.stepped ? this.trail.at(-1) : { parameters, next, rate };
  }

  /** What a change of the ground starts from: here, with changes. */
  branch(changes) {
    const values = PARAMETERS.map((name) => this.parameters[name]);
    const start = this.steps ? values.join("~") : this.done.start;
    const moves = this.next ? [["p", this.next]] : [];
    return { ...this.done, start, rate: this.rate, moves, ...changes };
  }
}
