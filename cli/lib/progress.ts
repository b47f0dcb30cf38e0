/** One line that is written over, on a terminal only: a log or a pipe gets none of it. */
export function progressLine(stream: NodeJS.WriteStream = process.stderr): {
  show(text: string): void;
  end(): void;
} {
  let last = 0;
  let shown = false;
  return {
    show(text) {
      const now = performance.now();
      if (!stream.isTTY || now - last < 100) return;
      last = now;
      shown = true;
      stream.write(`\r\x1b[2K${text}`);
    },
    end() {
      if (shown) stream.write("\r\x1b[2K");
    },
  };
}

/** 47243 as "47,243". */
export const count = (value: number): string => value.toLocaleString("en-US");

/** "1 purchase", "47,243 purchases". */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`;
