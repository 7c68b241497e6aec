import { collect } from "../../core/errors.ts";
import { ObjectRecords } from "./objects.ts";

/**
 * Collects the keys of all objects that it is fed, in the order in which they first appear. What it cannot read is
 * reported elsewhere.
 */
export class KeyReader {
  readonly keys = new Set<string>();
  readonly #records: ObjectRecords;
  #isBroken = false;

  constructor(array: boolean) {
    this.#records = new ObjectRecords(array);
  }

  beginFile(): void {
    this.#isBroken = false;
    this.#records.beginFile();
  }

  feed(chunk: Uint8Array): void {
    this.#take(() => this.#records.feed(chunk));
  }

  finish(): void {
    this.#take(() => this.#records.finish());
  }

  #take(act: () => void): void {
    if (this.#isBroken) return;
    this.#isBroken = !collect([], () => {
      act();
      while (this.#records.next()) for (const key of this.#records.keys()) this.keys.add(key);
      return true;
    });
  }
}
