/**
 * What has become of the sources that are cited, and whether they may be cited here. One finding for block and source;
 * what is true of a source wherever it is cited is said where it is cited first.
 */
import type { Citation, DespatchDocument, Marking } from '../document/schema.ts';
import { anchorKey } from '../evidence/anchor-key.ts';
import type { Anchor, EvidenceFacts, SourceFacts } from '../evidence/facts.ts';
import { lazily } from '../lazily.ts';
import type { Finding } from './finding.ts';
import type { CheckedBlock, Rule } from './rule.ts';
import { quote } from './words.ts';

/** A block's citations of one source. */
interface Cited {
  readonly checked: CheckedBlock;
  readonly citations: readonly { readonly citation: Citation; readonly anchor: Anchor | undefined }[];
  readonly source: SourceFacts | undefined;
  readonly document: DespatchDocument;
  readonly facts: EvidenceFacts;
}

type Said = Pick<Finding, 'severity' | 'message'>;

/** A rule that needs to know the sources: without facts it says nothing. `once`: for each source, not for each block. */
function sourceRule(
  name: string,
  judge: (cited: Cited) => Said | null,
  { once = false }: { once?: boolean } = {},
): Rule {
  return {
    name,
    *check({ blocks, document, evidence: facts }) {
      if (!facts) return;
      const sources = new Map(facts.sources.map((source) => [source.id, source]));
      const told = new Set<string>();
      for (const checked of blocks) {
        if (checked.block.citations.length === 0) continue;
        yield null;
        for (const [id, own] of bySource(checked.block.citations)) {
          if (once && told.has(id)) continue;
          told.add(id);
          const citations = own.map((citation) => ({
            citation,
            anchor: facts.anchors[anchorKey(checked.block.id, citation.id)],
          }));
          const said = judge({ checked, citations, source: sources.get(id), document, facts });
          if (said) yield { ...said, blockId: checked.block.id };
        }
      }
    },
  };
}

function bySource(citations: readonly Citation[]): Map<string, Citation[]> {
  const groups = new Map<string, Citation[]>();
  for (const citation of citations) {
    const known = groups.get(citation.evidenceId);
    if (known) known.push(citation);
    else groups.set(citation.evidenceId, [citation]);
  }
  return groups;
}

/** Somebody who has looked at it beside the present edition has found it well; it is then only worth knowing. */
function severityOf({ source }: Cited, citation: Citation, anchor: Anchor): Said['severity'] {
  const lookedAt = citation.edition !== null && citation.edition !== source?.edition && !anchor.unseen;
  return lookedAt ? 'note' : 'warning';
}

function inState(cited: Cited, state: Anchor['state']) {
  for (const { citation, anchor } of cited.citations) {
    if (anchor?.state === state) return { citation, anchor };
  }
  return null;
}

const titleOf = ({ source }: Cited): string => quote(source?.title ?? '', 80);

const wordsLost = sourceRule('cited-words-lost', (cited) => {
  const found = inState(cited, 'lost');
  if (!found) return null;
  const { citation, anchor } = found;
  return {
    severity: severityOf(cited, citation, anchor),
    message: `The words ${quote(citation.locator.quote.exact, 80)} are no longer in ${titleOf(cited)}. See what the present edition says, then cite other words or take the point back.`,
  };
});

const wordsChanged = sourceRule('cited-words-changed', (cited) => {
  const found = inState(cited, 'changed');
  if (!found) return null;
  const { citation, anchor } = found;
  // The sentence ends with a full stop of its own.
  const said = citation.locator.quote.exact.trim().replace(/\.$/u, '');
  return {
    severity: severityOf(cited, citation, anchor),
    message: `${titleOf(cited)} says ${quote(anchor.place?.exact ?? '', 80)} where it said ${quote(said, 80)}. Look at both, then cite it anew.`,
  };
});

const wordsMoved = sourceRule('cited-words-moved', (cited) => {
  const found = inState(cited, 'moved');
  const { page } = found?.citation.locator ?? { page: null };
  const now = found?.anchor.place?.page ?? null;
  // Within one page, or where there are none, a reader finds them all the same.
  if (!found || now === null || page === null || now === page) return null;
  return {
    severity: 'note',
    message: `The words ${quote(found.citation.locator.quote.exact, 80)} stood on page ${page} of ${titleOf(cited)} and stand on page ${now} now.`,
  };
});

const sourceChanged = sourceRule('source-changed', (cited) => {
  const { source } = cited;
  // What is superseded, or says something else now, is told as that.
  const told = cited.citations.some(({ anchor }) => anchor?.state === 'lost' || anchor?.state === 'changed');
  if (!source || source.deleted || source.supersededBy !== null || told) return null;
  if (!cited.citations.some(({ anchor }) => anchor?.unseen)) return null;
  return {
    severity: 'warning',
    message: `${titleOf(cited)} has a new edition that nobody has looked at for this. The words cited are still in it; see whether what is around them still says the same.`,
  };
});

const sourceSuperseded = sourceRule('source-superseded', (cited) => {
  const later = cited.source?.supersededBy ?? null;
  if (later === null) return null;
  const unseen = cited.citations.some(({ anchor }) => anchor?.unseen);
  return {
    severity: unseen ? 'warning' : 'note',
    message: `${titleOf(cited)} is superseded by ${quote(later, 80)}. See what that says, and cite it instead.`,
  };
});

const dates = lazily(() => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }));

const pastReview = sourceRule(
  'source-past-review',
  (cited) => {
    const { source, facts } = cited;
    // Dates in this form sort as text.
    if (!source?.reviewBy || source.reviewBy >= facts.today) return null;
    const day = dates().format(new Date(`${source.reviewBy}T00:00:00Z`));
    return {
      severity: 'warning',
      message: `${titleOf(cited)} was to be reviewed by ${day}. Make sure that it still holds, and give it a new date.`,
    };
  },
  { once: true },
);

const unpublished = sourceRule(
  'source-unpublished',
  (cited) => {
    if (cited.source?.published !== false) return null;
    const open = cited.document.kind === 'report';
    return {
      severity: open ? 'warning' : 'note',
      message: open
        ? `${titleOf(cited)} is not published. As a background paper of a report it must be open to inspection: see that it may be, or do not rely on it.`
        : `${titleOf(cited)} is not published. The minister cannot point to it in public.`,
    };
  },
  { once: true },
);

const ranks: Readonly<Record<Marking['classification'], number>> = { OFFICIAL: 1, 'OFFICIAL-SENSITIVE': 2 };

const markedHigher = sourceRule('source-marked-higher', (cited) => {
  const theirs = cited.source?.marking?.classification;
  const ours = cited.document.marking?.classification;
  // Nearly all of a department's papers are OFFICIAL, those it publishes as well.
  if (theirs === undefined || ranks[theirs] <= Math.max(ours === undefined ? 0 : ranks[ours], 1)) return null;
  return {
    severity: 'error',
    message: `${titleOf(cited)} is marked ${theirs}, and this document ${ours === undefined ? 'has no marking' : `is ${ours}`}. Raise the marking, or take what comes from it out.`,
  };
});

const contradicted = sourceRule('source-contradicts', (cited) => {
  const against = cited.citations.find(({ citation }) => citation.bearing === 'contradicts');
  if (!against) return null;
  const supported = cited.checked.block.citations.some(({ bearing }) => bearing === 'supports');
  const title = cited.source ? titleOf(cited) : 'A source';
  return {
    severity: supported ? 'note' : 'warning',
    message: `${title} contradicts this: ${quote(against.citation.locator.quote.exact, 80)}. ${
      supported
        ? 'Be ready to be asked about it.'
        : 'Nothing is cited for it. Find what supports it, or say it differently.'
    }`,
  };
});

const missing = sourceRule('source-missing', ({ source, citations: [first] }) => {
  if (source && !source.deleted) return null;
  const title = source ? quote(source.title, 80) : quote(first?.citation.locator.quote.exact ?? '', 80);
  return {
    severity: 'warning',
    message: source
      ? `${title} is in the bin of the evidence library. Restore it, or cite something else.`
      : `The source of ${title} is not in this library. Add it, or import the document with its evidence.`,
  };
});

const withoutText = sourceRule('source-without-text', (cited) => {
  if (!cited.source) return null;
  if (cited.source.kind === 'image') {
    const message = `${titleOf(cited)} is a picture, so nobody but a reader can tell whether it says this.`;
    return { severity: 'note', message };
  }
  const scan = cited.citations.find(({ citation }) => citation.locator.quote.exact.trim() === '');
  if (!scan) return null;
  const { page } = scan.citation.locator;
  return {
    severity: 'note',
    message: `${page === null ? titleOf(cited) : `Page ${page} of ${titleOf(cited)}`} has no text, so nobody but a reader can tell whether it says this.`,
  };
});

export const sourceRules: readonly Rule[] = [
  missing,
  markedHigher,
  wordsLost,
  wordsChanged,
  wordsMoved,
  sourceChanged,
  sourceSuperseded,
  pastReview,
  unpublished,
  contradicted,
  withoutText,
];
