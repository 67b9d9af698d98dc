"""Connect the build steps to MkDocs; each step lives in its own file."""

import logging
import os
import shutil
import signal
import sys
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import markdown as python_markdown
from jinja2 import FileSystemBytecodeCache
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import CountHandler

ROOT = Path(__file__).parent.parent
SNIPPETS = "pymdownx.snippets"
sys.path.insert(0, str(ROOT))  # MkDocs loads this file from anywhere

from scripts.browser.publish import (  # noqa: E402
    link_runtime,
    site_files,
    versions_of,
)
from scripts.browser.runtime import bring  # noqa: E402
from scripts.evidence.provenance import (  # noqa: E402
    about_build,
    count_files,
    downloads,
    evidence,
    in_words,
    notebook_downloads,
    write_provenance,
)
from scripts.ground.errors import BuildError  # noqa: E402
from scripts.ground.git import git  # noqa: E402
from scripts.ground.keys import (  # noqa: E402
    check_code,
    code_of,
    environment,
)
from scripts.ground.nav import NOTEBOOK  # noqa: E402
from scripts.ground.places import GENERATED  # noqa: E402
from scripts.ground.sources import check_kinds  # noqa: E402
from scripts.ground.store import folder_of  # noqa: E402
from scripts.ground.turn import end_turn, take_turn  # noqa: E402
from scripts.offline.pack import pack  # noqa: E402
from scripts.pages.links import note_targets, say_line  # noqa: E402
from scripts.pages.made import Pages  # noqa: E402
from scripts.pages.policy import guard  # noqa: E402
from scripts.pages.reading import (  # noqa: E402
    is_chapter,
    last_changes,
    minutes,
)
from scripts.pages.search import set_index_aside  # noqa: E402
from scripts.pages.sentences import fill_facts  # noqa: E402
from scripts.pages.serve import check_port, show_mistakes  # noqa: E402
from scripts.pages.snippets import check_snippets  # noqa: E402
from scripts.pages.structure import check_structure  # noqa: E402
from scripts.pages.styles import join_styles  # noqa: E402
from scripts.regenerate import begun_for  # noqa: E402

SHARED = "images/share.png"  # the picture in a preview of a link
CODE = code_of("scripts.hooks")  # with which this process works
warnings = CountHandler(level=logging.WARNING)
logging.getLogger("mkdocs").addHandler(warnings)
logging.getLogger("mkdocs.structure.pages").addFilter(say_line)


class Build:
    """What a build knows from one event to the next."""

    def __init__(self):
        self.work = None  # what makes all that the pages show
        self.facts = {}
        self.dates = {}  # of the pages' last changes
        self.pages = None  # Pages
        warnings.counts.clear()


build = Build()
serving = False  # whether this is `mkdocs serve`, which builds again and again


@contextmanager
def as_plugin_error():
    """Hand MkDocs a contributor's mistake as it expects it."""
    try:
        yield
    except BuildError as error:
        raise PluginError(str(error)) from None


def on_startup(command, dirty):
    """Give a build no date of its own, and let `kill` clean up."""
    global serving
    serving = command == "serve"
    signal.signal(signal.SIGTERM, signal.default_int_handler)
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
        if code_of("scripts.hooks") != CODE:
            start_again(config.site_dir)
    global build
    finish_work()  # of an earlier build that failed
    build = Build()
    repository = config.extra["repository"]
    live = versions_of(live_python())
    config.extra["build"] = about_build(config.site_url, repository, live)
    if repository:
        config.extra["social"] = [source_link(repository)]
    if live:
        script = ExtraScriptValue("javascripts/live/find-programs.js")
        script.type = "module"
        config.extra_javascript.append(script)
    return config


def on_pre_build(config):
    """Make everything that the pages show, the notebook at the side."""
    take_turn()
    with as_plugin_error():
        build.work = begun_for(config.site_url)
        build.work.make_pages()
    build.facts = build.work.values | in_words(config.extra["build"])
    build.dates = last_changes()


@event_priority(100)  # before others look at the files
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
    files.append(File.generated(config, NOTEBOOK, content=""))
    others = site_files(live_python()) | evidence()
    others[SHARED] = GENERATED / SHARED
    for uri, source in others.items():
        key = "abs_src_path" if isinstance(source, Path) else "content"
        files.append(File.generated(config, uri, **{key: str(source)}))
    # A link is right or wrong by the names of all files.
    names = sorted(
        file.src_uri
        for file in files
        if not file.src_uri.startswith("generated/")
    )
    read = Path(config.config_file_path).read_bytes()
    build.pages = Pages(CODE, read, *config.plugins, "", *names)
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
    """Fill in the numbers that this build computed, unless it is kept."""
    uri = page.file.src_uri
    if uri == NOTEBOOK:
        return ""
    with as_plugin_error():
        check_snippets(uri, markdown)
        filled = fill_facts(uri, markdown, build.facts)
    if build.pages.is_kept(uri, markdown, filled):
        return ""
    above = page.file.content_string.count("\n") - markdown.count("\n")
    with as_plugin_error():
        convert = converter(config)
        check_structure(uri, markdown, build.facts, convert, above + 1)
    return filled


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
    """Bring back a page that is kept."""
    return build.pages.take(page, html, files, config.plugins.get("autorefs"))


@event_priority(-100)  # when others have resolved their references
def on_env(env, config, files):
    """Typeset the mathematics of all pages at once."""
    words = GENERATED / "figures" / "loss.txt"  # the picture in a preview
    env.globals["share_alt"] = words.read_text("utf-8")
    compiled = folder_of(f"templates-{environment()}")  # by this Jinja
    env.bytecode_cache = FileSystemBytecodeCache(compiled)
    pages = [file.page for file in files.documentation_pages()]
    # All but the notebook's, which repeats the chapters' equations
    pages = [page for page in pages if page.file.src_uri != NOTEBOOK]
    build.work.start_to_judge(
        {page.url: build.pages.formulas_of(page) for page in pages}
    )
    with as_plugin_error():
        build.pages.draw(pages)
        join_styles(config, files)
    return env


@event_priority(100)  # before the search plugin reads the page
def light(context, page, config, nav):
    """Let the search read a page's words, and not its formulas' drawings."""
    uri = page.file.src_uri
    if uri == NOTEBOOK:  # the last page: its maker has had most time
        with as_plugin_error():
            build.work.make_notebook()
            build.pages.fill_notebook(page, CODE)
    page.content = build.pages.found[uri].text
    return context


@event_priority(-100)  # after it
def complete(context, page, config, nav):
    """Note what a page is called, how long it takes, when it changed."""
    html = build.pages.found[page.file.src_uri].html
    page.content = note_targets(html, page.url)
    if page.toc.items and not page.is_homepage:  # which has the site's name
        # The navigation calls some pages by a shorter name.
        page.meta["title"] = page.toc.items[0].title
    if is_chapter(page):
        page.meta["minutes"] = minutes(html)
    page.meta["changed"] = build.dates.get(page.file.abs_src_path)
    return context


on_page_context = CombinedEvent(light, complete)


@event_priority(-100)  # when the search has written its files, too
def on_post_build(config):
    """Publish what the site was made from; keep the pages for other builds."""
    with as_plugin_error():
        build.work.judge()
    finish_work()
    for address, path in notebook_downloads().items():
        shutil.copyfile(path, Path(config.site_dir) / address)
    link_runtime(live_python(), config.site_dir)
    set_index_aside(Path(config.site_dir))
    if not serving:  # the server adds a script of its own
        guard(Path(config.site_dir))
    count_files(config.site_dir)
    if not serving:  # for a server it stays empty
        with as_plugin_error():
            pack(config.site_dir, config.site_url, live_python())
    write_provenance(config.site_dir, config.extra["build"])
    if not warnings.counts:  # else they would not be heard again
        build.pages.keep()
    if serving:
        end_turn()  # a build keeps it until site/ is there: scripts/whole.py


def on_build_error(error):
    """Let others build while a mistake is mended."""
    finish_work()
    if serving:
        end_turn()


def finish_work():
    """Leave no process and no folder behind."""
    if build.work:
        build.work.stop()


def start_again(site_dir):
    """Let an edit to this code take effect: Python imports it but once."""
    with as_plugin_error():
        check_code("scripts.hooks")
    print("Build code was changed: starting the server again …", flush=True)
    shutil.rmtree(site_dir)  # MkDocs makes a new one
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])


def source_link(repository):
    """Link the foot of every page to the repository."""
    # Not by `repo_url`: Material would ask its host for numbers to show.
    icon = "material/source-repository"
    return {"icon": icon, "link": repository, "name": "Source of this site"}


def commit_time():
    """Give the time of the last commit, so that a build has no own date."""
    return git("log", "-1", "--format=%ct") or "0"  # not a repository
