import type { Locator, Page } from "@playwright/test";
import type { Words } from "../fixtures/words";

/** Words in the reader's language. */
export type Said = (words: Words) => string;

/** A form that is sent with something wrong in it. What is asked for by name is asked for in the reader's language. */
export interface RefusedForm {
  name: string;
  /** The component that it is drawn by. */
  of: string;
  path: string;
  /** Done first, where more than buttons lead to it. */
  before?: (page: Page) => Promise<void>;
  /** Buttons that lead to it. */
  open?: Said[];
  /** It is open by itself when it holds what was typed before the page was left. */
  opensAgain?: true;
  /** The answer to its first question that shows the field. */
  choose?: Said;
  /** Where it is, when there is more than one on the page. */
  within?: (page: Page) => Locator;
  /** What is typed into which field. */
  typed: [field: Said, text: string][];
  /** The same for a password, which is not kept. */
  secret?: [field: Said, text: string];
  /** What sends it; Enter in the last field when left out. */
  press?: Said;
  /** The field that is wrong, the first of several, or the question of several boxes; left out where it is none of them. */
  wrong?: Said;
  says: Said;
}

/** A message by its key. */
export const t =
  (key: string, params?: Record<string, string | number>): Said =>
  (words) =>
    words.t(key, params);

/** What is wrong with a field, as the server says it. */
export const wrongWith =
  (code: string, params?: Record<string, string | number>): Said =>
  (words) =>
    words.field(code, params);

export const inMain = (page: Page): Locator => page.getByRole("main");

export const inDialog = (page: Page): Locator => page.getByRole("dialog");
