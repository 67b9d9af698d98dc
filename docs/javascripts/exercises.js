// Bring the exercises of a page to life when the first comes near the screen;
// until then, nothing but this file is loaded.

document$.subscribe(() => {
  const found = document.querySelectorAll(".exercise, .exercise-list");
  if (!found.length) return;
  const watcher = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    watcher.disconnect();
    import("./exercises/mount.js").then(({ mount }) => mount());
  }, { rootMargin: "600px" });
  for (const each of found) watcher.observe(each);
});
