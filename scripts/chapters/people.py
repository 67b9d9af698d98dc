"""Facts, tables and the form's data of the page docs/beyond/people.md."""

import json

import numpy as np

from scripts.chapters.tables import table
from simplenet.data import shift, strangers

NEAR = 5, 1  # pounds and inches within which people are near
SAID = 4, 32, 128, 256  # numbers of people that sentences speak of
ASKED = [*strangers.values(), (150, 64), (150, 66), (150, 70), (220, 68)]


def people_facts(runs):
    """Return {name: value}; runs maps a program to its final values."""
    return {
        **first_facts(runs["meet_people"]),
        **input_facts(runs["one_input"]),
        **luck_facts(runs["study"]["right"], runs["one_input"]),
        **learning_facts(runs["learn_from_people"]),
        **curve_facts(runs["how_many"]),
        **layer_facts(runs["hidden_layer"]),
        **calibration_facts(runs["calibration"]),
        "people_near_pounds": NEAR[0],
        "people_near_inches": NEAR[1],
    }


def first_facts(run):
    right, women = run["right"], run["y_true"] == 1
    return {
        "people_all": len(right),
        "people_women": women.sum(),
        "people_men": (~women).sum(),
        "people_guess": women.mean(),
        "people_right_count": right.sum(),
        "people_right": right.mean(),
        "people_error": standard_error(right.mean(), len(right)),
    }


def standard_error(share, n):
    """Say how far chance moves a share of n people, as a rule."""
    return np.sqrt(share * (1 - share) / n)


def input_facts(run):
    return {
        f"people_{name}_right": right
        for name, (_, right) in run["best"].items()
    }


def luck_facts(shares, one_input):
    low, middle, high = np.percentile(shares, [1, 50, 99])
    _, height = one_input["best"]["height"]
    return {
        "people_luck_low": low,
        "people_luck_median": middle,
        "people_luck_high": high,
        "people_luck_above": np.sum(shares > height),
    }


def learning_facts(run):
    right, train, test = (run[name] for name in ("right", "train", "test"))
    return {
        "people_train": len(train),
        "people_test": len(test),
        "people_learned": right[test].mean(),
        "people_learned_error": standard_error(right[test].mean(), len(test)),
    }


def curve_facts(run):
    medians = np.median(run["right"], axis=1)
    return {
        "people_4_low": np.percentile(run["right"][0], 5),
    } | {
        f"people_{size}_median": median
        for size, median in zip(run["sizes"], medians, strict=True)
        if size in SAID
    }


def layer_facts(run):
    hidden = ("neuron", "two", "sixteen")
    two = run["right"][2, 2, 1]
    return {
        "people_splits": len(two),
        "people_two_low": min(two),
        "people_two_high": max(two),
    } | {
        f"people_{name}_median": np.median(shares)
        for name, shares in zip(hidden, run["right"].values(), strict=True)
    }


def calibration_facts(run):
    labels = run["y_true"][run["test"]]
    facts = {}
    for name, outputs in run["outputs"].items():
        sure, unsure = run["tenths"][name] == 9, run["tenths"][name] == 0
        facts |= {
            f"people_sure_{name}_said": outputs[sure].mean(),
            f"people_sure_{name}_women": labels[sure].mean(),
            f"people_low_{name}": unsure.sum(),
            f"people_low_{name}_women": labels[unsure].mean(),
        }
    return facts


def people_tables(runs):
    return {
        "people_counts": counts_table(runs["meet_people"]),
        "people_outputs": outputs_table(runs["calibration"]),
        "people_examples": examples_table(runs),
    }


def counts_table(run):
    rows = []
    for name, label in [("women", 1), ("men", 0)]:
        own = run["right"][run["y_true"] == label]
        rows.append(
            [name, len(own), own.sum(), (~own).sum(), f"{own.mean():.1%}"]
        )
    return table(["group", "people", "right", "wrong", "share right"], rows)


def outputs_table(run):
    labels = run["y_true"][run["test"]]
    rows = []
    for tenth in range(10):
        row = [unbroken(f"{tenth / 10:.1f} to {tenth / 10 + 0.1:.1f}")]
        for tenths in run["tenths"].values():
            some = labels[tenths == tenth]
            row += [len(some), f"{some.mean():.0%}" if len(some) else "none"]
        rows.append(row)
    heads = ["output", "of four: people", "women"]
    return table([*heads, "of many: people", "women"], rows)


def unbroken(cell):
    """Keep a cell on one line of a phone."""
    return cell.replace(" ", "\N{NO-BREAK SPACE}")


def networks_of(runs):
    """Give both networks of the form, and how their inputs are prepared."""
    learned = runs["learn_from_people"]
    return {
        "four": (runs["meet_people"]["network"], shift, np.ones(2)),
        "many": (learned["network"], learned["mean"], learned["deviation"]),
    }


def examples_table(runs):
    x, y_true = (runs["meet_people"][name] for name in ("x", "y_true"))
    rows = []
    for asked in ASKED:
        outputs = [
            network.feedforward((np.array(asked) - mean) / deviation)
            for network, mean, deviation in networks_of(runs).values()
        ]
        near = (np.abs(x - asked) <= NEAR).all(axis=1)
        women = y_true[near].sum()
        said = [
            unbroken(f"{o1:.3f} {'F' if o1 > 0.5 else 'M'}") for o1 in outputs
        ]
        rows.append([*asked, *said, women, near.sum() - women])
    heads = ["weight (lb)", "height (in)", "taught by four", "taught by many"]
    return table([*heads, "women near", "men near"], rows)


def people_form(runs):
    """Write what the form "Is it you?" starts from, as JSON."""
    run = runs["meet_people"]
    data = {
        "near": NEAR,
        "networks": {
            name: {
                "shift": mean.tolist(),
                "scale": deviation.tolist(),
                "parameters": [
                    float(getattr(network, each))
                    for each in network.parameters
                ],
            }
            for name, (network, mean, deviation) in networks_of(runs).items()
        },
        "women": packed(run["x"][run["y_true"] == 1]),
        "men": packed(run["x"][run["y_true"] == 0]),
    }
    return json.dumps(data, separators=(",", ":"))


def packed(x):
    """Give heights and weights in the whole units of the file, to be short.

    Sorted by height; of the heights only the steps from one to the next.
    """
    grams = np.rint(x[:, 0] * 0.45359237 * 100).astype(int)  # tens of grams
    microns = np.rint(x[:, 1] * 2.54 * 10_000).astype(int)
    order = np.lexsort([grams, microns])
    steps = np.diff(microns[order], prepend=0)
    return {"height": steps.tolist(), "weight": grams[order].tolist()}
