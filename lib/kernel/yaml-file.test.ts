import { expect, test } from "vitest";
import { readYaml } from "./yaml-file";

const text = `# a program
earning:
  rules:
    - key: base
      effect:
        kind: rate
        points: 1
values:
  with.dots:
    inner: 1
`;

test.each([
  ["earning.rules.0.effect.points", 7],
  ["earning.rules.0.effect.missing", 6],
  ["earning.rules.0", 4],
  ["values.with.dots.inner", 10],
  ["earning", 2],
])("%s is on line %i", (path, line) => {
  expect(readYaml(text, "p.yaml").lineOf(path)).toBe(line);
});

test("what is no YAML is refused in one line that says where", () => {
  expect(() => readYaml("a: 1\nb: [1, 2\nc: 3", "p.yaml")).toThrow(/^p\.yaml:\d+:\d+: [^\n]+$/);
  expect(() => readYaml("a: 1\na: 2", "p.yaml")).toThrow(/p\.yaml:2:1: Map keys must be unique/);
});

test("an alias that would grow to millions is refused", () => {
  const bomb = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
  for (let level = 1; level < 9; level += 1) {
    bomb.push(`a${level}: &a${level} [${Array.from({ length: 10 }, () => `*a${level - 1}`).join(", ")}]`);
  }
  expect(() => readYaml(bomb.join("\n"), "bomb.yaml")).toThrow("bomb.yaml");
});
