r"""Predict the first step

The playground begins with all weights {{ backpropagation.w1 }} and all biases
{{ backpropagation.b1 }}, and Alice is first. Which of these parameters will
her step change most? Guess, then press **Step**, and read what appears beside
the network.
"""

kind = "predict"
choices = {
    "`w1`": "abs(backpropagation.d_L_d_w1) > abs(step_slope_b3)",
    "`b3`": (
        "abs(step_slope_b3) > abs(backpropagation.d_L_d_w1)"
        " and first_d_ypred_d_b3 > first_d_ypred_d_w5"
    ),
    "`w5`": "first_d_ypred_d_w5 > first_d_ypred_d_b3",
}
wrong = {
    "`w1`": (
        "It multiplies an input, but it acts through `h1`, and Alice's `h1` "
        "is at the flat end of the sigmoid."
    ),
    "`w5`": "It acts on the output, but `h1`, which it multiplies, is small.",
}
hints = [
    "A parameter moves by the learning rate times its slope. Which slope is "
    "the steepest?",
    "A slope is a product, with a factor for each stage on the way. Which way "
    "is short, with no small factor?",
]
reason = r"""
It changes $b_3$ most, by {{ first_change_b3:+.4f }}. Next come $w_1$ and
$w_3$, by {{ first_change_w1:+.4f }}: $b_3$ moves {{ first_ratio:.0f }} times
as far.

A parameter moves by $-\eta$ times its slope, and the learning rate $\eta$,
here {{ one_step.learn_rate }}, is the same for all. So compare the slopes. A
slope says how fast the loss grows as the parameter grows. It is a product,
with one factor for each stage on the way from the loss back to the parameter:

- From the loss to the prediction: {{ backpropagation.d_L_d_ypred:.4f }}. All
  nine ways begin with this factor.
- From the prediction to $b_3$: {{ first_d_ypred_d_b3:.4f }}. Here the way of
  $b_3$ ends.
- The way of $w_1$ is longer, because $w_1$ acts through $h_1$. From the
  prediction to $h_1$ the factor is {{ backpropagation.d_ypred_d_h1:.4f }}, and
  from $h_1$ to $w_1$ it is {{ backpropagation.d_h1_d_w1:.4f }}. That last
  factor is small: $h_1$ is {{ backpropagation.h1:.4f }}, at the flat end of
  the sigmoid, where the sigmoid's own slope is only {{ first_d_h1_d_b1:.4f }}.
- The way of $w_5$ is as short as that of $b_3$, but $w_5$ is multiplied by
  $h_1$. So its factor is {{ first_d_ypred_d_b3:.4f }} times
  {{ backpropagation.h1:.4f }}, which is {{ first_d_ypred_d_w5:.4f }}.

Every other way has one more small factor. Only $b_3$ acts on the output
directly, with nothing to weaken it.
"""
