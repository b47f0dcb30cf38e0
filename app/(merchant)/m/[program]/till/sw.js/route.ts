import { tillWorker } from "@/components/till/offline/till-worker";
import { workerResponse } from "@/lib/access/worker-response";

export const GET = (_request: Request, { params }: { params: Promise<{ program: string }> }) =>
  workerResponse(params, (slug) => `/m/${slug}/till`, tillWorker);
