// What the network predicts everywhere: the plane is cut into cells, and for
// each level of the prediction the cells give the area above it.

import { forward } from "./formulas.js";
import { between, placeOf, written } from "./frame.js";

const [COLUMNS, ROWS] = [32, 20];

/** How sure the network is where the map grows darker: of either label. */
export const LEVELS = [0.5, 0.6, 0.7, 0.8, 0.9, 0.97];
const SUMS = LEVELS.map((y) => Math.log(y / (1 - y))); // sigmoid gives y there

/** List the corners of all cells: their inputs and places. */
export function cornersOf(training, frame) {
  const corners = [];
  for (let row = 0; row <= ROWS; row++) {
    for (let column = 0; column <= COLUMNS; column++) {
      const measures = [between(frame.weight, column / COLUMNS),
        between(frame.height, row / ROWS)];
      const place = placeOf(frame, measures);
      const text = written(place); // which takes longer than the network
      corners.push({ x: training.toInputs(measures), place, text });
    }
  }
  return corners;
}

/** Draw the areas of each level, on both sides, and the line between. */
export function areas({ parameters }, corners) {
  const sums = corners.map(({ x }) => forward(parameters, x).sum_o1);
  const opposite = sums.map((sum) => -sum);
  return {
    female: SUMS.map((level) => areaAbove(level, sums, corners)),
    male: SUMS.map((level) => areaAbove(level, opposite, corners)),
    line: lineAt0(sums, corners),
  };
}

/** Draw where the values are above a level: whole cells as long stripes. */
function areaAbove(level, values, corners) {
  let path = "";
  for (let row = 0; row < ROWS; row++) {
    let whole = []; // the first and the last of some cells side by side
    for (let column = 0; column <= COLUMNS; column++) {
      const around = column < COLUMNS ? cornersAround(row, column) : [];
      const above = around.filter((each) => values[each] > level).length;
      if (above === 4) whole = [whole[0] ?? around, around];
      else {
        if (whole.length) path += stripe(whole, corners);
        if (above) path += piece(level, around, values, corners);
        whole = [];
      }
    }
  }
  return path;
}

function cornersAround(row, column) {
  const at = row * (COLUMNS + 1) + column;
  return [at, at + 1, at + COLUMNS + 2, at + COLUMNS + 1];
}

function stripe([first, last], corners) {
  const around = [first[0], last[1], last[2], first[3]];
  return `M${around.map((each) => corners[each].text).join("L")}Z`;
}

/** Walk round a cell, and keep the part above the level. */
function piece(level, around, values, corners) {
  const kept = [];
  around.forEach((a, n) => {
    const b = around[(n + 1) % 4];
    if (values[a] > level) kept.push(corners[a].text);
    if ((values[a] > level) !== (values[b] > level)) {
      kept.push(crossing(level, a, b, values, corners));
    }
  });
  return `M${kept.join("L")}Z`;
}

/** Find where the edge of a cell crosses a level. */
function crossing(level, a, b, values, corners) {
  const share = (values[a] - level) / (values[a] - values[b]);
  return written(corners[a].place.map(
    (side, i) => between([side, corners[b].place[i]], share),
  ));
}

function lineAt0(values, corners) {
  let path = "";
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const around = cornersAround(row, column);
      const points = around.flatMap((a, n) => {
        const b = around[(n + 1) % 4];
        return (values[a] > 0) === (values[b] > 0) ? []
          : [crossing(0, a, b, values, corners)];
      });
      if (points.length) path += `M${points.slice(0, 2).join("L")}`;
    }
  }
  return path;
}
