// Predict: a number or a choice, before the page shows it.

import { button, make, place, say } from "./element.js";

const THOUSANDS = /^-?[1-9]\d{0,2}(,\d{3})+$/; // as the pages write 1,629

export function start({ box, work, name, check, solved }) {
  const said = place();
  const answer = box.querySelector(".exercise-answer");
  const judge = ([isRight, words]) => {
    say(said, isRight, words);
    if (!isRight) return;
    solved();
    answer.open = true;
  };
  const choices = box.querySelector(".exercise-choices");
  work.append(choices ? asButtons(choices, check, judge)
    : asField(name, check, judge), said);
}

/** Turn a list of choices into buttons. */
function asButtons(list, { answer, wrong }, judge) {
  const plain = (words) => words.replaceAll("`", "");
  const hints = Object.entries(wrong);
  const buttons = [...list.querySelectorAll("li")].map((item) => {
    const text = item.textContent.trim();
    const made = button("", () => {
      for (const each of buttons) each.ariaPressed = each === made;
      const known = hints.find(([words]) => plain(words) === text);
      judge(text === plain(answer) ? [true, "The answer below says why."]
        : [false, known?.[1] ?? "Open a hint, or think again."]);
    });
    made.append(...[...item.childNodes].map((each) => each.cloneNode(true)));
    made.ariaPressed = false;
    return made;
  });
  list.classList.add("exercise-replaced");
  return make("div", { class: "exercise-bar", role: "group",
    "aria-label": "Your guess" }, ...buttons);
}

function asField(name, check, judge) {
  const input = make("input", { id: `guess-${name}`, inputmode: "text",
    autocomplete: "off" });
  const form = make("form", { class: "exercise-bar" },
    make("label", { for: input.id }, "Your guess"), input,
    make("button", { class: "program-button" }, "Check"));
  form.onsubmit = (event) => {
    event.preventDefault();
    judge(verdict(number(input.value), check));
  };
  return form;
}

/** Read a number as people write it: −0,5 is -0.5, and 75 % is 0.75. */
export function number(text) {
  const signed = text.trim().replace("−", "-");
  const plain = THOUSANDS.test(signed) ? signed.replaceAll(",", "")
    : signed.replace(",", ".");
  const share = /^(.*\d)\s*%$/.exec(plain);
  const value = plain === "" ? NaN : Number(share ? share[1] : plain);
  return share ? value / 100 : value;
}

/** Judge a guess: [whether it is right, words]. */
export function verdict(guess, { answer, within, wrong }) {
  if (Number.isNaN(guess)) return [false, "Write a number, as in 0.25."];
  const near = (value) => Math.abs(guess - value) <= within + 1e-12;
  if (near(answer)) return [true, "The answer below says why."];
  const known = wrong.find(([value]) => near(value));
  return [false, known ? known[1] : "Open a hint, or work it out once more."];
}
