"""Turn Markdown into pages: facts, snippets, program panels, formulas."""
