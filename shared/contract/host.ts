/**
 * What main and the library process say to each other over the channel they are born with. The window is never part
 * of this: it has a port of its own (wire.ts). Both ends check every message.
 */
import * as z from 'zod';
import { errorDataSchema } from './wire.ts';

/** Extractors are processes, and only main may start processes: it starts, relays and kills them by number. */
const extractor = z.number().int().nonnegative();

/** Companions too, but what they say goes through a port of their own. */
const companion = z.number().int().nonnegative();
/** typesetter: makes pages of our own documents. reader: draws those of foreign ones. assembler: puts packs together. */
const companionPrograms = ['typesetter', 'reader', 'assembler'] as const;
export type CompanionProgram = (typeof companionPrograms)[number];

export const toLibrarySchema = z.discriminatedUnion('type', [
  /** The first message. `nativeBinding`: a better-sqlite3 compiled for this runtime, null for its own. */
  z.strictObject({ type: z.literal('open'), folder: z.string(), nativeBinding: z.string().nullable() }),
  /** Brings one MessagePort, whose other end a window holds. Answered by `listening`. */
  z.strictObject({ type: z.literal('connect') }),
  /**
   * A person chose this file in a native dialog; the window knows the token only. Answered by `granted`, because the
   * window's own port could otherwise be faster.
   */
  z.strictObject({
    type: z.literal('grant'),
    grant: z.string(),
    file: z.string(),
    use: z.enum(['read', 'write']),
  }),
  z.strictObject({ type: z.literal('extractorMessage'), extractor, message: z.unknown() }),
  /** `code` is null where a signal or a crash ended it. */
  z.strictObject({ type: z.literal('extractorExit'), extractor, code: z.number().int().nullable() }),
  /** Brings one MessagePort, whose other end the companion holds. */
  z.strictObject({ type: z.literal('companionStarted'), companion }),
  z.strictObject({ type: z.literal('companionExit'), companion }),
  /** Finish running calls, close the database, exit. */
  z.strictObject({ type: z.literal('close') }),
]);
export type ToLibrary = z.infer<typeof toLibrarySchema>;

export const fromLibrarySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('opened') }),
  /** The library cannot be opened; the process exits by itself. */
  z.strictObject({ type: z.literal('failed'), error: errorDataSchema }),
  z.strictObject({ type: z.literal('listening') }),
  z.strictObject({ type: z.literal('granted'), grant: z.string() }),
  z.strictObject({ type: z.literal('extractorStart'), extractor, memoryMb: z.number().int().positive() }),
  z.strictObject({ type: z.literal('extractorSend'), extractor, message: z.unknown() }),
  z.strictObject({ type: z.literal('extractorKill'), extractor }),
  z.strictObject({ type: z.literal('companionStart'), companion, program: z.enum(companionPrograms) }),
  z.strictObject({ type: z.literal('companionKill'), companion }),
]);
export type FromLibrary = z.infer<typeof fromLibrarySchema>;
