/** A sentence of the document: what stands between backticks is code. */
export function Prose({ text }: { text: string }) {
  return text.split("`").map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never change places
      <Code key={index}>{part}</Code>
    ) : (
      part
    ),
  );
}

export function Code({ children }: { children: string }) {
  return <code className="rounded-badge bg-paper px-1 font-text wrap-break-word">{children}</code>;
}

/**
 * A command or a JSON document to read and to copy. Here alone letters are all of one width, the device's own: columns
 * of braces have to line up. Wider than the page, it scrolls by itself; the keyboard can too.
 */
export function CodeBlock({ label, children }: { label: string; children: string }) {
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
      tabIndex={0}
      aria-label={label}
      className="max-h-[32rem] overflow-auto rounded-control bg-paper px-4 py-3 text-small"
    >
      <pre>
        <code>{children}</code>
      </pre>
    </section>
  );
}
