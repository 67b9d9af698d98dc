"""Give every page the strict policy that says what it may load and run.

In the page itself, so that it holds on hosts that send no headers.
"""

import base64
import hashlib
import re

# Where docs/overrides/main.html has the policy written in
PLACE = '<meta http-equiv="Content-Security-Policy" content="">'
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
POLICY = {
    "default-src": "'none'",
    # The theme's own inline scripts, by hash; WebAssembly has its own word.
    "script-src": "'self' 'wasm-unsafe-eval' {hashes}",
    "worker-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # the theme's icons are data: in its styles
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}


def guard(site):
    """Write the policy into all pages of a site, the same into each.

    (From one page to the next, the theme may swap parts without loading.)
    """
    pages = {path: path.read_text("utf-8") for path in site.rglob("*.html")}
    filled = PLACE.replace('""', f'"{policy_for(pages.values())}"')
    for path, text in pages.items():
        path.write_text(text.replace(PLACE, filled), "utf-8")


def policy_for(pages):
    """Write the policy that allows the inline scripts of these pages."""
    scripts = {script for page in pages for script in INLINE.findall(page)}
    hashes = " ".join(sorted(map(hash_of, scripts)))
    parts = [f"{name} {value}" for name, value in POLICY.items()]
    return "; ".join(parts).format(hashes=hashes)


def hash_of(script):
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
