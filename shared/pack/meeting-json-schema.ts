import * as z from 'zod';
import { meetingFileSchema } from './meeting-file.ts';

/** The shape of a meeting file for editors that check it while it is written. */
export function meetingJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(meetingFileSchema, { io: 'input', reused: 'ref' });
  return {
    $schema,
    title: 'Despatch meeting file',
    description:
      'The file that “despatch pack build” makes a meeting pack of; docs/meeting-packs.md tells every field.',
    ...schema,
  };
}
