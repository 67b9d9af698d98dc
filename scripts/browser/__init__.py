"""What the reader's browser runs: Python, and the joined scripts."""
