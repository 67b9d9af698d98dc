// A long page is drawn as it is seen (docs/stylesheets/site.css). A jump needs
// the true height of all that it passes: the whole page is drawn before it.

const { classList } = document.documentElement; // by docs/overrides/main.html
const drawAll = () => classList.remove("as-seen");

addEventListener("popstate", drawAll);
addEventListener("click", ({ target }) => {
  if (target.closest("a[href*='#']")) drawAll();
}, { capture: true });
