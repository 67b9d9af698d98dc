// The question of an experiment, kept in sight while the reader tries it.

import { button, make } from "./element.js";

export function questionView() {
  const text = make("div");
  let answer;
  const open = () => {
    answer.open = true;
    answer.scrollIntoView();
    answer.firstElementChild.focus({ preventScroll: true });
  };
  const node = make("section", {
    class: "pg-part pg-question", "aria-label": "Question", hidden: "",
  }, text, button("Show the answer", open));
  return {
    node,
    update() {},
    /** Show the question above a link and lead to its answer below. */
    ask(link) {
      node.hidden = !link;
      if (!link) return;
      const here = link.closest("p");
      answer = here.nextElementSibling;
      text.replaceChildren(here.previousElementSibling.cloneNode(true));
    },
  };
}
