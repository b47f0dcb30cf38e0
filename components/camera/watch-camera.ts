interface Watching {
  /** Of browsers that read no codes by themselves: fetched when the camera is opened. */
  decoder(): Promise<{
    decodeQR(picture: { data: Uint8ClampedArray; width: number; height: number }): string;
  }>;
  onOpen(): void;
  /** Whether to stop looking: the code was what is looked for. */
  onRead(text: string): boolean;
  onFault(fault: CameraFault): void;
}

export type CameraFault = "denied" | "none" | "broken";

/**
 * Shows what the camera sees in `video` and reads the codes in it, by the browser's own eyes where it has them. Answers how to
 * stop. Also sent as text to pages without the framework: it may use nothing but its parameters and what a browser has.
 */
export function watchCamera(
  video: HTMLVideoElement,
  { decoder, onOpen, onRead, onFault }: Watching,
): () => void {
  type Reader = () => Promise<string | null>;
  interface Detector {
    detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
  }
  type DetectorClass = {
    new (options: { formats: string[] }): Detector;
    getSupportedFormats(): Promise<string[]>;
  };
  /** Codes on cards and vouchers, and on what is sold. */
  const formats = ["qr_code", "ean_13", "ean_8", "code_128", "code_39"];
  /** Wide enough for a card held at arm's length, small enough for ten looks a second. */
  const widest = 640;
  const pauseBetweenLooks = 100;
  let stopped = false;
  let stream: MediaStream | undefined;

  const ownReader = async (): Promise<Reader | null> => {
    const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
    if (!BarcodeDetector) return null;
    // Some browsers have the class and nothing behind it.
    const supported: string[] = await BarcodeDetector.getSupportedFormats().catch(() => []);
    if (!supported.includes("qr_code")) return null;
    const detector = new BarcodeDetector({ formats: formats.filter((format) => supported.includes(format)) });
    return async () => (await detector.detect(video))[0]?.rawValue ?? null;
  };

  const decodingReader = async (): Promise<Reader> => {
    const { decodeQR } = await decoder();
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("2d", { willReadFrequently: true });
    return async () => {
      if (!context || video.videoWidth === 0) return null;
      const scale = Math.min(1, widest / video.videoWidth);
      canvas.width = Math.round(video.videoWidth * scale);
      canvas.height = Math.round(video.videoHeight * scale);
      context.drawImage(video, 0, 0, canvas.width, canvas.height);
      try {
        return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height));
      } catch {
        // Nothing in this frame is the usual case.
        return null;
      }
    };
  };

  const stop = () => {
    stopped = true;
    for (const track of stream?.getTracks() ?? []) track.stop();
  };

  const watch = async () => {
    // Only a page that came safely over the network may ask for a camera.
    if (!navigator.mediaDevices) throw new DOMException("no camera here", "NotFoundError");
    stream = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: "environment", width: { ideal: 1280 } },
      audio: false,
    });
    if (stopped) return stop();
    video.srcObject = stream;
    video.muted = true;
    await video.play();
    if (stopped) return;
    onOpen();
    const look = (await ownReader()) ?? (await decodingReader());
    while (!stopped) {
      const text = await look();
      if (text && !stopped && onRead(text)) stop();
      await new Promise((resolve) => setTimeout(resolve, pauseBetweenLooks));
    }
  };

  watch().catch((error: unknown) => {
    const name = error instanceof DOMException ? error.name : "";
    if (stopped) return;
    stop();
    if (name === "NotAllowedError" || name === "SecurityError") onFault("denied");
    else onFault(name === "NotFoundError" || name === "OverconstrainedError" ? "none" : "broken");
  });
  return stop;
}
