/* One Python for the programs of a page: started by the first Run. */

// Browsers start no worker from a file.
export const NO_SERVER = location.protocol === "file:" ?
  "Run needs a server: type python -m http.server in the folder that holds "
  + "index.html, and open http://localhost:8000/ instead of this file." : "";

let worker = null;
let listen = null; // hears of the program that runs

/* Run a program; on holds a function for each kind of message. */
export function run(code, filename, on) {
  stop();
  listen = on;
  if (NO_SERVER) return finish("failed", NO_SERVER);
  try {
    worker ??= start();
    worker.postMessage({ code, filename });
  } catch (error) {
    broken("failed", `this browser is too old (${error.message})`);
  }
}

/* End the program that runs. Python can be stopped from outside only as a
   whole: the next Run loads it again, from the browser's cache. */
export function stop() {
  if (!listen) return;
  end();
  finish("stopped");
}

/* End Python, whether a program runs or not. */
export function end() {
  if (worker) worker.onmessage = worker.onerror = null;
  worker?.terminate();
  worker = null;
}

function start() {
  const address = new URL("worker.js", import.meta.url);
  const python = new Worker(address, { type: "module" });
  python.onmessage = ({ data: { kind, value } }) => {
    if (kind === "done") finish(kind, value);
    else if (kind === "failed" || kind === "crashed") broken(kind, value);
    else listen?.[kind]?.(value);
  };
  python.onerror = () => broken("failed", "worker.js did not arrive whole");
  return python;
}

function broken(kind, reason) {
  console.warn(`Python ${kind}: ${reason}`);
  end();
  finish(kind, reason);
}

function finish(kind, value) {
  const on = listen;
  listen = null;
  on?.[kind](value);
}
