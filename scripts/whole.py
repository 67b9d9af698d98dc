"""Build the site into site/, whole or not at all: python -m scripts.whole

MkDocs builds in a folder beside site/. The two then change places in one
step, so that whoever looks into site/, and whenever this is killed, finds a
whole site: the old one or the new one.
"""

import ctypes
import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path

import click

from scripts.ground.errors import BuildError
from scripts.ground.nav import site_url
from scripts.ground.places import ROOT
from scripts.ground.turn import take_turn
from scripts.regenerate import begin, give_up

SITE = ROOT / "site"
HERE = -100  # AT_FDCWD: names are as the working folder has them
EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS


def main():
    """Build; raise BuildError if the site cannot be put in place."""
    site = SITE.resolve()  # where a link leads, if it is one
    take_turn()
    if site.exists() and not site.is_dir():
        raise BuildError(f"{site}: expected a folder, or nothing. Move it.")
    put_back(site)
    delete(site.parent.glob(f"{site.name}.new-*"))  # of builds that died
    new = work_folder(site)
    try:
        if address := site_url():
            begin(address)
        mkdocs("build", "--strict", "--site-dir", str(new))
        put_in_place(new, site)
    finally:
        give_up()
        delete([new])
    print("The site is in site/.")


def mkdocs(*arguments):
    """Call MkDocs, which takes a second to import."""
    from mkdocs.__main__ import cli

    cli(arguments, standalone_mode=False)


def work_folder(site):
    """Make an empty folder beside the site, on the same disk."""
    prefix = f"{site.name}.new-"
    try:
        made = Path(tempfile.mkdtemp(prefix=prefix, dir=site.parent))
    except OSError as error:
        raise BuildError(
            f"Cannot build beside {site} ({error.strerror}). Make "
            f"{site.parent} a folder that you may write to."
        ) from None
    mask = os.umask(0)
    os.umask(mask)
    made.chmod(0o777 & ~mask)  # mkdtemp lets nobody else read
    return made


def put_in_place(new, site):
    """Let the new folder be the site, in one step; new is then the old one.

    Where a file system cannot do that, two steps; see put_back.
    """
    try:
        if not site.exists():
            new.rename(site)
        elif not exchanged(new, site):
            old = old_of(site)
            site.rename(old)
            new.rename(site)
            old.rename(new)
    except OSError as error:
        put_back(site)
        raise BuildError(
            f"Cannot put the new site in the place of {site} "
            f"({error.strerror}). The old one is still there; move it, or "
            "what it is a part of, and build again."
        ) from None


def exchanged(one, other):
    """Let two folders change names in one step, or return False."""
    names = os.fsencode(one), os.fsencode(other)
    libc = ctypes.CDLL(None, use_errno=True)
    try:
        if sys.platform == "darwin":
            return libc.renamex_np(*names, EXCHANGE) == 0
        return libc.renameat2(HERE, names[0], HERE, names[1], EXCHANGE) == 0
    except AttributeError:  # an old or another system
        return False


def put_back(site):
    """Mend what a build left that died between two steps."""
    if old_of(site).exists() and not site.exists():
        old_of(site).rename(site)


def old_of(site):
    return site.with_name(f"{site.name}.old")


def delete(folders):
    """Delete folders; name what cannot be deleted."""
    for folder in folders:
        if folder.exists():
            try:
                shutil.rmtree(folder)
            except OSError as error:
                print(
                    f"Cannot delete {folder}, which is no longer needed "
                    f"({error.strerror}: {error.filename}). Delete it.",
                    file=sys.stderr,
                )


if __name__ == "__main__":
    # Clean up as after Ctrl-C
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        main()
    except BuildError as error:
        sys.exit(str(error))
    except click.ClickException as error:  # MkDocs has said more already
        error.show()
        sys.exit(1)
    except OSError as error:
        sys.exit(
            f"The build failed: {error.strerror}, at {error.filename}. "
            "site/ is as it was. Make room or mend it, and build again."
        )
    except (click.Abort, KeyboardInterrupt):  # MkDocs makes the first of it
        sys.exit("Stopped; site/ is whole.")
