"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { codeReader } from "./code-reader";

export type CameraFault = "denied" | "none" | "broken";

const pauseBetweenLooks = 100;

/** Shows what the camera sees in `video`, and answers the first code in it. */
export function useCamera(
  video: RefObject<HTMLVideoElement | null>,
  onRead: (text: string) => void,
): { fault: CameraFault | null; isOpen: boolean } {
  const [fault, setFault] = useState<CameraFault | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const read = useRef(onRead);
  read.current = onRead;
  useEffect(() => {
    const watching = { stopped: false, stream: undefined as MediaStream | undefined };
    const stop = () => {
      watching.stopped = true;
      for (const track of watching.stream?.getTracks() ?? []) track.stop();
    };
    const watch = async () => {
      watching.stream = await openCamera();
      const screen = video.current;
      if (watching.stopped || !screen) return stop();
      screen.srcObject = watching.stream;
      await screen.play();
      setIsOpen(true);
      const look = await codeReader();
      while (!watching.stopped) {
        const text = await look(screen);
        if (text && !watching.stopped) {
          stop();
          read.current(text);
        }
        await new Promise((resolve) => setTimeout(resolve, pauseBetweenLooks));
      }
    };
    watch().catch((error: unknown) => {
      if (!watching.stopped) setFault(faultOf(error));
      stop();
    });
    return stop;
  }, [video]);
  return { fault, isOpen };
}

/** Only a page that came safely over the network may ask for a camera. */
function openCamera(): Promise<MediaStream> {
  if (!navigator.mediaDevices) throw new DOMException("no camera here", "NotFoundError");
  return navigator.mediaDevices.getUserMedia({
    video: { facingMode: "environment", width: { ideal: 1280 } },
    audio: false,
  });
}

function faultOf(error: unknown): CameraFault {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "denied";
  return name === "NotFoundError" || name === "OverconstrainedError" ? "none" : "broken";
}
