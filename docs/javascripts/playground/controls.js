// What the reader works the playground with: buttons and fields.

import { PARAMETERS } from "./engine.js";
import { ME, MOST, isMeasure, isRate } from "./state.js";
import { make, math, num, say } from "./write.js";

const SPEEDS = [
  [1, "1 step a second"],
  [10, "10 steps a second"],
  [100, "100 steps a second"],
  [1000, "1000 steps a second"],
];

/** Buttons that move the network on and back, and where it is. */
export function toolbarView(app) {
  const button = (label, act) => {
    const one = make("button", { type: "button", class: "pg-button" }, label);
    one.addEventListener("click", act);
    return one;
  };
  const step = button("Step", () => app.act("step"));
  const epoch = button("One epoch", () => app.act("epoch"));
  const run = button("", () => app.toggle());
  const back = button("Back one step", () => app.act("back"));
  const reset = button("Reset", () => app.reset());
  step.classList.add("pg-main");
  const speed = options("Speed", SPEEDS, app.speed, (value) => {
    app.speed = Number(value);
  });
  const place = make("p", { class: "pg-place" });
  const node = make("div", { class: "pg-toolbar" },
    make("div", { role: "group", "aria-label": "Train", class: "pg-row" },
      step, epoch, run, back, reset, speed), place);
  return {
    node,
    update(play) {
      say(run, app.running ? "Pause" : `Run to ${app.target}`);
      back.disabled = !play.steps || app.running;
      step.disabled = epoch.disabled = app.running
        || play.steps >= MOST.steps;
      run.disabled = !app.running && play.steps >= MOST.steps;
      say(place, `${where(play)} · mean loss ${num(play.losses.at(-1), 5)}`
        + ` · next: ${play.people[play.next].name}`);
    },
  };
}

/** Say how far the training has come. */
export function where({ steps }) {
  return `Step ${steps}, epoch ${num(steps / 4, 2)}`;
}

function options(label, entries, value, change) {
  const select = make("select", {}, ...entries.map(([id, words]) => (
    make("option", { value: id }, words)
  )));
  select.value = value;
  select.addEventListener("change", () => change(select.value));
  return make("label", { class: "pg-field" }, `${label} `, select);
}

/** A field for a number, which tells what it wants when it gets other. */
function field(label, rule, wanted, change) {
  const input = make("input", {
    type: "text", inputmode: "decimal", autocomplete: "off", spellcheck: false,
  });
  const fault = make("span", { class: "pg-fault" });
  const node = make("label", { class: "pg-field" },
    make("span", { html: label }), input, fault);
  const check = (text) => {
    // A reader may paste a real minus sign, or write a comma.
    const plain = text.trim().replace("−", "-").replace(",", ".");
    const value = plain === "" ? NaN : Number(plain);
    const sound = Number.isFinite(value) && rule(value);
    input.setAttribute("aria-invalid", !sound);
    say(fault, sound ? "" : wanted);
    return sound ? value : null;
  };
  input.addEventListener("change", () => {
    const value = check(input.value);
    if (value === null) complain(node, wanted);
    else change(value);
  });
  return {
    node,
    show(value) {
      if (Number(input.value) === value && input.value.trim()) return;
      input.value = String(value);
      check(input.value);
    },
  };
}

function complain(node, text) {
  node.dispatchEvent(new CustomEvent("pg-say", {
    bubbles: true, detail: text,
  }));
}

/** All nine parameters, to be typed. */
export function parametersView(app) {
  const rule = (value) => Math.abs(value) <= MOST.number;
  const fields = PARAMETERS.map((name) => field(
    math(name), rule, "A number, please.", (value) => app.edit(name, value),
  ));
  const node = make("fieldset", { class: "pg-part pg-parameters" },
    make("legend", {}, "Parameters"), ...fields.map((each) => each.node));
  return {
    node,
    slow: true,
    update({ parameters }) {
      PARAMETERS.forEach((name, i) => fields[i].show(parameters[name]));
    },
  };
}

/** Name the seeds whose start values the build has published. */
function seedsOf({ seeds }) {
  const all = Object.keys(seeds).map(Number);
  const gap = all.findIndex((seed, i) => seed !== i);
  const more = gap < 0 ? "" : `, or ${all.slice(gap).join(" or ")}`;
  return `A whole number from 0 to ${(gap < 0 ? all.length : gap) - 1}${more}.`;
}

/** Who is next, the reader's own numbers, the start, the learning rate. */
export function settingsView(app) {
  const { data } = app;
  const names = [...data.people.map(({ name }) => name), "You"];
  const person = options("Next person", names.entries(), 0,
    (value) => app.choose(Number(value)));
  const own = ["weight (lb)", "height (in)"].map((label, i) => field(
    `Your ${label}`, isMeasure, "A number above 0, up to 1000.",
    (value) => app.me(i, value),
  ));
  const label = options("Your label", [[1, "1, female"], [0, "0, male"]], 1,
    (value) => app.me(2, Number(value)));
  const seeds = seedsOf(data);
  const starts = [
    ["worked", "all weights 1, all biases 0"],
    ["zeros", "all nine 0"],
    ["equal", "hidden neurons equal"],
    ["seed", "drawn at random"],
    ["own", "your own values"],
  ];
  const start = options("Start", starts, "worked", (kind) => app.begin(kind));
  start.querySelector("option[value=own]").disabled = true;
  const seed = field("Seed", (n) => Object.hasOwn(data.seeds, n), seeds,
    (n) => app.begin(`seed${n}`));
  const inputs = options("Inputs", [
    ["shifted", "shifted"],
    ["raw", "raw: pounds and inches"],
    ["standardised", "standardised"],
  ], "shifted", (kind) => app.inputs(kind));
  const rate = field("Learning rate <i>η</i>", isRate,
    `A number above 0, up to ${MOST.rate}.`, (value) => app.rate(value));
  const node = make("fieldset", { class: "pg-part pg-settings" },
    make("legend", {}, "Settings"), start, seed.node, inputs, rate.node,
    person, ...own.map((each) => each.node), label);
  const set = (parent, value) => {
    parent.querySelector("select").value = value;
  };
  return {
    node,
    update(play) {
      const kind = play.done.start.replace(/\d+$/, "");
      const drawn = kind === "seed";
      set(start, drawn || data.examples[kind] ? kind : "own");
      seed.node.hidden = !drawn;
      if (drawn) seed.show(Number(play.done.start.slice(4)));
      set(inputs, play.done.inputs);
      rate.show(play.rate);
      set(person, play.next);
      own.forEach((each, i) => each.show(play.done.me[i]));
      set(label, play.done.me[2]);
      for (const each of [...own.map((one) => one.node), label]) {
        each.hidden = play.next !== ME;
      }
    },
  };
}
