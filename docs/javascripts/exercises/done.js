// Which exercises are done: names, in this browser and nowhere else.

const KEY = "exercises"; // below the address of the site, as the theme's keys

/** List the names. Some readers allow no storage: then none is kept. */
export function allDone() {
  try {
    const found = __md_get(KEY);
    return Array.isArray(found) ? found.filter(isName) : [];
  } catch {
    return [];
  }
}

export const isName = (value) => typeof value === "string"
  && /^\w{1,60}$/.test(value);
export const isDone = (name) => allDone().includes(name);

export function setDone(name) {
  keep([...allDone(), name]);
}

/** Keep a list of names, each once. */
export function keep(names) {
  try {
    __md_set(KEY, [...new Set(names)].sort());
  } catch {
    // Then the ticks end with the page.
  }
}
