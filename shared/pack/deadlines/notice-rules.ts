/** How many clear days before a meeting its agenda must be open to inspection, and which law says so. */
import type { Country } from '../meeting.ts';

export interface NoticeRule {
  readonly clearDays: number;
  /** As it is cited in the explanation of an unlawful date. */
  readonly law: string;
}

/**
 * Committees and councils; a user's own number overrides it. The five days of England are those of S.I. 2002/715, which
 * made them of three.
 */
export const noticeRules: Readonly<Record<Country, NoticeRule>> = {
  England: { clearDays: 5, law: 'Local Government Act 1972, section 100B' },
  // Section 100B is of England alone since the Local Government and Elections (Wales) Act 2021, Schedule 4.
  Wales: { clearDays: 3, law: 'Local Government Act 1972, section 100BA' },
  Scotland: { clearDays: 3, law: 'Local Government (Scotland) Act 1973, section 50B' },
  'Northern Ireland': { clearDays: 5, law: 'Local Government Act (Northern Ireland) 2014, Part 8' },
};

/** At most so many days may be asked for: a number of one's own that is a slip of the finger is not counted. */
export const mostClearDays = 60;
