"""The drawn figures: which node is where, and what leads to what."""

import re

from tests.oracle.pictures import Picture, expect, pieces_of

# Each parameter: from where to where it leads; a bias stands by itself.
ARROWS = {
    "w1": ("x1", "h1"),
    "w2": ("x2", "h1"),
    "w3": ("x1", "h2"),
    "w4": ("x2", "h2"),
    "w5": ("h1", "o1"),
    "w6": ("h2", "o1"),
    "b1": (None, "h1"),
    "b2": (None, "h2"),
    "b3": (None, "o1"),
}
VALUES = {"x1", "x2", "y", "L"}  # squares; a circle computes


class Diagram(Picture):
    """Nodes and arrows, by their names."""

    def __init__(self, svg):
        super().__init__(svg)
        groups = list(self.root.iter("g"))
        self.nodes = {}
        for group in groups:
            if group.get("data-node"):
                self.nodes[group.get("data-node")] = self.read_node(group)
        self.arrows = [
            self.read_arrow(group)
            for group in groups
            if "edge" in group.get("class", "").split()
        ]
        self.look = {
            group.get("data-node") or group.get("data-parameter"): look
            for group in groups
            for look in ("lit", "dim")
            if look in group.get("class", "").split()
        }

    def read_node(self, group):
        """Where a node is; its shape and its label must fit its name."""
        name = group.get("data-node")
        box, circle = group.find("rect"), group.find("circle")
        wanted = "square" if name in VALUES else "circle"
        found = "square" if circle is None else "circle"
        expect(found == wanted, f"{name} is a {found}, not a {wanted}")
        if circle is not None:
            place = complex(float(circle.get("cx")), float(circle.get("cy")))
        else:
            x, y, w, h = (
                float(box.get(k)) for k in ("x", "y", "width", "height")
            )
            place = complex(x + w / 2, y + h / 2)
        words = self.read_words(group.find("text"))
        label = "+" if name == "sum" else name
        expect(words.text == label, f"node {name} is labelled {words.text}")
        off = abs(words.place - place)
        expect(off < 3, f"the label of {name} is {off:.0f} off its node")
        return place

    def read_arrow(self, group):
        """(its parameter or "", where it starts, its tip, its label)."""
        pieces = pieces_of(group.find("path").get("d"))
        text = group.find("text")
        label = self.read_words(text) if text is not None else None
        name = group.get("data-parameter") or ""
        return name, pieces[0][0], pieces[-1][1], label

    def node_at(self, place, within=30):
        """The node nearest to a place, if it is near."""
        name = min(self.nodes, key=lambda n: abs(self.nodes[n] - place))
        return name if abs(self.nodes[name] - place) < within else None

    def network(self, named, more=()):
        """Expect the network's arrows; some have their names beside them."""
        wanted = {
            name: ends
            for name, ends in ARROWS.items()
            if name in named or name[0] == "w"
        }
        found = [
            (name, (self.node_at(tail), self.node_at(tip)))
            for name, tail, tip, _ in self.arrows
        ]
        expect(
            sorted(map(str, found))
            == sorted(map(str, [*wanted.items(), *more])),
            f"the arrows are {found}",
        )
        for name, tail, tip, label in self.arrows:
            shown = label.text if label else None
            expect(
                shown == (name if name in named else None),
                f"the arrow of {name} is labelled {shown}",
            )
            if label:
                off = distance(label.place, tail, tip)
                expect(off < 16, f"{name} stands {off:.0f} off its arrow")
        self.in_layers()

    def in_layers(self):
        """Expect layers from left to right, the first of each above."""
        at = self.nodes
        for left, right in (("x1", "h1"), ("x2", "h2"), ("h1", "o1")):
            expect(
                at[left].real < at[right].real, f"{left} is not before {right}"
            )
        for above, below in (("x1", "x2"), ("h1", "h2")):
            expect(
                at[above].imag < at[below].imag, f"{above} is below {below}"
            )

    def caption(self, text, *names):
        """Expect words right above or below a node, or between several."""
        found = [each for each in self.words if each.text == text]
        expect(len(found) == 1, f"{text!r} stands {len(found)} times")
        x = sum(self.nodes[name].real for name in names) / len(names)
        off = abs(found[0].place.real - x)
        expect(off < 3, f"{text!r} does not stand at {', '.join(names)}")
        return found[0].place

    def beside(self, text, name):
        """Expect words at a node: nearer to it than to any other."""
        place = self.caption(text, name)
        near = self.node_at(place, within=70)
        expect(near == name, f"{text!r} stands at {near}, not at {name}")

    def words_like(self, pattern):
        return [w.text for w in self.words if re.fullmatch(pattern, w.text)]


def distance(place, start, end):
    """How far a place is from a stretch."""
    way = end - start
    share = ((place - start) / way).real
    return abs(place - start - min(max(share, 0), 1) * way)


def neuron(diagram):
    found = {
        (name, diagram.node_at(tail), diagram.node_at(tip))
        for name, tail, tip, _ in diagram.arrows
    }
    wanted = {
        ("w1", "x1", "sum"),
        ("w2", "x2", "sum"),
        ("b", None, "sum"),
        ("", "sum", "f"),
        ("", "f", "y"),
    }
    expect(found == wanted, f"the arrows are {found}")
    for name, tail, tip, label in diagram.arrows:
        shown = label.text if label else ""
        expect(shown == name, f"the arrow of {name} is labelled {shown}")
        if label:
            off = distance(label.place, tail, tip)
            expect(off < 16, f"{name} stands {off:.0f} off its arrow")
    diagram.beside("sum s", "sum")
    diagram.beside("activation", "f")
    diagram.caption("inputs", "x1", "x2")
    diagram.caption("output", "y")
    diagram.caption("neuron", "sum", "f")
    diagram.says(
        "A neuron: the inputs x1 and x2, each times its weight, w1 and w2, "
        "are added up with the bias b to the weighted sum s. The activation "
        "function f turns s into the output y."
    )


def network(diagram):
    diagram.network(named=())
    diagram.caption("input layer", "x1", "x2")
    diagram.caption("hidden layer", "h1", "h2")
    diagram.caption("output layer", "o1")
    diagram.says(
        "A network of three layers: the inputs x1 and x2 both lead to the "
        "hidden neurons h1 and h2, and these lead to the output neuron o1."
    )


def parameters(diagram):
    diagram.network(named=ARROWS)
    diagram.beside("weight", "x1")
    diagram.beside("height", "x2")
    diagram.says(
        "The network with its 9 parameters. The inputs are weight, x1, and "
        "height, x2. w1 and w2 lead from x1 and x2 to h1, w3 and w4 to h2, "
        "w5 and w6 from h1 and h2 to o1; the biases b1, b2 and b3 belong to "
        "h1, h2 and o1."
    )


def chain(diagram):
    diagram.network(named=["w1"], more=[("", ("o1", "L"))])
    path = {"w1", "h1", "w5", "o1", "L", None}
    lit = {name for name, look in diagram.look.items() if look == "lit"}
    expect(lit == path, f"lit are {lit}, not what leads from w1 to L")
    rest = (ARROWS.keys() | diagram.nodes.keys()) - path - {"b1", "b2", "b3"}
    dim = {name for name, look in diagram.look.items() if look == "dim"}
    expect(dim == rest, f"dim are {dim}, not the rest")
    diagram.beside("= ypred", "o1")
    arrows = {name or "L": ends for name, *ends in diagram.arrows}
    for group in diagram.root.iter("g"):
        if group.get("class") != "fraction":
            continue
        words = [diagram.read_words(text) for text in group.iter("text")]
        above, below = sorted(words, key=lambda w: w.place.imag)
        middle = (above.place + below.place) / 2
        near = min(
            (name for name in arrows if diagram.look.get(name) != "dim"),
            key=lambda n: distance(middle, *arrows[n][:2]),
        )
        shown = f"{above.text}/{below.text}"
        expect(SLOPES.get(shown) == near, f"{shown} stands at {near}")
    shown = diagram.words_like("∂.*")
    expect(len(shown) == 6, f"the fractions are {shown}")
    diagram.says(
        "The path from w1 to the loss L: w1 changes h1, by ∂h1/∂w1; h1 "
        "changes the prediction y_pred, by ∂y_pred/∂h1; y_pred changes L, by "
        "∂L/∂y_pred. The rest of the network is dim."
    )


# The arrow that each slope of the chain belongs to
SLOPES = {"∂h1/∂w1": "w1", "∂ypred/∂h1": "w5", "∂L/∂ypred": "L"}


def factors(diagram):
    to_loss = ("y_pred", ("o1", "L"))
    diagram.network(named=ARROWS, more=[to_loss])
    diagram.beside("= ypred", "o1")
    diagram.says(
        "The network with its nine parameters, as above, and behind o1, "
        "whose output is y_pred, the loss L."
    )
