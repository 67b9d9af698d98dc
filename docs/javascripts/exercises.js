// Bring each exercise to life when it comes near the screen, and the list of
// all; until then, nothing but this file is loaded.

const NEAR = { rootMargin: "1500px" }; // there before a reader scrolls to it

let watcher;

async function wake(place) {
  if (place.matches(".exercise")) {
    const { mount } = await import("./exercises/mount.js");
    mount(place);
  } else {
    const { mountList } = await import("./exercises/list.js");
    mountList();
  }
}

document$.subscribe(() => {
  watcher?.disconnect();
  watcher = new IntersectionObserver((entries, seen) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      wake(target);
    }
  }, NEAR);
  for (const each of document.querySelectorAll(".exercise, .exercise-list")) {
    watcher.observe(each);
  }
});
