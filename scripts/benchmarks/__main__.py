"""Run the benchmarks: python -m scripts.benchmarks --help

The training part needs NumPy alone, and takes in what else is installed:
run it with any Python that has micrograd, scikit-learn or PyTorch.
"""

import argparse
import json
import os
import platform
import sys
from pathlib import Path

import numpy as np

from scripts.benchmarks.measure import table


def main():
    options = read_options()
    result = {"machine": machine()}
    if options.part in ("all", "training"):
        from scripts.benchmarks.training import measure_training

        result["training"] = measure_training(options.rounds)
        print(table("training", result["training"]))
    if options.part in ("all", "build"):
        from scripts.benchmarks.building import (
            measure_building,
            measure_serving,
        )

        result["build"] = measure_building(options.rounds)
        print(table("build", result["build"], slower=True))
        result["serve"] = measure_serving(options.rounds)
        print(table("serve", result["serve"], slower=True))
    if options.part == "pages":
        from scripts.benchmarks.pages import measure_pages, pages_table

        result["pages"] = measure_pages(options.rounds, options.beside)
        print(pages_table(result["pages"]))
    options.json.write_text(json.dumps(result, indent=1) + "\n", "utf-8")
    print(f"All measurements are in {options.json}.")


def read_options():
    parser = argparse.ArgumentParser(prog="scripts/benchmark")
    parser.add_argument(
        "part",
        nargs="?",
        default="all",
        choices=("all", "training", "build", "pages"),
        help="pages, with Lighthouse, takes half an hour: only when asked for",
    )
    parser.add_argument(
        "--rounds", type=int, default=5, help="how often to measure each"
    )
    parser.add_argument(
        "--beside",
        type=Path,
        metavar="SITE",
        help="a built site, of another commit: its pages are measured, too",
    )
    parser.add_argument(
        "--json", type=Path, default=Path("benchmark.json"), metavar="FILE"
    )
    options = parser.parse_args()
    if options.rounds < 1:
        parser.error(f"--rounds must be above zero, got {options.rounds}")
    return options


def machine():
    """Say what was measured on."""
    return {
        "python": platform.python_version(),
        "numpy": np.__version__,
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
    }


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("Stopped; nothing was written.")
