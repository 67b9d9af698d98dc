"""Connect the build steps to MkDocs; each step lives in its own file."""

import json
import subprocess
import sys
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, InclusionLevel

ROOT = Path(__file__).parent.parent
GENERATED = ROOT / "docs" / "generated"

sys.path.insert(0, str(ROOT))  # MkDocs loads this file from anywhere

from scripts.errors import BuildError  # noqa: E402
from scripts.mathematics import MathError, typeset_pages  # noqa: E402
from scripts.pages import fill_facts  # noqa: E402


def on_pre_build(config):
    """Make everything that the pages show, in a fresh interpreter.

    A long-lived `mkdocs serve` would keep an old simplenet in memory.
    """
    done = subprocess.run(
        [sys.executable, "-m", "scripts.regenerate"],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
    )
    if done.returncode:
        raise PluginError(done.stderr.strip())


def on_files(files, config):
    """Publish the complete programs and the data beside the pages."""
    data = [GENERATED / "facts.json", GENERATED / "study" / "seeds.json"]
    for path in [*GENERATED.glob("programs/*.py"), *data]:
        name = path.relative_to(GENERATED).as_posix()
        uri = name.removeprefix("study/")
        if source := files.get_file_from_path(uri):
            files.remove(source)  # the short program; readers get the whole
        file = File.generated(
            config,
            uri,
            abs_src_path=str(path),
            inclusion=InclusionLevel.INCLUDED,
        )
        files.append(file)
    return files


def on_page_markdown(markdown, page, config, files):
    """Fill in the numbers that this build computed."""
    facts = json.loads((GENERATED / "facts.json").read_text("utf-8"))
    try:
        return fill_facts(page.file.src_uri, markdown, facts)
    except BuildError as error:
        raise PluginError(str(error)) from None


def on_env(env, config, files):
    """Typeset the mathematics of all pages at once."""
    pages = {f.src_uri: f.page for f in files.documentation_pages()}
    try:
        typeset = typeset_pages({uri: p.content for uri, p in pages.items()})
    except MathError as error:
        raise PluginError(str(error)) from None
    for uri, page in pages.items():
        page.content = typeset[uri]
    return env
