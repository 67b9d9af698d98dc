// What moves the network on and back, who is next, and where it is. Step,
// Run and the loss stay together: on a phone they stay in reach.

import { button, make, say } from "../parts/element.js";
import { choice } from "../parts/field.js";
import { MOST } from "../model/link.js";
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
  const person = nextChoice(app);
  const [at, loss] = [make("span"), make("span")];
  const place = make("p", { class: "pg-place" }, at, loss);
  return {
    node: make("div", { class: "pg-toolbar" },
      make("div", { role: "group", "aria-label": "Train", class: "pg-bar" },
        buttons.step, buttons.run, place),
      make("div", { class: "pg-row" }, buttons.epoch, buttons.back,
        buttons.reset, person.node, speed.node)),
    update(training) {
      buttons.update(training);
      speed.show(app.speed);
      person.update(training);
      say(at, where(training));
      say(loss, `mean loss ${num(training.losses.at(-1), 5)}`);
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
  run.classList.add("pg-run-button");
  return {
    step, epoch, run, back, reset,
    update({ steps }) {
      const full = steps >= MOST.steps;
      say(run, app.running ? "Pause" : `Run to ${app.target}`);
      run.disabled = !app.running && full;
      step.disabled = epoch.disabled = app.running || full;
      back.disabled = app.running || !steps;
    },
  };
}

/** Who is next: whoever teaches the network. */
function nextChoice(app) {
  const names = [...app.data.people.map(({ name }) => name), "You"];
  const person = choice("Next person", [...names.entries()],
    (value) => app.choose(Number(value)));
  const you = person.node.querySelector("option:last-child");
  return {
    node: person.node,
    update({ next, people }) {
      you.hidden = you.disabled = people.length < MOST.people;
      person.show(next);
    },
  };
}

/** Say how far the training has come. */
export function where({ steps, epochs }) {
  return `Step ${steps}, epoch ${num(epochs, 2)}`;
}
