/** What a camera sees in this frame, or null. */
export type CodeReader = (video: HTMLVideoElement) => Promise<string | null>;

/** Codes on cards and vouchers, and on what is sold. */
const formats = ["qr_code", "ean_13", "ean_8", "code_128", "code_39"];

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
type DetectorClass = {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
};

/** The browser's own eyes where it has them, otherwise a decoder that is fetched when a camera is first opened. */
export async function codeReader(): Promise<CodeReader> {
  return (await ownReader()) ?? decodingReader();
}

async function ownReader(): Promise<CodeReader | null> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
  if (!BarcodeDetector) return null;
  // Some browsers have the class and nothing behind it.
  const supported: string[] = await BarcodeDetector.getSupportedFormats().catch(() => []);
  if (!supported.includes("qr_code")) return null;
  const detector = new BarcodeDetector({ formats: formats.filter((format) => supported.includes(format)) });
  return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
}

/** Wide enough for a card held at arm's length, small enough for ten looks a second. */
const widest = 640;

async function decodingReader(): Promise<CodeReader> {
  const { decodeQR } = await import("qr/decode.js");
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return async (video) => {
    if (!context || video.videoWidth === 0) return null;
    const scale = Math.min(1, widest / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    try {
      return decodeQR({ data, width, height });
    } catch {
      // Nothing in this frame is the usual case.
      return null;
    }
  };
}
