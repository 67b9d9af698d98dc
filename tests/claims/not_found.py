"""What the page for wrong addresses says."""

from tests.claims.claim import Claims

PAGE = Claims("404.html")
PAGE.opinions("""
    Every result on these pages was computed when they were published.

    Page not found

    There is no page at this address.

    Search for what you wanted with the field at the top (the key / takes you
    there), or go on from one of these pages:

    Ten thousand networks

    Look up

    About
""")
