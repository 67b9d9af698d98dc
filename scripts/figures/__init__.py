"""Draws the figures of the pages; catalogue.py names them all."""
