// A page that was just opened on a phone is drawn as far as it is seen, by
// .fresh: docs/stylesheets/site.css, set in docs/overrides/main.html.

const root = document.documentElement;

// To mark in its contents where the reader is, which a phone folds away, the
// theme would have all headings measured, and for that the whole page drawn.
if (root.matches(".fresh")) {
  for (const list of document.querySelectorAll("[data-md-component=toc]")) {
    delete list.dataset.mdComponent;
  }
}

// Where a place is sought, all above it counts: on this page,
const drawAll = () => root.classList.remove("fresh");
addEventListener("click", ({ target }) => {
  if (target.closest?.("a")?.hash) drawAll();
}, { capture: true });

// and on the next ones, which may be come back to.
let pages = 0;
document$.subscribe(() => {
  if (pages++) drawAll();
});
