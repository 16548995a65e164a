/** Names what a feature of the editor offers to the rest of the window, without either knowing the other's files. */

export interface FeatureKey<Value> {
  readonly name: string;
  /** Never there; it carries the type of what the key stands for. */
  readonly value?: Value;
}

export function featureKey<Value>(name: string): FeatureKey<Value> {
  return { name };
}

/** What the features of one editor offer. */
export class Provided {
  readonly #values = new Map<string, unknown>();

  provide<Value>(key: FeatureKey<Value>, value: Value): void {
    if (this.#values.has(key.name)) throw new Error(`two features offer ${key.name}`);
    this.#values.set(key.name, value);
  }

  get<Value>(key: FeatureKey<Value>): Value | null {
    return (this.#values.get(key.name) as Value | undefined) ?? null;
  }
}
