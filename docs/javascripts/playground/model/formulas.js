// The network of the article, as simplenet computes it: the same formulas,
// in the same order of operations. Numbers only: nothing here draws.

export const PARAMETERS =
  ["w1", "w2", "w3", "w4", "w5", "w6", "b1", "b2", "b3"];

// The factors of each slope, from the loss back to the parameter
export const CHAINS = {
  w1: ["d_L_d_ypred", "d_ypred_d_h1", "d_h1_d_w1"],
  w2: ["d_L_d_ypred", "d_ypred_d_h1", "d_h1_d_w2"],
  w3: ["d_L_d_ypred", "d_ypred_d_h2", "d_h2_d_w3"],
  w4: ["d_L_d_ypred", "d_ypred_d_h2", "d_h2_d_w4"],
  w5: ["d_L_d_ypred", "d_ypred_d_w5"],
  w6: ["d_L_d_ypred", "d_ypred_d_w6"],
  b1: ["d_L_d_ypred", "d_ypred_d_h1", "d_h1_d_b1"],
  b2: ["d_L_d_ypred", "d_ypred_d_h2", "d_h2_d_b2"],
  b3: ["d_L_d_ypred", "d_ypred_d_b3"],
};

export function sigmoid(x) {
  return 1 / (1 + Math.exp(-x));
}

export function derivSigmoid(x) {
  const fx = sigmoid(x);
  return fx * (1 - fx);
}

/** Every value between the inputs and the prediction. p: parameters. */
export function forward(p, [x1, x2]) {
  const sum_h1 = p.w1 * x1 + p.w2 * x2 + p.b1;
  const sum_h2 = p.w3 * x1 + p.w4 * x2 + p.b2;
  const h1 = sigmoid(sum_h1);
  const h2 = sigmoid(sum_h2);
  const sum_o1 = p.w5 * h1 + p.w6 * h2 + p.b3;
  return { x1, x2, sum_h1, sum_h2, h1, h2, sum_o1, y_pred: sigmoid(sum_o1) };
}

/** Every factor of the chain rule, for one sample that went forward. */
export function factors(p, v, y_true) {
  return {
    d_L_d_ypred: -2 * (y_true - v.y_pred),
    // Neuron o1
    d_ypred_d_w5: v.h1 * derivSigmoid(v.sum_o1),
    d_ypred_d_w6: v.h2 * derivSigmoid(v.sum_o1),
    d_ypred_d_b3: derivSigmoid(v.sum_o1),
    d_ypred_d_h1: p.w5 * derivSigmoid(v.sum_o1),
    d_ypred_d_h2: p.w6 * derivSigmoid(v.sum_o1),
    // Neuron h1
    d_h1_d_w1: v.x1 * derivSigmoid(v.sum_h1),
    d_h1_d_w2: v.x2 * derivSigmoid(v.sum_h1),
    d_h1_d_b1: derivSigmoid(v.sum_h1),
    // Neuron h2
    d_h2_d_w3: v.x1 * derivSigmoid(v.sum_h2),
    d_h2_d_w4: v.x2 * derivSigmoid(v.sum_h2),
    d_h2_d_b2: derivSigmoid(v.sum_h2),
  };
}

/** Multiply the factors along each path: the slope in each parameter. */
export function slopesOf(d) {
  const slopes = {};
  for (const name of PARAMETERS) {
    slopes[name] = CHAINS[name].reduce((product, f) => product * d[f], 1);
  }
  return slopes;
}

/** The slope of one sample's squared error in each parameter. */
export function gradient(p, x, y_true) {
  return slopesOf(factors(p, forward(p, x), y_true));
}

/** The parameters after one step against the slopes. */
export function step(p, slopes, learn_rate) {
  const moved = {};
  for (const name of PARAMETERS) {
    moved[name] = p[name] - learn_rate * slopes[name];
  }
  return moved;
}

/** The mean squared error over samples { x, y_true }. */
export function mseLoss(p, samples) {
  let sum = 0;
  for (const { x, y_true } of samples) {
    const error = y_true - forward(p, x).y_pred;
    sum += error * error;
  }
  return sum / samples.length;
}
