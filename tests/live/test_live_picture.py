"""What a worker sends as a picture can draw, and nothing else.

On a page without a policy, which would hide what gets through.
"""

import pytest

SVG = '<svg viewBox="0 0 9 9" role="img" aria-label="A line">{}</svg>'
RAN = "window.ran=1"
# Each would set window.ran, ask another host, or take the page's own names.
PAYLOADS = [
    f'<img src=x onerror="{RAN}">',
    f"<script>{RAN}</script>",
    f'<iframe srcdoc="<script>parent.{RAN}</script>"></iframe>',
    f'<svg onload="{RAN}"></svg>',
    SVG.format(f"<script>{RAN}</script>"),
    SVG.format(f'<script href="data:text/javascript,{RAN}"></script>'),
    SVG.format(f'<image href="x" onerror="{RAN}"/>'),
    SVG.format('<image xlink:href="https://else.test/x.png"/>'),
    SVG.format('<image href="https://else.test/x.png"/>'),
    SVG.format('<use xlink:href="https://else.test/x.svg#a"/>'),
    SVG.format(f'<foreignObject><img src=x onerror="{RAN}"></foreignObject>'),
    SVG.format(f'<a xlink:href="javascript:{RAN}"><text>x</text></a>'),
    SVG.format(f'<a href="javascript:{RAN}"><rect width="9" height="9"/></a>'),
    SVG.format(f'<animate onbegin="{RAN}" attributeName="x" dur="1s"/>'),
    SVG.format(
        f'<a id="live-a-1"><set attributeName="href" to="javascript:{RAN}"/>'
        "</a>"
    ),
    SVG.format('<rect fill="url(https://else.test/x.svg#a)" width="9"/>'),
    SVG.format('<rect style="fill: url(https://else.test/x.svg)"/>'),
    SVG.format("<style>@import 'https://else.test/x.css'; * {{ }}</style>"),
    SVG.format(f'<path d="M0 0" onclick="{RAN}" onmouseover="{RAN}"/>'),
    SVG.format(f'<title><img src=x onerror="{RAN}"></title>'),
    SVG.format(f'<desc><style><img src=x onerror="{RAN}"></style></desc>'),
    f'<svg><math><mtext><img src=x onerror="{RAN}"></mtext></math></svg>',
    f'<svg><style><!--</style><img src=x onerror="{RAN}">--></svg>',
    SVG.format('<rect id="__search" class="md-overlay" width="9"/>'),
    f'<form id="document"><input onfocus="{RAN}" autofocus></form>',
    f'<template><img src=x onerror="{RAN}"></template>',
    f"<body onload='{RAN}'>",
    f'<meta http-equiv="refresh" content="0;javascript:{RAN}">',
]
SHOW = """async ([script, text]) => {
  const { picture } = await import(script);
  let shown;
  try { shown = picture(text); } catch (error) { return String(error); }
  document.body.replaceChildren(shown);
  for (const each of document.querySelectorAll("svg, svg *")) {
    for (const kind of ["click", "mouseover", "load", "focus"])
      each.dispatchEvent(new Event(kind, { bubbles: true }));
  }
  return shown.outerHTML;
}"""


@pytest.fixture(scope="module")
def tab(browser, server):
    """A tab on a file that carries no policy, and what it asks elsewhere."""
    with browser.new_context() as context:
        page = context.new_page()
        asked = []
        context.route(
            "https://else.test/**",
            lambda route: (asked.append(route.request.url), route.abort()),
        )
        page.goto(f"{server}facts.json")
        yield page, asked, f"{server}javascripts/live/picture.js"


def shown(tab, text):
    page, _, script = tab
    return page.evaluate(SHOW, [script, text])


@pytest.mark.parametrize("number", range(len(PAYLOADS)))
def test_picture_carries_nothing_that_acts(tab, number):
    page, asked, _ = tab
    made = shown(tab, PAYLOADS[number])
    page.wait_for_timeout(20)
    assert page.evaluate("window.ran") is None
    assert asked == []
    words = ["ran", "else.test", "script", "<style", "<a", "<img", "__sea"]
    words += ["md-overlay", "foreign", "onload", "template", "<set", "<title"]
    if made.startswith("<svg"):
        assert not [word for word in words if word in made.lower()], made
    else:
        assert made == "Error: it is no SVG"


def test_payloads_would_act_without_it(tab):
    page, _, _ = tab
    page.evaluate("text => { document.body.innerHTML = text; }", PAYLOADS[0])
    page.wait_for_function("window.ran")
    page.evaluate("delete window.ran")


def test_too_deep_or_too_long_or_no_text_is_refused(tab):
    assert "nested too deeply" in shown(tab, SVG.format("<g>" * 100))
    assert "too long" in shown(tab, SVG.format("x" * 5_000_001))
    assert "no text" in shown(tab, {"toString": "x"})


def test_pictures_of_the_build_come_through_whole(tab, pages):
    page = tab[0]
    plots = [
        svg
        for url, each in pages.items()
        if url != "tutorial/"  # which runs nothing
        for svg in each.article.select(".program-output svg[role=img]")
    ]
    assert plots
    for svg in plots:
        before = "text => { const box = document.createElement('div');" \
            " box.innerHTML = text; return box.innerHTML; }"  # fmt: skip
        expected = page.evaluate(before, str(svg))
        expected = expected.replace(
            ' xmlns:xlink="http://www.w3.org/1999/xlink"', ""
        )
        assert attributes(page, shown(tab, str(svg))) == attributes(
            page, expected
        )


def attributes(page, text):
    """All elements of a text, each with its attributes in order."""
    return page.evaluate(
        """text => {
          const box = document.createElement("div");
          box.innerHTML = text;
          return [...box.querySelectorAll("*")].map((each) =>
            [each.localName, each.childElementCount ? "" : each.textContent,
             ...[...each.attributes].map((a) => `${a.name}=${a.value}`).sort(),
            ]);
        }""",
        text,
    )
