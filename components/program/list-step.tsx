import type { X } from "lucide-react";
import { Icon } from "@/components/ui/icon";

/** A small button of a list that can be put in order: up, down, away. */
export function ListStep({
  icon,
  label,
  off = false,
  act,
}: {
  icon: typeof X;
  label: string;
  off?: boolean;
  act: () => void;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      disabled={off}
      onClick={act}
      className="grid size-10 place-items-center rounded-control hover:bg-paper disabled:text-ink-3 disabled:opacity-40 pointer-coarse:size-11"
    >
      <Icon of={icon} />
    </button>
  );
}
