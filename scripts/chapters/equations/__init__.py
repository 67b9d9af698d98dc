"""Judge every equation of the pages by the code of simplenet."""
