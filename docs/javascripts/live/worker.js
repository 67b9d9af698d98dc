/* Python in a worker: loads Pyodide once, then runs program after program.

   It is told {code, filename} and answers with messages {kind, value}:
   loaded (bytes), running, text, picture (SVG), done ({error, seconds}),
   failed (why Python did not load), crashed (a program broke Python). */

const runtime = new URL("../../runtime/", import.meta.url).href;
const post = (kind, value) => postMessage({ kind, value });

onmessage = async ({ data }) => {
  let kind = "failed";
  try {
    python ??= load();
    const { pyodide, runner } = await python;
    await loadImports(pyodide, data.code);
    kind = "crashed";
    run(runner, data);
  } catch (error) {
    post(kind, kind === "failed" ? await reasonOf(error) : String(error));
  }
};

/* Loading */

let python;
let loaded = 0;

let lost = "one of its files"; // what is known not to have arrived

/* Say why Python did not load, in words that help whoever can mend it. */
async function reasonOf(error) {
  await new Promise((done) => { setTimeout(done, 50); }); // till lost is known
  const text = String(error.message ?? error);
  if (/Content Security Policy|unsafe-eval/i.test(text)) {
    return "the host's Content-Security-Policy forbids WebAssembly; "
      + "'wasm-unsafe-eval' allows it";
  }
  if (/^the host/.test(text)) return text;
  if (/fetch|network|load failed|import/i.test(text)) {
    return `${lost} did not arrive whole`;
  }
  const [first] = text.split("\n");
  return `one of its files arrived broken (${first.slice(0, 120)})`;
}

/* Pyodide only warns of some failures, and then waits for ever. */
function report(error) {
  reasonOf(error).then((reason) => post("failed", reason));
  throw error;
}

function watch(owner, name) {
  const plain = owner[name].bind(owner);
  owner[name] = (...given) => plain(...given).catch(report);
}

watch(WebAssembly, "instantiate");
watch(WebAssembly, "instantiateStreaming");
const plainFetch = fetch;
self.fetch = (...request) => counted(...request).catch(report);

async function counted(...request) {
  const name = nameOf(request[0]);
  const losing = (error) => {
    lost = name;
    throw error;
  };
  const response = await plainFetch(...request).catch(losing);
  if (!response.ok) {
    throw new Error(`the host answered ${response.status} for ${name}`);
  }
  const count = new TransformStream({
    transform(chunk, rest) {
      post("loaded", (loaded += chunk.length));
      rest.enqueue(chunk);
    },
  });
  // With this type, which some hosts do not know, WebAssembly may compile as
  // it comes.
  const headers = new Headers(response.headers);
  if (name.endsWith(".wasm")) headers.set("Content-Type", "application/wasm");
  response.body.pipeTo(count.writable).catch(() => { lost = name; });
  return new Response(count.readable, { headers });
}

const nameOf = (address) => String(address.url ?? address).split("/").pop();

/* Modules are published as .js: hosts serve .mjs as they please. */
async function bring(name) {
  lost = name;
  const found = await import(runtime + name);
  lost = "one of its files";
  return found;
}

async function load() {
  const { loadPyodide } = await bring("pyodide.js");
  const { default: createPyodideModule } = await bring("pyodide.asm.js");
  // Both addresses: without the second, a CDN would stay as a fallback.
  const pyodide = await loadPyodide({
    createPyodideModule,
    indexURL: runtime,
    packageBaseUrl: runtime,
  });
  pyodide.setStdin({ stdin: () => null });
  pyodide.setStdout({ write: writer() });
  pyodide.setStderr({ write: writer() });
  const own = await (await fetch(`${runtime}site.json`)).json();
  for (const [path, text] of Object.entries(own)) {
    const file = `/site/${path}`;
    pyodide.FS.mkdirTree(file.slice(0, file.lastIndexOf("/")));
    pyodide.FS.writeFile(file, text);
  }
  pyodide.FS.chdir("/site/docs/programs"); // beside the files they read
  pyodide.runPython("import sys; sys.path.insert(0, '/site')");
  return { pyodide, runner: pyodide.pyimport("scripts.browser.runner") };
}

async function loadImports(pyodide, code) {
  const errors = [];
  await pyodide.loadPackagesFromImports(code, {
    messageCallback: () => {},
    errorCallback: (message) => errors.push(message),
  });
  if (errors.length) throw new Error(errors.join("\n"));
}

/* Running */

function run(runner, { code, filename }) {
  post("running");
  const start = performance.now();
  const error = runner.run(code, filename, (svg) => post("picture", svg));
  const seconds = (performance.now() - start) / 1000;
  flush();
  post("done", { error, seconds });
}

let text = "";
let room = 0; // messages left in this tenth of a second
let tenth = 0;

/* Send what is printed at once, but do not drown the page in messages. */
function writer() {
  const decoder = new TextDecoder();
  return (bytes) => {
    text += decoder.decode(bytes, { stream: true });
    const now = Math.floor(performance.now() / 100);
    if (now !== tenth) [tenth, room] = [now, 20];
    if (room-- > 0) flush();
    return bytes.length;
  };
}

function flush() {
  if (text) post("text", text);
  text = "";
}
