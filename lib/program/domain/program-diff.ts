import { stringify } from "yaml";
import type { Program } from "../schemas";
import { comparePrograms, type ProgramChange } from "./compare-programs";

/** What applying a program would change, a line each: `~ earning.rules.early.effect.points: 5 -> 10`. */
export const programDiff = (before: Program | null, after: Program): string[] =>
  before ? comparePrograms(before, after).map(changeLine) : [`+ program: ${inline(after)}`];

function changeLine({ path, before, after }: ProgramChange): string {
  if (before === undefined) return `+ ${path}: ${inline(after)}`;
  if (after === undefined) return `- ${path}: ${inline(before)}`;
  return `~ ${path}: ${inline(before)} -> ${inline(after)}`;
}

const inline = (value: unknown): string =>
  stringify(value, { collectionStyle: "flow", lineWidth: 0, flowCollectionPadding: true }).trimEnd();
