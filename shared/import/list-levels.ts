/** Depth of list items, from their indentation and the style of their numbers. */
import type { Passage } from './rejoin.ts';

/** One column more is untidiness of the file, not a level. */
const DEEPER = 2;

/** Levels by indentation alone: lists of points. */
export class IndentLevels {
  #indents: number[] = [];

  reset(): void {
    this.#indents = [];
  }

  level({ line }: Passage): number {
    while (this.#indents.length > 1 && line.indent < (this.#indents.at(-1) ?? 0) - 1) this.#indents.pop();
    const top = this.#indents.at(-1);
    if (top === undefined) this.#indents.push(line.indent);
    else if (line.indent >= top + DEEPER) this.#indents.push(line.indent);
    else if (line.indent < top - 1) this.#indents = [line.indent];
    return this.#indents.length - 1;
  }
}

interface Rung {
  readonly style: string;
  readonly indent: number;
}

/** Levels by the style of the numbers: 1. then a. then i., as paragraphs and recommendations have them. */
export class StyleLevels {
  #rungs: Rung[] = [];

  reset(): void {
    this.#rungs = [];
  }

  /** A list that counts from one again, further in than the list it stands in, and what follows in it. */
  #isNested({ marker, indent }: Passage['line'], path: number): boolean {
    const [outer, ...inner] = this.#rungs;
    if (!marker || path > 0 || marker.prefix !== '' || outer?.style !== 'decimal') return false;
    const open = inner.some((rung) => rung.style === 'decimal');
    return indent >= outer.indent + DEEPER && (marker.value === 1 || open);
  }

  /** @param path how many numbers deep a path such as 1.1.1 is below the shallowest of the document. */
  level({ line }: Passage, path = 0): number {
    const style = line.marker?.style ?? 'bullet';
    if (style === 'decimal' && !this.#isNested(line, path)) {
      this.#rungs = [{ style, indent: line.indent }];
      return path;
    }
    const byIndent = style === 'bullet' || style === 'decimal';
    const at = this.#rungs.findLastIndex(
      (rung) => rung.style === style && (!byIndent || line.indent < rung.indent + DEEPER),
    );
    const deeperBullet = at >= 0 && style === 'bullet' && line.indent < (this.#rungs[at]?.indent ?? 0) - 1;
    if (at >= 0 && !deeperBullet) {
      this.#rungs.length = at + 1;
      return at;
    }
    if (deeperBullet) {
      const same = this.#rungs.findIndex(
        (rung) => rung.style === style && line.indent < rung.indent + DEEPER,
      );
      this.#rungs.length = Math.max(same, 0) + 1;
      return Math.max(same, 0);
    }
    this.#rungs.push({ style, indent: line.indent });
    return this.#rungs.length - 1;
  }
}
