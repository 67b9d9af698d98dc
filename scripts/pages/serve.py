"""Let `mkdocs serve` show a mistake as a page, and go on when it is mended.

MkDocs alone says it in the terminal, and lets the browser wait.
"""

import logging
import socket
import traceback
from functools import cache
from html import escape

from mkdocs.exceptions import Abort, PluginError

PAGE = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>The site cannot be built</title>
<body style="font: 1.1rem/1.5 system-ui; margin: 2rem; max-width: 50rem">
<h1>The site cannot be built</h1>
<pre style="white-space: pre-wrap">{}</pre>
<p>This page makes way for the site as soon as that is mended.</p>
</body>
</html>
"""


class Complaints(logging.Handler):
    """What MkDocs and we had to say against the latest build."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.texts = []

    def emit(self, record):
        self.texts.append(record.getMessage())


def show_mistakes(server):
    """Let a server answer with the mistake as long as there is one."""
    complaints = Complaints()
    logging.getLogger("mkdocs").addHandler(complaints)
    build, serve = server.builder, server.get_app()
    mistake = []

    def build_or_explain():
        complaints.texts.clear()
        try:
            build()
        except Exception as error:
            if not isinstance(error, Abort):  # MkDocs said all of that
                complaints.texts.append(traceback.format_exc())
                traceback.print_exc()
            mistake[:] = ["\n\n".join(complaints.texts)]
        else:
            mistake.clear()

    def serve_or_explain(environ, start_response):
        if not mistake or environ["PATH_INFO"].startswith("/livereload/"):
            return serve(environ, start_response)
        page = PAGE.format(escape(mistake[0])).encode()
        headers = [("Content-Type", "text/html"), ("Refresh", "1")]
        # Not 500: MkDocs would log a warning, which fails the next build.
        start_response("200 OK", headers)
        return [page]

    server.builder = build_or_explain
    server.set_app(serve_or_explain)


@cache  # once: later, the port is in use by ourselves
def check_port(host, port):
    """Raise PluginError, before the work, if another program has the port."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            raise PluginError(
                f"Cannot serve at {host}:{port} ({error.strerror}). End what "
                f"uses that port, or name another: scripts/serve --dev-addr "
                f"{host}:{port + 1}"
            ) from None
