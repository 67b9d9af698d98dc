"""Exercises that check themselves: read, completed, shown."""
