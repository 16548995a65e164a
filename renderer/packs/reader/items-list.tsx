import { type ContentsRow, rowAt } from './contents.ts';

interface Props {
  readonly rows: readonly ContentsRow[];
  readonly page: number;
  readonly onPage: (page: number) => void;
}

export function ItemsList({ rows, page, onPage }: Props) {
  const here = rowAt(rows, page);
  return (
    <ul className="reader-contents">
      {rows.map((row, at) => (
        <li key={row.id}>
          <button
            type="button"
            className={row.isPaper ? 'pack-paper' : 'pack-item'}
            aria-current={at === here ? 'location' : undefined}
            disabled={row.page === null}
            style={{ paddingInlineStart: 12 + 16 * Math.min(row.depth, 6) }}
            onClick={() => row.page !== null && onPage(row.page)}
          >
            <span>
              {row.number === '' ? null : <span className="tabular pack-item-number">{row.number} </span>}
              {row.title}
              {row.withheld ? <span className="quiet"> (not for publication)</span> : null}
            </span>
            <span className="tabular quiet">{row.pages}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
