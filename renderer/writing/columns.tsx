import { type ReactNode, useMemo } from 'react';
import * as z from 'zod';
import { Divider } from '../ui/divider.tsx';
import { useRemembered } from '../ui/remembered.ts';

export type SideColumn = 'navigator' | 'inspector';

const limits = { navigator: { min: 160, max: 420 }, inspector: { min: 240, max: 1600 } } as const;
/** The sheet keeps its place, whatever the panel was made on a larger screen. */
const WIDEST_INSPECTOR = '55vw';

const layoutSchema = z.strictObject({
  navigator: z.number(),
  inspector: z.number(),
  closed: z.array(z.enum(['navigator', 'inspector'])),
});
type Layout = z.infer<typeof layoutSchema>;

const initial: Layout = { navigator: 232, inspector: 328, closed: [] };

export interface ColumnsState {
  readonly layout: Layout;
  isOpen(column: SideColumn): boolean;
  open(column: SideColumn): void;
  toggle(column: SideColumn): void;
  resize(column: SideColumn, width: number): void;
}

export function useColumns(): ColumnsState {
  const [layout, setLayout] = useRemembered('writing.columns', layoutSchema, initial);
  return useMemo(
    () => ({
      layout,
      isOpen: (column) => !layout.closed.includes(column),
      open: (column) =>
        setLayout((now) => ({ ...now, closed: now.closed.filter((name) => name !== column) })),
      toggle: (column) =>
        setLayout((now) => ({
          ...now,
          closed: now.closed.includes(column)
            ? now.closed.filter((name) => name !== column)
            : [...now.closed, column],
        })),
      resize: (column, width) => setLayout((now) => ({ ...now, [column]: width })),
    }),
    [layout, setLayout],
  );
}

interface Props {
  readonly state: ColumnsState;
  readonly navigator: ReactNode;
  readonly inspector: ReactNode;
  /** The sheet. */
  readonly children: ReactNode;
}

/** The landmarks of the writing screen, side by side. */
export function Columns({ state, navigator, inspector, children }: Props) {
  const { layout, isOpen, resize } = state;
  return (
    <div className="columns">
      {isOpen('navigator') ? (
        <nav
          id="navigator"
          className="column-side"
          aria-label="Outline"
          data-region="navigator"
          style={{ width: layout.navigator }}
        >
          {navigator}
          <Divider
            label="Width of the outline"
            controls="navigator"
            side="left"
            width={layout.navigator}
            usual={initial.navigator}
            {...limits.navigator}
            onResize={(width) => resize('navigator', width)}
          />
        </nav>
      ) : null}
      <main className="column-main" aria-label="Text" data-region="sheet">
        {children}
      </main>
      {isOpen('inspector') ? (
        <aside
          id="inspector"
          className="column-side"
          aria-label="Side panel"
          data-region="inspector"
          style={{ width: `min(${layout.inspector}px, ${WIDEST_INSPECTOR})` }}
        >
          <Divider
            label="Width of the side panel"
            controls="inspector"
            side="right"
            width={layout.inspector}
            usual={initial.inspector}
            {...limits.inspector}
            onResize={(width) => resize('inspector', width)}
          />
          {inspector}
        </aside>
      ) : null}
    </div>
  );
}
