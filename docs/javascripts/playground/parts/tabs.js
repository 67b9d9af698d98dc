// Panels of which one is seen: each with a tab, all in one place.

import { make } from "./element.js";

/** entries: [name, label, nodes]; the first is seen. */
export function tabs(title, entries) {
  const list = make("div", { role: "tablist", "aria-label": title,
    class: "pg-tabs" });
  const panels = make("div", { class: "pg-panels" });
  const all = entries.map(([name, label, nodes]) => {
    const tab = make("button", { type: "button", role: "tab",
      id: `pg-tab-${name}`, "aria-controls": `pg-panel-${name}` }, label);
    const panel = make("div", { role: "tabpanel", tabindex: 0,
      id: `pg-panel-${name}`, "aria-labelledby": tab.id }, ...nodes);
    tab.addEventListener("click", () => select(name));
    list.append(tab);
    panels.append(panel);
    return { name, tab, panel };
  });
  const select = (name) => {
    for (const each of all) {
      const isIt = each.name === name;
      each.tab.setAttribute("aria-selected", isIt);
      each.tab.tabIndex = isIt ? 0 : -1;
      each.panel.classList.toggle("pg-folded", !isIt);
    }
  };
  list.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const there = all.filter(({ tab }) => !tab.hidden);
    const at = there.findIndex(({ tab }) => tab === document.activeElement);
    const to = there.at((at + by) % there.length);
    select(to.name);
    to.tab.focus();
  });
  select(entries[0][0]);
  return {
    node: make("section", { class: "pg-panel", "aria-label": title },
      list, panels),
    select,
    offer(name, isThere) {
      all.find((each) => each.name === name).tab.hidden = !isThere;
    },
  };
}
