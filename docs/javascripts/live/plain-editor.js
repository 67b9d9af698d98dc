/* Where the full editor cannot be: a textarea that knows a little Python. */

const KEYS =
  "Tab indents; Escape, then Tab leaves the editor; " +
  "Ctrl+Enter or ⌘+Enter runs.";

export function makePlainEditor({ filename, complete, texts }, on) {
  const area = document.createElement("textarea");
  area.className = "program-editor";
  area.value = texts?.length === 1 ? texts[0] : complete;
  area.rows = Math.min(complete.split("\n").length, 28);
  area.spellcheck = false;
  area.wrap = "off"; // long lines scroll, as in the code above
  area.autocapitalize = "off";
  area.setAttribute("aria-label", `${filename}, the complete program`);
  const hint = document.createElement("p");
  hint.className = "program-keys";
  hint.id = `keys-${filename}`;
  hint.textContent = KEYS;
  area.setAttribute("aria-describedby", hint.id);
  area.addEventListener("input", on.changed);
  area.addEventListener("keydown", onKey(on.run));
  return {
    node: area, hint,
    focus: () => area.focus(),
    get texts() { return [area.value]; },
    get code() { return area.value; },
    get isEdited() { return area.value !== complete; },
    mark() {}, // a textarea cannot
    close() {},
  };
}

function onKey(run) {
  let leaving = false; // Escape was the last key: Tab moves on
  return (event) => {
    const { key, target } = event;
    if (key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      run();
    } else if (key === "Enter" && !event.isComposing) {
      insert(event, `\n${indent(target)}`);
    } else if (key === "Tab" && !event.shiftKey && !leaving) {
      insert(event, "    ");
    }
    if (key !== "Shift") leaving = key === "Escape";
  };
}

/* Deprecated, but the only way to insert that Undo can take back. */
function insert(event, text) {
  event.preventDefault();
  document.execCommand("insertText", false, text);
}

/* The spaces that the line of the cursor begins with, four more after ":". */
function indent(area) {
  const before = area.value.slice(0, area.selectionStart);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const deeper = line.trimEnd().endsWith(":") ? "    " : "";
  return line.match(/^ */)[0] + deeper;
}
