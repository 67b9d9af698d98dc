// The overview: ticks, and what is kept can be cleared, saved and read.

import { allDone, isName, keep } from "./done.js";
import { button, make } from "./element.js";

const FORMAT = "simplenet-exercises";

export function mountList() {
  const list = document.querySelector(".exercise-list");
  if (!list || document.querySelector(".exercise-kept")) return;
  const items = [...list.querySelectorAll("a[href*='#exercise-']")];
  const said = make("span", { role: "status", class: "program-status" });
  const update = (words = "") => {
    const done = new Set(allDone());
    for (const link of items) {
      const isDone = done.has(nameOf(link));
      link.parentElement.querySelector(".exercise-tick")?.remove();
      if (!isDone) continue;
      link.after(" ", make("span", { class: "exercise-tick" }, "✓ Done"));
    }
    const count = items.filter((link) => done.has(nameOf(link))).length;
    said.textContent = `${words}${count} of ${items.length} done.`;
  };
  const file = make("input", { type: "file", accept: ".json", hidden: "",
    "aria-label": "A file with ticks" });
  file.onchange = async () => {
    update(await read(file.files[0]));
    file.value = "";
  };
  list.after(make("div", { class: "exercise-bar exercise-kept" },
    button("Save the ticks as a file", save),
    button("Read a file with ticks", () => file.click()), file,
    button("Clear all ticks", () => { keep([]); update("Cleared. "); }),
    said));
  update();
}

const nameOf = (link) => link.hash.replace("#exercise-", "");

function save() {
  const text = JSON.stringify({ format: FORMAT, done: allDone() }, null, 1);
  const blob = new Blob([`${text}\n`], { type: "application/json" });
  const link = make("a", { href: URL.createObjectURL(blob),
    download: `${FORMAT}.json` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** Add the ticks of a file to those that are there; say what came of it. */
async function read(file) {
  try {
    const { format, done } = JSON.parse(await file.text());
    if (format !== FORMAT || !done.every(isName)) throw new Error("other");
    keep([...allDone(), ...done]);
    return "Read. ";
  } catch {
    return "This file holds no ticks. ";
  }
}
