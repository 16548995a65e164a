/** The outline of a document: what the navigator lists, and which entry a block belongs to. */
import type { Finding, Severity } from '../../shared/checks/finding.ts';
import { severities } from '../../shared/checks/finding.ts';
import type { AnySection, DespatchDocument } from '../../shared/document/schema.ts';
import { sectionRules } from '../../shared/document/structure.ts';
import { plainText } from '../../shared/document/walk.ts';

export interface OutlineEntry {
  /** The heading, or the first block of a section without one: where a click goes. */
  readonly blockId: string;
  readonly level: number;
  /** As printed, "" where the heading bears none. */
  readonly number: string;
  readonly text: string;
  /** True where `text` is a stand-in because nobody has written the heading yet. */
  readonly untitled: boolean;
}

export interface Outline {
  readonly entries: readonly OutlineEntry[];
  /** Any block's id → `blockId` of its entry. */
  readonly entryOf: ReadonlyMap<string, string>;
}

/** @param numbers as the sheet shows them. */
export function outlineOf(document: DespatchDocument, numbers: ReadonlyMap<string, string>): Outline {
  const entries: OutlineEntry[] = [];
  const entryOf = new Map<string, string>();
  let previous: AnySection | null = null;
  for (const section of document.sections) {
    for (const [at, block] of section.blocks.entries()) {
      if (block.kind === 'heading') {
        const text = plainText(block.content).trim();
        entries.push({
          blockId: block.id,
          level: block.level,
          number: numbers.get(block.id) ?? '',
          text: text === '' ? 'Heading not written yet' : text,
          untitled: text === '',
        });
      } else if (at === 0 && !continues(previous, section)) {
        entries.push({ blockId: block.id, level: 1, number: '', text: nameOf(section), untitled: false });
      }
      const entry = entries.at(-1);
      if (entry) entryOf.set(block.id, entry.blockId);
    }
    previous = section;
  }
  return { entries, entryOf };
}

/** Long runs are kept in several bounded sections; the reader knows only one. */
function continues(previous: AnySection | null, section: AnySection): boolean {
  return previous !== null && previous.role === section.role && section.role !== 'unknown';
}

function nameOf(section: AnySection): string {
  return section.role === 'unknown' ? 'From a newer version' : sectionRules[section.role].name;
}

export interface OpenFindings {
  readonly count: number;
  readonly worst: Severity;
}

/** Findings by outline entry; a finding on a block that is gone belongs to none. */
export function findingsByEntry(
  outline: Outline,
  findings: readonly Finding[],
): ReadonlyMap<string, OpenFindings> {
  const open = new Map<string, OpenFindings>();
  for (const finding of findings) {
    const entry = outline.entryOf.get(finding.blockId);
    if (entry === undefined) continue;
    const before = open.get(entry);
    const worst =
      before && severities.indexOf(before.worst) <= severities.indexOf(finding.severity)
        ? before.worst
        : finding.severity;
    open.set(entry, { count: (before?.count ?? 0) + 1, worst });
  }
  return open;
}
