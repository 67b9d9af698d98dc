r"""Find the weight that can turn the output

In the network above, all three sums are above zero. Drag the box of a *single
weight*, no bias, until the output of $o_1$ is below 0.5, and hand that in.
With which weights can it be done, and with which not?
"""

kind = "explore"
need = [
    (
        "typed",
        "is",
        1,
        "Change exactly one box. Press “The page's own numbers” first.",
    ),
    ("b1", "is", 0, "That is a bias. Leave the biases, and move a weight."),
    ("b2", "is", 0, "That is a bias. Leave the biases, and move a weight."),
    ("b3", "is", 0, "That is a bias. Leave the biases, and move a weight."),
    (
        "output",
        "<",
        0.5,
        "The output is still 0.5 or more. Is the sum of `o1` below zero?",
    ),
]
solution = (
    "start=0~1~0~1~0~1~0~0~0"
    "&people=133_65_1~160_72_0~152_70_0~120_60_1~137_69_1"
    "&acts=w5_-1"
)
wrong = {
    (
        "start=0~1~0~1~0~1~0~0~0"
        "&people=133_65_1~160_72_0~152_70_0~120_60_1~137_69_1"
        "&acts=w0_-9"
    ): "The output is still 0.5 or more.",
    (
        "start=0~1~0~1~0~1~0~0~0"
        "&people=133_65_1~160_72_0~152_70_0~120_60_1~137_69_1"
        "&acts=w8_-2"
    ): "That is a bias.",
    (
        "start=0~1~0~1~0~1~0~0~0"
        "&people=133_65_1~160_72_0~152_70_0~120_60_1~137_69_1"
        "&acts=w4_-1~w5_-1"
    ): "Change exactly one box.",
}
hints = [
    "The sigmoid is 0.5 where its input is 0. So the sum of $o_1$ has to be "
    "negative.",
    "$h_1$ and $h_2$ come out of a sigmoid. Can they ever be negative?",
]
reason = """
Only $w_5$ and $w_6$ can do it. Whatever you do to the other four weights,
$h_1$ and $h_2$ stay above 0, and $o_1$ adds what they put out. Its sum gets
below zero only if one of its own weights does.
"""
