"""Run the programs of docs/programs, complete them, check their promises."""
