/** One role map for the whole pack: two files may mean different things by the same name. */
import { name } from '../objects/syntax.ts';
import { standardTypes } from './standard-types.ts';

export class RoleMap {
  readonly #standard = new Map<string, string>();

  /** The name under which elements of a type stand in the pack. @param standard what its own file means by it. */
  nameFor(type: string, standard: string): string {
    if (standardTypes.has(type)) return type;
    for (let attempt = 1; ; attempt += 1) {
      const candidate = attempt === 1 ? type : `${type}_${attempt}`;
      const known = this.#standard.get(candidate);
      if (known === standard) return candidate;
      if (known === undefined && !standardTypes.has(candidate)) {
        this.#standard.set(candidate, standard);
        return candidate;
      }
    }
  }

  /** null: no type needs it. */
  text(): string | null {
    if (this.#standard.size === 0) return null;
    let inside = '';
    for (const [type, standard] of this.#standard) inside += `${name(type)} ${name(standard)}`;
    return `<<${inside}>>`;
  }
}
