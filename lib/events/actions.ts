"use server";

import { toAction, toFormAction } from "@/lib/access/to-action";
import { bookOwnPlace } from "./commands/book-own-place";
import { bookPlace } from "./commands/book-place";
import { cancelEvent } from "./commands/cancel-event";
import { checkIn } from "./commands/check-in";
import { releaseOwnPlace } from "./commands/release-own-place";
import { releasePlace } from "./commands/release-place";
import { saveEvent } from "./commands/save-event";

export const saveEventAction = toAction(saveEvent, { once: true });
export const cancelEventAction = toAction(cancelEvent);
export const bookPlaceAction = toAction(bookPlace);
export const releasePlaceAction = toAction(releasePlace);
export const checkInAction = toAction(checkIn);
export const bookOwnPlaceAction = toFormAction(bookOwnPlace, { event: "text" }, (home) => `${home}/events`);
export const releaseOwnPlaceAction = toFormAction(
  releaseOwnPlace,
  { event: "text", place: "text" },
  (home) => `${home}/events`,
);
