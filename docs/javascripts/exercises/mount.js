// What all exercises have: hints one after the other, a tick, and an answer.

import { isDone, setDone } from "./done.js";
import { make } from "./element.js";

const KINDS = {
  predict: () => import("./predict.js"),
  write: () => import("./write.js"),
  explore: () => import("./explore.js"),
};

export function mount(box) {
  if (!box.querySelector(".exercise-work")) begin(box);
}

async function begin(box) {
  const { exercise: name, kind } = box.dataset;
  const work = make("div", { class: "exercise-work" });
  box.querySelector("details").before(work);
  inTurn([...box.querySelectorAll(":scope > details")]);
  if (isDone(name)) tick(box);
  const { start } = await KINDS[kind]();
  start({
    box, work, name,
    check: JSON.parse(box.dataset.check),
    solved() {
      setDone(name);
      tick(box);
      for (const each of later(box)) each.classList.remove("exercise-later");
    },
  });
}

const later = (box) => box.querySelectorAll(".exercise-later");

/** Show each hint when the one before was opened, the answer last. */
function inTurn(all) {
  all.slice(1).forEach((each, i) => {
    each.classList.add("exercise-later");
    const next = () => each.classList.remove("exercise-later");
    all[i].addEventListener("toggle", next, { once: true });
  });
}

function tick(box) {
  if (box.querySelector(".exercise-tick")) return;
  const words = make("span", { class: "exercise-tick" }, "✓ Done");
  box.querySelector(".exercise-title").append(" ", words);
}
