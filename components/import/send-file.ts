/** What the server answered: the new import, or a refusal in words. */
export type FileAnswer = { id: string } | { problem: string | null };

/** Sends a file as the body of a request. `fetch` cannot tell how far it has come. */
export function sendFile(
  address: string,
  file: File,
  onProgress: (bytes: number) => void,
): Promise<FileAnswer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onload = () => resolve(read(request.responseText));
    request.onerror = () => resolve({ problem: null });
    request.send(file);
  });
}

function read(text: string): FileAnswer {
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer === "object" && answer !== null) {
      if ("id" in answer && typeof answer.id === "string") return { id: answer.id };
      if ("problem" in answer && typeof answer.problem === "string") return { problem: answer.problem };
    }
  } catch {
    // A proxy's page: it says nothing about the file.
  }
  return { problem: null };
}
