// One playground: its views, and what the reader's acts do to the training.

import { follow, held, isMeant, keep } from "./address.js";
import { button, make, say } from "./parts/element.js";
import { lineByLineView } from "./views/line-by-line.js";
import { fresh, startValues, toLink } from "./model/link.js";
import { lossView } from "./views/loss.js";
import { changesView } from "./views/changes.js";
import { networkView } from "./views/network.js";
import { planeView } from "./views/plane.js";
import { Training, steepest } from "./model/training.js";
import { predictionsView } from "./views/predictions.js";
import { questionView } from "./views/question.js";
import { run } from "./run.js";
import { parametersView, settingsView } from "./views/settings.js";
import { historyView } from "./views/history.js";
import { toolbarView, where } from "./views/toolbar.js";
import { whyView } from "./views/why.js";
import { num, signed } from "./parts/write.js";

const VIEWS = {
  question: questionView,
  settings: settingsView,
  toolbar: toolbarView,
  network: networkView,
  plane: planeView,
  why: whyView,
  loss: lossView,
  predictions: predictionsView,
  changes: changesView,
  parameters: parametersView,
  lines: lineByLineView,
  history: historyView,
};
const PAGE = new URL("beyond/playground/", import.meta.url);

export class Playground {
  constructor(element, data) {
    Object.assign(this, { data, element, speed: 1000, running: null });
    this.full = element.dataset.views === "all";
    const done = this.full ? held(data) : null;
    this.training = new Training(data, done ?? fresh(data, element.dataset.start));
    this.ending = new AbortController(); // takes all listeners away
    this.build();
    if (this.full) follow((pressed) => this.open(pressed), this.ending.signal);
    if (this.full && !done && isMeant()) {
      this.announce("This link holds nothing that can be opened.", true);
    }
    this.update();
    if (!this.full) this.keep(); // the page's own address stays, till an act
    if (done) element.scrollIntoView();
  }

  build() {
    const { element, full } = this;
    const names = full ? Object.keys(VIEWS) : element.dataset.views.split(" ");
    this.views = Object.fromEntries(names.map((name) => [
      name, VIEWS[name](this),
    ]));
    for (const name of names) this.views[name].node.dataset.view = name;
    this.message = make("p", { role: "status", class: "pg-message" });
    this.link = full ? button("Copy a link", () => this.copy())
      : make("a", {}, "Open this in the full playground");
    this.before = [...element.childNodes];
    element.replaceChildren(
      ...Object.values(this.views).map(({ node }) => node),
      make("div", { class: "pg-foot" }, this.link, this.message),
    );
    element.classList.add("pg-live");
  }

  update() {
    const { work } = this.training;
    for (const { node, slow, update } of Object.values(this.views)) {
      // Nobody can read these while they change many times a second.
      const waits = Boolean(slow && this.running && this.speed > 1);
      node.classList.toggle("pg-waits", waits);
      if (!waits) update(this.training, work);
    }
  }

  /** Show what the address holds; pressed: the button of an experiment. */
  open(pressed) {
    const done = held(this.data);
    if (!done) return;
    this.replace(done, "Set up. ");
    this.views.question.ask(pressed);
    this.element.scrollIntoView();
    this.views.toolbar.node.querySelector("button")
      .focus({ preventScroll: true });
  }

  async copy() {
    this.keep();
    try {
      await navigator.clipboard.writeText(location.href);
      this.announce("The link is copied. It opens what you see now.", true);
    } catch {
      this.announce("Copying is not allowed here. The link is in the "
        + "address bar.", true);
    }
  }

  keep() {
    if (this.full) keep(this.training);
    else this.link.href = `${PAGE}#${toLink(this.training.done)}`;
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
    const { training } = this;
    this.announce(`${words}${where(training)}, mean loss `
      + `${num(training.losses.at(-1))}. Next: ${training.people[training.next].name}.`);
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

  reset() {
    const { training } = this;
    const done = { ...training.done, rate: training.rate, moves: [] };
    this.replace(done, "Reset. ");
  }

  begin(kind) {
    const start = kind === "seed" ? `seed${this.data.seed}` : kind;
    this.replace(this.training.branch({ start, moves: [] }), "Started. ");
  }

  inputs(inputs) {
    const { start } = this.training.done; // a fair comparison starts alike
    const done = this.training.branch({ inputs, start, moves: [] });
    this.replace(done, "Started again. ");
  }

  /** Start from here with one parameter changed; quietly: not for good. */
  edit(name, value, quietly) {
    const values = { ...this.training.parameters, [name]: value };
    const start = Object.values(values).join("~");
    if (!startValues(this.data, start)) return;
    const done = this.training.branch({ start });
    if (!quietly) return this.replace(done, `${name} is ${num(value)}. `);
    this.stop();
    this.training = new Training(this.data, done);
    this.update();
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

  me(i, value) {
    this.replace(this.training.branch({ me: this.training.done.me.with(i, value) }));
  }

  setSpeed(value) {
    this.speed = Number(value);
  }

  /** The epoch that a run leads to: the next full thousand. */
  get target() {
    const round = this.data.epochs * this.data.people.length;
    return (Math.floor(this.training.steps / round) + 1) * this.data.epochs;
  }

  toggle() {
    if (this.running) {
      this.stop();
      this.settle("Paused. ");
      return;
    }
    this.announce("Training.");
    this.running = run(this, this.target * this.data.people.length);
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

/** Say in a sentence what a step has done. */
function summary({ name, p, moved, slopes }) {
  const most = steepest(slopes);
  return `${name}: ${most.join(" and ")} changed most, by `
    + `${signed(moved[most[0]] - p[most[0]])}. `;
}
