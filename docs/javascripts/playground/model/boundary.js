// Where the network predicts 0.5: the plane is cut into cells, and each
// cell that the line crosses gives a piece of it.

import { forward } from "./formulas.js";
import { between, placeOf, written } from "./frame.js";

const [COLUMNS, ROWS] = [32, 20];

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

/** Draw the side of those called female, and the line that ends it. */
export function sides({ parameters }, corners) {
  const values = corners.map(({ x }) => forward(parameters, x).sum_o1);
  const path = { female: "", line: "" };
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const at = row * (COLUMNS + 1) + column;
      const around = [at, at + 1, at + COLUMNS + 2, at + COLUMNS + 1];
      addCell(path, around, values, corners);
    }
  }
  return path;
}

/** Walk round a cell, and keep the part that predicts more than 0.5. */
function addCell(path, around, values, corners) {
  const kept = [];
  const crossed = [];
  around.forEach((a, n) => {
    const b = around[(n + 1) % 4];
    if (values[a] > 0) kept.push(corners[a].text);
    if ((values[a] > 0) === (values[b] > 0)) return;
    const share = values[a] / (values[a] - values[b]);
    const point = written(corners[a].place.map(
      (side, i) => between([side, corners[b].place[i]], share),
    ));
    kept.push(point);
    crossed.push(point);
  });
  if (kept.length) path.female += `M${kept.join("L")}Z`;
  if (crossed.length) path.line += `M${crossed.slice(0, 2).join("L")}`;
}
