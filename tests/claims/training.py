"""Claims of the page training.md."""

from tests.claims.claim import Claims

PAGE = Claims("training/")
says = PAGE.says
