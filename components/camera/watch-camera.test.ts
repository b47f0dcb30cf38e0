import { afterEach, expect, test, vi } from "vitest";
import { watchCamera } from "./watch-camera";

afterEach(() => vi.unstubAllGlobals());

test("closed while the picture is still coming: it is not said to be open", async () => {
  const track = { stop: vi.fn() };
  const stream = { getTracks: () => [track] };
  vi.stubGlobal("navigator", { mediaDevices: { getUserMedia: async () => stream } });
  let begin = () => {};
  const playing = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const play = vi.fn(() => playing);
  const heard = { decoder: vi.fn(), onOpen: vi.fn(), onRead: vi.fn(), onFault: vi.fn() };
  const stop = watchCamera({ play } as unknown as HTMLVideoElement, heard);
  await vi.waitUntil(() => play.mock.calls.length > 0);
  stop();
  begin();
  await new Promise(setImmediate);
  expect(track.stop).toHaveBeenCalled();
  for (const said of Object.values(heard)) expect(said).not.toHaveBeenCalled();
});
