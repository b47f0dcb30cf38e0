"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { type CameraFault, watchCamera } from "./watch-camera";

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
    const screen = video.current;
    if (!screen) return;
    return watchCamera(screen, {
      decoder: () => import("qr/decode.js"),
      onOpen: () => setIsOpen(true),
      onRead: (text) => {
        read.current(text);
        return true;
      },
      onFault: setFault,
    });
  }, [video]);
  return { fault, isOpen };
}
