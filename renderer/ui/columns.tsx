import { type ReactNode, useMemo } from 'react';
import * as z from 'zod';
import { Divider } from './divider.tsx';
import { useRemembered } from './remembered.ts';

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
type Widths = Readonly<Record<SideColumn, number>>;

export interface ColumnsState {
  readonly layout: Layout;
  readonly usual: Widths;
  isOpen(column: SideColumn): boolean;
  open(column: SideColumn): void;
  toggle(column: SideColumn): void;
  resize(column: SideColumn, width: number): void;
}

/**
 * @param name under which this window remembers them.
 * @param usual keep it the same object.
 */
export function useColumns(name: string, usual: Widths): ColumnsState {
  const [layout, setLayout] = useRemembered<Layout>(name, layoutSchema, { ...usual, closed: [] });
  return useMemo(
    () => ({
      layout,
      usual,
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
    [layout, usual, setLayout],
  );
}

interface Props {
  readonly state: ColumnsState;
  /** What the parts are, for screen readers. */
  readonly names: Readonly<Record<SideColumn | 'sheet', string>>;
  readonly navigator: ReactNode;
  readonly inspector: ReactNode;
  /** What stands in the middle. */
  readonly children: ReactNode;
}

/** The landmarks of a screen, side by side. */
export function Columns({ state, names, navigator, inspector, children }: Props) {
  const { layout, usual, isOpen, resize } = state;
  return (
    <div className="columns">
      {isOpen('navigator') ? (
        <nav
          id="navigator"
          className="column-side"
          aria-label={names.navigator}
          data-region="navigator"
          style={{ width: layout.navigator }}
        >
          {navigator}
          <Divider
            label={`Width of the ${names.navigator.toLowerCase()}`}
            controls="navigator"
            side="left"
            width={layout.navigator}
            usual={usual.navigator}
            {...limits.navigator}
            onResize={(width) => resize('navigator', width)}
          />
        </nav>
      ) : null}
      <main className="column-main" aria-label={names.sheet} data-region="sheet">
        {children}
      </main>
      {isOpen('inspector') ? (
        <aside
          id="inspector"
          className="column-side"
          aria-label={names.inspector}
          data-region="inspector"
          style={{ width: `min(${layout.inspector}px, ${WIDEST_INSPECTOR})` }}
        >
          <Divider
            label={`Width of the ${names.inspector.toLowerCase()}`}
            controls="inspector"
            side="right"
            width={layout.inspector}
            usual={usual.inspector}
            {...limits.inspector}
            onResize={(width) => resize('inspector', width)}
          />
          {inspector}
        </aside>
      ) : null}
    </div>
  );
}
