import { type CameraFault, watchCamera } from "@/components/camera/watch-camera";

/** What is said of the camera, in the reader's language. */
export type ScanWords = Record<CameraFault | "opening" | "hold" | "notACard" | "read", string>;

/** What reads codes, and what it is made of, below /decoder. */
export const decoderFiles = ["decode.js", "index.js"];

/** What fills in the number of a card from the camera, as the text of a script. */
export const scanScript = (words: ScanWords): string =>
  `(${behaviour.toString()})(${JSON.stringify(words)},${watchCamera.toString()},()=>import("/decoder/decode.js"));`;

// Sent as text: it may use nothing but its parameters and what a browser has.
function behaviour(
  words: ScanWords,
  watch: typeof watchCamera,
  decoder: Parameters<typeof watchCamera>[1]["decoder"],
) {
  const place = document.querySelector<HTMLElement>("[data-scan]");
  const part = <Part extends HTMLElement>(selector: string) => place?.querySelector<Part>(selector);
  const [open, view, close] = [part("[data-open]"), part("[data-view]"), part("[data-close]")];
  const [video, said] = [part<HTMLVideoElement>("video"), part("[role=status]")];
  const field = document.getElementById(place?.dataset.scan ?? "") as HTMLInputElement | null;
  // Only a page that came safely over the network may ask for a camera.
  if (!place || !open || !view || !close || !video || !said || !field || !navigator.mediaDevices) return;
  place.hidden = false;
  let stop = () => {};
  const show = (isOpen: boolean, text: string) => {
    open.hidden = isOpen;
    view.hidden = !isOpen;
    said.textContent = text;
  };
  open.addEventListener("click", () => {
    show(true, words.opening);
    close.focus();
    stop = watch(video, {
      decoder,
      onOpen: () => show(true, words.hold),
      onRead: (text) => {
        const digits = text.replace(/\D/g, "");
        if (digits.length !== 12 || /[^\d\s-]/.test(text)) {
          said.textContent = words.notACard;
          return false;
        }
        field.value = digits.replace(/(\d{4})(?=\d)/g, "$1 ");
        show(false, words.read);
        document.getElementById(place.dataset.next ?? "")?.focus();
        return true;
      },
      onFault: (fault) => {
        show(false, words[fault]);
        open.focus();
      },
    });
  });
  close.addEventListener("click", () => {
    stop();
    show(false, "");
    open.focus();
  });
  // A page that is left behind sees nothing.
  addEventListener("pagehide", () => {
    stop();
    show(false, "");
  });
}
