// Which views a place shows, and in what order; details lie in panels of one
// place, so that nothing moves when they grow.

import { tabs } from "./parts/tabs.js";
import { changesView } from "./views/changes.js";
import { historyView } from "./views/history.js";
import { lineByLineView } from "./views/line-by-line.js";
import { lossView } from "./views/loss.js";
import { networkView } from "./views/network.js";
import { peopleView } from "./views/people.js";
import { planeView } from "./views/plane.js";
import { questionView } from "./views/question.js";
import { parametersView, settingsView } from "./views/settings.js";
import { trainView } from "./views/train.js";
import { toolbarView } from "./views/toolbar.js";
import { whyView } from "./views/why.js";
import { workedView } from "./views/worked.js";

const VIEWS = {
  toolbar: toolbarView,
  network: networkView,
  plane: planeView,
  loss: lossView,
  settings: settingsView,
  question: questionView,
  why: whyView,
  changes: changesView,
  lines: lineByLineView,
  people: peopleView,
  parameters: parametersView,
  history: historyView,
};
const OTHERS = { train: trainView, worked: workedView };
const PANELS = [
  ["why", "Why"],
  ["changes", "Slopes"],
  ["lines", "Lines"],
  ["people", "People"],
  ["parameters", "Parameters"],
  ["history", "Run"],
  ["question", "Question"],
];

/** Make the views of an app, and return their nodes in order. */
export function arrange(app) {
  const { full, element } = app;
  const names = full ? Object.keys(VIEWS) : element.dataset.views.split(" ");
  const all = { ...VIEWS, ...OTHERS };
  app.views = Object.fromEntries(names.map((name) => [name, all[name](app)]));
  const node = (name) => app.views[name].node;
  for (const name of names) node(name).dataset.view = name;
  const panels = PANELS.filter(([name]) => names.includes(name));
  if (panels.length < 2) return names.map(node);
  app.tabs = tabs("Details", panels.map(([name, label]) => (
    [name, label, [node(name)]])));
  if (full) app.tabs.offer("question", false);
  const inPanels = panels.map(([name]) => name);
  const stage = names.filter((name) => !inPanels.includes(name));
  return [...stage.map(node), app.tabs.node];
}
