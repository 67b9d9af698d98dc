// The network as it stands, and all the steps that led there. No drawing.

import { PARAMETERS, factors, forward, mseLoss, slopesOf, step }
  from "./formulas.js";
import { ME, MOST, fresh, startValues } from "./link.js";

export class Training {
  /** Repeat the moves. done: what a link says. */
  constructor(data, done) {
    this.data = data;
    this.done = structuredClone({ ...done, moves: [] });
    this.people = this.readPeople();
    this.rate = done.rate;
    this.next = 0; // whose turn it is
    this.trail = []; // what was worked out for each step
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

  predict({ x }) {
    return forward(this.parameters, x).y_pred;
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
    const work = this.workOut();
    this.trail.push(work);
    this.parameters = work.moved;
    const { next } = this;
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
    const { p, next, rate } = this.trail.pop();
    Object.assign(this, { parameters: p, next, rate });
    this.losses.pop();
  }

  /** Work the next step out: every value of it, by name. */
  workOut() {
    const { parameters: p, next, rate } = this;
    const { name, x, y_true } = this.people[next];
    const v = forward(p, x);
    const d = factors(p, v, y_true);
    const slopes = slopesOf(d);
    const moved = step(p, slopes, rate);
    const number = this.steps + 1;
    return { number, name, next, p, v, d, slopes, moved, rate, y_true };
  }

  /** The work of the last step, or undefined. */
  get work() {
    return this.trail.at(-1);
  }

  /** Tell whether the reader takes part, with numbers or steps. */
  get withMe() {
    const plain = fresh(this.data).me;
    return this.next === ME
      || this.done.me.some((value, i) => value !== plain[i])
      || this.done.moves.some(([kind, who]) => kind === "p" && who === ME);
  }

  /** Tell whether a person is shown: the reader only after taking part. */
  shows(person) {
    return person !== ME || this.withMe;
  }

  /** Describe a start from here, with changes. */
  branch(changes) {
    const values = PARAMETERS.map((name) => this.parameters[name]);
    const start = this.steps ? values.join("~") : this.done.start;
    const moves = this.next ? [["p", this.next]] : [];
    return { ...this.done, start, rate: this.rate, moves, ...changes };
  }
}

/** Name the parameters with the largest slope: mostly one. */
export function steepest(slopes, names = PARAMETERS) {
  const most = Math.max(...names.map((name) => Math.abs(slopes[name])));
  return names.filter((name) => Math.abs(slopes[name]) === most);
}
