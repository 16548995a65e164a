import { useCommands } from '../../app/commands.tsx';
import { notifyFailure } from '../../app/failures.ts';
import { useServices } from '../../app/services.ts';

/** To the meetings from every screen that has no better answer. */
export function MeetingsKey() {
  const { go } = useServices();
  useCommands({ meetings: () => void go({ screen: 'meetings' }).catch(notifyFailure) });
  return null;
}
