// Bring the script of a form to the page that has the form, and to no other.

const SCRIPTS = { "form.seed-form": "luck", "form.people-form": "people" };

document$.subscribe(() => {
  for (const [form, name] of Object.entries(SCRIPTS)) {
    if (document.querySelector(form)) import(`./${name}.js`);
  }
});
