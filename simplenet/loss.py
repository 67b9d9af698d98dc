"""How wrong the predictions are, as one number."""


# --8<-- [start:mse_loss]
def mse_loss(y_true, y_pred):
    """Average the squared errors of n predictions, y_pred, of n labels."""
    return ((y_true - y_pred) ** 2).mean()
    # --8<-- [end:mse_loss]
