// What of the figures and formulas is hard to see: text and lines that do not
// stand out from what is behind them, by the colours that the browser
// computed. axe does not look into pictures.
() => {
  const TEXT = 4.5; // WCAG 2.2: contrast of text, and of what is drawn
  const DRAWN = 3;
  const DIM = 1.3; // what is meant to step back is still to be seen
  const problems = [];

  function colour(value) {
    const [r, g, b, a = 1] = (value.match(/[\d.]+/g) ?? []).map(Number);
    return value.startsWith("rgb") ? [r, g, b, a] : [0, 0, 0, 0];
  }

  const over = (top, under) => [
    ...[0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3])),
    1,
  ];

  function luminance(rgb) {
    const [r, g, b] = rgb.slice(0, 3).map((each) => {
      const c = each / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  function contrast(one, other) {
    const [dark, light] = [luminance(one), luminance(other)].sort(
      (a, b) => a - b,
    );
    return (light + 0.05) / (dark + 0.05);
  }

  function opacity(part, root) {
    let product = 1;
    for (let one = part; one && one !== root; one = one.parentElement)
      product *= Number(getComputedStyle(one).opacity);
    return product;
  }

  // What a part paints with: its colour, with all opacities worked in.
  function paint(part, kind, root) {
    const style = getComputedStyle(part);
    const found = colour(style[kind]);
    found[3] *= Number(style[`${kind}-opacity`]) * opacity(part, root);
    return found;
  }

  function pageBehind(svg) {
    const layers = [];
    for (let one = svg.parentElement; one; one = one.parentElement)
      layers.push(colour(getComputedStyle(one).backgroundColor));
    return layers.reverse().reduce((under, top) => over(top, under), [
      255, 255, 255, 1,
    ]);
  }

  // What is behind a point of the picture: the page, and earlier areas.
  function behind(svg, part, point, page) {
    let found = page;
    for (const area of svg.querySelectorAll("path, rect, circle")) {
      const later =
        area === part ||
        !(area.compareDocumentPosition(part) & 4) || // part does not follow
        area.closest("defs");
      if (later || getComputedStyle(area).fill === "none") continue;
      if (area.isPointInFill(new DOMPoint(point.x, point.y)))
        found = over(paint(area, "fill", svg), found);
    }
    return found;
  }

  // A part stands out if one of these kinds of paint does.
  function judge(svg, part, kinds, points, least) {
    const page = pageBehind(svg);
    const own = kinds.map((kind) => paint(part, kind, svg));
    for (const point of points) {
      const under = behind(svg, part, point, page);
      const found = Math.max(
        ...own.map((each) => contrast(over(each, under), under)),
      );
      if (found < least) {
        const what = part.textContent.trim() || part.outerHTML.slice(0, 60);
        const name = [...svg.classList].find((c) => c.startsWith("figure-"));
        problems.push(
          `${name ?? "a picture"}: ${part.tagName} “${what}” has contrast ` +
            `${found.toFixed(1)}, expected ${least}`,
        );
        return;
      }
    }
  }

  const middle = (box) => ({
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
  });
  const ends = (box) => [
    { x: box.x, y: box.y + box.height / 2 },
    middle(box),
    { x: box.x + box.width, y: box.y + box.height / 2 },
  ];

  const least = (part, usual) => (part.closest(".dim") ? DIM : usual);

  const shown = (part) =>
    part.checkVisibility() &&
    !part.closest("defs") &&
    getComputedStyle(part).stroke !== grid;

  const probe = document.createElement("i");
  probe.style.color = "var(--figure-grid)";
  document.body.append(probe);
  const grid = getComputedStyle(probe).color;
  probe.remove();

  for (const svg of document.querySelectorAll("article svg.figure")) {
    if (!svg.checkVisibility() || svg.closest(".playground")) continue;
    for (const text of svg.querySelectorAll("text"))
      if (shown(text) && !text.hasAttribute("transform"))
        judge(svg, text, ["fill"], ends(text.getBBox()), least(text, TEXT));
    for (const line of svg.querySelectorAll("path, rect, circle")) {
      const style = getComputedStyle(line);
      const thin = Number.parseFloat(style["stroke-width"]) < 1;
      if (!shown(line) || style.stroke === "none" || thin) continue;
      const length = line.getTotalLength();
      if (!length) continue;
      const shares = [0, 0.25, 0.5, 0.75, 1];
      const points = shares.map((each) => line.getPointAtLength(each * length));
      judge(svg, line, ["stroke"], points, least(line, DRAWN));
    }
    for (const mark of svg.querySelectorAll("use")) {
      if (!shown(mark)) continue;
      const point = middle(mark.getBBox());
      judge(svg, mark, ["fill", "stroke"], [point], DRAWN);
    }
  }

  // Formulas take the colour of the text around them.
  const formulas = document.querySelectorAll("article .arithmatex > svg");
  const written = document.querySelectorAll("article [data-tex]").length;
  if (formulas.length !== written)
    problems.push(`expected ${written} formulas, found ${formulas.length}`);
  for (const formula of formulas) {
    if (!formula.checkVisibility()) continue;
    const own = colour(getComputedStyle(formula).color);
    const found = contrast(own, pageBehind(formula));
    const shape = formula.querySelector("use, path, rect");
    const fill = shape && colour(getComputedStyle(shape).fill);
    const same = fill && fill.every((each, i) => Math.abs(each - own[i]) < 1);
    if (found < TEXT || !same) {
      const tex = formula.closest("[data-tex]")?.dataset.tex ?? "";
      problems.push(
        `the formula ${tex.slice(0, 40)} has contrast ${found.toFixed(1)}, ` +
          `${same ? "" : "not the colour of its text, "}expected ${TEXT}`,
      );
    }
  }
  // What comes only when a reader acts: where, what stands there then, and
  // what gives it its colour.
  const later = [
    [".program-output", ["pre.program-error", "code"], "live.css"],
    [".exercise", [".exercise-said", "p.exercise-right", "strong"]],
    [".exercise", [".exercise-said", "p.exercise-wrong", "strong"]],
    [".exercise-title", ["span.exercise-tick"]],
    [".exercise-list li", ["span.exercise-tick"]],
  ];
  for (const [where, parts, sheet = "exercises.css"] of later) {
    let inner = document.querySelector(`article ${where}`);
    if (!inner?.checkVisibility()) continue;
    let outer;
    for (const part of parts) {
      const [tag, name = ""] = part.split(".");
      const made = document.createElement(tag || "div");
      made.className = name;
      inner.append(made);
      outer ??= made;
      inner = made;
    }
    inner.append("words");
    const own = colour(getComputedStyle(inner).color);
    const found = contrast(own, pageBehind(inner.firstChild));
    if (found < TEXT) {
      problems.push(
        `${parts.join(" ")} in ${where} has contrast ${found.toFixed(1)}, ` +
          `expected ${TEXT}: docs/stylesheets/${sheet}`,
      );
    }
    outer.remove();
  }
  return problems;
}
