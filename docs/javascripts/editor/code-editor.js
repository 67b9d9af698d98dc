// The editor of a program: CodeMirror, with a tab for the short program and
// one for each part of simplenet that it uses. esbuild joins this file with
// CodeMirror; the first Edit loads it.

import { defaultKeymap, history, historyKeymap, indentLess, indentMore }
  from "@codemirror/commands";
import { HighlightStyle, LanguageSupport, bracketMatching, indentOnInput,
  indentUnit, syntaxHighlighting } from "@codemirror/language";
import { pythonLanguage } from "@codemirror/lang-python";
import { highlightSelectionMatches, search, searchKeymap }
  from "@codemirror/search";
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, drawSelection, keymap, lineNumbers }
  from "@codemirror/view";
import { tags } from "@lezer/highlight";

import { joined, partsOf, startsOf } from "./parts.js";

const KEYS = "Tab indents; Escape, then Tab leaves the editor; Ctrl+F or ⌘+F "
  + "searches; Ctrl+Enter or ⌘+Enter runs.";
const COLOURS = HighlightStyle.define([
  [tags.keyword, "keyword"], [tags.string, "string"], [tags.number, "number"],
  [tags.comment, "comment"], [tags.operator, "operator"],
  [[tags.function(tags.variableName), tags.className], "function"],
  [[tags.bool, tags.null], "constant"],
].map(([tag, name]) => ({ tag, color: `var(--md-code-hl-${name}-color)` })));
const THEME = EditorView.theme({
  "&": {
    color: "var(--md-code-fg-color)",
    backgroundColor: "var(--md-code-bg-color)",
    border: "0.05rem solid var(--md-default-fg-color--light)",
    fontSize: "0.68rem",
    maxHeight: "28rem",
  },
  "&.cm-focused": { outline: "0.1rem solid var(--md-accent-fg-color)" },
  ".cm-scroller": {
    fontFamily: "var(--md-code-font-family)", lineHeight: "1.4",
  },
  ".cm-content": { caretColor: "var(--md-code-fg-color)" },
  ".cm-cursor": { borderLeftColor: "var(--md-code-fg-color)" },
  ".cm-gutters": {
    color: "var(--md-default-fg-color--light)",
    backgroundColor: "var(--md-code-bg-color)",
    border: "0",
  },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": {
    background: "var(--md-accent-fg-color--transparent) !important",
  },
  ".cm-panels, .cm-textfield, .cm-button": {
    color: "var(--md-default-fg-color)",
    background: "var(--md-default-bg-color)",
  },
  ".cm-fault": {
    backgroundColor: "var(--md-code-hl-color, #b3261e33)",
    boxShadow: "inset 0.2rem 0 #b3261e",
  },
});
const TABS = `
  [role=tablist] { display: flex; flex-wrap: wrap; gap: 0.2rem; }
  [role=tab] {
    min-height: 1.5rem; padding: 0 0.5rem; border: 0.05rem solid transparent;
    border-radius: 0.2rem 0.2rem 0 0; background: none; cursor: pointer;
    color: inherit; font: inherit; font-size: 0.68rem;
  }
  [role=tab][aria-selected=true] {
    border-color: var(--md-default-fg-color--light); font-weight: 700;
  }
  [role=tab]:focus-visible {
    outline: 0.1rem solid var(--md-accent-fg-color);
  }`;

const markLine = StateEffect.define(); // a line's number, or 0 for none
const fault = StateField.define({
  create: () => Decoration.none,
  update(found, change) {
    if (change.docChanged) return Decoration.none;
    for (const effect of change.effects) {
      if (effect.is(markLine)) return marked(change.state.doc, effect.value);
    }
    return found;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function marked(doc, line) {
  if (!line || line > doc.lines) return Decoration.none;
  const { from } = doc.line(line);
  const css = Decoration.line({ class: "cm-fault" });
  return Decoration.set([css.range(from)]);
}

/** texts: what an earlier visit left of the parts, or nothing. */
export function makeEditor({ filename, short, complete, texts }, on) {
  const { head, parts } = partsOf(filename, short, complete);
  const written = parts.map(({ text }) => text);
  const begun = texts?.length === parts.length ? texts : written;
  const node = document.createElement("div");
  // In a root of its own CodeMirror needs no <style>, which strict hosts
  // forbid.
  const root = node.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(TABS);
  root.adoptedStyleSheets = [sheet];
  let now = 0; // the part that is seen
  let view; // asks for the numbers of its lines while it is made
  const states = begun.map((doc, i) => stateOf(doc, i));
  view = new EditorView({ root, state: states[0] });
  const { list, select } = tabList(parts.map(({ name }) => name), show);
  root.append(list, view.dom);

  function textsNow() {
    return states.map((state, i) => (
      view && i === now ? view.state : state).doc.toString());
  }

  function starts() {
    return startsOf(head, textsNow());
  }

  function stateOf(doc, i) {
    return EditorState.create({
      doc,
      extensions: [
        keymap.of([
          { key: "Mod-Enter", run: () => { on.run(); return true; } },
          { key: "Tab", run: indentMore, shift: indentLess },
          ...searchKeymap, ...historyKeymap, ...defaultKeymap,
        ]),
        history(), drawSelection(), bracketMatching(), indentOnInput(),
        indentUnit.of("    "), EditorState.tabSize.of(4),
        search({ top: true }),
        highlightSelectionMatches(), new LanguageSupport(pythonLanguage),
        syntaxHighlighting(COLOURS), THEME, fault,
        lineNumbers({ formatNumber: (n) => String(n + starts()[i]) }),
        EditorView.contentAttributes.of({
          "aria-label": `${parts[i].name}, Python. ${KEYS}`,
          autocapitalize: "off", spellcheck: "false",
        }),
        EditorView.updateListener.of(({ docChanged }) => {
          if (docChanged) on.changed();
        }),
      ],
    });
  }

  function show(i) {
    states[now] = view.state;
    now = i;
    view.setState(states[i]);
  }

  const hint = Object.assign(document.createElement("p"), {
    className: "program-keys", textContent: KEYS,
  });
  return {
    node, hint,
    focus: () => view.focus(),
    get texts() { return textsNow(); },
    get code() { return joined(head, textsNow()); },
    get isEdited() {
      return textsNow().some((text, i) => text !== written[i]);
    },
    /** Show the line of the joined program where Python saw an error. */
    mark(line) {
      const at = starts().findLastIndex((start) => start < line);
      if (at < 0) return;
      select(at);
      const own = line - starts()[at];
      view.dispatch({ effects: markLine.of(own) });
      if (own > view.state.doc.lines) return;
      const { from } = view.state.doc.line(own);
      view.dispatch({ effects: EditorView.scrollIntoView(from) });
    },
    close: () => view.destroy(),
  };
}

/** Make a row of tabs; show: what selecting the one at a place does. */
function tabList(names, show) {
  const list = document.createElement("div");
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-label", "Parts of the program");
  const tabs = names.map((name, i) => {
    const tab = document.createElement("button");
    Object.assign(tab, { type: "button", textContent: name });
    tab.setAttribute("role", "tab");
    tab.onclick = () => select(i);
    list.append(tab);
    return tab;
  });
  const paint = (at) => tabs.forEach((tab, i) => {
    tab.setAttribute("aria-selected", i === at);
    tab.tabIndex = i === at ? 0 : -1;
  });
  function select(i) {
    paint(i);
    show(i);
  }
  list.onkeydown = (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const at = tabs.indexOf(event.target);
    const to = (at + by + tabs.length) % tabs.length;
    select(to);
    tabs[to].focus();
  };
  paint(0);
  return { list, select };
}
