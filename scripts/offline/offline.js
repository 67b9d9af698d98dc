// What a page needs where no server is: modules, data and a worker for the
// search, all of them as plain scripts, which browsers do load from a file.

window.offline = (() => {
  const loading = {}; // {address: promise that the script has run}
  const modules = {}; // {address: promise of what it exports}
  const given = {}; // {address: what a script of data holds}

  function run(address) {
    loading[address] ??= new Promise((done, fail) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = done;
      script.onerror = () => fail(new Error(`no file ${address}`));
      document.head.append(script);
    });
    return loading[address];
  }

  async function bring(address) {
    if (!modules[address]) await run(address);
    return modules[address];
  }

  // A module says what it is, and starts, whoever loads it first.
  function define(start) {
    const here = document.currentScript.src;
    const exports = {};
    modules[here] ??= start(
      exports, (name) => bring(new URL(name, here).href), here,
    ).then(() => exports);
  }

  // A module is done before Material shows the page; a script that waited for
  // others may come later, and would be called before all of it was read.
  function follow(act) {
    queueMicrotask(() => document$.subscribe(act));
  }

  function give(what) {
    given[document.currentScript.src] = what;
  }

  // Material's search, on this page's own thread
  class SearchWorker extends EventTarget {
    constructor(address) {
      super();
      const script = `${new URL(address, location.href).href}.js`;
      const answer = (data) =>
        this.dispatchEvent(new MessageEvent("message", { data }));
      this.asked = new EventTarget();
      this.ready = run(script).then(() => given[script](
        this.asked.addEventListener.bind(this.asked), answer,
      ));
    }

    postMessage(data) {
      this.ready.then(() => this.asked.dispatchEvent(
        new MessageEvent("message", { data }),
      ));
    }

    terminate() {}
  }

  if (location.protocol === "file:") {
    window.fetch = async (address) => {
      const script = `${new URL(address, location.href).href}.js`;
      await run(script);
      const { text, bytes } = given[script];
      return new Response(
        text ?? Uint8Array.from(atob(bytes), (each) => each.charCodeAt(0)),
      );
    };
    window.Worker = SearchWorker;
  }

  return { define, follow, give };
})();
