// For who teaches: ?teach on any page covers what it would give away, and it
// stays so from page to page. All that this takes is loaded only then.

const root = document.documentElement;
const STYLE = new URL("../stylesheets/teach.css", import.meta.url);

function dress() {
  if (document.querySelector('link[href$="stylesheets/teach.css"]')) return;
  const link = document.createElement("link");
  Object.assign(link, { rel: "stylesheet", href: STYLE });
  document.head.append(link);
}

document$.subscribe(async () => {
  // The page itself does this, too, before it is drawn: overrides/main.html
  if (new URLSearchParams(location.search).has("teach")) {
    root.classList.add("teach");
    try {
      sessionStorage.teach = "on";
    } catch {
      // Then it lasts as long as pages change places without loading.
    }
  }
  if (!root.classList.contains("teach")) return;
  try {
    dress();
    (await import("./teach.js")).teach();
  } catch (error) {
    root.classList.remove("teach"); // rather too much than nothing
    throw error;
  }
});
