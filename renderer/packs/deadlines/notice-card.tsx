import { Button } from '../../ui/button.tsx';
import type { NoticeView } from './notice.ts';
import { verdictIcons, verdictSpoken } from './verdicts.ts';

interface Props {
  readonly view: NoticeView;
  /** Opens the whole timetable. */
  readonly onMore: () => void;
}

/** Whether the notice of the meeting is lawful: icon, words and colour, never colour alone. */
export function NoticeCard({ view, onMore }: Props) {
  const Icon = verdictIcons[view.verdict];
  return (
    <section className="notice-card" data-verdict={view.verdict} aria-label="Notice">
      <Icon size={16} aria-hidden />
      <div>
        <p className="notice-title">
          <span className="visually-hidden">{verdictSpoken[view.verdict]}</span>
          {view.title}
        </p>
        {view.short === '' ? null : <p className="notice-text">{view.short}</p>}
        <Button look="link" onPress={onMore}>
          All deadlines…
        </Button>
      </div>
    </section>
  );
}
