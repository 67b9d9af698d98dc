"""Write files whole, and only if they change."""

import os
import shutil
import threading


def write_whole(path, data):
    """Write a file in one go: an interrupted build leaves no half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # Two builds, or two threads, each write a file of their own.
    name = f"{path.name}.{os.getpid()}-{threading.get_ident()}.new"
    temporary = path.with_name(name)
    temporary.write_bytes(data)
    temporary.replace(path)


def write_if_new(path, data):
    """Write a whole file, or nothing if it is there already.

    `mkdocs serve` watches the files: a needless write would make it loop.
    """
    if not (path.is_file() and path.read_bytes() == data):
        write_whole(path, data)


def link_or_copy(path, target):
    """Publish a file without a copy, where the file system can do that."""
    target.unlink(missing_ok=True)
    try:
        os.link(path, target)
    except OSError:  # another file system
        shutil.copyfile(path, target)


def write_folder(folder, files, spare=()):
    """Make a folder hold these files, {name: bytes}, and no others.

    spare: the names of folders within it that others write.
    """
    for name, data in files.items():
        write_if_new(folder / name, data)
    for path in sorted(folder.rglob("*"), reverse=True):  # inner ones first
        name = path.relative_to(folder).as_posix()
        if name.split("/")[0] in spare or name in files:
            continue
        if not path.is_dir() or path.is_symlink():
            path.unlink()
        elif not any(path.iterdir()):
            path.rmdir()
