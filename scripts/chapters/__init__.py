"""What the pages of this tutorial show: facts, tables, figures, the study."""
