"""Claims of the page backpropagation.md."""

from tests.claims.claim import Claims

PAGE = Claims("backpropagation/")
says = PAGE.says
