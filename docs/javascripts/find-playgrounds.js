// Bring a playground to life: in a chapter, when its place comes near the
// screen; until then, nothing but this file is loaded.

const DATA = new URL("../playground.json", import.meta.url);
const STYLE = new URL("../stylesheets/playground.css", import.meta.url);
const NEAR = { rootMargin: "600px" };
const WORDS = "The playground could not be loaded. Check the connection and "
  + "open this page again.";

let data; // fetched once, for the first playground
let leave = () => {};

/** Load the stylesheet; it leaves with the page. */
function dress(element) {
  // The page of the playground brings it: it needs room at once.
  if (document.querySelector(`link[href$="stylesheets/playground.css"]`)) {
    return null;
  }
  const link = document.createElement("link");
  Object.assign(link, { rel: "stylesheet", href: STYLE });
  return new Promise((done, fail) => {
    Object.assign(link, { onload: done, onerror: fail });
    element.before(link);
  });
}

/** Wait until the browser has drawn the page, and has nothing to do. */
function leisure() {
  const wait = window.requestIdleCallback ?? ((act) => setTimeout(act, 200));
  return new Promise((done) => { wait(done, { timeout: 2000 }); });
}

/** Let the browser draw, and listen to the reader, in between. */
function rest() {
  return new Promise((done) => { setTimeout(done); });
}

async function mount(element, opened) {
  try {
    if (element.dataset.views !== "all") await leisure();
    data ??= fetch(DATA).then((answer) => answer.json());
    const [{ Playground }, found] = await Promise.all([
      import("../playground.js"), data, dress(element),
    ]);
    await rest();
    if (!element.isConnected) return;
    const playground = new Playground(element, found);
    opened.push(playground);
    await rest();
    playground.show();
  } catch (error) {
    data = undefined;
    element.classList.add("pg-failed");
    element.append(Object.assign(document.createElement("p"), {
      textContent: WORDS,
    }));
    throw error;
  }
}

/** Watch all places of a page; return what ends all that came of them. */
function watch(elements) {
  const opened = [];
  const watcher = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      watcher.unobserve(target);
      mount(target, opened);
    }
  }, NEAR);
  for (const element of elements) {
    // A link may lead to the full one from anywhere on the page before.
    if (element.dataset.views === "all") mount(element, opened);
    else watcher.observe(element);
  }
  return () => {
    watcher.disconnect();
    for (const playground of opened) playground.close();
  };
}

document$.subscribe(() => {
  leave();
  // In a frame of another page: the playground, and nothing around it
  const isEmbedded = new URLSearchParams(location.search).has("embed");
  document.documentElement.classList.toggle("pg-embedded", isEmbedded);
  leave = watch(document.querySelectorAll("div.playground"));
});
