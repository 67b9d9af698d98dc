// The form of the chapter on luck: where does the network of a seed land?
// The results are those that the build published, and are fetched only when
// the reader asks for a seed.

const GROUPS = [
  "both hidden neurons speak for male",
  "one hidden neuron speaks for each sex",
  "both hidden neurons speak for female",
];
const SVG = "http://www.w3.org/2000/svg";

function mount() {
  const form = document.querySelector("form.seed-form");
  if (!form) return;
  const link = document.querySelector("a.seed-data");
  const map = document.querySelector("svg.figure-luck_map");
  let results; // a promise, shared by all later questions
  map.style.cursor = "pointer";
  map.addEventListener("click", async (event) => {
    try {
      results ??= load(link.href);
      const seed = nearest(await results, placeOn(map, event));
      if (seed >= 0) open(seed, link.href);
      else say(form, "No network ended there: click on a tinted cell.");
    } catch (error) {
      results = undefined;
      say(form, `The results could not be loaded (${error.message}).`);
    }
  });
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const seed = form.elements.seed.valueAsNumber;
    try {
      results ??= load(link.href);
      show(form, seed, await results);
      offer(form, seed, link.href);
    } catch (error) {
      results = undefined; // the next try asks again
      say(form, `The results could not be loaded (${error.message}).`);
    }
  });
}

async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return answer.json();
}

/** Tell which predictions, in thousandths, stand where one clicked. */
function placeOn(map, { clientX, clientY }) {
  const at = new DOMPoint(clientX, clientY)
    .matrixTransform(map.getScreenCTM().inverse());
  const [x0, x1, y0, y1, left, right, bottom, top] =
    map.dataset.axes.split(" ").map(Number);
  return [
    1000 * (x0 + ((x1 - x0) * (at.x - left)) / (right - left)),
    1000 * (y0 + ((y1 - y0) * (at.y - bottom)) / (top - bottom)),
  ];
}

/** Find the seed that ended nearest to a place, -1 if none is near. */
function nearest({ emily, frank }, [x, y]) {
  let [found, least] = [-1, 2]; // thousandths
  emily.forEach((each, seed) => {
    const far = Math.hypot(each - x, frank[seed] - y);
    if (far < least) [found, least] = [seed, far];
  });
  return found;
}

/** Open a seed in the playground: its start values, to be trained there. */
async function open(seed, results) {
  const file = new URL(`starts/${Math.floor(seed / 1000)}.bin`, results);
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  const view = new DataView(await answer.arrayBuffer());
  const values = Array.from({ length: 9 }, (_, i) =>
    view.getFloat64(8 * (9 * (seed % 1000) + i), true),
  );
  const page = new URL("beyond/playground/", results);
  page.hash = `start=${values.join("~")}`;
  location.assign(page);
}

/** Offer the same as a button, for the seed that is shown. */
function offer(form, seed, results) {
  form.querySelector(".seed-open")?.remove();
  const button = document.createElement("button");
  button.type = "button";
  button.className = "md-button seed-open";
  button.textContent = `Open seed ${seed} in the playground`;
  button.onclick = () =>
    open(seed, results).catch((error) =>
      say(form, `Its start values could not be loaded (${error.message}).`),
    );
  form.append(button);
}

function show(form, seed, results) {
  // Whole numbers, as scripts/chapters/study.py writes them
  const emily = results.emily[seed] / 1000;
  const frank = results.frank[seed] / 1000;
  const loss = results.loss[seed] / 100000;
  const group = results.family[seed];
  const share = results.family.filter((each) => each === group).length;
  const percent = Math.round((100 * share) / results.family.length);
  const onMap = mark(emily, frank);
  say(
    form,
    `Seed ${seed}: Emily ${emily.toFixed(3)}, Frank ${frank.toFixed(3)}, ` +
      `loss ${loss.toFixed(5)}. In this network ${GROUPS[group]}, as in ` +
      `${percent} % of all. ` +
      (onMap ? "The ring on the map shows it." : "It lies outside the map."),
  );
}

function say(form, words) {
  form.querySelector("output").textContent = words;
}

// Put a ring on the map, and tell whether the place is on it.
function mark(emily, frank) {
  const map = document.querySelector("svg.figure-luck_map");
  map.querySelector(".seed-ring")?.remove();
  // What the axes show, and where: left to right, then bottom to top
  const [x0, x1, y0, y1, left, right, bottom, top] =
    map.dataset.axes.split(" ").map(Number);
  const x = (emily - x0) / (x1 - x0);
  const y = (frank - y0) / (y1 - y0);
  if (Math.min(x, y) < 0 || Math.max(x, y) > 1) return false;
  const ring = document.createElementNS(SVG, "circle");
  ring.setAttribute("class", "seed-ring");
  ring.setAttribute("cx", left + x * (right - left));
  ring.setAttribute("cy", bottom + y * (top - bottom));
  ring.setAttribute("r", 8);
  map.append(ring);
  return true;
}

document$.subscribe(mount); // each time that Material shows a page
