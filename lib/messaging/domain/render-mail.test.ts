import { expect, test } from "vitest";
import { renderMail } from "./render-mail";

const words = {
  subject: "Your card",
  heading: "Open <your> card",
  paragraphs: ["One & two."],
  button: { label: "Open", href: "https://shop.example/c/x?a=1&b=2" },
  footer: ["Do nothing."],
};

test("the text part says everything that the HTML part says, and its link stands on a line of its own", () => {
  const { text } = renderMail({ name: "Köşe Kahve", colour: "forest" }, words, "en");
  expect(text.split("\n")).toContain("https://shop.example/c/x?a=1&b=2");
  for (const said of ["Köşe Kahve", words.heading, ...words.paragraphs, ...words.footer])
    expect(text).toContain(said);
});

test("a shop called <script> is a name, not a script, and its colour is derived, not passed through", () => {
  const { html } = renderMail(
    { name: `<script>"x"</script>`, colour: "red;}body{display:none" },
    words,
    "tr",
  );
  expect(html).not.toContain("<script>");
  expect(html).toContain("&lt;script&gt;&quot;x&quot;&lt;/script&gt;");
  expect(html).toContain("Open &lt;your&gt; card");
  expect(html).not.toContain("display:none");
  expect(html).toContain('lang="tr"');
});

test("loads nothing: no pictures, fonts or style sheets from anywhere", () => {
  const { html } = renderMail({ name: "Köşe Kahve", colour: "#7A3766" }, words, "en");
  expect(html).not.toMatch(/<img|<link|@import|url\(|src=/);
});

test("a date does not break inside: 30 November stays on one line, and the text part is left to its reader", () => {
  const dated = { ...words, heading: "1,240 points to use by 30 November" };
  const { html, text } = renderMail({ name: "Köşe Kahve", colour: "forest" }, dated, "en");
  expect(html).toContain("1,240\u00a0points to use by 30\u00a0November");
  expect(text).toContain("1,240 points to use by 30 November");
});
