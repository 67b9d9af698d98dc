// Train by itself: so many steps a second, one picture a frame.

const LONGEST = 100; // milliseconds, when the browser was busy elsewhere
const CALM = 500; // milliseconds, for those who asked for less motion

/** Run until `last` steps are done; return what stops it. */
export function run(app, last) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let [request, due, shown, before] = [0, 0, 0, performance.now()];
  const frame = (now) => {
    due += (Math.min(now - before, LONGEST) * app.speed) / 1000;
    before = now;
    for (; due >= 1 && app.training.steps < last; due -= 1) {
      app.training.step();
    }
    if (app.training.steps >= last) {
      app.finish();
      return;
    }
    if (!calm || now - shown > CALM) {
      app.update();
      shown = now;
    }
    request = requestAnimationFrame(frame);
  };
  request = requestAnimationFrame(frame);
  return () => cancelAnimationFrame(request);
}
