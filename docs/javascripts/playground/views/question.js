// The question of an experiment, kept beside the network while one tries.

import { button, make } from "../parts/element.js";

export function questionView() {
  const text = make("div");
  let answer;
  const open = () => {
    answer.open = true;
    answer.scrollIntoView();
    answer.firstElementChild.focus({ preventScroll: true });
  };
  const node = make("div", { class: "pg-part pg-question" }, text,
    button("Show the answer", open));
  return {
    node,
    update() {},
    /** Show the question above a button; its answer stands below it. */
    ask(pressed) {
      const here = pressed.closest("p");
      answer = here.nextElementSibling;
      text.replaceChildren(here.previousElementSibling.cloneNode(true));
    },
  };
}
