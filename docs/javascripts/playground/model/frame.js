// The part of the plane of people that is shown, and its places.

// Its edges in the picture
export const [LEFT, RIGHT, TOP, BOTTOM] = [34, 352, 22, 256];

/** Leave some room around everyone: weights and heights from, to. Who is
    moved within it does not move the others. */
export function frameOf({ data, people, strangers }) {
  const all = [...data.people, ...strangers].map(({ measures }) => measures);
  const range = (axis, room) => {
    const values = [...all, ...people].map((one) => one[axis]);
    return [Math.min(...values) - room, Math.max(...values) + room];
  };
  return { weight: range(0, 14), height: range(1, 4) };
}

/** Tell where measurements stand in the picture. */
export function placeOf({ weight, height }, [pounds, inches]) {
  const share = ([from, to], value) => (value - from) / (to - from);
  return [
    LEFT + (RIGHT - LEFT) * share(weight, pounds),
    BOTTOM - (BOTTOM - TOP) * share(height, inches),
  ];
}

/** Tell which measurements stand at a place, or at the nearest edge. */
export function measuresAt({ weight, height }, [x, y]) {
  const inside = (share) => Math.min(Math.max(share, 0), 1);
  return [
    between(weight, inside((x - LEFT) / (RIGHT - LEFT))),
    between(height, inside((BOTTOM - y) / (BOTTOM - TOP))),
  ];
}

/** Go a share of the way through a range. */
export const between = ([from, to], share) => from + (to - from) * share;

/** Find a few round numbers inside a range. */
export function round([from, to]) {
  const size = (to - from) / 4;
  const ten = 10 ** Math.floor(Math.log10(size));
  const by = ten * [1, 2, 5, 10].find((n) => n * ten >= size);
  const found = [];
  for (let n = Math.ceil(from / by); n * by < to; n++) found.push(n * by);
  return found;
}

export const written = ([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`;
