// What Material leaves to wish for, once a page stands. Its copy buttons come one
// by one, with the whole page laid out anew for each, and in a <nav>, so that a
// screen reader lists a nameless landmark for each. These come at once, and one
// that copies more than is shown, or less than runs, says so in words.

function addButtons() {
  const codes = document.querySelectorAll("article pre > code");
  for (const [number, code] of codes.entries()) {
    if (code.closest(".no-copy")) continue;
    const pre = code.parentElement;
    pre.id ||= `code-${number}`;
    const button = document.createElement("button");
    button.className = "md-code__button";
    button.title = "Copy to clipboard";
    button.dataset.mdType = "copy";
    button.dataset.clipboardTarget = `#${pre.id} > code`; // Material's does it
    if (pre.matches(".filename + pre")) {
      const whole = pre.closest("[data-copy]");
      button.append(whole ? "Copy the complete program" : "Copy this part");
    }
    const place = document.createElement("div");
    place.className = "md-code__nav";
    place.append(button);
    code.before(place);
  }
}

// What scrolls must be reached by keys. Material wraps tables some time later.
function tidy() {
  for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) {
    box.tabIndex = 0;
  }
}

document$.subscribe(() => {
  addButtons();
  tidy();
  new MutationObserver(tidy).observe(document.querySelector("article"), {
    childList: true,
    subtree: true,
  });
});
