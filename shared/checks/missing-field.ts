/** What a document of each kind cannot go out without, besides title and marking. */
import type { DocumentKind, FieldName } from '../document/schema.ts';
import type { Severity } from './finding.ts';
import type { CheckContext, Rule } from './rule.ts';

interface Need {
  /** The need is met when, of each group, at least one field is filled. */
  readonly groups: readonly (readonly FieldName[])[];
  readonly message: string;
}

function need(name: string, severity: Severity, needs: Partial<Record<DocumentKind, Need>>): Rule {
  return {
    name,
    *check(context) {
      const wanted = needs[context.document.kind];
      const unmet = wanted?.groups.find((group) => !group.some((field) => isFilled(context, field)));
      if (!wanted || !unmet) return;
      yield { severity, blockId: emptyField(context, unmet) ?? context.anchor, message: wanted.message };
    },
  };
}

/** A telephone number, or an email address. */
const reach = /\d[\d ()-]{7,20}\d|\S@\S/;

function isFilled({ fields, blocks }: CheckContext, field: FieldName): boolean {
  if (field === 'clearance' && blocks.some(({ block, empty }) => block.kind === 'clearer' && !empty))
    return true;
  // Many write one line: name, post, number and address.
  const inOneLine = field === 'telephone' || field === 'email';
  if (inOneLine && fields.get('contactName')?.some(({ text }) => reach.test(text))) return true;
  return fields.get(field)?.some(({ empty }) => !empty) ?? false;
}

function emptyField({ fields }: CheckContext, group: readonly FieldName[]): string | undefined {
  for (const field of group) {
    const waiting = fields.get(field)?.[0];
    if (waiting) return waiting.block.id;
  }
  return undefined;
}

export const missingFields: readonly Rule[] = [
  need('missing-date', 'error', {
    briefing: { groups: [['date']], message: 'The brief has no date. Give the date of the meeting.' },
    report: {
      groups: [['date']],
      message: 'The report has no date. Give the date of the committee’s meeting.',
    },
    submission: { groups: [['date']], message: 'The submission has no date. Give the day it is sent.' },
  }),
  need('missing-committee', 'error', {
    report: {
      // An officer's decision under delegated powers goes to none.
      groups: [['committee', 'decisionMaker']],
      message: 'The report names no committee. Give the committee it goes to.',
    },
  }),
  need('missing-report-of', 'warning', {
    report: {
      groups: [['reportOf', 'decisionMaker']],
      message: 'The report does not say whose report it is. Name the accountable member or director.',
    },
  }),
  need('missing-clearance', 'error', {
    briefing: {
      groups: [['clearance']],
      message: 'Nobody is named as having cleared the brief. Say who cleared it, and when.',
    },
    submission: {
      groups: [['clearance']],
      message: 'Nobody is named as having cleared the submission. Say who cleared it, and when.',
    },
  }),
  need('missing-contact', 'warning', {
    briefing: {
      groups: [['contact']],
      message: 'The brief names no contact. Give the name and telephone number of the official to ask.',
    },
    report: {
      groups: [['contactName'], ['telephone', 'email']],
      message: 'The report’s contact is incomplete. Give a name and a telephone number or email address.',
    },
  }),
];
