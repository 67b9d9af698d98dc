"""Claims of the page playground.md."""

from tests.claims.claim import Claims

PAGE = Claims("beyond/playground/")
says = PAGE.says
