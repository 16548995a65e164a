import type { DocumentKind } from '../document/schema.ts';

/** The template of Despatch that a plain new document of each kind is laid out by, without its guidance. */
export const plainTemplates: Readonly<Record<DocumentKind, string>> = {
  briefing: 'ministerial-meeting-brief',
  report: 'committee-report',
  submission: 'submission',
};
