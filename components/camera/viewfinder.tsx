import type { Ref } from "react";

/** What the camera sees, and where the code should be: four corners. */
export function Viewfinder({ label, ref }: { label: string; ref?: Ref<HTMLVideoElement> }) {
  return (
    <div className="relative aspect-square overflow-hidden rounded-control bg-[#000]">
      <video ref={ref} muted playsInline aria-label={label} className="size-full object-cover" />
      <span
        aria-hidden
        className="absolute inset-[14%] rounded-dialog border-2 border-white/80 [mask:conic-gradient(#000_0_0)_0_0/28%_28%_no-repeat,conic-gradient(#000_0_0)_100%_0/28%_28%_no-repeat,conic-gradient(#000_0_0)_0_100%/28%_28%_no-repeat,conic-gradient(#000_0_0)_100%_100%/28%_28%_no-repeat]"
      />
    </div>
  );
}
