// Elements, and what an exercise answers.

/** Make an element. children: nodes and texts. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

export function button(text, act) {
  const made = make("button", { type: "button", class: "program-button" },
    text);
  made.onclick = act;
  return made;
}

/** Make the place for an answer, which screen readers hear. */
export function place() {
  return make("div", { class: "exercise-said", role: "status" });
}

/** Write an answer there: a verdict, and words with `code` in them. */
export function say(where, isRight, words) {
  where.replaceChildren(
    make("p", { class: isRight ? "exercise-right" : "exercise-wrong" },
      make("strong", {}, isRight ? "Right. " : "Not yet. "),
      ...coded(words)),
  );
}

/** Set what stands between backticks as code. */
export function coded(words) {
  return words.split("`").map((part, i) => (
    i % 2 ? make("code", {}, part) : part));
}
