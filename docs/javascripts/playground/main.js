// Mount a playground in each element that asks for one, and drive it.

import { lossView, planeView, predictionsView } from "./pictures.js";
import { linesView, movesView, whyView } from "./explain.js";
import { networkView } from "./network.js";
import { tableView } from "./table.js";
import { Play, fresh, fromLink, startValues, toLink } from "./state.js";
import { parametersView, settingsView, toolbarView, where }
  from "./controls.js";
import { make, num, say } from "./write.js";

const VIEWS = {
  settings: settingsView,
  toolbar: toolbarView,
  network: networkView,
  plane: planeView,
  why: whyView,
  parameters: parametersView,
  loss: lossView,
  moves: movesView,
  predictions: predictionsView,
  lines: linesView,
  table: tableView,
};
const DATA = new URL("../../playground.json", import.meta.url);
const PAGE = new URL("../../beyond/playground/", import.meta.url);

class Playground {
  constructor(element, data) {
    this.data = data;
    this.element = element;
    this.full = element.dataset.views === "all";
    this.speed = 100;
    this.running = false;
    this.first = fresh(data, element.dataset.start);
    const done = this.full ? fromLink(data, location.hash) : null;
    this.play = new Play(data, done ?? this.first);
    this.ending = new AbortController(); // takes all listeners away
    this.build();
    this.listen();
    if (this.full && !done && location.hash.includes("start=")) {
      this.announce("This link holds nothing that can be opened.");
    }
    this.update();
  }

  build() {
    const { element, full } = this;
    const names = full ? Object.keys(VIEWS) : element.dataset.views.split(" ");
    this.views = names.map((name) => {
      const view = VIEWS[name](this);
      view.node.dataset.view = name;
      return view;
    });
    this.message = make("p", { role: "status", class: "pg-message" });
    this.link = full
      ? make("button", { type: "button", class: "pg-button" }, "Copy a link")
      : make("a", {}, "Open this in the full playground");
    this.before = [...element.childNodes];
    element.replaceChildren(...this.views.map(({ node }) => node),
      make("p", { class: "pg-foot" }, this.link), this.message);
    element.classList.add("pg-live");
  }

  listen() {
    const { signal } = this.ending;
    this.element.addEventListener("pg-say", ({ detail }) => (
      this.announce(detail)), { signal });
    if (!this.full) return;
    addEventListener("popstate", () => this.follow(), { signal });
    // Before Material, which would only note the address
    document.addEventListener("click", (event) => this.open(event), {
      capture: true, signal,
    });
    this.link.addEventListener("click", () => this.copy(), { signal });
  }

  /** Open an experiment of this page. */
  open(event) {
    const link = event.target.closest?.('a[href*="#start="]');
    if (!link || link.pathname !== location.pathname) return;
    event.preventDefault();
    event.stopPropagation();
    history.pushState(null, "", link.hash);
    this.follow();
  }

  /** Show what the address holds. */
  follow() {
    const done = fromLink(this.data, location.hash);
    if (!done) return;
    this.replace(done, "Set up. ");
    this.element.scrollIntoView();
    this.element.querySelector("button").focus({ preventScroll: true });
  }

  async copy() {
    this.keep();
    try {
      await navigator.clipboard.writeText(location.href);
      this.announce("The link is copied. It opens what you see now.");
    } catch {
      this.announce("Copying is not allowed here. The link is in the "
        + "address bar.");
    }
  }

  update() {
    for (const { node, slow, update } of this.views) {
      // Nobody can read these while they change many times a second.
      const waits = slow && this.running && this.speed > 1;
      node.classList.toggle("pg-waits", Boolean(waits));
      if (!waits) update(this.play);
    }
  }

  get target() {
    const round = this.data.epochs * this.data.people.length;
    return (Math.floor(this.play.steps / round) + 1) * this.data.epochs;
  }

  act(what) {
    this.stop();
    this.play[what]();
    this.settle();
  }

  /** Show, keep and announce what a single act has led to. */
  settle(words = "") {
    this.update();
    this.keep();
    const { play } = this;
    this.announce(`${words}${where(play)}, mean loss `
      + `${num(play.losses.at(-1))}. Next: ${play.people[play.next].name}.`);
  }

  /** Let the address hold what is shown. */
  keep() {
    const link = `#${toLink(this.play.done)}`;
    if (this.full) history.replaceState(history.state, "", link);
    else this.link.href = PAGE + link;
  }

  announce(text) {
    say(this.message, text);
  }

  replace(done, words) {
    this.stop();
    this.play = new Play(this.data, done);
    this.settle(words);
  }

  reset() {
    const { start, inputs, me } = this.play.done;
    const rate = this.play.rate;
    this.replace({ start, inputs, me, rate, moves: [] }, "Reset. ");
  }

  begin(kind) {
    const start = kind === "seed" ? `seed${this.data.seed}` : kind;
    const moves = [];
    this.replace({ ...this.play.branch({ start, moves }) }, "Started. ");
  }

  inputs(inputs) {
    const { start } = this.play.done; // a fair comparison starts alike
    this.replace(this.play.branch({ inputs, start }), "Started again. ");
  }

  edit(name, value, quietly) {
    const values = { ...this.play.parameters, [name]: value };
    const start = Object.values(values).join("~");
    if (!startValues(this.data, start)) return;
    const done = this.play.branch({ start });
    if (!quietly) return this.replace(done, `${name} is ${num(value)}. `);
    this.stop();
    this.play = new Play(this.data, done);
    this.update();
  }

  choose(person) {
    this.stop();
    this.play.choose(person);
    this.settle();
  }

  rate(value) {
    this.play.setRate(value);
    this.settle(`Learning rate ${num(value)}. `);
  }

  me(i, value) {
    const me = this.play.done.me.with(i, value);
    this.replace(this.play.branch({ me }), "");
  }

  toggle() {
    if (this.running) {
      this.stop();
      this.settle("Paused. ");
      return;
    }
    this.running = true;
    this.last = this.target * this.data.people.length;
    this.announce("Training.");
    this.update();
    // Fewer pictures for those who asked for less motion
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    let [before, due, shown] = [performance.now(), 0, 0];
    const frame = (now) => {
      if (!this.running) return;
      due += (Math.min(now - before, 100) * this.speed) / 1000;
      before = now;
      for (; due >= 1 && this.play.steps < this.last; due -= 1) {
        this.play.step();
      }
      if (this.play.steps >= this.last) {
        this.running = false;
        this.settle("Done. ");
        return;
      }
      if (!calm || now - shown > 500) {
        this.update();
        shown = now;
      }
      this.request = requestAnimationFrame(frame);
    };
    this.request = requestAnimationFrame(frame);
  }

  stop() {
    this.running = false;
    cancelAnimationFrame(this.request);
  }

  close() {
    this.stop();
    this.ending.abort();
    this.element.replaceChildren(...this.before);
  }
}

let open = [];
let data; // fetched once, for the first playground

async function mount() {
  for (const playground of open) playground.close();
  open = [];
  const elements = [...document.querySelectorAll("div.playground")];
  if (!elements.length) return;
  try {
    data ??= fetch(DATA).then((answer) => answer.json());
    const found = await data;
    for (const element of elements) {
      if (element.isConnected && !element.matches(".pg-live")) {
        open.push(new Playground(element, found));
      }
    }
  } catch (error) {
    data = undefined;
    for (const element of elements) {
      element.append(make("p", {}, "The playground could not be loaded. "
        + "Check the connection and open this page again."));
    }
    throw error;
  }
}

document$.subscribe(mount);
