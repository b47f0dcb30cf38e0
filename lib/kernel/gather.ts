interface Waiting<Item, Result> {
  item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

interface GatherOptions<Item, Result> {
  /** Answers all items of one key together, in their order. */
  run(key: number, items: Item[]): Promise<Result[]>;
  /** Runs of one key under way at once: what arrives meanwhile waits, and goes together. */
  atOnce: number;
  /** Items in one run. */
  most: number;
  /** Two items that this names alike never go together. */
  apart?(item: Item): string;
}

interface Place<Item, Result> {
  running: number;
  /** A start is due at the end of this turn of the event loop. */
  due: boolean;
  waiting: Waiting<Item, Result>[];
}

/**
 * Sends what is asked for at the same time together, as a database's group commit does: with what came in the same turn
 * of the event loop when nothing is under way, so that nobody waits for company; with all that came meanwhile when something
 * is. What fails together is tried again each on its own, so that one item's fault is only its own.
 */
export class Gather<Item, Result> {
  readonly #options: GatherOptions<Item, Result>;
  readonly #places = new Map<number, Place<Item, Result>>();

  constructor(options: GatherOptions<Item, Result>) {
    this.#options = options;
  }

  add(key: number, item: Item): Promise<Result> {
    const place = this.#places.get(key) ?? { running: 0, due: false, waiting: [] };
    this.#places.set(key, place);
    return new Promise((resolve, reject) => {
      place.waiting.push({ item, resolve, reject });
      this.#startSoon(key, place);
    });
  }

  /** At the end of the turn: the requests that a server reads in one turn would otherwise start with a group of one. */
  #startSoon(key: number, place: Place<Item, Result>): void {
    if (place.due) return;
    place.due = true;
    setImmediate(() => {
      place.due = false;
      this.#start(key, place);
    });
  }

  #start(key: number, place: Place<Item, Result>): void {
    if (place.running >= this.#options.atOnce || place.waiting.length === 0) return;
    place.running += 1;
    const group = this.#take(place);
    void this.#answer(key, group).finally(() => {
      place.running -= 1;
      if (place.running === 0 && place.waiting.length === 0) this.#places.delete(key);
      else this.#start(key, place);
    });
  }

  #take(place: Place<Item, Result>): Waiting<Item, Result>[] {
    const { most, apart } = this.#options;
    if (!apart) return place.waiting.splice(0, most);
    const names = new Set<string>();
    const group: Waiting<Item, Result>[] = [];
    const later: Waiting<Item, Result>[] = [];
    for (const one of place.waiting) {
      const name = apart(one.item);
      if (group.length < most && !names.has(name)) group.push(one);
      else later.push(one);
      names.add(name);
    }
    place.waiting = later;
    return group;
  }

  async #answer(key: number, group: Waiting<Item, Result>[]): Promise<void> {
    try {
      await this.#together(key, group);
    } catch (error) {
      if (group.length === 1) group[0]?.reject(error);
      else await Promise.all(group.map((one) => this.#together(key, [one]).catch(one.reject)));
    }
  }

  async #together(key: number, group: Waiting<Item, Result>[]): Promise<void> {
    const results = await this.#options.run(
      key,
      group.map(({ item }) => item),
    );
    if (results.length !== group.length) throw new Error("a run has to answer every item");
    for (const [index, one] of group.entries()) one.resolve(results[index] as Result);
  }
}
