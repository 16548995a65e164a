/** What sort of body meets, as people call it; the law that its notices and exemptions follow hangs on it. */
import type { MeetingBody, PackKind } from '../../../shared/pack/meeting.ts';

export const whatKinds = ['committee', 'executive', 'council', 'ministerial'] as const;
export type WhatKind = (typeof whatKinds)[number];

export const kindWords: Readonly<Record<WhatKind, { readonly name: string; readonly help: string }>> = {
  committee: { name: 'A committee', help: 'Agenda and reports, published clear days ahead.' },
  executive: {
    name: 'The executive or cabinet',
    help: 'In England the 2012 Regulations say what is exempt.',
  },
  council: { name: 'The full council', help: 'The agenda is a summons.' },
  ministerial: { name: 'A minister’s meetings', help: 'Cover, running order with timings, briefs and tabs.' },
};

export function whatKindOf({
  kind,
  body,
}: {
  readonly kind: PackKind;
  readonly body: MeetingBody;
}): WhatKind {
  return kind === 'ministerial' ? 'ministerial' : body;
}
