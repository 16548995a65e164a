/** What every screen may reach: the library, the desktop, and the way to another screen. */
import { createContext, useContext } from 'react';
import type { DesktopApi } from '../../shared/contract/desktop.ts';
import type { LibraryClient } from '../client/client.ts';

export type Place =
  | {
      readonly screen: 'home';
      /** The document one comes from, which keeps the focus in the list. */
      readonly from?: string;
    }
  | {
      readonly screen: 'document';
      readonly documentId: string;
      /** Just imported: show what the importer did. */
      readonly review: boolean;
      /** Where to begin to read; at the top if none. */
      readonly blockId?: string;
      /** The agenda that it was opened from, which closing it leads back to. */
      readonly meeting?: { readonly meetingId: string; readonly rowId?: string };
      /** The start of the application leads here; where it is no more, to the list. */
      readonly resumed?: true;
    }
  | {
      readonly screen: 'meetings';
      /** The meeting one comes from, which keeps the focus in the list. */
      readonly meetingId?: string;
    }
  | {
      readonly screen: 'meeting';
      readonly meetingId: string;
      /** The item or paper to begin at. */
      readonly rowId?: string;
      /** As for a document. */
      readonly resumed?: true;
    }
  | {
      /** What happened at a meeting. */
      readonly screen: 'record';
      readonly meetingId: string;
    }
  | {
      readonly screen: 'pack';
      readonly packId: string;
      /** The meeting that closing it leads back to. */
      readonly meetingId: string;
    }
  | {
      readonly screen: 'lines';
      /** The line to begin at. */
      readonly lineId?: string;
    }
  | {
      readonly screen: 'evidence';
      /** The source to begin at. */
      readonly sourceId?: string;
      /** Begin in the field that searches the words of all sources. */
      readonly search?: true;
    };

export interface Services {
  readonly client: LibraryClient;
  readonly desktop: DesktopApi;
  /** Asks the present screen first; does nothing where it has words that could not be saved. */
  go(place: Place): Promise<void>;
  /** From the evidence to where one came from. */
  back(): Promise<void>;
  /** The present screen's last word before it is left, until the returned function is called. */
  beforeLeaving(settle: () => Promise<boolean>): () => void;
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('A screen stands outside the application.');
  return services;
}
