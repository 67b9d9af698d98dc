"""The playground once more: its state after any acts, and what it shows.

`shown` gives {place: text}, with every number in full.
"""

from dataclasses import dataclass, field

from tests.oracle.network import (
    NAMES,
    chain,
    f,
    factors,
    filled,
    loss,
    predict,
    slope_of_f,
    slopes,
    start,
    stepped,
    sums,
)
from tests.oracle.people import ASKED, KNOWN, PREPARED, SHIFT
from tests.oracle.runs import SEED, equal_neurons

STARTS = {
    "worked": ("weights 1, biases 0", lambda: filled(1, 0)),
    "zeros": ("all nine 0", lambda: filled(0, 0)),
    "equal": ("hidden neurons equal", equal_neurons),
    "seed": ("drawn at random", lambda: start(SEED)),
}
PEOPLE = [*KNOWN, "You"]  # one more may be added
TWINS = [("w1", "w3"), ("w2", "w4"), ("b1", "b2"), ("w5", "w6")]
NOTHING = "Every slope is 0: nothing moves."
RULE = (
    "A change is −η times the slope: how fast the loss grows as the parameter "
    "grows. The slope is a product of factors, one for each stage on the way "
    "from the loss back to the parameter."
)


@dataclass
class Work:
    """What the last step computed."""

    number: int
    who: int
    person: tuple
    people: list
    rate: float
    x: tuple
    p: dict
    moved: dict
    loss: float

    @property
    def slopes(self):
        return slopes(self.p, *self.x, self.person[2])

    @property
    def factors(self):
        return factors(self.p, *self.x, self.person[2])


@dataclass
class State:
    """The playground, and what a reader can do."""

    kind: str = "worked"
    prepared: str = "shifted"
    rate: float = 0.1
    next: int = 0
    people: list = field(default_factory=lambda: [*KNOWN.values()])
    p: dict = field(default_factory=lambda: filled(1, 0))
    first: dict = field(default_factory=dict)  # set before the first step
    trail: list = field(default_factory=list)
    changed: dict = field(default_factory=dict)  # by hand: {step: before}
    back_to: int | None = None
    edited: bool = False

    def x(self, person):
        minus, by = PREPARED[self.prepared]
        return tuple((person[i] - minus[i]) / by[i] for i in (0, 1))

    @property
    def loss(self):
        return loss(self.p, [(*self.x(one), one[2]) for one in self.people])

    @property
    def steps(self):
        return len(self.trail)

    @property
    def losses(self):
        return [*(work.loss for work in self.trail), self.loss]

    def step(self):
        one = self.people[self.next]
        x = self.x(one)
        moved = stepped(self.p, *x, one[2], self.rate)
        self.trail.append(
            Work(
                *(self.steps + 1, self.next, one, self.people),
                *(self.rate, x, self.p, moved, self.loss),
            )
        )
        self.p = moved
        self.next = (self.next + 1) % len(self.people)

    def epoch(self):
        self.step()
        while self.next:
            self.step()

    def back(self):
        work = self.trail.pop()
        self.p, self.people = work.p, work.people
        self.next, self.rate = work.who, work.rate
        self.back_to = self.steps
        self.changed = {
            at: before
            for at, before in self.changed.items()
            if at <= self.steps
        }

    def jump(self):
        self.changed.setdefault(self.steps, self.loss)

    def edit(self, name, value):
        self.jump()
        self.edited = True
        if not self.trail:
            self.first[name] = value
        self.p = self.p | {name: value}

    def move(self, who, *one):
        self.jump()
        self.people = [*self.people]
        self.people[who : who + 1] = [one]

    def add(self):
        self.move(len(self.people), *SHIFT, 1)

    def take_out(self):
        self.jump()
        if self.next == len(self.people) - 1:
            self.next = 0
        self.people = self.people[:-1]

    def begin(self, kind):
        self.afresh(kind=kind)

    def inputs(self, prepared):
        self.afresh(prepared=prepared, first=self.first)

    def reset(self):
        self.afresh(first=self.first)

    def afresh(self, kind=None, prepared=None, first=None):
        fresh = State(
            kind or self.kind,
            prepared or self.prepared,
            self.rate,
            people=self.people,
        )
        fresh.p = STARTS[fresh.kind][1]()
        for name, value in (first or {}).items():
            fresh.edit(name, value)
        vars(self).update(vars(fresh))


def steepest(slope, names=NAMES):
    """The parameters with the largest slope: mostly one."""
    most = max(abs(slope[name]) for name in names)
    return [name for name in names if abs(slope[name]) >= most * (1 - 1e-12)]


def is_decided(state):
    """Whether rounding does not decide which slope is the steepest."""
    if not state.trail:
        return True
    work = state.trail[-1]
    p, slope = work.p, work.slopes
    if all(p[a] == p[b] for a, b in TWINS):
        return True  # equal to the digit
    first, second, third = sorted(map(abs, slope.values()))[:-4:-1]
    return second < first * (1 - 1e-9) and third < second * (1 - 1e-9)


def said_of(y_pred):
    if y_pred == 0.5:
        return "undecided"
    return "female" if y_pred > 0.5 else "male"


def fraction(name):
    """How d_ypred_d_h1 is read: ∂ypred/∂h1."""
    above, below = name.removeprefix("d_").split("_d_")
    return f"∂{above}/∂{below}"


def shown(state):
    """{place: what stands there}."""
    return {
        **of_network(state),
        **of_plane(state),
        **of_settings(state),
        **of_people(state),
        **of_run(state),
        **of_loss(state),
        **of_work(state),
    }


def where(state):
    epochs = state.steps / len(state.people)
    return f"Step {state.steps}, epoch {epochs!r}"


def of_network(state):
    one = state.people[state.next]
    x1, x2 = state.x(one)
    s1, s2, s3 = sums(state.p, x1, x2)
    found = {
        "network, x1": f"{x1!r}",
        "network, x2": f"{x2!r}",
        "network, s1": f"s₁ = {s1!r}",
        "network, h1": f"h₁ = {f(s1)!r}",
        "network, s2": f"s₂ = {s2!r}",
        "network, h2": f"h₂ = {f(s2)!r}",
        "network, s3": f"s₃ = {s3!r}",
        "network, o1": f"o₁ = {f(s3)!r}",
        "network, L": f"L = {(one[2] - f(s3)) ** 2!r}",
    }
    most = steepest(state.trail[-1].slopes) if state.trail else []
    if state.trail and not state.trail[-1].slopes[most[0]]:
        most = []
    for name, value in state.p.items():
        sign = "negative" if value < 0 else "positive"
        mark = ", marked" if name in most else ""
        found[f"box of {name}"] = f"{value!r} {sign}{mark}"
        found[f"field of {name}"] = f"{value!r}"
    said = (
        f"Values for the next person, {PEOPLE[state.next]} (label {one[2]})."
    )
    if most:
        work = state.trail[-1]
        by = work.moved[most[0]] - work.p[most[0]]
        said = (
            f"Marked: what the step for {PEOPLE[work.who]} changed most, "
            f"{' and '.join(most)}, by {by!r}. {said}"
        )
    found["caption of the network"] = said
    found["toolbar"] = f"{where(state)}\nmean loss {state.loss!r}"
    found["toolbar, next person"] = PEOPLE[state.next]
    return found


def of_plane(state):
    found = {}
    for who, (weight, height, label) in enumerate(state.people):
        name, sex = PEOPLE[who], "female" if label else "male"
        y_pred = predict(state.p, *state.x((weight, height)))
        found[f"plane, {name}"] = f"{name} {sex} at {weight!r}, {height!r}" + (
            ", next" if who == state.next else ""
        )
        found[f"plane, words of {name}"] = (
            f"{name}, {weight!r} lb, {height!r} in, {sex}, "
            f"prediction {y_pred!r}"
        )
        found[f"plane, tint behind {name}"] = said_of(y_pred)
    for name, (weight, height) in ASKED.items():
        found[f"plane, {name}"] = f"{name} stranger at {weight!r}, {height!r}"
        y_pred = predict(state.p, *state.x((weight, height)))
        found[f"plane, tint behind {name}"] = said_of(y_pred)
    return found


def of_settings(state):
    found = {
        "settings, Inputs": state.prepared,
        "settings, Learning rate": f"{state.rate!r}",
    }
    if not state.edited:
        found["settings, Start"] = STARTS[state.kind][0]
    return found


def of_people(state):
    found = {}
    for who, (weight, height, label) in enumerate(state.people):
        sex = "female" if label else "male"
        y_pred = predict(state.p, *state.x((weight, height)))
        wrong = ", marked as wrong" if (y_pred > 0.5) != label else ""
        found[f"panel People, {PEOPLE[who]}"] = (
            f"{weight!r} {height!r} {sex} {y_pred!r} {said_of(y_pred)}{wrong}"
        )
    for name, (weight, height) in ASKED.items():
        y_pred = predict(state.p, *state.x((weight, height)))
        found[f"panel People, {name}"] = (
            f"{weight!r} {height!r} not known {y_pred!r} {said_of(y_pred)}"
        )
    return found


def of_run(state):
    """Up to twelve steps, evenly, and the last."""
    states = [*((work.loss, work.p) for work in state.trail)]
    states.append((state.loss, state.p))
    stride = -(-state.steps // 12) or 1
    return {
        f"panel Run, step {n}": " ".join(map(repr, [each, *p.values()]))
        for n, (each, p) in enumerate(states)
        if n % stride == 0 or n == state.steps
    }


def of_loss(state):
    losses = state.losses
    changed = ", ".join(map(str, sorted(state.changed)))
    last = max(state.steps, 40)
    if state.back_to is None:
        end = last / len(state.people)
        found = {"loss, end of the axis": f"epoch {end!r}"}
    else:
        found = {}
    if not state.changed:
        found["loss, height of the dot"] = f"{losses[-1] / max(losses)!r}"
    return found | {
        "loss, words": f"The mean squared error goes from {losses[0]!r} to "
        f"{losses[-1]!r}."
        + (f" Changed by hand after step {changed}." if changed else "")
        + (
            f" Taken back to step {state.back_to}."
            if state.back_to is not None
            else ""
        )
    }


def of_work(state):
    """What the panels say of the last step."""
    if not state.trail:
        return {}
    work = state.trail[-1]
    head = f"Step {work.number}: "
    found = {
        "panel Why, head": head + PEOPLE[work.who],
        "panel Slopes, head": f"{head}all nine parameters",
        "panel Lines, head": f"{head}line by line",
        "panel Why": why(work),
    }
    for name in NAMES:
        found[f"panel Slopes, {name}"] = change(work, name)
    for n, line in enumerate([*forwards(work), *backwards(work)], 1):
        found[f"panel Lines, line {n}"] = line
    return found


def why(work):
    slope = work.slopes
    most = steepest(slope)
    if not slope[most[0]]:
        return NOTHING
    second = steepest(slope, [n for n in NAMES if n not in most])[0]
    by = {n: work.moved[n] - work.p[n] for n in NAMES}
    ways = " ".join(way(work, name) for name in (most[0], second))
    return (
        f"{' and '.join(most)} changed most, by {by[most[0]]!r}. Next comes "
        f"{second}, by {by[second]!r}. {RULE} {ways}"
    )


def way(work, name):
    terms = " · ".join(
        f"{work.factors[each]!r} {unit(each)}" for each in chain(name)
    )
    slope = f"{work.slopes[name]!r} {unit(f'd_L_d_{name}')}"
    return f"{name} {terms} = {slope}"


def unit(name):
    words = {"L": "loss", "ypred": "prediction"}
    ends = name.removeprefix("d_").split("_d_")
    return " per ".join(words.get(each, each) for each in ends)


def change(work, name):
    slope = work.slopes[name]
    most = max(map(abs, work.slopes.values()))
    values = " · ".join(repr(work.factors[each]) for each in chain(name))
    names = " ".join(map(fraction, chain(name)))
    return (
        f"{name} | {fraction(f'd_L_d_{name}')} = {names} = {values} = "
        f"{slope!r} | {work.p[name]!r} | {-work.rate!r} · {slope!r} = "
        f"{-work.rate * slope!r}, bar of {100 * abs(slope) / (most or 1)!r} | "
        f"{work.moved[name]!r}"
    )


def forwards(work):
    (x1, x2), y = work.x, work.person[2]
    s1, s2, s3 = sums(work.p, x1, x2)
    h1, h2, y_pred = f(s1), f(s2), f(s3)
    p = work.p
    return [
        f"s1 = w1 x1 + w2 x2 + b1 = {p['w1']!r} · {x1!r} + {p['w2']!r} · "
        f"{x2!r} + {p['b1']!r} = {s1!r}",
        f"h1 = f(s1) = f({s1!r}) = {h1!r}",
        f"s2 = w3 x1 + w4 x2 + b2 = {p['w3']!r} · {x1!r} + {p['w4']!r} · "
        f"{x2!r} + {p['b2']!r} = {s2!r}",
        f"h2 = f(s2) = f({s2!r}) = {h2!r}",
        f"s3 = w5 h1 + w6 h2 + b3 = {p['w5']!r} · {h1!r} + {p['w6']!r} · "
        f"{h2!r} + {p['b3']!r} = {s3!r}",
        f"ypred = o1 = f(s3) = f({s3!r}) = {y_pred!r}",
        f"L = (ytrue − ypred)² = ({y} − {y_pred!r})² = {(y - y_pred) ** 2!r}",
    ]


def backwards(work):
    (x1, x2), y, p = work.x, work.person[2], work.p
    s1, s2, s3 = sums(p, x1, x2)
    h1, h2, y_pred = f(s1), f(s2), f(s3)
    yield (
        f"∂L/∂ypred = -2 (ytrue − ypred) = -2 ({y} − {y_pred!r}) = "
        f"{work.factors['d_L_d_ypred']!r}"
    )
    for neuron, sum_, s, value, behind in (
        ("o1", "s3", s3, y_pred, {"w5": ("h1", h1), "w6": ("h2", h2)}),
        ("h1", "s1", s1, h1, {"w1": ("x1", x1), "w2": ("x2", x2)}),
        ("h2", "s2", s2, h2, {"w3": ("x1", x1), "w4": ("x2", x2)}),
    ):
        slope, above = slope_of_f(s), neuron.replace("o1", "ypred")
        bias = {"o1": "b3", "h1": "b1", "h2": "b2"}[neuron]
        yield (
            f"f′({sum_}) = {neuron} (1 − {neuron}) = {value!r} · "
            f"(1 − {value!r}) = {slope!r}"
        )
        last = {"h1": ("w5", p["w5"]), "h2": ("w6", p["w6"])}
        for below, by in [
            *behind.items(),
            (bias, None),
            *(last.items() if neuron == "o1" else ()),
        ]:
            name = f"d_{above}_d_{below}"
            numbers = f"{by[1]!r} · {slope!r} = " if by else ""
            symbol = f"{by[0]} " if by else ""
            yield (
                f"{fraction(name)} = {symbol}f′({sum_}) = {numbers}"
                f"{work.factors[name]!r}"
            )
