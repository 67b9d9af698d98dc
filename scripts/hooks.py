"""Connect the build steps to MkDocs; each step lives in its own file."""

import json
import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import markdown as python_markdown
import nbformat
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, InclusionLevel

ROOT = Path(__file__).parent.parent
NOTEBOOK = "tutorial.ipynb"  # without outputs; mkdocs-jupyter shows it run
SNIPPETS = "pymdownx.snippets"
sys.path.insert(0, str(ROOT))  # MkDocs loads this file from anywhere

from scripts.browser.publish import site_files, versions_of  # noqa: E402
from scripts.browser.runtime import bring  # noqa: E402
from scripts.evidence.provenance import (  # noqa: E402
    about_build,
    downloads,
    evidence,
    in_words,
    write_provenance,
)
from scripts.ground.errors import BuildError  # noqa: E402
from scripts.ground.family import child_environment  # noqa: E402
from scripts.ground.git import git  # noqa: E402
from scripts.ground.places import GENERATED  # noqa: E402
from scripts.ground.sources import check_kinds  # noqa: E402
from scripts.ground.turn import end_turn, held, take_turn  # noqa: E402
from scripts.notebook import execute as notebook_run  # noqa: E402
from scripts.notebook.page import notebook_page  # noqa: E402
from scripts.pages.links import note_targets  # noqa: E402
from scripts.pages.mathematics import MathError, typeset_pages  # noqa: E402
from scripts.pages.reading import (  # noqa: E402
    is_chapter,
    last_change,
    minutes,
)
from scripts.pages.sentences import fill_facts  # noqa: E402
from scripts.pages.serve import check_port, show_mistakes  # noqa: E402
from scripts.pages.snippets import check_snippets  # noqa: E402
from scripts.pages.structure import check_structure  # noqa: E402

NOTEBOOKS = GENERATED / "notebook"
EXECUTED = NOTEBOOKS / "executed.ipynb"
SHARED = "images/share.png"  # the picture in a preview of a link
serving = False  # whether this is `mkdocs serve`, which builds again and again


@contextmanager
def as_plugin_error():
    """Hand MkDocs a contributor's mistake as it expects it."""
    try:
        yield
    except (BuildError, MathError) as error:
        raise PluginError(str(error)) from None


def on_startup(command, dirty):
    """Let the notebook run alike on every machine, and `kill` clean up."""
    global serving
    serving = command == "serve"
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"  # not the user's own kernel
    os.environ["PYTHONHASHSEED"] = "0"
    os.environ.setdefault("SOURCE_DATE_EPOCH", commit_time())


@cache  # `mkdocs serve` builds often, and need not ask the network each time
def live_python():
    """Fetch the browser's Python: {group: paths}, or as much as there is."""
    with as_plugin_error():
        return bring()


def on_config(config):
    """Give the pages Run only if there is a Python to run."""
    if serving:
        check_port(*config.dev_addr)
    repository = config.extra["repository"]
    live = versions_of(live_python())
    config.extra["build"] = about_build(config.site_url, repository, live)
    if repository:
        config.extra["social"] = [source_link(repository)]
    if live:
        script = ExtraScriptValue("javascripts/live.js")
        script.type = "module"
        config.extra_javascript.append(script)
    return config


def on_pre_build(config):
    """Make everything that the pages show, in a fresh interpreter.

    A long-lived `mkdocs serve` would keep an old simplenet in memory.
    """
    take_turn()
    done = subprocess.run(
        [sys.executable, "-m", "scripts.regenerate", config.site_url],
        cwd=ROOT,
        env=child_environment(),
        pass_fds=held(),  # the next build waits until this child has ended
        stderr=subprocess.PIPE,
        text=True,
    )
    if done.returncode:
        killed = f"scripts.regenerate ended with {done.returncode}."
        raise PluginError(done.stderr.strip() or killed)
    notebook_run.start(NOTEBOOKS / NOTEBOOK, EXECUTED)


@event_priority(100)  # before mkdocs-jupyter looks for notebooks
def on_files(files, config):
    """Publish programs, facts and downloads beside the pages."""
    with as_plugin_error():
        check_kinds(
            file.src_uri
            for file in files
            if file.src_dir == config.docs_dir and file.inclusion.is_included()
        )
    published = downloads()  # all there when files are copied
    for uri, path in published.items():
        if source := files.get_file_from_path(uri):
            files.remove(source)  # the short program; readers get the whole
        file = File.generated(config, uri, abs_src_path=str(path))
        file.inclusion = InclusionLevel.INCLUDED
        files.append(file)
    files.append(
        File(
            NOTEBOOK,
            src_dir=str(NOTEBOOKS),
            dest_dir=config.site_dir,
            use_directory_urls=config.use_directory_urls,
            inclusion=InclusionLevel.INCLUDED,
        )
    )
    others = site_files(live_python()) | evidence()
    others[SHARED] = GENERATED / SHARED
    for uri, source in others.items():
        key = "abs_src_path" if isinstance(source, Path) else "content"
        files.append(File.generated(config, uri, **{key: str(source)}))
    return files


def on_serve(server, config, builder):
    """Show mistakes as pages, and do not take what a build writes for edits.

    That is, do not follow docs/generated/.
    """
    show_mistakes(server)
    server.unwatch(config.docs_dir)
    server.watch(config.docs_dir, recursive=False)
    for folder in Path(config.docs_dir).iterdir():
        if folder.is_dir() and folder != GENERATED:
            server.watch(str(folder))
    return server


def on_page_markdown(markdown, page, config, files):
    """Fill in the numbers that this build computed."""
    uri = page.file.src_uri
    above = page.file.content_string.count("\n") - markdown.count("\n")
    with as_plugin_error():
        check_snippets(uri, markdown)
        facts = read_json("facts") | in_words(config.extra["build"])
        check_structure(uri, markdown, facts, converter(config), above + 1)
        return fill_facts(uri, markdown, facts)


def converter(config):
    """Return what makes HTML of a page's own Markdown, as MkDocs does.

    Without what is fetched from elsewhere, and without the plugins' own.
    """
    names = [name for name in config.markdown_extensions if name != SNIPPETS]
    reader = python_markdown.Markdown(
        extensions=[name for name in names if isinstance(name, str)],
        extension_configs=config.mdx_configs,
    )
    return lambda text: reader.reset().convert(text)


def on_page_content(html, page, config, files):
    """Note equations as targets of links, and lighten the notebook's page."""
    equations = re.findall(r'id="(eq-[\w-]+)"', html)
    page.present_anchor_ids = {*(page.present_anchor_ids or ()), *equations}
    if page.file.src_uri != NOTEBOOK:
        return html
    page.meta["search"] = {"exclude": True}  # the chapters hold the same text
    figures = {
        path.stem: path.read_text("utf-8")
        for path in GENERATED.glob("figures/*.svg")
    }
    with as_plugin_error():
        return notebook_page(
            html,
            nbformat.read(NOTEBOOKS / NOTEBOOK, as_version=4),
            figures,
            read_json("pictures"),
            config.site_url,
        )


def on_page_context(context, page, config, nav):
    """Note what a page is called, how long it takes, when it changed."""
    if page.toc.items and not page.is_homepage:  # which has the site's name
        # The navigation calls some pages by a shorter name.
        page.meta["title"] = page.toc.items[0].title
    if is_chapter(page):
        page.meta["minutes"] = minutes(page.content)
    if page.file.src_uri.endswith(".md"):
        page.meta["changed"] = last_change(page.file.abs_src_path)
    page.content = note_targets(page.content, page.url)
    return context


def on_env(env, config, files):
    """Typeset the mathematics of all pages at once."""
    words = GENERATED / "figures" / "loss.txt"  # the picture in a preview
    env.globals["share_alt"] = words.read_text("utf-8")
    pages = {f.src_uri: f.page for f in files.documentation_pages()}
    with as_plugin_error():
        typeset = typeset_pages({uri: p.content for uri, p in pages.items()})
    for uri, page in pages.items():
        page.content = typeset[uri]
    return env


@event_priority(-100)  # when the search has written its files, too
def on_post_build(config):
    """Publish what the site was made from."""
    write_provenance(config.site_dir, config.extra["build"])
    if serving:
        end_turn()  # a build keeps it until site/ is there: scripts/whole.py


def on_build_error(error):
    """Let others build while a mistake is mended."""
    if serving:
        end_turn()


def source_link(repository):
    """Link the foot of every page to the repository."""
    # Not by `repo_url`: Material would ask its host for numbers to show.
    icon = "material/source-repository"
    return {"icon": icon, "link": repository, "name": "Source of this site"}


def commit_time():
    """Give the time of the last commit, so that a build has no own date."""
    return git("log", "-1", "--format=%ct") or "0"  # not a repository


def read_json(name):
    return json.loads((GENERATED / f"{name}.json").read_text("utf-8"))
