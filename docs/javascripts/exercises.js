// Bring the exercises of a page to life, as soon as the browser has drawn the
// page; a page without any loads nothing but this file.

document$.subscribe(() => {
  if (!document.querySelector(".exercise, .exercise-list")) return;
  const wait = window.requestIdleCallback ?? ((act) => setTimeout(act, 200));
  wait(async () => {
    const { mount } = await import("./exercises/mount.js");
    mount();
  }, { timeout: 1000 });
});
