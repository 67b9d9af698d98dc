// Material puts each copy button into a <nav>, so that a screen reader lists
// one nameless landmark a program. What scrolls must be reached by keys. And a
// button that copies more than is shown, or less than runs, says so in words.

function tidy() {
  for (const nav of document.querySelectorAll("nav.md-code__nav")) {
    nav.setAttribute("role", "presentation");
  }
  for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) {
    box.tabIndex = 0;
  }
  const buttons = ".filename + pre .md-code__button:empty";
  for (const button of document.querySelectorAll(buttons)) {
    const whole = button.closest("[data-copy]");
    button.append(whole ? "Copy the complete program" : "Copy this part");
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
