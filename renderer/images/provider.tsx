/** Gives the sheet the library's pictures for as long as a document is open. */
import { type ReactNode, useEffect } from 'react';
import { useServices } from '../app/services.ts';
import { pastingKey } from '../editor/clipboard/pasting.ts';
import { picturesKey } from '../editor/images/pictures.ts';
import { useDesk } from '../writing/desk.ts';
import { pictureSource } from './picture-source.ts';

export function LibraryPictures({ children }: { readonly children: ReactNode }) {
  const { client, desktop } = useServices();
  const { editor } = useDesk();
  useEffect(() => {
    const pictures = editor.current?.feature(picturesKey);
    if (!pictures) return;
    const source = pictureSource(client, desktop);
    const disconnect = pictures.connect(source);
    const pasting = editor.current?.feature(pastingKey) ?? null;
    if (pasting) pasting.keepPicture = source.keep;
    return () => {
      if (pasting) pasting.keepPicture = null;
      disconnect();
      source.dispose();
    };
  }, [client, desktop, editor]);
  return children;
}
