"""What all figures share: their style, and what makes lean SVG of them."""
