// Lights a row of the tables of factors together with its line of code and
// its parts of the network, whichever of row and line the reader points at.
// Without this script the tables are plain, with links to the lines.

const HINT =
  "Point at a row, or at a line of the code below, to see where in the " +
  "network it acts.";

function mount(root) {
  const hint = document.createElement("p");
  hint.textContent = HINT;
  root.prepend(hint);
  const figure = [...root.querySelectorAll(".figure .edge, .figure .node")];
  const rows = [...root.querySelectorAll("tr[data-parts]")];
  const lines = rows.map((row) => document.getElementById(row.dataset.line));

  const rowAt = (target) =>
    rows.find((row, i) => row.contains(target) || lines[i].contains(target));

  function light(lit) {
    const parts = lit ? lit.dataset.parts.split(" ") : [];
    rows.forEach((row, i) => {
      row.classList.toggle("lit", row === lit);
      lines[i].classList.toggle("lit", row === lit);
    });
    for (const part of figure) {
      const on = parts.includes(part.dataset.parameter ?? part.dataset.node);
      part.classList.toggle("lit", on);
      part.classList.toggle("dim", Boolean(lit) && !on);
    }
  }

  const follow = (event) => light(rowAt(event.target));
  root.addEventListener("pointerover", follow);
  root.addEventListener("focusin", follow);
  root.addEventListener("pointerleave", (event) => {
    // A finger that is lifted has not left; what it lit stays.
    if (event.pointerType === "mouse") light(rowAt(document.activeElement));
  });
  root.addEventListener("focusout", () => light());
}

// The listeners go with the elements that instant navigation replaces.
document$.subscribe(() =>
  document.querySelectorAll(".factors").forEach(mount),
);
