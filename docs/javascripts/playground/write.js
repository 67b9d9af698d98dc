// How numbers, symbols and elements are written.

const RAISED = { "-": "⁻", ...Object.fromEntries([..."⁰¹²³⁴⁵⁶⁷⁸⁹"].entries()) };

/** Write a number for a reader: four decimals, a real minus sign. */
export function num(value, digits = 4) {
  const size = Math.abs(value);
  let text = value.toFixed(digits);
  if (Number.isInteger(value) && size < 1e6) text = String(value);
  else if (size < 10 ** -digits || size >= 1e6) {
    text = value.toExponential(2).replace(
      /e\+?(-?\d+)/,
      (_, power) => ` × 10${[...power].map((sign) => RAISED[sign]).join("")}`,
    );
  }
  return text.replace(/^-/, "−");
}

/** The same inside a product: a negative number in brackets. */
export function factor(value) {
  return value < 0 ? `(${num(value)})` : num(value);
}

/** Write with its sign: +0.5 or −0.5. */
export function signed(value) {
  return (value > 0 ? "+" : "") + num(value);
}

/** Set w1, y_pred, f, L and {above|below} as mathematics, in HTML. */
export function math(text) {
  return text
    .replace(/([wbxhos])(\d)|y_(pred|true)|\b([Lf])\b/g, (_, a, b, y, c) => {
      if (y) return `<i>y</i><sub>${y}</sub>`;
      return b ? `<i>${a}</i><sub>${b}</sub>` : `<i>${c}</i>`;
    })
    .replace(
      /\{(.*?)\|(.*?)\}/g,
      '<span class="pg-fraction"><span>$1</span>'
      + '<span class="pg-unseen">/</span><span>$2</span></span>',
    );
}

/** Write d_ypred_d_h1 as the fraction ∂y_pred/∂h1. */
export function derivative(name) {
  const [, above, below] = /^d_(\w+)_d_(\w+)$/.exec(name)
    .map((part) => part.replace("ypred", "y_pred"));
  return `{∂${above}|∂${below}}`;
}

/** Make an element; `html` sets its content, others are attributes. */
export function make(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for a part of an SVG picture. */
export function draw(tag, attributes = {}, ...children) {
  const space = "http://www.w3.org/2000/svg";
  return fill(document.createElementNS(space, tag), attributes, children);
}

function fill(element, { html, ...attributes }, children) {
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  if (html !== undefined) element.innerHTML = html;
  element.append(...children);
  return element;
}

/** Change text only where it differs, which is what costs. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
