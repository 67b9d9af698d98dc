// The network as it stands, and all the steps that led there. No drawing.

import { PARAMETERS, factors, forward, mseLoss, slopesOf, step }
  from "./formulas.js";
import { MOST, startValues } from "./link.js";

const ACTS = {
  s: (training, steps) => { while (steps--) training.step(); },
  b: (training, steps) => { while (steps--) training.back(); },
  p: (training, who) => training.choose(who),
  r: (training, rate) => training.setRate(rate),
  w: (training, which, value) => training.edit(PARAMETERS[which], value),
  d: (training, who, ...one) => training.move(who, one),
  x: (training) => training.leave(),
};

export class Training {
  /** Repeat all acts. done: what a link says. */
  constructor(data, done) {
    this.data = data;
    this.done = { ...done, acts: [] };
    this.people = done.people; // who teaches: weight, height, label
    this.rate = done.rate;
    this.next = done.next ?? 0; // whose turn it is
    this.trail = []; // what was worked out for each step
    this.parameters = startValues(data, done.start);
    this.samples = this.asSamples();
    this.losses = [this.loss()];
    this.jumps = []; // where the reader changed something: step, loss before
    this.left = null; // where the reader went back: from a step, its losses
    for (const [kind, ...rest] of done.acts) ACTS[kind](this, ...rest);
  }

  /** Name the people, and prepare their measurements as inputs. */
  asSamples() {
    return this.people.map(([weight, height, y_true], i) => {
      const name = this.data.people[i]?.name ?? "You";
      const measures = [weight, height];
      return { name, measures, y_true, x: this.toInputs(measures) };
    });
  }

  /** Those whom nobody teaches the network. */
  get strangers() {
    return this.data.strangers.map((one) => (
      { ...one, x: this.toInputs(one.measures) }
    ));
  }

  toInputs(measures) {
    const { shift, scale } = this.data.inputs[this.done.inputs];
    return measures.map((value, i) => (value - shift[i]) / scale[i]);
  }

  loss() {
    return mseLoss(this.parameters, this.samples);
  }

  predict({ x }) {
    return forward(this.parameters, x).y_pred;
  }

  get steps() {
    return this.trail.length;
  }

  get epochs() {
    return this.steps / this.people.length;
  }

  /** The work of the last step, or undefined. */
  get work() {
    return this.trail.at(-1);
  }

  step() {
    if (this.steps >= MOST.steps) return;
    const work = this.workOut();
    this.trail.push(work);
    this.parameters = work.moved;
    this.next = (this.next + 1) % this.people.length;
    this.losses.push(this.loss());
    const last = this.done.acts.at(-1);
    if (last?.[0] === "s") last[1] += 1;
    else this.done.acts.push(["s", 1]);
  }

  /** Work the next step out: every value of it, by name. */
  workOut() {
    const { parameters: p, people, next, rate } = this;
    const { name, x, y_true } = this.samples[next];
    const v = forward(p, x);
    const d = factors(p, v, y_true);
    const slopes = slopesOf(d);
    const moved = step(p, slopes, rate);
    const number = this.steps + 1;
    const who = { name, y_true, people, next };
    return { number, ...who, rate, p, v, d, slopes, moved };
  }

  /** Finish the round, so that Alice is next. */
  epoch() {
    do this.step(); while (this.next && this.steps < MOST.steps);
  }

  /** Undo the last step, and what was chosen after it. */
  back() {
    if (!this.steps) return;
    const { acts } = this.done;
    const goesOn = acts.at(-1)[0] === "b";
    if (!goesOn) this.forget();
    const { p, people, next, rate } = this.trail.pop();
    Object.assign(this, { parameters: p, next, rate });
    this.setPeople(people);
    const lost = this.losses.pop();
    this.left = { from: this.steps, losses: [lost,
      ...(goesOn ? this.left.losses : [])] };
    this.jumps = this.jumps.filter(({ at }) => at <= this.steps);
    if (goesOn) acts.at(-1)[1] += 1;
    else acts.push(["b", 1]);
  }

  /** Take out of the acts where the reader went back before, and what came
      after the last step: going back leaves one trace, the last. */
  forget() {
    const { acts } = this.done;
    const at = acts.findIndex(([kind]) => kind === "b");
    if (at >= 0) {
      const [before, after] = [acts.slice(0, at), acts.slice(at + 1)];
      for (let lost = acts[at][1]; lost; lost -= 1) undo(before);
      acts.splice(0, acts.length, ...before, ...after);
    }
    while (acts.at(-1)[0] !== "s") acts.pop();
  }

  choose(who) {
    if (who === this.next) return;
    this.next = who;
    this.note("p", who);
  }

  setRate(rate) {
    if (rate === this.rate) return;
    this.rate = rate;
    this.note("r", rate);
  }

  edit(name, value) {
    this.jump();
    this.parameters = { ...this.parameters, [name]: value };
    this.losses[this.steps] = this.loss();
    this.note("w", PARAMETERS.indexOf(name), value);
  }

  /** Give a person other measurements or another label, or add one. */
  move(who, one) {
    this.jump();
    this.setPeople(Object.assign([...this.people], { [who]: one }));
    this.losses[this.steps] = this.loss();
    this.note("d", who, ...one);
  }

  /** Let the last person go, who was added. */
  leave() {
    this.jump();
    const who = this.people.length - 1;
    if (this.next === who) this.choose(0);
    this.setPeople(this.people.slice(0, who));
    this.losses[this.steps] = this.loss();
    this.note("x", who);
  }

  setPeople(people) {
    if (people === this.people) return;
    this.people = people;
    this.samples = this.asSamples();
  }

  /** Keep what the loss was before the reader changes something. */
  jump() {
    if (this.jumps.at(-1)?.at === this.steps) return;
    this.jumps.push({ at: this.steps, before: this.losses[this.steps] });
  }

  /** Write an act down; of those alike since the last step, one is enough. */
  note(kind, ...rest) {
    const { acts } = this.done;
    const since = acts.findLastIndex(([each]) => each === "s" || each === "b");
    const alike = acts.findLastIndex((act, i) => i > since
      && act[0] === kind && ((kind !== "w" && kind !== "d")
        || act[1] === rest[0]));
    const mayStay = kind === "w"
      || (kind === "d" && !acts.slice(alike).some(([each]) => each === "x"));
    if (alike >= 0 && mayStay) acts[alike] = [kind, ...rest];
    else acts.push([kind, ...rest]);
    if (alike >= 0 && (kind === "p" || kind === "r")) acts.splice(alike, 1);
  }

  /** Describe a start afresh, with changes: with the same people and rate,
      and with the parameters that were set before the first step. */
  afresh(changes) {
    const { done, people, rate } = this;
    const first = done.acts.findIndex(([kind]) => kind === "s");
    const acts = done.acts.slice(0, first < 0 ? undefined : first)
      .filter(([kind]) => kind === "w");
    return { ...done, people, rate, acts, ...changes };
  }
}

/** Take the last step out of a list of acts, and what came after it. */
function undo(acts) {
  while (acts.at(-1)[0] !== "s") acts.pop();
  acts.at(-1)[1] -= 1;
  if (!acts.at(-1)[1]) acts.pop();
}

/** Name the parameters with the largest slope: mostly one. */
export function steepest(slopes, names = PARAMETERS) {
  const most = Math.max(...names.map((name) => Math.abs(slopes[name])));
  return names.filter((name) => Math.abs(slopes[name]) === most);
}
