"""Claims of the glossary."""

import math

from tests.claims.claim import Claims
from tests.oracle.people import KNOWN
from tests.oracle.study import median

PAGE = Claims("glossary/")
says = PAGE.says

says(
    """$y_{\\text{true}}$ | `y_true`, `all_y_trues` | the label: # for female,
    # for male""",
    KNOWN["Alice"][2],
    KNOWN["Bob"][2],
)
says("$e$ | `np.exp(1)` | the number #…, in the sigmoid", math.e)
says(
    "decision boundary | where the prediction is exactly # | Predict",
    0.5,
)
says(
    """saturated | so far out on the sigmoid that its slope is almost # | Train
    the network""",
    0,
)
says(
    """standardised | shifted to a mean of #, scaled to a standard deviation of
    # | Ask whether it was luck""",
    0,
    1,
)
says(
    "median | half of the numbers lie below it | Ask whether it was luck",
    holds=median([1, 2, 30, 40]) == 16,
)
says(
    """calibrated | agreeing with a count: of those who get #, about #% are
    women | Meet real people""",
    0.8,
    80,
)
PAGE.definitions("""
    accuracy | the share of right answers | Meet real people

    generalise | to be right about samples that were not trained on | Meet
    real people

    overfit | to learn the samples by heart, and get worse at others | Meet
    real people

    standard error | how far chance usually moves a share that was counted
    among some | Meet real people

    training part | samples that a network learns from, and that nobody judges
    it by | Meet real people

    $x_1, x_2$ | `x` | the inputs: shifted weight and height

    $w_1, \\dots, w_6$ | `w1` … `w6` | the weights

    $b_1, b_2, b_3$ | `b1`, `b2`, `b3` | the biases of $h_1$, $h_2$ and $o_1$

    $s$ | `total` | the weighted sum of a neuron

    $s_1, s_2, s_3$ | `sum_h1`, `sum_h2`, `sum_o1` | the weighted sums of
    $h_1$, $h_2$ and $o_1$

    $f$ | `sigmoid` | the activation function

    $f'$ | `deriv_sigmoid` | its derivative, the slope of $f$

    $h_1, h_2$ | `h1`, `h2` | the hidden neurons, and their activations

    $o_1$ | `o1` | the output neuron, and its activation

    $W_1, W_2$ | `W1`, `W2` | the weights of a layer, in a matrix

    $\\mathbf{b}_1, \\mathbf{b}_2$ | `b1`, `b2` | the biases of a layer, in a
    vector

    $y$ | | the output of a single neuron

    $y_{\\text{pred}}$ | `y_pred` | the prediction, which is the activation of
    $o_1$

    $L$ | `mse_loss` | the loss

    $n$ | `len(data)` | the number of samples

    $\\frac{\\partial L}{\\partial y_{\\text{pred}}}$ | `d_L_d_ypred` | the
    slope of the loss with respect to the prediction; other slopes likewise

    $\\frac{\\partial L}{\\partial w_1}$ | `d_L_d_w1` | the slope of the loss
    with respect to $w_1$, in short: the slope in $w_1$

    $\\eta$ | `learn_rate` | the learning rate

    automatic differentiation | letting the computer derive all slopes from
    the formula itself | Check the gradient

    batch | the samples that one step uses | Go from nine numbers to matrices

    central difference | a slope measured by a nudge to both sides | Check the
    gradient

    derivative | the slope of a curve at one point: what the change divided by
    a nudge approaches as the nudge shrinks | Backpropagate the error

    epoch | one pass through all samples | Train the network

    factor | a slope over one step, which the chain rule multiplies |
    Backpropagate the error

    generator | a source of random numbers, the same ones for the same seed |
    Train the network

    gradient | the slopes in all parameters together | Backpropagate the error

    hidden layer | a layer between the inputs and the output layer | Connect
    neurons into a network

    label | the correct answer for a sample | Measure the loss

    layer | neurons side by side, which read the same inputs | Connect neurons
    into a network

    learning rate | how far one step moves for a given slope | Train the
    network

    loss | how wrong the predictions are, in one number | Measure the loss

    matrix | numbers arranged in rows and columns | Go from nine numbers to
    matrices

    non-linear | not a mere multiplying and adding: its curve bends | Connect
    neurons into a network

    partial derivative | the slope in one parameter while all others stay as
    they are | Backpropagate the error

    sample | one person's inputs and label | Measure the loss

    slope | how many times as far one value moves as another, which moves it |
    Backpropagate the error

    stochastic gradient descent | gradient descent, one sample at a time |
    Train the network

    vector | numbers in a row | Go from nine numbers to matrices
""")
PAGE.opinions("""
    Every symbol, every name in the code, and every term, in one table each.
""")
