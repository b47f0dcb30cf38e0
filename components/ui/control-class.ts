/** How a field's box looks, empty, wrong or disabled. 16 px under a finger, so that a phone does not zoom in. */
export const controlClass =
  "w-full min-h-10 rounded-control border border-edge bg-float px-3 py-1.5 text-body text-ink " +
  "pointer-coarse:min-h-11 pointer-coarse:text-reading " +
  "aria-invalid:border-bad aria-invalid:shadow-[inset_0_0_0_1px_var(--bad)] " +
  "disabled:border-line disabled:bg-paper disabled:text-ink-3";
