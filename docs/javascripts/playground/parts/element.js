// How elements are made, and filled.

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

/** Make a button that does something. */
export function button(label, act) {
  const element = make("button", { type: "button" }, label);
  element.addEventListener("click", act);
  return element;
}

/** Make a table with a head and some rows; all are HTML. */
export function table(css, heads, rows = make("tbody")) {
  const cells = heads.map((head) => `<th scope="col">${head}</th>`).join("");
  return make("table", { class: css },
    make("thead", { html: `<tr>${cells}</tr>` }), rows);
}

/** Change text only where it differs, which is what costs. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
