// Explore: set up a playground, and hand in its state; the engine verifies it.

import { button, make, place, say } from "./element.js";

const ENGINE = new URL("../../playground.js", import.meta.url).href;
const DATA = new URL("../../playground.json", import.meta.url).href;
const NOTHING = "There is no state to hand in: set up the playground of this "
  + "page first.";

// What an exercise may ask of a state
const ASKED = {
  epochs: ({ training }) => training.epochs,
  steps: ({ training }) => training.steps,
  loss: ({ training }) => training.loss(),
  first_loss: ({ training }) => training.losses[0],
  last_change: ({ training: { losses } }) => losses.at(-1)
    - (losses.at(-2) ?? losses.at(-1)),
  output: ({ training }) => training.predict(training.samples.at(-1)),
  rate: ({ training }) => training.rate,
  start: ({ done }) => done.start,
  inputs: ({ done }) => done.inputs,
  typed: ({ done }) => count(done, "w"), // parameters changed by hand
  moved: ({ training, data }) => training.people.filter((one, i) => (
    String(one) !== String([...data.people[i]?.measures ?? [],
      data.people[i]?.y_true]))).length,
  people: ({ training }) => training.people.length,
  wrong: ({ training }) => training.samples.filter((one) => (
    Math.abs(training.predict(one) - one.y_true) >= 0.5)).length,
  later: ({ done }) => later(done).length, // changes after the first step
};
for (const name of ["w1", "w2", "w3", "w4", "w5", "w6", "b1", "b2", "b3"]) {
  ASKED[name] = ({ training }) => training.parameters[name];
}
const count = ({ acts }, kind) => acts.filter(([each]) => each === kind).length;
const isWay = ([kind]) => kind === "s" || kind === "b"; // on, or back
const later = ({ acts }) => acts
  .filter((act, i) => !isWay(act) && acts.slice(0, i).some(isWay));
const HOLDS = {
  "<": (a, b) => a < b,
  ">": (a, b) => a > b,
  is: (a, b) => a === b,
  not: (a, b) => a !== b,
};

export function start({ work, check, solved, box }) {
  const said = place();
  const hand = button("Hand in what the playground shows", async () => {
    try {
      const [isRight, words] = await verdict(state(), check.need);
      say(said, isRight, words);
      if (!isRight) return;
      solved();
      box.querySelector(".exercise-answer").open = true;
    } catch (error) {
      say(said, false, `The playground could not be read: ${error.message}.`);
    }
  });
  work.append(make("div", { class: "exercise-bar" }, hand), said);
}

/** Give what the playground of the page shows, as its link says it. */
function state() {
  const link = document.querySelector(".pg-live .pg-foot a[href*='#start=']");
  return link ? new URL(link.href).hash : location.hash;
}

/** Judge a state by what is needed: [whether it is right, words]. */
export async function verdict(hash, need) {
  const [{ Training, fromLink }, data] = await Promise.all([
    import(ENGINE), fetch(DATA).then((answer) => answer.json()),
  ]);
  const done = fromLink(data, hash);
  if (!done) return [false, NOTHING];
  const seen = { data, done, training: new Training(data, done) };
  for (const [what, relation, value, words] of need) {
    if (!HOLDS[relation](ASKED[what](seen), value)) return [false, words];
  }
  return [true, "The engine went through all of it, and found it so."];
}
