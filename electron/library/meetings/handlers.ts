/** Every call about committees, meetings and packs. */
import type { committeeCalls } from '../../../shared/contract/committee-calls.ts';
import type { meetingCalls } from '../../../shared/contract/meeting-calls.ts';
import type { noticeCalls } from '../../../shared/contract/notice-calls.ts';
import type { packCalls } from '../../../shared/contract/pack-calls.ts';
import type { Anchors } from '../evidence/anchors.ts';
import type { Originals } from '../evidence/originals.ts';
import type { ReadingProcess } from '../evidence/reading-process.ts';
import type { FeatureHandlers, Services } from '../handlers.ts';
import type { ExtractorPool } from '../import/extractor-pool.ts';
import type { StartAssembler } from '../pack/assembler-companion.ts';
import { committeeHandlers } from './committee-handlers.ts';
import { dateHandlers } from './date-handlers.ts';
import { libraryWorkshop } from './library-workshop.ts';
import { meetingHandlers } from './meeting-handlers.ts';
import { noticeHandlers } from './notice-handlers.ts';
import { noWorkshop } from './pack-builder.ts';
import { packHandlers } from './pack-handlers.ts';
import { PackPages } from './pack-pages.ts';
import { packReadingHandlers } from './pack-reading-handlers.ts';
import { paperFactsHandlers } from './paper-facts.ts';
import { paperHandlers } from './paper-handlers.ts';
import { recordHandlers } from './record-handlers.ts';

export type MeetingsCall =
  | keyof typeof committeeCalls
  | keyof typeof meetingCalls
  | keyof typeof noticeCalls
  | keyof typeof packCalls;

interface Parts {
  readonly anchors: Anchors;
  /** Where the bytes of packs stand. */
  readonly packs: Originals;
  readonly reader: ReadingProcess;
  readonly extractors: ExtractorPool;
  /** Absent where no packs are built. */
  readonly startAssembler: StartAssembler | undefined;
}

export function meetingsHandlers(
  services: Services,
  { anchors, packs, reader, extractors, startAssembler }: Parts,
): FeatureHandlers<MeetingsCall> {
  const workshop = startAssembler ? libraryWorkshop(services, anchors, startAssembler) : noWorkshop;
  return {
    ...committeeHandlers(services),
    ...meetingHandlers(services),
    ...paperHandlers(services),
    ...paperFactsHandlers(services, reader),
    ...dateHandlers(services),
    ...recordHandlers(services),
    ...noticeHandlers(services),
    ...packHandlers(services, packs, workshop),
    ...packReadingHandlers(services, {
      kept: packs,
      pages: new PackPages(services, packs, extractors),
      reader,
    }),
  };
}
