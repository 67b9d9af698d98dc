"""Claims of the page index.md."""

from tests.claims.claim import Claims

PAGE = Claims("")
says = PAGE.says
