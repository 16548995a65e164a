import {
  Bookmark,
  Ellipsis,
  FileCheck,
  FileText,
  ListChecks,
  Lock,
  RotateCcw,
  ScrollText,
  Trash2,
} from 'lucide-react';
import type { KeyboardEvent, ReactElement } from 'react';
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components';
import type { DocumentSummary } from '../../shared/contract/calls.ts';
import { useSettings } from '../settings/settings.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { exactDate, shortDate } from './dates.ts';
import { kindNames, type ToLook, titleFor } from './list-model.ts';

/** In pixels, as `--row` in tokens.css. */
const rowSizes = { comfortable: 40, compact: 32 };
const kindIcons = { briefing: FileText, report: ScrollText, submission: FileCheck };

interface RowsProps {
  readonly label: string;
  readonly documents: readonly DocumentSummary[];
  /** What the rows show beside their documents. */
  readonly beside?: unknown;
  /** Enter, or a click. */
  readonly onAction: (document: DocumentSummary) => void;
  readonly onDelete?: (document: DocumentSummary) => void;
  readonly children: (document: DocumentSummary) => ReactElement;
}

/** A list that draws only the rows in sight, however many documents there are. */
function Rows({ label, documents, beside, onAction, onDelete, children }: RowsProps) {
  const { density } = useSettings();
  const byId = (id: unknown) => documents.find((document) => document.id === id);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Delete' || !onDelete || !(event.target instanceof Element)) return;
    const document = byId(event.target.closest('[data-key]')?.getAttribute('data-key'));
    if (!document) return;
    event.preventDefault();
    onDelete(document);
  };
  return (
    <div className="document-list" onKeyDownCapture={onKeyDown}>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: rowSizes[density], padding: 8 }}>
        <GridList
          aria-label={label}
          items={documents}
          dependencies={[beside]}
          onAction={(id) => {
            const document = byId(id);
            if (document) onAction(document);
          }}
        >
          {children}
        </GridList>
      </Virtualizer>
    </div>
  );
}

interface Props {
  readonly label: string;
  readonly documents: readonly DocumentSummary[];
  readonly toLook: ToLook;
  readonly onOpen: (document: DocumentSummary) => void;
  readonly onRemove: (document: DocumentSummary) => void;
}

export function DocumentList({ label, documents, toLook, onOpen, onRemove }: Props) {
  const now = new Date();
  return (
    <Rows label={label} documents={documents} beside={toLook} onAction={onOpen} onDelete={onRemove}>
      {(document) => (
        <GridListItem id={document.id} textValue={titleFor(document)} className="document-row">
          <KindAndTitle document={document} />
          <span className="document-chips">
            <ToLookAt count={toLook.get(document.id) ?? 0} />
            <State document={document} />
            {document.marking ? (
              <span className="chip marking">{document.marking.classification}</span>
            ) : (
              <span className="chip absent">No marking</span>
            )}
          </span>
          <Updated document={document} now={now} />
          <Menu
            label={`Actions for ${titleFor(document)}`}
            placement="bottom end"
            trigger={
              <IconButton label={`Actions for ${titleFor(document)}`}>
                <Ellipsis size={16} aria-hidden />
              </IconButton>
            }
          >
            <MenuItem label="Open" shortcut="Enter" onAction={() => onOpen(document)} />
            <MenuItem
              label="Move to the bin"
              shortcut="Delete"
              icon={<Trash2 size={14} aria-hidden />}
              onAction={() => onRemove(document)}
            />
          </Menu>
        </GridListItem>
      )}
    </Rows>
  );
}

interface BinProps {
  readonly documents: readonly DocumentSummary[];
  readonly onRestore: (document: DocumentSummary) => void;
}

/** Removed documents; Enter puts one back. */
export function BinList({ documents, onRestore }: BinProps) {
  const now = new Date();
  return (
    <Rows label="Documents in the bin" documents={documents} onAction={onRestore}>
      {(document) => (
        <GridListItem id={document.id} textValue={titleFor(document)} className="document-row removed">
          <KindAndTitle document={document} />
          <Updated document={document} now={now} />
          <Button onPress={() => onRestore(document)}>
            <RotateCcw size={14} aria-hidden /> Restore
          </Button>
        </GridListItem>
      )}
    </Rows>
  );
}

function KindAndTitle({ document }: { document: DocumentSummary }) {
  const Icon = kindIcons[document.kind];
  return (
    <span className="document-name">
      <Icon size={16} aria-hidden />
      <span className="visually-hidden">{kindNames[document.kind]}: </span>
      <span className="document-title">{titleFor(document)}</span>
      {document.subtitle ? <span className="document-subtitle">{document.subtitle}</span> : null}
    </span>
  );
}

/** How many of its points rest on a source that has changed since somebody looked. */
function ToLookAt({ count }: { count: number }) {
  if (count === 0) return null;
  const title = `${count === 1 ? 'A source it cites has' : 'Sources it cites have'} changed since somebody looked`;
  return (
    <span className="chip attention" title={title}>
      <Bookmark size={12} aria-hidden /> {count.toLocaleString('en-GB')} to look at
    </span>
  );
}

/** What somebody should know before opening it; nothing for most. */
function State({ document }: { document: DocumentSummary }) {
  if (document.readOnly) {
    return (
      <span className="chip" title="Written by a newer version of Despatch">
        <Lock size={12} aria-hidden /> Read only
      </span>
    );
  }
  if (document.pendingImportRows === 0) return null;
  return (
    <span className="chip attention">
      <ListChecks size={12} aria-hidden /> {document.pendingImportRows} to review
    </span>
  );
}

function Updated({ document, now }: { document: DocumentSummary; now: Date }) {
  return (
    <time className="document-date" dateTime={document.updatedAt} title={exactDate(document.updatedAt)}>
      {shortDate(document.updatedAt, now)}
    </time>
  );
}
