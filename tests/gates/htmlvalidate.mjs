// What html-validate checks: the HTML standard. The exceptions are faults of
// Material's own templates, which do no harm and are not ours to mend.
export default {
  root: true,
  extends: ["html-validate:standard"],
  elements: [
    "html5",
    // A section's name in the navigation is a label with tabindex="".
    { label: { attributes: { tabindex: { enum: ["", "/-?\\d+/"] } } } },
  ],
  rules: {
    // The hidden switches of drawer and search say autocomplete="off".
    "valid-autocomplete": "off",
  },
};
