// What the network says about everyone.

import { ME } from "../model/link.js";
import { make, say, table } from "../parts/element.js";
import { num } from "../parts/write.js";

const ANSWER_HEADS = ["person", "label", "prediction", "answer"];

export function predictionsView(app) {
  const cells = () => ANSWER_HEADS.map((_, i) => make(i ? "td" : "th",
    i ? {} : { scope: "row" }));
  const rows = app.training.people.map(() => make("tr", {}, ...cells()));
  const body = make("tbody", {}, ...rows);
  const answers = table("pg-answers", ANSWER_HEADS, body);
  answers.prepend(make("caption", {}, "Predictions"));
  return {
    node: make("div", { class: "pg-part pg-predictions" }, answers),
    update(training) {
      training.people.forEach((one, i) => {
        const y = training.predict(one);
        const texts = [one.name, one.y_true ?? "", num(y, 3), answer(y)];
        texts.forEach((text, n) => say(rows[i].children[n], String(text)));
        rows[i].hidden = !training.shows(i);
        rows[i].classList.toggle("pg-wrong", i < ME
          && (y > 0.5) !== Boolean(one.y_true));
      });
    },
  };
}

function answer(y) {
  return y > 0.5 ? "female" : y < 0.5 ? "male" : "undecided";
}
