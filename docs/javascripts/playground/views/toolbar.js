// What moves the network on and back, who is next, and where it is.

import { button, make, say } from "../parts/element.js";
import { choice, field } from "../parts/field.js";
import { ME, MOST, isMeasure } from "../model/link.js";
import { num } from "../parts/write.js";

const SPEEDS = [
  [1, "1 step a second"],
  [10, "10 steps a second"],
  [100, "100 steps a second"],
  [1000, "1000 steps a second"],
  [1e9, "at once"],
];

export function toolbarView(app) {
  const buttons = trainButtons(app);
  const speed = choice("Speed", SPEEDS, (value) => app.setSpeed(value));
  const person = personFields(app);
  const place = make("p", { class: "pg-place" });
  return {
    node: make("div", { class: "pg-toolbar" },
      make("div", { role: "group", "aria-label": "Train", class: "pg-row" },
        ...buttons.all),
      make("div", { class: "pg-row" }, person.node, ...person.own, speed.node,
        place)),
    update(training) {
      buttons.update(training);
      speed.show(app.speed);
      person.update(training);
      const loss = num(training.losses.at(-1), 5);
      say(place, `${where(training)} · mean loss ${loss}`);
    },
  };
}

function trainButtons(app) {
  const step = button("Step", () => app.act("step"));
  const epoch = button("One epoch", () => app.act("epoch"));
  const run = button("", () => app.toggle());
  const back = button("Back one step", () => app.act("back"));
  const reset = button("Reset", () => app.reset());
  step.classList.add("pg-main");
  return {
    all: [step, epoch, run, back, reset],
    update({ steps }) {
      const full = steps >= MOST.steps;
      say(run, app.running ? "Pause" : `Run to ${app.target}`);
      run.disabled = !app.running && full;
      step.disabled = epoch.disabled = app.running || full;
      back.disabled = app.running || !steps;
    },
  };
}

/** Who is next; the reader, who has measurements of their own. */
function personFields(app) {
  const names = [...app.data.people.map(({ name }) => name), "You"];
  const person = choice("Next person", [...names.entries()],
    (value) => app.choose(Number(value)));
  const own = [
    ...["weight (lb)", "height (in)"].map((label, i) => field(
      `Your ${label}`, isMeasure, `A number above 0, up to ${MOST.measure}.`,
      (value) => app.me(i, value),
    )),
    choice("Your label", [[1, "1, female"], [0, "0, male"]],
      (value) => app.me(2, Number(value))),
  ];
  return {
    node: person.node,
    own: own.map(({ node }) => node),
    update({ next, done }) {
      person.show(next);
      own.forEach((each, i) => {
        each.show(done.me[i]);
        each.node.hidden = next !== ME;
      });
    },
  };
}

/** Say how far the training has come. */
export function where({ steps }) {
  return `Step ${steps}, epoch ${num(steps / 4, 2)}`;
}
