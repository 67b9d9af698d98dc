// The full playground lives in the address of its page: each act changes
// it, and each link to a state of it, such as an experiment's, is followed.

import { fromLink, toLink } from "./link.js";

/** Keep what is shown in the address. */
export function keep(play) {
  history.replaceState(history.state, "", `#${toLink(play.done)}`);
}

/** Tell what the address holds; null where it holds nothing of ours. */
export function held(data) {
  return fromLink(data, location.hash);
}

/** Tell whether the address was meant for us. */
export const isMeant = () => location.hash.includes("start=");

/** Follow links, back and forward, until the signal ends it. */
export function follow(show, signal) {
  addEventListener("popstate", () => show(), { signal });
  // Before Material, which would only note the address
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href*="#start="]');
    if (!link || link.pathname !== location.pathname) return;
    if (event.ctrlKey || event.metaKey) return; // into a tab of its own
    event.preventDefault();
    event.stopPropagation();
    history.pushState(null, "", link.hash);
    show(link);
  }, { capture: true, signal });
}
