// A person in the plane: a mark that can be dragged, or moved by keys.

import { draw, say } from "./element.js";

const SHAPES = {
  1: "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0Z", // a circle: female
  0: "M-6-6h12v12h-12Z", // a square: male
  stranger: "M0-7l7 7l-7 7l-7-7Z",
};
const ARROWS = {
  ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowRight: [1, 0], ArrowLeft: [-1, 0],
};

export class Mark {
  /** act: what moves and chooses, or null for whom the reader cannot move. */
  constructor(name, act) {
    this.act = act;
    this.shape = draw("path");
    this.name = draw("text", { class: "pg-value", y: 4 }, name);
    this.group = draw("g", { class: "pg-person" });
    if (act) {
      this.group.append(draw("circle", { class: "pg-grip", r: 16 }));
      for (const [key, value] of [["role", "button"], ["tabindex", 0]]) {
        this.group.setAttribute(key, value);
      }
      this.group.addEventListener("pointerdown", (event) => this.drag(event));
      this.group.addEventListener("keydown", (event) => this.press(event));
      this.group.addEventListener("keyup", () => this.settle());
    }
    this.group.append(this.shape, this.name);
  }

  /** Stand at a place; seen: what the mark and a screen reader show. */
  show([x, y], { label, isNext, words }) {
    const kind = label ?? "stranger";
    const css = { 1: "pg-is-f", 0: "pg-is-m", stranger: "pg-stranger" }[kind];
    this.group.setAttribute("transform",
      `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
    if (this.act) this.group.setAttribute("aria-label", words);
    this.shape.setAttribute("d", SHAPES[kind]);
    this.shape.setAttribute("class", isNext ? `${css} pg-next` : css);
  }

  /** Write the name on one side of the mark. */
  nameOn(side, name) {
    say(this.name, name);
    this.name.setAttribute("x", side === "right" ? 11 : -11);
    this.name.setAttribute("class",
      `pg-value pg-${side === "right" ? "start" : "end"}`);
  }

  press(event) {
    const by = ARROWS[event.key];
    const isChosen = event.key === "Enter" || event.key === " ";
    if (!by && !isChosen) return;
    event.preventDefault();
    if (isChosen) return this.act.choose();
    this.act.moveBy(by.map((each) => each * (event.shiftKey ? 5 : 1)));
    this.unsettled = true;
  }

  settle() {
    if (this.unsettled) this.act.settle();
    this.unsettled = false;
  }

  drag({ pointerId, clientX, clientY }) {
    const { group, act } = this;
    const move = (event) => {
      const far = Math.hypot(event.clientX - clientX, event.clientY - clientY);
      if (!this.unsettled && far < 4) return; // a click that shakes
      this.unsettled = true;
      act.moveTo([event.clientX, event.clientY]);
    };
    group.setPointerCapture(pointerId);
    group.addEventListener("pointermove", move);
    group.addEventListener("lostpointercapture", () => {
      group.removeEventListener("pointermove", move);
      if (this.unsettled) this.settle();
      else act.choose();
    }, { once: true });
  }
}
