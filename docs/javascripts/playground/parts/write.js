// How numbers and symbols are written, as HTML.

const RAISED = { "-": "⁻", ...[..."⁰¹²³⁴⁵⁶⁷⁸⁹"] };

/** Write a number for a reader: four decimals, a real minus sign. */
export function num(value, digits = 4) {
  const size = Math.abs(value);
  let text = value.toFixed(digits);
  if (Number.isInteger(value) && size < 1e6) text = String(value);
  else if (size < 10 ** -digits || size >= 1e6) {
    text = value.toExponential(2)
      .replace(/e\+?(-?\d+)/, (_, power) => ` × 10${raised(power)}`);
  }
  return text.replace(/^-/, "−");
}

/** Write a number in a small box: at most seven characters. */
export function brief(value) {
  const size = Math.abs(value);
  const isPlain = size < 1e4 && (size >= 5e-5 || !value);
  const digits = size < 100 ? 4 : size < 1000 ? 2 : 1;
  if (isPlain) return num(Number(value.toFixed(digits)), digits);
  const [, front, power] = /^(.*)e\+?(.*)$/.exec(value.toExponential(0));
  return `${front}·10${raised(power)}`.replace("-", "−");
}

const raised = (power) => [...power].map((sign) => RAISED[sign]).join("");

/** The same inside a product: a negative number in brackets. */
export function factor(value) {
  return value < 0 ? `(${num(value)})` : num(value);
}

/** Write with its sign: +0.5 or −0.5. */
export function signed(value) {
  return (value > 0 ? "+" : "") + num(value);
}

/** Set w1, y_pred, f, L and {above|below} as mathematics. */
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

/** Take d_ypred_d_h1 apart: ["y_pred", "h1"]. */
export function parts(name) {
  return name.slice(2).replace("ypred", "y_pred").split("_d_");
}

/** Write d_ypred_d_h1 as the fraction ∂y_pred/∂h1. */
export function derivative(name) {
  const [above, below] = parts(name);
  return math(`{∂${above}|∂${below}}`);
}
