/** How full an event is. */
export interface Occupancy {
  places: number;
  booked: number;
  waiting: number;
  waitingList: boolean;
}

/** What whoever asks now gets. Nobody passes those who wait, not even when a place is free. */
export function nextPlace({
  places,
  booked,
  waiting,
  waitingList,
}: Occupancy): "booked" | "waiting" | "full" {
  if (booked < places && waiting === 0) return "booked";
  return waitingList ? "waiting" : "full";
}

export const freePlaces = ({ places, booked }: Pick<Occupancy, "places" | "booked">): number =>
  Math.max(0, places - booked);
