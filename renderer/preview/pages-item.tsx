import { LoaderCircle } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { useDesk } from '../writing/desk.ts';
import { usePreview } from './use-preview.ts';

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const number = new Intl.NumberFormat('en-GB');

/** How many pages the document has, and as of when where it has changed since. */
export function PagesItem() {
  const { pages, stale, typesetting } = usePreview();
  const { document, toggleTab } = useDesk();
  if (!pages) return null;
  const { pages: limit } = document.settings.limits;
  const count = `${number.format(pages.count)} ${pages.count === 1 ? 'page' : 'pages'}`;
  const since = stale && !typesetting ? ` at ${time.format(pages.at)}` : '';
  return (
    <Button className="pages-item" onPress={() => toggleTab('preview')}>
      <span className={limit !== null && pages.count > limit ? 'status-errors' : ''}>
        {count}
        {limit === null ? '' : ` of ${number.format(limit)}`}
      </span>
      {since}
      {typesetting ? <LoaderCircle size={12} className="pages-updating" aria-label="Updating" /> : null}
    </Button>
  );
}
