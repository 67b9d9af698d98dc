// The theme's search begins with every page: 60 kB that few readers use. This
// worker stands in for the theme's own until something is searched; then it
// fetches that and the index, and is that.

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3; // what the theme calls them
const ENGINE = new URL(
  `../assets/javascripts/workers/${location.search.slice(1)}`, location);
const INDEX = new URL("../search/all.json", location);

let settings; // what the page sent first
let query; // what it asked last
let starting;

addEventListener("message", ({ data: { type, data } }) => {
  if (type === SETUP && !settings) {
    settings = data;
    postMessage({ type: READY });
  } else if (type === QUERY && starting !== null) {
    query = data;
    if (query) starting ??= start();
    else postMessage({ type: RESULT, data: { items: [] } });
  }
});

async function start() {
  try {
    const answer = await fetch(INDEX);
    if (!answer.ok) throw new Error(`it answered ${answer.status}`);
    const { docs } = await answer.json();
    importScripts(ENGINE); // it listens from now on, too
    const ready = isReady();
    tell(SETUP, { ...settings, docs });
    await ready;
    starting = null;
    tell(QUERY, query);
  } catch (error) {
    starting = undefined; // the next letter tries again
    console.warn(`The search could not be loaded: ${error.message}`);
  }
}

const tell = (type, data) =>
  dispatchEvent(new MessageEvent("message", { data: { type, data } }));

/** Wait for the engine's word, which the page has heard already. */
function isReady() {
  const say = postMessage;
  return new Promise((done) => {
    self.postMessage = (message) => {
      if (message.type !== READY) return say(message);
      self.postMessage = say;
      done();
    };
  });
}
