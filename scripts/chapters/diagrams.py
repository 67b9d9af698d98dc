"""The drawn figures: one neuron, and the network with its names."""

from cmath import rect

from scripts.figures.svg import Figure, spans, wrap

RADIUS = 22  # of a neuron, in a picture that is 360 wide

VALUES = ("x1", "x2", "y", "L")  # squares; what is round computes

# From, to, and the share of the way where the name stands: w2 crosses w3.
EDGES = {
    "w1": ("x1", "h1", 0.5),
    "w2": ("x2", "h1", 0.28),
    "w3": ("x1", "h2", 0.28),
    "w4": ("x2", "h2", 0.5),
    "w5": ("h1", "o1", 0.5),
    "w6": ("h2", "o1", 0.5),
}
# Where a bias stands, seen from its neuron.
BIASES = {"b1": ("h1", -52j), "b2": ("h2", 52j), "b3": ("o1", -52j)}


def layers(inputs, hidden, output, top, bottom):
    """Give each node of the network its place: complex, y downwards."""
    return {
        "x1": complex(inputs, top),
        "x2": complex(inputs, bottom),
        "h1": complex(hidden, top),
        "h2": complex(hidden, bottom),
        "o1": complex(output, (top + bottom) / 2),
    }


NODES = layers(40, 180, 318, 64, 204)


def neuron(runs):
    """One neuron: it weighs its inputs, adds a bias, squashes the sum."""
    x1, x2, y = 32 + 72j, 32 + 172j, 334 + 122j
    total, f = 156 + 122j, 244 + 122j
    body = [
        '<rect class="frame" x="116" y="78" width="172" height="98" rx="18"/>',
        edge(x1, total, "w1", 0.38) + edge(x2, total, "w2", 0.38),
        edge(total - 96j, total, "b", 0) + edge(total, f) + edge(f, y),
        node("x1", x1) + node("x2", x2) + node("y", y),
        node("sum", total, label="+") + node("f", f),
        caption(total + 42j, "sum $s$") + caption(f + 42j, "activation"),
        caption(32 + 216j, "inputs") + caption(202 + 216j, "neuron"),
        caption(334 + 216j, "output"),
    ]
    alt = (
        "A neuron: the inputs x1 and x2, each times its weight, w1 and w2, "
        "are added up with the bias b to the weighted sum s. The activation "
        "function f turns s into the output y."
    )
    return draw("neuron", 8, 218, body, alt)


def network(runs):
    """The network and its three layers."""
    body = [
        *net(NODES),
        caption(40 + 250j, "input layer"),
        caption(180 + 250j, "hidden layer"),
        caption(318 + 250j, "output layer"),
    ]
    alt = (
        "A network of three layers: the inputs x1 and x2 both lead to the "
        "hidden neurons h1 and h2, and these lead to the output neuron o1."
    )
    return draw("network", 34, 226, body, alt)


def parameters(runs):
    """The network with its nine parameters, each where it acts."""
    body = [
        *net(NODES, named=EDGES),
        *[
            edge(NODES[neuron] + way, NODES[neuron], name, 0)
            for name, (neuron, way) in BIASES.items()
        ],
        caption(NODES["x1"] - 36j, "weight"),
        caption(NODES["x2"] + 36j, "height"),
    ]
    alt = (
        f"The network with its {len(EDGES) + len(BIASES)} parameters. The "
        "inputs are weight, x1, and height, x2. w1 and w2 lead from x1 and "
        "x2 to h1, w3 and w4 to h2, w5 and w6 from h1 and h2 to o1; the "
        "biases b1, b2 and b3 belong to h1, h2 and o1."
    )
    return draw("parameters", 0, 272, body, alt)


def chain(runs):
    """The path from w1 to the loss, with the slope of each step."""
    nodes = layers(24, 136, 238, 76, 192)
    o1, loss = nodes["o1"], 336 + 134j
    body = [
        *net(nodes, named=["w1"], lit=["w1", "h1", "w5", "o1"]),
        edge(o1, loss, look="lit") + node("L", loss, "lit"),
        formula(o1 + 42j, "= $y_pred$"),
        fraction(80 + 26j, "∂$h_1$", "∂$w_1$"),
        fraction(206 + 62j, "∂$y_pred$", "∂$h_1$"),
        fraction(288 + 96j, "∂$L$", "∂$y_pred$"),
    ]
    alt = (
        "The path from w1 to the loss L: w1 changes h1, by ∂h1/∂w1; h1 "
        "changes the prediction y_pred, by ∂y_pred/∂h1; y_pred changes L, "
        "by ∂L/∂y_pred. The rest of the network is dim."
    )
    return draw("chain", 0, 220, body, alt)


def factors(runs):
    """The network up to the loss, each part to be lit on its own."""
    nodes = layers(24, 140, 246, 70, 186)
    o1, loss = nodes["o1"], 336 + 128j
    body = [
        *net(nodes, named=EDGES),
        *[
            edge(nodes[neuron] + way, nodes[neuron], name, 0)
            for name, (neuron, way) in BIASES.items()
        ],
        edge(o1, loss, "y_pred") + node("L", loss),
        formula(o1 + 42j, "= $y_pred$"),
    ]
    alt = (
        "The network with its nine parameters, as above, and behind o1, "
        "whose output is y_pred, the loss L."
    )
    return draw("factors", 6, 242, body, alt)


def draw(name, top, height, body, alt):
    """Put the parts of a diagram together, seen from top downwards."""
    box = f"0 {top} 360 {height}"
    return Figure(wrap(name, box, "".join(body), alt), alt)


def net(places, named=(), lit=()):
    """The network, some edges with names; a lit path makes the rest dim."""

    def look(name):
        return "" if not lit else "lit" if name in lit else "dim"

    parts = []
    for name, (start, end, share) in EDGES.items():
        at = share if name in named else None
        parts.append(edge(places[start], places[end], name, at, look(name)))
    for name, place in places.items():
        parts.append(node(name, place, look(name)))
    return parts


def edge(start, end, name="", at=None, look=""):
    """An arrow; its name stands at a share of the way, 0 for the start."""
    way = (end - start) / abs(end - start)
    tail = start + (12 if at == 0 else RADIUS) * way
    tip = end - (RADIUS + 3) * way
    left, right = (tip - 8 * way * rect(1, turn) for turn in (0.5, -0.5))
    middle = start + (at or 0) * (end - start)
    # An edge leaves room for its name, more where the subscript stands.
    room = f"L{xy(middle - 14 * way)}M{xy(middle + 17 * way)}" if at else ""
    line = f"M{xy(tail)}{room}L{xy(tip)}M{xy(left)}L{xy(tip)}L{xy(right)}"
    label = "" if at is None else formula(middle, symbol(name))
    data = f' data-parameter="{name}"' if name else ""
    css = f"edge {look}".strip()
    return f'<g class="{css}"{data}><path d="{line}"/>{label}</g>'


def node(name, place, look="", label=""):
    """A neuron as a circle, or a value as a square, with its symbol."""
    x, y = xy(place - 19 - 19j if name in VALUES else place).split()
    shape = f'circle class="shape" cx="{x}" cy="{y}" r="{RADIUS}"'
    if name in VALUES:
        size = 'width="38" height="38" rx="9"'
        shape = f'rect class="shape" x="{x}" y="{y}" {size}'
    label = formula(place, label or symbol(name))
    css = f"node {look}".strip()
    return f'<g class="{css}" data-node="{name}"><{shape}/>{label}</g>'


def fraction(place, above, below):
    """A derivative, written upright."""
    line = f'<path d="M{xy(place - 26)}h52"/>'
    parts = formula(place - 15j, above) + line + formula(place + 13j, below)
    return f'<g class="fraction">{parts}</g>'


def symbol(name):
    """Write w1 as svg.spans wants it: $w_1$."""
    return f"${name[0]}_{name[1:]}$"


def formula(place, label):
    return text("formula", place + 6j, label)


def caption(place, label):
    return text("caption", place + 4j, label)


def text(css, place, label):
    x, y = xy(place).split()
    return f'<text class="{css}" x="{x}" y="{y}">{spans(label)}</text>'


def xy(place):
    """Write a place to a tenth of a unit."""
    return f"{place.real:.4g} {place.imag:.4g}"
