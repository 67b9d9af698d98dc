"""Pack the site so that it works where it is unpacked, without a server.

The files of the browser's Python, most of the bytes, go in as they are. What
changes from build to build is a tenth of them, and is all that is compressed
anew; if nothing changed, the zip of an earlier build is taken.
"""

import json
import os
import shutil
import zipfile
from base64 import b64encode
from pathlib import Path

from scripts.browser.publish import address
from scripts.ground.files import link_or_copy
from scripts.ground.keys import code_of
from scripts.ground.places import CACHE, OFFLINE
from scripts.ground.store import key_of, made
from scripts.ground.turn import alone_in
from scripts.offline.modules import as_script
from scripts.offline.pages import (
    addresses_in,
    as_file,
    search_index,
)

FOLDER = "simplenet-offline"  # all within it: unpacked, it is one folder
CODE = code_of("scripts.offline.pack")
SHIM = Path(__file__).with_name("offline.js").read_text("utf-8")
KEPT = 4  # zips of earlier builds
PLACES = CACHE / "offline"
# What only a server needs, or what is not yet there when this is made
LEFT_OUT = ("404.html", "sitemap", "provenance.json", OFFLINE)
DATA = (".json", ".bin", ".py")  # what scripts of the pages may fetch,
OTHERS = ("search/", "runtime/", "verify.py")  # but for these
DENSE = (".zip", ".whl", ".png")  # packed already
DATE = (1980, 1, 1, 0, 0, 0)  # the same files must make the same zip
WORKER = "(addEventListener, postMessage) => {{\n{}\n}}"
SEARCH = "search/search_index.json"
ALL = "search/all.json"  # what the search finds: scripts/pages/search.py
STEPWISE = (ALL, "javascripts/search.js")  # spare a network, and there is none
QUICK = 3  # smaller files would take longer than all else here
NOTE = """\
A Simple Neural Net, without a network: open index.html.

To run the programs in the page, which a browser does only from a server,
type in this folder

    python -m http.server

and open http://localhost:8000/ in the browser.
"""


def pack(site_dir, site_url, live):
    """Put the zip into a built site.

    live: {group: paths} of the browser's Python, as far as it is there.
    """
    site = Path(site_dir)
    runtime = {
        f"runtime/{address(path)}": path
        for group in live.values()
        for path in group
    }
    own = {
        name: path.read_bytes()
        for name, path in sorted(files_in(site).items())
        if is_packed(name) and name not in runtime
    }
    parts = [part for pair in own.items() for part in pair]
    made = PLACES / f"{key_of(CODE, site_url, *runtime, *parts)}.zip"
    PLACES.mkdir(parents=True, exist_ok=True)
    with alone_in(PLACES):  # who forgets old ones knows of no other's
        if not made.exists():
            write(made, base_of(runtime), for_files(own, runtime, site_url))
        os.utime(made)  # so that forget_old() knows that it is in use
        forget_old()
        link_or_copy(made, site / OFFLINE)


def files_in(folder):
    """Return {name: path} of all files of a folder."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path for path in found}


def is_packed(name):
    # Maps are for who mends Material, and lunr's languages are not ours.
    needless = name.endswith(".map") or "/lunr/" in name
    return not (needless or name.startswith(LEFT_OUT))


def for_files(own, runtime, site_url):
    """Return {name: bytes} of the files, as they work without a server."""
    texts = {
        name: data.decode("utf-8")
        for name, data in own.items()
        if name.endswith((".html", ".js", ".json"))
    }
    packed = {*own, *runtime}
    found = dict(own)
    for name, text in texts.items():
        if name.endswith(".html"):
            found[name] = as_file(name, text, packed, site_url)
        elif is_module(name):
            found[name] = script_of(name, text, own)
        elif "/workers/" in name:
            found[f"{name}.js"] = given(WORKER.format(text))
    found[SEARCH] = search_index(texts[ALL])
    found[SEARCH.replace(".json", ".js")] = f"var __index = {found[SEARCH]}"
    for name in own:
        if name.endswith(DATA) and not name.startswith(OTHERS):
            found[f"{name}.js"] = given(json.dumps(as_data(own[name])))
    for name in STEPWISE:
        found.pop(name, None)
    found |= {"offline.js": SHIM, "README.txt": NOTE}
    return {name: as_bytes(what) for name, what in found.items()}


def script_of(name, text, own):
    """Give a module as a plain script; few change from build to build."""

    def script():
        return as_script(name, addresses_in(text, own)).encode("utf-8")

    return made("offline", key_of(CODE, name, text, *own), script)


def is_module(name):
    """Tell whether a script is one of ours, for pages and not for workers."""
    theirs = name.startswith(("assets/", "runtime/"))
    return name.endswith(".js") and not theirs and "worker" not in name


def given(what):
    """Write a script that hands something to offline.js."""
    return f"offline.give({what});\n"


def as_data(data):
    """Put a file's bytes so that a script can hold them."""
    try:
        return {"text": data.decode("utf-8")}
    except UnicodeDecodeError:
        return {"bytes": b64encode(data).decode()}


def as_bytes(what):
    return what.encode("utf-8") if isinstance(what, str) else what


def base_of(runtime):
    """Give a zip of the browser's Python alone, made once."""
    made = PLACES / f"base-{key_of(CODE, *runtime)}.zip"
    if not made.exists():
        write(made, None, {n: p.read_bytes() for n, p in runtime.items()})
    os.utime(made)  # or every fourth build would make it again
    return made


def write(target, base, files):
    """Write a zip of these files, {name: bytes}, added to those of base."""
    new = target.with_name(f"{target.name}.{os.getpid()}.new")
    if base:
        shutil.copyfile(base, new)
    with zipfile.ZipFile(new, "a" if base else "w") as packed:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{FOLDER}/{name}", DATE)
            entry.external_attr = 0o644 << 16
            dense = name.endswith(DENSE)
            kind = zipfile.ZIP_STORED if dense else zipfile.ZIP_DEFLATED
            packed.writestr(entry, data, kind, QUICK)
    new.replace(target)


def forget_old():
    """Keep a few zips: several checkouts may share the folder."""
    made = sorted(PLACES.glob("*.zip"), key=lambda path: path.stat().st_mtime)
    for old in made[:-KEPT]:
        old.unlink(missing_ok=True)
