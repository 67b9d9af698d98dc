// Bring what runs programs to the pages that show one.

document$.subscribe(() => {
  if (document.querySelector(".program[data-copy]")) import("./programs.js");
});
