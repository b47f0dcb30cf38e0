/** The box of a field, empty, wrong or disabled. 16 px under a finger, so that a phone does not zoom in. */
export const boxClass =
  "w-full min-h-10 rounded-control border border-edge bg-float px-3 text-body text-ink " +
  "max-sm:min-h-11 max-sm:text-reading pointer-coarse:min-h-11 pointer-coarse:text-reading " +
  "aria-invalid:border-bad aria-invalid:shadow-[inset_0_0_0_1px_var(--bad)] " +
  "disabled:border-line disabled:bg-paper disabled:text-ink-3";

/** The same for what is typed into directly. */
export const controlClass = `${boxClass} py-1.5`;
