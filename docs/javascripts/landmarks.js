// Material puts each copy button into a <nav>, so that a screen reader lists
// one nameless landmark a program. And what scrolls must be reached by keys.

function tidy() {
  for (const nav of document.querySelectorAll("nav.md-code__nav")) {
    nav.setAttribute("role", "presentation");
  }
  for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) {
    box.tabIndex = 0;
  }
}

// Material adds both some time after it has shown the page.
document$.subscribe(() => {
  tidy();
  new MutationObserver(tidy).observe(document.querySelector("article"), {
    childList: true,
    subtree: true,
  });
});
