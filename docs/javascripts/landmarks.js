// Copy buttons that say what they copy. (Material's come one by one, the page
// laid out anew for each, and each in a nameless landmark.)

function addButtons(codes) {
  for (const code of codes) {
    if (code.closest(".no-copy")) continue;
    const pre = code.parentElement;
    const program = pre.closest("[data-copy]");
    const button = document.createElement("button");
    button.className = "md-code__button";
    button.title = "Copy to clipboard";
    button.dataset.mdType = "copy";
    const text = program?.dataset.copy ?? code.textContent;
    button.dataset.clipboardText = text.trimEnd(); // for Material
    if (pre.matches(".filename + pre")) {
      button.append(program ? "Copy the complete program" : "Copy this part");
    }
    const place = document.createElement("div");
    place.className = "md-code__nav";
    place.append(button);
    code.before(place);
  }
}

// What scrolls must be reached by keys: code, until it is drawn, and then if
// it is wider than its box,
const reach = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});

// and tables, which Material wraps some time later.
function tidy() {
  for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) {
    box.tabIndex = 0;
  }
}

document$.subscribe(() => {
  const codes = [...document.querySelectorAll("article pre > code")];
  reach.disconnect();
  for (const code of codes) {
    code.tabIndex = 0;
    reach.observe(code);
  }
  addButtons(codes);
  tidy();
  new MutationObserver(tidy).observe(document.querySelector("article"), {
    childList: true,
    subtree: true,
  });
});
