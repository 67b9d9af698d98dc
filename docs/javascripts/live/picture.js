/* A picture from the worker, rebuilt from what a drawing is made of.

   Code that runs in the worker may be pasted from anywhere, and can send any
   text for a picture. So nothing of that text reaches the page: it is parsed
   where no script runs, and what is on these lists is made anew. */

const SVG = "http://www.w3.org/2000/svg";
const XLINK = "http://www.w3.org/1999/xlink";
const LONGEST = 5_000_000; // characters
const DEEPEST = 50;

const TAGS = new Set(
  `circle clipPath defs ellipse g image line linearGradient marker path pattern
   polygon polyline radialGradient rect stop svg symbol text tspan use`.split(
    /\s+/,
  ),
);
const NUMBERS_AND_WORDS = new Set(
  `aria-label class clip-path clip-rule color cx cy d dx dy fill fill-opacity
   fill-rule font-size font-style font-weight gradientTransform gradientUnits
   height id marker-end marker-mid marker-start offset opacity
   patternTransform patternUnits points preserveAspectRatio r role rx ry
   stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset
   stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity
   stroke-width text-anchor transform viewBox width x x1 x2 y y1 y2`.split(
    /\s+/,
  ),
);
// Whatever names something names a part of the same picture, or holds pixels.
const VALUES = {
  "xlink:href": /^#[\w-]+$|^data:image\/png;base64,[\w+/=\s]*$/,
  class: /^(figure[\w-]*|symbol|sub)( figure[\w-]*)*$/,
  id: /^(live|program)-[\w-]+-\d+$/, // none of the page's own
  role: /^img$/,
};
const ANY = /^(?!.*url\()|^url\(["']?#[\w-]+["']?\)$/is;

/* The svg element of a picture, or an error that says what is wrong. */
export function picture(text) {
  if (typeof text !== "string" || text.length > LONGEST) {
    throw new Error("it is no text, or too long a one");
  }
  const parsed = new DOMParser().parseFromString(text, "text/html");
  const found = parsed.body.firstElementChild;
  if (found?.localName !== "svg") throw new Error("it is no SVG");
  return rebuilt(found, 0);
}

function rebuilt(old, depth) {
  if (depth > DEEPEST) throw new Error("it is nested too deeply");
  const made = document.createElementNS(SVG, old.localName);
  for (const { name, value } of old.attributes) {
    if (!isHarmless(name, value)) continue;
    made.setAttributeNS(name === "xlink:href" ? XLINK : null, name, value);
  }
  for (const child of old.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) made.append(child.data);
    else if (child.namespaceURI === SVG && TAGS.has(child.localName)) {
      made.append(rebuilt(child, depth + 1));
    }
  }
  return made;
}

function isHarmless(name, value) {
  if (name in VALUES) return VALUES[name].test(value);
  return NUMBERS_AND_WORDS.has(name) && ANY.test(value);
}
