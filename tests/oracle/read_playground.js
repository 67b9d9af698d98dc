// Read all that the playground shows: {place: text}.
() => {
  const at = (view) => document.querySelector(`[data-view=${view}]`);
  const words = (one) => one.textContent.replace(/\s+/g, " ").trim();
  const found = {};

  // The network
  const values = [...at("network").querySelectorAll("svg > text.pg-value")];
  const inputs = values.filter((one) => !one.textContent.includes("="));
  inputs.sort((a, b) => a.getAttribute("y") - b.getAttribute("y"));
  inputs.forEach((one, i) => { found[`network, x${i + 1}`] = words(one); });
  for (const one of values.filter((each) => !inputs.includes(each))) {
    const [name] = one.textContent.normalize("NFKC").split(" ");
    found[`network, ${name}`] = words(one);
  }
  const fields = [...at("parameters").querySelectorAll("label")];
  for (const knob of document.querySelectorAll("g.pg-knob")) {
    const name = knob.getAttribute("aria-label");
    const edge = document.querySelector(
      `[data-view=network] .edge[data-parameter=${name}]`);
    const sign = edge.matches(".pg-negative") ? "negative" : "positive";
    const mark = knob.matches(".pg-most") ? ", marked" : "";
    found[`box of ${name}`] = `${words(knob.querySelector(".pg-value"))} `
      + sign + mark;
    const field = fields.find((each) => (
      words(each.firstElementChild) === name));
    found[`field of ${name}`] = field.querySelector("input").value;
  }
  found["caption of the network"] = words(at("network")
    .querySelector("figcaption"));
  found.toolbar = document.querySelector(".pg-place").innerText;
  const chosen = (label) => {
    const named = [...document.querySelectorAll(".pg-live label")].find(
      (each) => words(each.firstElementChild) === label);
    const field = named.querySelector("select, input");
    return words(field.selectedOptions?.[0] ?? field) || field.value;
  };
  found["toolbar, next person"] = chosen("Next person");
  for (const label of ["Start", "Inputs"]) {
    found[`settings, ${label}`] = chosen(label);
  }
  found["settings, Learning rate"] = chosen("Learning rate η");

  // The plane: places as its own ticks have them
  const svg = at("plane").querySelector("svg.figure");
  const scale = (css, side) => {
    const [a, , b] = [0, 0, 1].map((end) => [...svg.querySelectorAll(css)]
      .filter((one) => /^\d+$/.test(one.textContent)).at(-end));
    const [from, to] = [a, b].map((one) => Number(one.getAttribute(side)));
    const [low, high] = [a, b].map((one) => Number(one.textContent));
    return (place) => low + ((place - from) * (high - low)) / (to - from);
  };
  const weightAt = scale("text.pg-middle", "x");
  const heightAt = scale("text.pg-end", "y");
  const inside = (css, point) => [...svg.querySelectorAll(css)].some(
    (one) => one.getAttribute("d") && one.isPointInFill(point));
  for (const mark of svg.querySelectorAll(".pg-person:not(.pg-away)")) {
    const name = words(mark.querySelector("text"));
    const [x, y] = (mark.getAttribute("transform") ?? "-1 -1")
      .match(/[-\d.]+/g).map(Number);
    const shape = mark.querySelector("path");
    const kind = { "pg-is-f": "female", "pg-is-m": "male",
      "pg-stranger": "stranger" }[shape.classList[0]];
    const drawn = shape.getAttribute("d");
    const round = /a6/.test(drawn) ? "female"
      : /h12/.test(drawn) ? "male" : "stranger";
    const next = shape.matches(".pg-next") ? ", next" : "";
    found[`plane, ${name}`] = `${name} `
      + (kind === round ? kind : `${kind} drawn as ${round}`)
      + ` at ${weightAt(x).toFixed(0)}, ${heightAt(y + 5).toFixed(0)}${next}`;
    if (mark.hasAttribute("aria-label")) {
      found[`plane, words of ${name}`] = mark.getAttribute("aria-label");
    }
    const point = new DOMPoint(x, y);
    const [f, m] = [".pg-female-side", ".pg-male-side"].map((css) => (
      inside(css, point)));
    found[`plane, tint behind ${name}`] = f === m ? "undecided"
      : f ? "female" : "male";
  }

  // The loss
  const graph = at("loss").querySelector("svg");
  found["loss, words"] = graph.getAttribute("aria-label");
  found["loss, end of the axis"] = words([...graph.querySelectorAll("text")]
    .find((one) => /^epoch/.test(one.textContent) && one.textContent
      !== "epoch 0"));
  const points = [...graph.querySelector(".pg-curve").getAttribute("d")
    .matchAll(/[ML]([\d.]+),([\d.]+)/g)].map((each) => 190 - Number(each[2]));
  const dot = 190 - Number(graph.querySelector(".pg-dot").getAttribute("cy"));
  found["loss, height of the dot"] = (dot / Math.max(...points)).toFixed(2);

  // The panels
  const head = (view) => words(at(view).querySelector(".pg-head"));
  const cells = (row) => [...row.querySelectorAll("th, td")];
  if (document.querySelector("[data-view=changes].pg-unknown") === null) {
    found["panel Why, head"] = head("why");
    const [first, ways] = at("why").querySelectorAll("p:not(.pg-head)");
    found["panel Why"] = words(first) + (ways ? ` ${words(ways)}` : "");
    found["panel Slopes, head"] = head("changes");
    for (const row of at("changes").querySelectorAll("tbody tr")) {
      const texts = cells(row).map(words);
      const bar = row.querySelector("rect").getAttribute("width");
      texts[3] += `, bar of ${bar}`;
      found[`panel Slopes, ${texts[0]}`] = texts.join(" | ");
    }
    found["panel Lines, head"] = head("lines");
    at("lines").querySelectorAll("li").forEach((line, i) => {
      found[`panel Lines, line ${i + 1}`] = words(line);
    });
  }
  for (const row of at("people").querySelectorAll("tbody tr")) {
    if (row.hidden) continue;
    const [name, ...rest] = cells(row);
    const texts = rest.map((cell) => {
      const field = cell.querySelector("input, select");
      if (!field) return words(cell);
      return field.selectedOptions ? words(field.selectedOptions[0])
        : field.value;
    });
    found[`panel People, ${words(name)}`] = texts.join(" ")
      + (row.matches(".pg-wrong") ? ", marked as wrong" : "");
  }
  for (const row of at("history").querySelectorAll("tbody tr")) {
    const [step, ...values] = cells(row).map(words);
    found[`panel Run, step ${step}`] = values.join(" ");
  }
  found.status = words(document.querySelector(".pg-message"));
  return found;
}
