"""Let a page ask for one stylesheet where its authors write several.

A phone draws nothing before all of them came, each by a request of its own.
"""

from pathlib import Path

from mkdocs.structure.files import File

from scripts.ground.errors import BuildError

JOINED = "stylesheets/joined.css"


def join_styles(config, files):
    """Publish what mkdocs.yml and plugins name in extra_css as one file."""
    text = "\n".join(take(name, config, files) for name in config.extra_css)
    files.append(File.generated(config, JOINED, content=text))
    config.extra_css[:] = [JOINED]


def take(name, config, files):
    """Give the text of a stylesheet, which no page will ask for."""
    if file := files.get_file_from_path(name):
        files.remove(file)
        return file.content_string
    path = Path(config.site_dir, name)  # where a plugin writes its own
    if not path.is_file():
        raise BuildError(
            f"mkdocs.yml: extra_css names {name}, which is not below docs/. "
            "Correct the name, or bring the file back."
        )
    text = path.read_text("utf-8")
    path.unlink()
    return text
