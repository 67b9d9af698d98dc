"""Print the tutorial as one PDF. No part of a build: it needs a browser."""
