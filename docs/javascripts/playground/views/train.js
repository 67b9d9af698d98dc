// One button that lets the network learn before the reader's eyes, and what
// it then says of those whom it has never seen.

import { button, make, say } from "../parts/element.js";
import { answerOf } from "./people.js";
import { num } from "../parts/write.js";

const SECONDS = 3; // for the whole training

export function trainView(app) {
  const { data } = app;
  const seeds = Object.keys(data.seeds);
  let at = seeds.indexOf(String(data.seed));
  const again = () => {
    at = (at + 1) % seeds.length;
    app.begin(`seed${seeds[at]}`);
  };
  const train = button("", () => {
    if (!app.running && app.training.steps) again();
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const steps = data.epochs * data.people.length;
    app.setSpeed(calm ? 1e9 : steps / SECONDS);
    app.toggle();
  });
  train.classList.add("pg-main", "pg-run-button");
  const text = make("p", { class: "pg-said" });
  const said = () => sentence(app);
  return {
    node: make("div", { class: "pg-part pg-train" }, train, text),
    said,
    update(training) {
      say(train, app.running ? "Pause" : training.steps ? "Again" : "Train");
      say(text, said());
    },
  };
}

function sentence({ training, running }) {
  const { steps, epochs, losses, done, strangers } = training;
  const seed = done.start.replace("seed", "seed ");
  if (!steps) return `The network as ${seed} draws it: it knows nothing yet.`;
  const how = `${Math.floor(epochs)} epochs, loss ${num(losses.at(-1))}. `;
  if (running) return how;
  return how + strangers.map((one) => {
    const y = training.predict(one);
    return `${one.name}: ${num(y, 3)}, ${answerOf(y)}.`;
  }).join(" ");
}
