// The full playground lives in the address of its page: each act changes
// it, and the button of an experiment leads to another one.

import { fromLink, toLink } from "./model/link.js";

/** Keep what is shown in the address. */
export function keep({ data, done }) {
  history.replaceState(history.state, "", `#${toLink(data, done)}`);
}

/** Tell what the address holds; null where it holds nothing of ours. */
export function held(data) {
  return fromLink(data, location.hash);
}

/** Tell whether the address was meant for us. */
export const isMeant = () => location.hash.includes("start=");

/** Follow buttons, back and forward, until the signal ends it. */
export function follow(show, signal) {
  addEventListener("popstate", () => show(), { signal });
  document.addEventListener("click", ({ target }) => {
    const pressed = target.closest?.("button[data-link]");
    if (!pressed) return;
    history.pushState(null, "", `#${pressed.dataset.link}`);
    show(pressed);
  }, { signal });
}
