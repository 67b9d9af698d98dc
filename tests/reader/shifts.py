"""Feel what a reader feels when a page moves by itself."""

# Adds up by how much: the share of the window that moved, and how far
SHIFTS = """new PerformanceObserver((list) => {
  for (const { value } of list.getEntries())
    window.shifted = (window.shifted ?? 0) + value;
}).observe({ type: "layout-shift", buffered: true })"""
