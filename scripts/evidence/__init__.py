"""Say what a site was made from, and let a reader check it."""
