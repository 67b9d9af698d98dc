// Write: the reader's code and its checks run in the Python of the page.

import { button, coded, make, place, say } from "./element.js";

const LIMIT = 10; // seconds, as scripts/exercises/checker.py has it
const OURS = /^from simplenet[\w.]* import (?:\([^)]*\)|.*)$/gm;
const YOURS = /^# %% Your part.*\n/m;
const CHECKS = /^# %% The checks.*\n/m;
const LIVE = 'script[src$="javascripts/live/programs.js"]';
const ENDLESS = `Your part still ran after ${LIMIT} seconds. Look for a loop `
  + "that never ends.";

let isReady = false; // whether a Check of this visit has loaded Python

export async function start(exercise) {
  if (!document.querySelector(LIVE)) return; // no Python: the download has it
  const { default: sizes } = await import("../live/sizes.js");
  new Writing({ ...exercise, bytes: sizes.python });
}

class Writing {
  constructor(exercise) {
    Object.assign(this, exercise);
    this.file = this.box.querySelector(".exercise-links a").href;
    this.shown = this.box.querySelector(".highlight");
    this.starter = this.shown.querySelector("pre code").textContent;
    this.kept = `exercise:${this.name}`;
    this.said = place();
    this.status = make("span", { class: "program-status", role: "status" });
    this.buttons = {
      write: button("Write", () => this.open()),
      check: button("Check", () => this.check_()),
      again: button("Start over", () => this.startOver()),
      stop: button("Stop", () => this.python?.stop()),
    };
    this.buttons.stop.hidden = true;
    this.buttons.again.hidden = true;
    this.work.append(make("div", { class: "exercise-bar" },
      ...Object.values(this.buttons), this.status), this.said);
    if (!isReady) this.status.textContent = "The first Check loads Python "
      + `with NumPy: ${(this.bytes / 1e6).toFixed(1)} MB.`;
    if (kept(this.kept)) this.open(false);
  }

  get code() {
    return this.editor?.texts[0] ?? this.starter;
  }

  /** Put an editor where the starter stands. */
  async open(focus = true) {
    if (!this.editor) {
      const { makeEditor } = await import("../live/programs.js");
      const begun = kept(this.kept);
      this.editor = await makeEditor({
        filename: `${this.name}.py`, short: "", complete: this.starter,
        texts: begun ? [begun] : null,
      }, {
        run: () => this.check_(),
        changed: () => keep(this.kept, this.code),
      });
      this.shown.classList.add("program-replaced");
      this.shown.after(this.editor.node, this.editor.hint);
      this.buttons.again.hidden = false;
    }
    if (focus) this.editor.focus();
  }

  startOver() {
    keep(this.kept, null);
    this.editor?.close();
    this.editor?.node.remove();
    this.editor?.hint.remove();
    this.editor = null;
    this.shown.classList.remove("program-replaced");
    this.buttons.again.hidden = true;
    this.said.replaceChildren();
  }

  async check_() {
    if (this.running) return;
    this.run(true);
    this.said.replaceChildren();
    try {
      this.whole ??= await load(this.file);
      this.python ??= await import("../live/python.js");
    } catch (error) {
      this.whole = undefined;
      this.end(`The checks could not be loaded: ${error.message}.`);
      return;
    }
    this.status.textContent = "Starting Python …";
    const { code, line } = joined(this.whole, this.code);
    this.line = line;
    this.text = "";
    this.python.run(code, `${this.name}.py`, {
      loaded: (bytes) => {
        const share = Math.min(100, Math.round((100 * bytes) / this.bytes));
        this.status.textContent = `Loading Python: ${share} %.`;
      },
      running: () => this.begin(),
      text: (text) => { this.text += text; },
      done: ({ error }) => this.finish(error),
      stopped: () => this.end(this.late ? "" : "Stopped."),
      failed: (reason) => this.end(this.python.NO_SERVER
        || `Python could not be loaded: ${reason.replace(/\.$/, "")}.`),
      crashed: () => this.end("The code broke Python itself. Check again."),
    });
  }

  begin() {
    isReady = true;
    this.status.textContent = "Checking …";
    this.late = false;
    this.clock = setTimeout(() => {
      this.late = true;
      this.python.stop();
      say(this.said, false, ENDLESS);
    }, LIMIT * 1000);
  }

  finish(error) {
    this.end("");
    if (error) return this.complain(error);
    const found = [...this.text.matchAll(/^(?:Right: |Not yet\.\n)/gm)].at(-1);
    const prints = this.text.slice(0, found?.index);
    this.said.replaceChildren();
    if (prints.trim()) this.said.append(printed(prints));
    if (!found) return say(this.said, false, "The checks did not run.");
    const isRight = found[0].startsWith("Right");
    const rest = this.text.slice(prints.length + found[0].length);
    const answer = make("div");
    say(answer, isRight, isRight ? rest : "");
    this.said.append(...answer.childNodes);
    if (!isRight) this.said.append(asList(rest));
    if (isRight) this.solved();
  }

  /** Show a traceback, with the line's number in the reader's part. */
  complain(error) {
    const own = error.replace(/(", line )(\d+)/g, (all, words, n) => (
      n > this.line ? words + (n - this.line) : all));
    say(this.said, false, "Python could not run it:");
    this.said.append(make("pre", { class: "program-error" },
      make("code", {}, own)));
    const lines = [...own.matchAll(/", line (\d+)/g)];
    if (lines.length) this.editor?.mark(Number(lines.at(-1)[1]));
  }

  run(running) {
    this.running = running;
    this.buttons.stop.hidden = !running;
  }

  end(words) {
    clearTimeout(this.clock);
    this.run(false);
    this.status.textContent = words;
  }
}

async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`the host answered ${answer.status}`);
  return answer.text();
}

/** Put the reader's part into the whole program; line: the last above it. */
export function joined(whole, part) {
  const [above, rest] = [whole.split(YOURS)[0], whole.split(CHECKS)[1]];
  const blank = (found) => found.replace(/[^\n]/g, "");
  return {
    code: `${above}${part.replace(OURS, blank)}\n\n${rest}`,
    line: above.split("\n").length - 1,
  };
}

/** Show "called x", "came y" and so on as a list of terms. */
function asList(text) {
  const list = make("dl", { class: "exercise-terms" });
  for (const line of text.trimEnd().split("\n")) {
    const found = /^(called|came|at|it was at|expected|look at) {2,}(.*)/
      .exec(line);
    if (!found && !list.lastChild) list.append(make("dt"), make("dd"));
    // An array has a line for each row: they stay one piece of code.
    const last = list.lastChild?.querySelector("code") ?? list.lastChild;
    if (!found) last.append(`\n${line}`);
    else {
      const [, term, words] = found;
      list.append(make("dt", {}, term), make("dd", {},
        ...(term === "look at" ? coded(words) : [make("code", {}, words)])));
    }
  }
  return list;
}

function printed(text) {
  return make("pre", { class: "exercise-prints" }, make("code", {}, text));
}

/* What this tab of the browser keeps of an answer that is not finished. */
function kept(name) {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

function keep(name, text) {
  try {
    if (text === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, text);
  } catch {
    // Then it ends with the page.
  }
}
