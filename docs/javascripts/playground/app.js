// One playground: its views, and what the reader's acts do to the training.

import { follow, held, isMeant, keep } from "./address.js";
import { arrange } from "./arrange.js";
import { button, make, say } from "./parts/element.js";
import { MOST, fresh, isMeasure, startValues, toLink } from "./model/link.js";
import { Training, steepest } from "./model/training.js";
import { run } from "./run.js";
import { where } from "./views/toolbar.js";
import { num, signed } from "./parts/write.js";

const PAGE = new URL("beyond/playground/", import.meta.url);

export class Playground {
  /** Make all parts; the page has them when show() is called. Each of the two
      keeps a phone busy, and lets it draw and listen in between. */
  constructor(element, data) {
    Object.assign(this, { data, element, speed: 1000, running: null });
    this.full = element.dataset.views === "all";
    this.done = this.full ? held(data) : null;
    this.begun = begun(data, element.dataset);
    this.training = new Training(data, this.done ?? this.begun);
    this.ending = new AbortController(); // takes all listeners away
    this.before = [...element.childNodes];
    this.message = make("p", { role: "status", class: "pg-message" });
    const foot = this.full
      ? [button("Copy a link", () => this.copy("link")),
        button("Copy for a page of yours", () => this.copy("frame"))]
      : [this.link = make("a", {}, "Open this in the full playground")];
    this.parts = [...arrange(this),
      make("div", { class: "pg-foot" }, ...foot, this.message)];
  }

  show() {
    const { done, element, ending, full } = this;
    if (ending.signal.aborted) return; // the reader has left
    if (full) follow((pressed) => this.open(pressed), ending.signal);
    this.update();
    element.replaceChildren(...this.parts);
    // Paper shows what stood here before.
    if (!full) {
      element.append(make("div", { class: "pg-before" }, ...this.before));
    }
    element.classList.add("pg-live");
    if (full && !done && isMeant()) {
      this.announce("This link holds nothing that can be opened.", true);
    }
    if (!full) this.keep(); // the page's own address stays, till an act
    if (done) element.scrollIntoView();
  }

  update() {
    const { training } = this;
    for (const { node, slow, update } of Object.values(this.views)) {
      // Nobody can read these while they change many times a second.
      const waits = Boolean(slow && this.running && this.speed > 1);
      node.classList.toggle("pg-waits", waits);
      if (!waits) update(training, training.work);
    }
  }

  /** Show what the address holds; pressed: the button of an experiment. */
  open(pressed) {
    const done = held(this.data);
    if (!done) return;
    this.replace(done, "Set up. ");
    this.tabs.offer("question", Boolean(pressed));
    this.tabs.select(pressed ? "question" : "why");
    if (pressed) this.views.question.ask(pressed);
    this.element.scrollIntoView();
    this.views.toolbar.node.querySelector("button")
      .focus({ preventScroll: true });
  }

  /** Give the reader the link, or the same inside a frame. */
  async copy(what) {
    this.keep();
    const here = new URL(location.href);
    here.search = what === "frame" ? "?embed" : "";
    const text = what === "frame" ? `<iframe src="${here}" `
      + 'title="A neural network to work by hand" width="100%" height="800">'
      + "</iframe>" : String(here);
    const name = what === "frame" ? "The iframe" : "The link";
    try {
      await navigator.clipboard.writeText(text);
      this.announce(`${name} is copied. It opens what you see now.`, true);
    } catch {
      this.announce(`Copying is not allowed here. ${name}: ${text}`, true);
    }
  }

  keep() {
    const { data, done } = this.training;
    if (this.full) keep(this.training);
    else this.link.href = `${PAGE}#${toLink(data, done)}`;
  }

  /** Tell a screen reader, or everyone where nothing else shows it. */
  announce(text, toAll = false) {
    this.message.classList.toggle("pg-unseen", !toAll);
    say(this.message, text);
  }

  /** Show, keep and announce what a single act has led to. */
  settle(words = "") {
    this.update();
    this.keep();
    const { losses, next, samples } = this.training;
    this.announce(words + (this.views.train?.said()
      ?? `${where(this.training)}, mean loss ${num(losses.at(-1))}. Next: `
      + `${samples[next].name}.`));
  }

  act(what) {
    this.stop();
    this.training[what]();
    this.settle(what === "step" ? summary(this.training.work) : "");
  }

  replace(done, words = "") {
    this.stop();
    this.training = new Training(this.data, done);
    this.settle(words);
  }

  /** Go back to how this place began. */
  restart() {
    this.replace(this.begun, "As on the page. ");
  }

  reset() {
    this.replace(this.training.afresh({}), "Reset. ");
  }

  /** kind: an example, "seed" for the seed of all pages, or "seed7". */
  begin(kind) {
    const start = kind === "seed" ? `seed${this.data.seed}` : kind;
    this.replace(this.training.afresh({ start, acts: [] }), "Started. ");
  }

  inputs(inputs) { // a fair comparison starts alike
    this.replace(this.training.afresh({ inputs }), "Started again. ");
  }

  /** Change something by hand; quietly: while it is being dragged. */
  change(words, quietly, act) {
    this.stop();
    act(this.training);
    if (!quietly) return this.settle(words);
    this.words = words;
    this.update();
  }

  /** Keep and announce what was changed quietly. */
  settleChange() {
    this.settle(this.words);
  }

  edit(name, value, quietly) {
    const values = { ...this.training.parameters, [name]: value };
    if (!startValues(this.data, Object.values(values).join("~"))) return;
    this.change(`${name} is ${num(value)}. `, quietly,
      (training) => training.edit(name, value));
  }

  /** Give a person other measurements, to half a pound and half an inch. */
  move(who, [weight, height, label = this.training.people[who][2]], quietly) {
    const measures = [weight, height].map((value) => (
      quietly ? Math.round(value * 2) / 2 : value));
    if (!measures.every(isMeasure)) return;
    const { name } = this.training.samples[who];
    this.change(`${name}: ${measures[0]} lb, ${measures[1]} in, `
      + `${label ? "female" : "male"}. `, quietly,
    (training) => training.move(who, [...measures, label]));
  }

  /** Let one more person teach the network, or take that one out again. */
  addPerson() {
    const { people } = this.training;
    const isThere = people.length === MOST.people;
    this.change(isThere ? "Taken out. " : "Added: you, in the plane. ", false,
      (training) => (isThere ? training.leave()
        : training.move(people.length, [...this.data.shift, 1])));
  }

  restorePeople() {
    const { people } = fresh(this.data);
    this.change("The four are as they were. ", false, (training) => {
      if (training.people.length > people.length) training.leave();
      people.forEach((one, who) => {
        if (String(one) !== String(training.people[who])) {
          training.move(who, one);
        }
      });
    });
  }

  choose(person) {
    this.stop();
    this.training.choose(person);
    this.settle();
  }

  rate(value) {
    this.training.setRate(value);
    this.settle(`Learning rate ${num(value)}. `);
  }

  setSpeed(value) {
    this.speed = Number(value);
  }

  /** The epoch that a run leads to: the next full thousand. */
  get target() {
    const { steps, people } = this.training;
    const round = this.data.epochs * people.length;
    return (Math.floor(steps / round) + 1) * this.data.epochs;
  }

  toggle() {
    if (this.running) {
      this.stop();
      this.settle("Paused. ");
      return;
    }
    this.announce("Training.");
    this.running = run(this, this.target * this.training.people.length);
    this.update();
  }

  finish() {
    this.stop();
    this.settle("Done. ");
  }

  stop() {
    this.running?.();
    this.running = null;
  }

  close() {
    this.stop();
    this.ending.abort();
    this.element.replaceChildren(...this.before);
    this.element.classList.remove("pg-live");
  }
}

/** Describe where a place starts; inputs: those of someone more, who is
    next, as a page gives them. */
function begun(data, { start, inputs }) {
  const plain = fresh(data, start);
  if (!inputs) return plain;
  const one = inputs.split("_").map((x, i) => Number(x) + data.shift[i]);
  return { ...plain, people: [...plain.people, [...one, 1]], next: 4 };
}

/** Say in a sentence what a step has done. */
function summary({ name, p, moved, slopes }) {
  const most = steepest(slopes);
  return `${name}: ${most.join(" and ")} changed most, by `
    + `${signed(moved[most[0]] - p[most[0]])}. `;
}
