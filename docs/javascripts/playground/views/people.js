// Who teaches the network, and what it says about everyone.

import { button, make, say } from "../parts/element.js";
import { choice, field } from "../parts/field.js";
import { MOST, isMeasure } from "../model/link.js";
import { num } from "../parts/write.js";

const PEOPLE_HEADS = ["", "weight", "height", "label", "prediction"];

export function peopleView(app) {
  const teachers = Array.from({ length: MOST.people }, (_, i) => (
    teacherRow(app, i)));
  const strangers = app.data.strangers.map(strangerRow);
  const heads = PEOPLE_HEADS.map((head) => `<th scope="col">${head}</th>`);
  const add = button("Add a person", () => app.addPerson());
  const restore = button("The four as they were", () => app.restorePeople());
  return {
    node: make("div", { class: "pg-part pg-people" },
      make("table", { class: "pg-answers" },
        make("caption", {}, "Drag a person in the plane, or type here. The "
          + "last two teach nothing; the network only answers for them."),
        make("thead", { html: `<tr>${heads.join("")}</tr>` }),
        make("tbody", {}, ...[...teachers, ...strangers]
          .map(({ node }) => node))),
      make("div", { class: "pg-row" }, add, restore)),
    update(training) {
      const { samples, people, data } = training;
      teachers.forEach(({ node, update }, i) => {
        node.hidden = !samples[i];
        if (samples[i]) update(samples[i], training.predict(samples[i]));
      });
      training.strangers.forEach((one, i) => (
        strangers[i].update(training.predict(one))));
      const isFull = people.length === MOST.people;
      say(add, isFull ? `Take ${samples.at(-1).name} out` : "Add a person");
      restore.disabled = String(people) === String(data.people
        .map(({ measures, y_true }) => [...measures, y_true]));
    },
  };
}

function teacherRow(app, who) {
  const given = app.data.people[who]?.name ?? "You";
  const set = (i) => (value) => app.move(who,
    app.training.people[who].with(i, Number(value)));
  const wanted = `Above 0, up to ${MOST.measure}.`;
  const cells = [
    field(`${given}, weight`, isMeasure, wanted, set(0)),
    field(`${given}, height`, isMeasure, wanted, set(1)),
    choice(`${given}, label`, [[1, "female"], [0, "male"]], set(2)),
  ];
  const answer = make("td");
  const node = make("tr", {}, make("th", { scope: "row" }, given),
    ...cells.map((cell) => make("td", {}, cell.node)), answer);
  return {
    node,
    update({ measures, y_true }, y) {
      [...measures, y_true].forEach((value, i) => cells[i].show(value));
      say(answer, `${num(y, 3)} ${answerOf(y)}`);
      node.classList.toggle("pg-wrong", (y > 0.5) !== Boolean(y_true));
    },
  };
}

function strangerRow({ name, measures }) {
  const answer = make("td");
  const cells = [...measures, "not known"].map((each) => (
    make("td", {}, String(each))));
  return {
    node: make("tr", {}, make("th", { scope: "row" }, name), ...cells, answer),
    update(y) {
      say(answer, `${num(y, 3)} ${answerOf(y)}`);
    },
  };
}

export function answerOf(y) {
  return y > 0.5 ? "female" : y < 0.5 ? "male" : "undecided";
}
