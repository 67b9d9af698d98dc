// One parameter in the figure: its name, its value, and a way to change it.

import { draw, say } from "./element.js";
import { brief, num } from "./write.js";

const PIXELS = 40; // of dragging, for a change of 1
const KEYS = {
  ArrowUp: 0.1, ArrowRight: 0.1, PageUp: 1,
  ArrowDown: -0.1, ArrowLeft: -0.1, PageDown: -1,
};

export class Knob {
  constructor(app, svg, name) {
    Object.assign(this, { app, name });
    this.edge = svg.querySelector(`[data-parameter=${name}]`);
    const label = this.edge.querySelector("text");
    const line = this.edge.querySelector("path").getAttribute("d");
    const points = line.split(/[ML]/).slice(1); // in the end its head
    const straight = `M${points[0]}L${points.at(-2)}`;
    this.edge.prepend(draw("path", { class: "pg-halo", d: straight }));
    const [x, y] = ["x", "y"].map((side) => Number(label.getAttribute(side)));
    label.setAttribute("y", y - 8);
    const box = { x: x - 33, y: y - 25, width: 66, height: 38, rx: 6 };
    this.text = draw("text", { class: "pg-value pg-middle", x, y: y + 9 });
    this.group = draw("g", {
      class: "pg-knob", role: "spinbutton", tabindex: 0, "aria-label": name,
    }, draw("rect", box), label, this.text);
    this.group.addEventListener("keydown", (event) => this.press(event));
    this.group.addEventListener("keyup", () => this.settle());
    this.group.addEventListener("pointerdown", (event) => this.drag(event));
  }

  get value() {
    return this.app.training.parameters[this.name];
  }

  /** share: how much the last step changed it, of what it changed most. */
  update(value, share) {
    say(this.text, brief(value));
    this.group.setAttribute("aria-valuenow", value);
    this.group.setAttribute("aria-valuetext", num(value));
    this.edge.classList.toggle("pg-negative", value < 0);
    // How strong a connection is shows in its width.
    const width = 0.8 + Math.min(Math.abs(value), 6) * 0.8;
    this.edge.style.setProperty("--pg-width", `${width.toFixed(1)}px`);
    const halo = share && 3 + 15 * share;
    this.edge.style.setProperty("--pg-halo", `${halo.toFixed(1)}px`);
    this.group.classList.toggle("pg-most", share === 1);
  }

  /** Show a new value; keep and announce it only when it stays. */
  set(value) {
    this.unsettled = true;
    const rounded = Math.round(value * 1000) / 1000;
    this.app.edit(this.name, rounded, "quietly");
  }

  settle() {
    if (this.unsettled) this.app.edit(this.name, this.value);
    this.unsettled = false;
  }

  press(event) {
    const by = KEYS[event.key] * (event.shiftKey ? 10 : 1);
    if (!by && event.key !== "Home") return;
    event.preventDefault();
    this.set(by ? this.value + by : 0);
  }

  drag({ clientX: from, pointerId }) {
    const { group, value } = this;
    const move = ({ clientX }) => {
      if (clientX !== from) this.set(value + (clientX - from) / PIXELS);
    };
    group.setPointerCapture(pointerId);
    group.addEventListener("pointermove", move);
    group.addEventListener("lostpointercapture", () => {
      group.removeEventListener("pointermove", move);
      this.settle();
    }, { once: true });
  }
}
