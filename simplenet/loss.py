"""How wrong the predictions are, as one number."""

from simplenet.checks import finite


# --8<-- [start:mse_loss]
def mse_loss(y_true, y_pred):
    """Average the squared errors of n predictions.

    y_true, y_pred: n labels and n predictions, in the same order.
    """
    y_true = finite("y_true", y_true, ("n",))
    y_pred = finite("y_pred", y_pred, y_true.shape)
    return ((y_true - y_pred) ** 2).mean()
    # --8<-- [end:mse_loss]
