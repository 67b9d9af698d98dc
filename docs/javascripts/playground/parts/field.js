// Fields: a choice, and a number that says what it wants.

import { make, say } from "./element.js";

/** Let the reader choose; entries: [value, words] of each option. */
export function choice(label, entries, change) {
  const select = make("select", {}, ...entries.map(([value, words]) => (
    make("option", { value }, words)
  )));
  select.addEventListener("change", () => change(select.value));
  const name = make("span", {}, label);
  return {
    node: make("label", { class: "pg-field" }, name, select),
    show(value) {
      select.value = value;
    },
  };
}

/** Let the reader type a number that keeps the rule. */
export function field(label, rule, wanted, change) {
  const input = make("input", {
    type: "text", inputmode: "decimal", autocomplete: "off", spellcheck: false,
  });
  const fault = make("span", { class: "pg-fault", "aria-live": "polite" });
  const node = make("label", { class: "pg-field" },
    make("span", { html: label }), input, fault);
  let shown;
  const check = (isSound) => {
    input.setAttribute("aria-invalid", !isSound);
    say(fault, isSound ? "" : wanted);
  };
  input.addEventListener("change", () => {
    const value = read(input.value);
    check(rule(value));
    if (rule(value)) change(value);
  });
  return {
    node,
    show(value) {
      const isThere = read(input.value) === value;
      if (value === shown && isThere) return; // and may be in the making
      shown = value;
      input.value = String(value).replace("-", "−");
      check(true);
    },
  };
}

/** A reader may paste a real minus sign, or write a comma. */
function read(text) {
  const plain = text.trim().replaceAll("−", "-").replace(",", ".");
  return plain === "" ? NaN : Number(plain);
}
