import type { DemoRole, Installation } from "./fixtures/installation";

export interface ListedPage {
  /** Also the name of its pictures. */
  name: string;
  path: string | ((installation: Installation) => string);
  as: DemoRole | "nobody";
}

/** Every page there is: each is photographed by `npm run shots`, and looked through by axe in each language. */
export const pages: ListedPage[] = [
  { name: "sheet", path: "/sheet", as: "nobody" },
  { name: "not-found", path: "/no-such-page", as: "nobody" },
];

export const pathOf = (page: ListedPage, installation: Installation): string =>
  typeof page.path === "string" ? page.path : page.path(installation);
