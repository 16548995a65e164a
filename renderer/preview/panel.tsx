import './preview.css';
import { useEffect } from 'react';
import { PreviewFailure } from './failure.tsx';
import { PagesView } from './pages-view.tsx';
import { usePreview, usePreviewSession } from './use-preview.ts';

/** The pages beside the text, as the PDF will show them. */
export function PreviewPanel() {
  const session = usePreviewSession();
  const { pages, error } = usePreview();
  useEffect(() => session.watch(), [session]);
  return (
    <div className="preview">
      {error ? <PreviewFailure error={error} /> : null}
      {pages?.stops && !error ? <PreviewFailure error={pages.stops} isShown /> : null}
      {pages === null && error === null ? (
        <div className="empty" role="status">
          <p>Typesetting the pages…</p>
        </div>
      ) : null}
      {pages && pages.places.blockIds.length > 0 ? (
        <PagesView pages={pages} outdated={error !== null} />
      ) : null}
      {pages && pages.places.blockIds.length === 0 ? (
        <div className="empty">
          <h2>Nothing to print yet</h2>
          <p>Pages appear here as you write, exactly as the PDF will show them.</p>
        </div>
      ) : null}
    </div>
  );
}
