"""Train the ten thousand networks of the chapter docs/beyond/luck.md.

What it finds goes to docs/generated/study/. Only a change of this file, or of
the definitions that it imports, trains them again.
"""

import io
import json

import numpy as np

from scripts.chapters.measured import checked_people
from scripts.chapters.outcomes import (
    LEARN_RATE,
    LEARN_RATES,
    families_of,
    losses_of,
    of_strangers,
)
from scripts.ground.workers import workers
from simplenet.activation import sigmoid
from simplenet.data import all_y_trues, people, shift, strangers
from simplenet.many import BLOCK, ManyNetworks, train_many

SEEDS = range(10_000)
STARTS = 1000  # seeds whose start values share a file for the playground
FEW = range(1000)  # the seeds of each side experiment

KNOWN = np.array(list(people.values()), float)
EVERYONE = np.array([*people.values(), *strangers.values()], float)
# What each preparation of the inputs subtracts, and what it divides by
PREPARATIONS = {
    "shifted": (shift, 1),
    "raw": (0, 1),
    "centred": (KNOWN.mean(axis=0), 1),
    "standardised": (KNOWN.mean(axis=0), KNOWN.std(axis=0)),
}


def make_study():
    """Train all networks; give the files for pages and the reader's form."""
    print(f"Training {len(SEEDS):,} networks …", flush=True)
    study = study_of(SEEDS, FEW)
    file = io.BytesIO()
    np.savez(file, **study)
    form = json.dumps(form_data(study), separators=(",", ":"))
    files = {"study.npz": file.getvalue(), "seeds.json": form.encode()}
    for first in range(0, len(SEEDS), STARTS):
        # A browser cannot draw them: it has no generator like NumPy's.
        starts = study["starts"][first : first + STARTS]
        files[f"starts/{first // STARTS}.bin"] = starts.tobytes()
    return files


def start_values(seeds):
    """Give each seed's nine start values, as doubles, low byte first."""
    return np.hstack([*vars(ManyNetworks(seeds)).values()]).astype("<f8")


def study_of(seeds, few):
    """Return {name: array} of all networks that the chapter speaks of.

    starts and parameters: (seeds, 9), predictions: (seeds, people).
    prepared: (preparations, few, people), with the inputs prepared otherwise.
    rates: (rates, few, people), with other learning rates.
    right: (seeds,), the share of measured people that each is right about.
    """
    measured = checked_people()
    prepared = [(name, few, LEARN_RATE) for name in PREPARATIONS]
    rates = [("shifted", few, rate) for rate in LEARN_RATES]
    jobs = [("shifted", seeds, LEARN_RATE), *prepared, *rates]
    # A process for each core. Ctrl-C stops this one, which ends the others.
    with workers() as pool:
        # All is handed in before the first result is waited for.
        started = {  # each once, though two experiments share a job
            job: [pool.submit(train, *block) for block in blocks(*job)]
            for job in jobs
        }
        done = {
            job: np.concatenate([each.result() for each in parts])
            for job, parts in started.items()
        }
    main = done[jobs[0]]
    others = np.array([done[job] for job in jobs[1:]])[:, :, 9:]
    return {
        "starts": start_values(seeds),
        "parameters": main[:, :9],
        "predictions": main[:, 9:],
        "prepared": others[: len(prepared)],
        "rates": others[len(prepared) :],
        "right": right_of(main[:, :9], *measured),
    }


def blocks(name, seeds, learn_rate):
    """Cut a job into blocks of seeds, which processes can share."""
    for start in range(0, len(seeds), BLOCK):
        yield name, seeds[start : start + BLOCK], learn_rate


def train(name, seeds, learn_rate):
    """Train on prepared inputs; return 9 parameters and all predictions."""
    subtracted, divisor = PREPARATIONS[name]
    prepared = (KNOWN - subtracted) / divisor
    x = (EVERYONE - subtracted) / divisor
    return np.concatenate(
        [
            np.hstack([*vars(networks).values(), networks.feedforward(x)])
            for networks in train_many(
                seeds, prepared, all_y_trues, learn_rate
            )
        ]
    )


def right_of(parameters, x, y_true):
    """Give the share of people about whom each network is right.

    A network says female where the weighted sum of o1 is above 0.
    """
    inputs = np.vstack([(x - shift).T, np.ones(len(x))])
    into_h = parameters[:, [[0, 1, 6], [2, 3, 7]]]  # of w1, w2, b1; w3, …
    into_o1 = parameters[:, 4:6, np.newaxis]
    shares = []
    for start in range(0, len(parameters), 50):  # fits a processor's cache
        some = slice(start, start + 50)
        with np.errstate(over="ignore"):  # the 0 of a saturated neuron
            h = sigmoid(into_h[some] @ inputs)
        s1, s2 = (h * into_o1[some]).swapaxes(0, 1)
        said_female = s1 + s2 > -parameters[some, 8:]
        shares.append((said_female == y_true).mean(axis=1))
    return np.concatenate(shares)


def form_data(study):
    """Give each seed's result in whole numbers, short to send."""
    predictions = study["predictions"]
    thousandths = (of_strangers(predictions) * 1000).round().astype(int).T
    losses = (losses_of(predictions) * 100_000).round().astype(int)
    return {
        # A list for each stranger
        **{
            name.lower(): column.tolist()
            for name, column in zip(strangers, thousandths, strict=True)
        },
        "loss": losses.tolist(),  # in hundred thousandths
        "family": families_of(study["parameters"]).tolist(),
    }
