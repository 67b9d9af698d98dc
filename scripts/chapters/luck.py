"""Facts and tables of the chapter docs/beyond/luck.md."""

import numpy as np

from scripts.chapters.outcomes import (
    FAMILY_WORDS,
    LEARN_RATE,
    LEARN_RATES,
    families_of,
    losses_of,
    of_strangers,
    wrong,
)
from scripts.chapters.study import PREPARATIONS
from scripts.chapters.tables import table
from scripts.ground.errors import BuildError, in_short
from scripts.ground.places import GENERATED
from simplenet import sigmoid
from simplenet.data import people, seed, strangers

ARTICLE = ("0.951", "0.039")  # what the article prints for Emily and Frank


def load_study():
    """Read what scripts/chapters/study.py found."""
    with np.load(GENERATED / "study" / "study.npz") as arrays:
        return dict(arrays)


def luck_facts(study, stuck):
    """Return {name: value}; stuck: the values of docs/programs/stuck.py."""
    predictions = study["predictions"]
    failed = np.flatnonzero(wrong(predictions))
    pairs = article_pairs(predictions)
    families = families_of(study["parameters"])
    check_seeds(failed, pairs, stuck["seed"])
    emily, frank = of_strangers(predictions).T[:2]
    return {
        "luck_count": len(predictions),
        "luck_last": len(predictions) - 1,
        "luck_few": study["rates"].shape[1],
        "luck_pairs": len(pairs),
        "luck_first": pairs[0],
        "luck_family_0": np.mean(families == 0),
        "luck_pairs_0": np.sum(families[pairs] == 0),
        "luck_right": np.mean((emily > 0.5) & (frank < 0.5)),
        **spread_facts(predictions),
        **bias_facts(study["parameters"], families),
        **stuck_facts(stuck),
        **side_facts(study),
    }


def check_seeds(failed, pairs, stuck_seed):
    """Refuse seeds that a contributor typed and the study does not find."""
    problems = []
    if failed.tolist() != [stuck_seed]:
        problems.append(
            f"docs/programs/stuck.py: seed {stuck_seed} should be the only "
            f"one that fails, the study found {in_short(failed)}. Correct the "
            "program, and what docs/beyond/luck.md says of it."
        )
    if seed not in pairs[:1]:
        problems.append(
            f"simplenet/data.py: seed {seed} should be the first that ends at "
            f"the article's {' and '.join(ARTICLE)}, the study found "
            f"{in_short(pairs)}. Correct the seed, or the people above it."
        )
    if problems:
        raise BuildError("\n".join(problems))


def article_pairs(predictions):
    """List the seeds whose predictions print as the article's do."""
    return np.flatnonzero(
        [
            (f"{emily:.3f}", f"{frank:.3f}") == ARTICLE
            for emily, frank in of_strangers(predictions)[:, :2]
        ]
    )


def spread_facts(predictions):
    """Between which values nearly all predictions lie."""
    seen = of_strangers(predictions)
    low, high = np.percentile(seen, [1, 99], axis=0)
    names = [f"luck_{name.lower()}" for name in strangers]
    return {
        **{f"{name}_low": low[n] for n, name in enumerate(names)},
        **{f"{name}_high": high[n] for n, name in enumerate(names)},
    }


def bias_facts(parameters, families):
    """What o1 puts out when both hidden neurons are silent: f(b3)."""
    silent = sigmoid(parameters[:, 8])
    return {
        "luck_silent_0": np.median(silent[families == 0]),
        "luck_silent_2": np.median(silent[families == 2]),
    }


def stuck_facts(stuck):
    losses = stuck["losses"]
    slopes = stuck["predictions"] * (1 - stuck["predictions"])  # f'(s3)
    alice, diana = (list(people).index(name) for name in ("Alice", "Diana"))
    return {
        "luck_stuck_alice": stuck["predictions"][alice],
        "luck_stuck_diana": stuck["predictions"][diana],
        "luck_stuck_slope_alice": slopes[alice],
        "luck_stuck_slope_diana": slopes[diana],
        "luck_stuck_epoch": 1 + np.diff(losses).argmin(),  # falls fastest
        "luck_stuck_epochs": len(losses),
    }


def side_facts(study):
    good = np.array(LEARN_RATES)[~wrong(study["rates"]).any(axis=1)]
    raw = study["prepared"][list(PREPARATIONS).index("raw")]
    return {
        "luck_raw_failed": np.sum(wrong(raw)),
        "luck_good_rate": f"{good.max():g}",
        "luck_good_ratio": good.max() / LEARN_RATE,
        "luck_slowest_rate": LEARN_RATES[0],
        "luck_fastest_rate": LEARN_RATES[-1],
        "luck_slow_failed": np.sum(wrong(study["rates"][0])),
        "luck_fast_failed": np.sum(wrong(study["rates"][-1])),
    }


def luck_tables(study):
    """Return {name: Markdown}; a failed network has someone wrong."""
    families = families_of(study["parameters"])
    heads = ["networks", "share", *strangers, "loss"]
    groups = [
        [name, f"{np.mean(families == n):.1%}", *medians(some)]
        for n, name in enumerate(FAMILY_WORDS)
        for some in [study["predictions"][families == n]]
    ]
    heads_side = ["networks that fail", *strangers, "loss"]
    return {
        "luck_families": table(["hidden neurons", *heads[1:]], groups),
        "luck_inputs": table(
            ["inputs", *heads_side], failures(PREPARATIONS, study["prepared"])
        ),
        "luck_rates": table(
            ["learning rate", *heads_side],
            failures(LEARN_RATES, study["rates"]),
        ),
    }


def failures(names, experiments):
    """Give a row for each experiment: how many fail, and medians."""
    return [
        [str(name), int(np.sum(wrong(some))), *medians(some)]
        for name, some in zip(names, experiments, strict=True)
    ]


def medians(predictions):
    """Write the medians of each stranger's prediction and of the loss."""
    middle = np.median(of_strangers(predictions), axis=0)
    loss = np.median(losses_of(predictions))
    return [*(f"{each:.3f}" for each in middle), f"{loss:.5f}"]
