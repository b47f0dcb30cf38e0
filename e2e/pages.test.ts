import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { notListed, pages } from "./pages";

/** Routes as people see them: no groups, parameters in brackets. */
const routes = readdirSync(new URL("../app", import.meta.url), { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|\/)page\.tsx$/.test(file))
  .map(
    (file) =>
      `/${file
        .split("/")
        .slice(0, -1)
        .filter((part) => !part.startsWith("("))
        .join("/")}`,
  );

/** A parameter stands for anything, unless there is a route of that very name. */
function shows(path: string, route: string): boolean {
  const pattern = route.replace(/\[[^\]]+\]/g, "[^/]+");
  const other = routes.some((one) => one !== route && one === path);
  return !other && new RegExp(`^${pattern}$`).test(path.replace(":slug", "[program]"));
}

test("every page can be seen in the list of pages, or is not in it for a reason", () => {
  const unseen = routes.filter((route) => !pages.some(({ path }) => shows(path, route)));
  expect(unseen.sort()).toEqual(Object.keys(notListed).sort());
});

test("no two pages have the same name, which is also that of their pictures", () => {
  const names = pages.map((page) => page.name);
  expect(names).toEqual([...new Set(names)]);
});
