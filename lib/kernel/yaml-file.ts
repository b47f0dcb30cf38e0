import { isMap, isNode, isPair, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { OperatorError } from "./operator-error";

export interface YamlFile {
  value: unknown;
  /** Line of what a dotted path names, or of the nearest thing around it that is there. */
  lineOf(path: string): number;
}

/** Reads a file that a person wrote. What is not YAML is refused in one line that says where. */
export function readYaml(text: string, name: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [fault] = document.errors;
  if (fault) {
    const { line, col } = lines.linePos(fault.pos[0]);
    throw new OperatorError(`${name}:${line}:${col}: ${fault.message.split("\n")[0]}`);
  }
  const lineAt = (node: Node | null): number => (node?.range ? lines.linePos(node.range[0]).line : 1);
  return {
    value: toValue(document, name),
    lineOf: (path) => lineAt(nearest(document.contents, path === "" ? [] : path.split("."))),
  };
}

function toValue(document: ReturnType<typeof parseDocument>, name: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new OperatorError(`${name}: ${error instanceof Error ? error.message : "cannot be read"}`, {
      cause: error,
    });
  }
}

/** Follows the path as far as it goes; a key may have dots in it. */
function nearest(node: Node | null, path: readonly string[]): Node | null {
  if (!node || path.length === 0) return node;
  if (isSeq(node)) {
    const item = node.items[Number(path[0])];
    return isNode(item) ? nearest(item, path.slice(1)) : node;
  }
  if (!isMap(node)) return node;
  for (let length = path.length; length > 0; length -= 1) {
    const key = path.slice(0, length).join(".");
    const pair = node.items.find((one) => isPair(one) && String(one.key) === key);
    if (!pair || !isNode(pair.key)) continue;
    // A value that stands on its own line is found below; a missing one is where its key is.
    const rest = path.slice(length);
    return rest.length > 0 && isNode(pair.value) ? nearest(pair.value, rest) : pair.key;
  }
  return node;
}
