"""Measure how fast things are; no page ever shows these numbers."""
