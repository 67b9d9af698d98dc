"""Make the notebook of the tutorial, run it, show it, pack it."""
