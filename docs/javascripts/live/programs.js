/* Run, Edit, Reset and Stop for every program of a page. */

import sizes from "./sizes.js";
import { picture } from "./picture.js";
import * as python from "./python.js";

const LIMIT = 100_000; // characters of output that a page can bear
const SENTENCES = {
  running: "Running …",
  stopped: "Stopped.",
  error: "The program ended with an error.",
  failed: (reason) => python.NO_SERVER ||
    `Python could not be loaded: ${reason}. The page works without it, and ` +
    "Run tries again.",
  crashed: "The program broke Python itself. Run starts it again.",
  flooded: () => // not before: the first number in words takes long
    `Stopped after ${LIMIT.toLocaleString("en")} characters of output.`,
  same: "the same output as published.",
  other: "the output differs from the published one.",
  edited: "your version.",
};
const ready = new Set(); // parts of the runtime that are loaded

let shown = []; // the programs of this page

function leave() {
  python.stop();
  python.end();
  ready.clear();
}

/* Name the parts of the runtime that a program needs. */
function parts(code) {
  return /\bmatplotlib\b/.test(code) ? ["python", "matplotlib"] : ["python"];
}

function canRun(element) {
  return parts(element.dataset.copy).every((part) => part in sizes);
}

/* A program, as the reader sees it. */
class Program {
  constructor(element) {
    this.element = element;
    this.filename = `${element.dataset.program}.py`;
    this.short = element.querySelector(".highlight");
    this.box = element.querySelector(".program-output");
    this.built = [...this.box.childNodes];
    this.published = textOf(this.box);
    this.running = false;
    this.kept = `program:${location.pathname}:${this.filename}`;
    this.makeControls();
    this.update();
    this.invite();
    if (kept.read(this.kept)) this.openEditor();
  }

  /* The code that runs is what the copy button gives, until it is edited. */
  get code() {
    return this.editor?.code ?? this.element.dataset.copy;
  }

  get isEdited() {
    return Boolean(this.editor?.isEdited);
  }

  makeControls() {
    const bar = make("div", "program-controls");
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", `Controls of ${this.filename}`);
    this.buttons = {};
    for (const name of ["Run", "Edit", "Reset", "Stop"]) {
      const button = make("button", "program-button", name);
      button.type = "button";
      button.onclick = () => isOff(button) || this[name.toLowerCase()]();
      this.buttons[name] = button;
      bar.append(button);
    }
    this.status = make("span", "program-status");
    this.status.setAttribute("role", "status");
    bar.append(this.status);
    this.box.before(bar);
    this.bar = bar;
  }

  /* Switch off what would do nothing, but keep it in reach of the keyboard. */
  update() {
    const touched = this.editor || this.live;
    const off = { Run: this.running, Stop: !this.running, Reset: !touched };
    for (const [name, value] of Object.entries(off)) {
      this.buttons[name].setAttribute("aria-disabled", Boolean(value));
    }
    this.buttons.Edit.setAttribute("aria-expanded", Boolean(this.editor));
  }

  say(sentence) {
    this.status.textContent = sentence;
  }

  async edit() {
    await this.openEditor();
    this.editor.focus();
  }

  /* Open the editor, with what this tab of the browser has kept. */
  openEditor() {
    this.opening ??= makeEditor({
      filename: this.filename,
      short: this.short.querySelector("pre code").textContent,
      complete: this.element.dataset.copy,
      texts: kept.read(this.kept),
    }, {
      run: () => this.running || this.run(),
      changed: () => this.keep(),
    }).then((editor) => {
      this.editor = editor;
      this.short.classList.add("program-replaced");
      this.short.after(editor.node, editor.hint);
      this.update();
    });
    return this.opening;
  }

  keep() {
    kept.write(this.kept, this.editor.texts);
    this.update();
  }

  reset() {
    if (this.running) python.stop();
    this.editor?.close();
    this.editor?.node.remove();
    this.editor?.hint.remove();
    this.editor = this.opening = null;
    kept.write(this.kept, null);
    this.live = null;
    this.short.classList.remove("program-replaced");
    this.box.classList.remove("program-live");
    this.box.replaceChildren(...this.built);
    this.invite();
    this.update();
  }

  stop() {
    python.stop();
  }

  run() {
    const wanted = parts(this.code).filter((part) => part in sizes);
    const ran = this.isEdited ? "edited" : "as published";
    this.running = true;
    this.say(this.toLoad(wanted, "Loading") || SENTENCES.running);
    this.update();
    python.run(this.code, this.filename, {
      loaded: (bytes) => this.showProgress(bytes, wanted),
      running: () => this.start(wanted),
      text: (text) => this.print(text),
      picture: (svg) => this.draw(svg),
      done: (result) => this.finish(result, ran),
      stopped: () => this.halt("stopped"),
      failed: (reason) => this.halt("failed", SENTENCES.failed(reason)),
      crashed: () => this.halt("crashed"),
    });
  }

  /* Tell how much a run has to load first, or nothing. */
  toLoad(wanted = parts(this.code), verb = "The first Run loads") {
    if (python.NO_SERVER) return "";
    const missing = wanted.filter((part) => part in sizes && !ready.has(part));
    if (!missing.length) return "";
    const names = { python: "Python with NumPy", matplotlib: "Matplotlib" };
    const what = missing.map((part) => names[part]).join(" and ");
    return `${verb} ${what}: ${megabytes(missing)} MB.`;
  }

  showProgress(bytes, wanted) {
    if (!this.progress) {
      this.progress = make("progress", "program-progress");
      this.progress.setAttribute("aria-label", "Loading Python");
      this.status.after(this.progress);
    }
    const all = new Set([...ready, ...wanted]);
    this.progress.max = sum(all);
    this.progress.value = bytes;
  }

  start(wanted) {
    for (const part of wanted) ready.add(part);
    for (const other of shown) other.running || other.forgetLoading();
    this.progress?.remove();
    this.progress = null;
    this.clear();
    this.say(SENTENCES.running);
  }

  /* Say what the first Run would load, as long as that is to be loaded. */
  invite() {
    this.invitation = this.toLoad();
    this.say(this.invitation);
  }

  forgetLoading() {
    if (this.status.textContent === this.invitation) this.invite();
  }

  clear() {
    this.live = make("code");
    this.live.append("");
    const pre = make("pre");
    pre.append(this.live);
    this.box.classList.add("program-live");
    this.box.replaceChildren(pre);
  }

  print(text) {
    this.live.firstChild.appendData(text);
    if (this.live.textContent.length > LIMIT) {
      python.stop();
      this.say(SENTENCES.flooded());
    }
  }

  /* Whatever code sent it: picture.js lets nothing through that acts. */
  draw(svg) {
    try {
      this.box.append(picture(svg));
    } catch (error) {
      this.complain(`The picture cannot be shown: ${error.message}.\n`);
    }
  }

  finish({ error, seconds }, ran) {
    const same = this.live.textContent === this.published;
    const how = ran === "edited" ? ran : same ? "same" : "other";
    const time = `Ran in your browser in ${seconds.toFixed(2)} s: `;
    if (error) this.complain(error);
    this.halt(error && "error", error ? undefined : time + SENTENCES[how]);
  }

  complain(error) {
    const lines = [...error.matchAll(/^ *File "([^"]+)", line (\d+)/gm)]
      .filter(([, name]) => name === this.filename);
    if (lines.length) this.editor?.mark(Number(lines.at(-1)[2]));
    const pre = make("pre", "program-error");
    pre.append(make("code", "", error));
    this.box.append(pre);
  }

  halt(kind, sentence = SENTENCES[kind]) {
    this.running = false;
    this.progress?.remove();
    this.progress = null;
    for (const part of this.box.querySelectorAll("pre, code")) {
      if (scrolls(part)) part.tabIndex = 0; // for the keyboard
    }
    this.say(sentence);
    this.update();
  }
}

/* What this tab of the browser keeps; some readers allow no such thing. */
const kept = {
  read(name) {
    try {
      return JSON.parse(sessionStorage.getItem(name));
    } catch {
      return null;
    }
  },
  write(name, value) {
    try {
      sessionStorage.setItem(name, JSON.stringify(value));
    } catch {
      // Then edits end with the page.
    }
  },
};

/* Load the editor; where that fails, a plain text field does. */
export async function makeEditor(program, on) {
  try {
    if (sizes.editor) {
      const full = await import("./code-editor.js");
      return full.makeEditor(program, on);
    }
  } catch (error) {
    console.warn(`The editor could not be loaded: ${error.message}`);
  }
  const plain = await import("./plain-editor.js");
  return plain.makePlainEditor(program, on);
}

function make(tag, className = "", text = "") {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}

function isOff(button) {
  return button.getAttribute("aria-disabled") === "true";
}

function scrolls({ scrollHeight, clientHeight, scrollWidth, clientWidth }) {
  return scrollHeight > clientHeight || scrollWidth > clientWidth;
}

function textOf(box) {
  const codes = [...box.querySelectorAll("pre code")];
  return codes.map((code) => code.textContent).join("");
}

function sum(names) {
  return [...names].reduce((total, name) => total + sizes[name], 0);
}

function megabytes(names) {
  return (sum(names) / 1e6).toFixed(1);
}

// Material tells of each page, also when it swaps pages without loading; of
// this one at once.
window.document$.subscribe(() => {
  if (shown.some(({ element }) => element.isConnected)) return;
  leave();
  const found = document.querySelectorAll(".program[data-copy]");
  shown = [...found].filter(canRun).map((element) => new Program(element));
});
