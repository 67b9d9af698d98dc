// What of a page's formulas, tables, figures and outputs is not on paper.
() => {
  const wanted =
    "article :is(.arithmatex svg, table, svg.figure, .program-output pre)";
  const lost = [];
  for (const part of document.querySelectorAll(wanted)) {
    const others = ".program-complete, .exercise-hint, .playground, form";
    if (part.closest(others)) continue;
    const box = part.getBoundingClientRect();
    const seen =
      part.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    if (seen && box.width > 0 && box.height > 0) continue;
    const tex = part.closest("[data-tex]")?.dataset.tex;
    lost.push(tex ?? part.outerHTML.slice(0, 80));
  }
  return lost;
}
