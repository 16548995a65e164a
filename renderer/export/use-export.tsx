/** Export: findings first, then the native dialog, then everything typed to disk, then the file. */
import { type ReactNode, useRef, useState } from 'react';
import * as z from 'zod';
import { accessibilityRules } from '../../shared/checks/accessibility.ts';
import type { Finding } from '../../shared/checks/finding.ts';
import { toErrorData } from '../../shared/contract/errors.ts';
import type { DocumentKind } from '../../shared/document/schema.ts';
import { notifyError, notifyFailure } from '../app/failures.ts';
import { useServices } from '../app/services.ts';
import { useRemembered } from '../ui/remembered.ts';
import { notify } from '../ui/toasts.tsx';
import { fileNameOf, notForPublication } from './copies.ts';
import { evidenceChoices, quoteNoHigher } from './evidence-choice.ts';
import { ExportDialog, type Wanted } from './export-dialog.tsx';
import { FindingsDialog } from './findings-dialog.tsx';
import { type ExportFormat, formatNames } from './formats.ts';
import { pdfChoices } from './pdf-choice.ts';

export interface ExportJob {
  readonly fileName: string;
  /** 0 to 1. */
  readonly done: number;
  readonly label: string;
  cancel(): void;
}

interface Options {
  readonly documentId: string;
  readonly kind: DocumentKind;
  /** Whether the document cites any source. */
  citing(): boolean;
  /** Whether anything of it is exempt. */
  withholds(): boolean;
  readonly title: string;
  readonly readOnly: boolean;
  /** Checks what stands on the sheet now: what the side panel shows may be of before the last words. */
  check(): Promise<readonly Finding[]>;
  /** What each block is called: "Paragraph 12". */
  places(): ReadonlyMap<string, string>;
  readonly onShowFindings: () => void;
  /** Goes to a block of the document. */
  readonly onGoTo: (blockId: string) => void;
  /** Puts everything typed on disk, because that is what is exported. */
  flush(): Promise<void>;
}

interface Asking {
  readonly wanted: Wanted;
  readonly told: readonly Finding[];
  readonly places: ReadonlyMap<string, string>;
}

export interface Exporting {
  readonly job: ExportJob | null;
  readonly dialog: ReactNode;
  /** @param comments whether they leave with a Word file; otherwise never. */
  start(format: ExportFormat, comments?: 'with comments'): void;
  /** Asks how first. */
  ask(): void;
}

/** What is said before a format is written: errors, and of a PDF whatever stands between it and a reader. */
function toldBefore(format: ExportFormat, findings: readonly Finding[]): readonly Finding[] {
  const isError = ({ severity }: Finding) => severity === 'error';
  const bars = ({ rule, severity }: Finding) => accessibilityRules.has(rule) && severity !== 'note';
  const first = findings.filter(isError);
  return format === 'docx' ? first : [...first, ...findings.filter((one) => !isError(one) && bars(one))];
}

export function useExport(options: Options): Exporting {
  const {
    documentId,
    kind,
    citing,
    withholds,
    title,
    readOnly,
    check,
    places,
    flush,
    onShowFindings,
    onGoTo,
  } = options;
  const { client, desktop } = useServices();
  const [choosing, setChoosing] = useState<{ citing: boolean; withholds: boolean } | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const checking = useRef(false);
  const [last, setLast] = useRemembered<ExportFormat>('export-format', z.enum(['docx', 'pdf']), 'docx');
  const [job, setJob] = useState<ExportJob | null>(null);

  const write = async ({ format, comments, copy, keepProof }: Wanted) => {
    const name = fileNameOf(title, copy, withholds());
    const file = await desktop.chooseExportFile(format, name);
    if (!file) return;
    const report = keepProof ? await desktop.chooseMeetingTarget('proof', `${name}, proof`) : null;
    if (keepProof && !report) return;
    const abort = new AbortController();
    const show = (done: number, label: string) =>
      setJob({ fileName: file.name, done, label, cancel: () => abort.abort() });
    show(0, `Exporting ${file.name}`);
    try {
      await flush();
      const written = await client.call(
        'documents.export',
        {
          documentId,
          format,
          comments,
          speaking: copy === 'speaking',
          ...(copy === 'public' ? { public: { proof: report?.grant ?? null } } : {}),
          evidence: evidenceChoices.of(kind),
          ...(format === 'pdf' ? { pdf: pdfChoices.of(kind) } : {}),
          grant: file.grant,
        },
        { signal: abort.signal, onProgress: show },
      );
      const open = (how: 'open' | 'reveal') =>
        void desktop
          .openExported(file.grant, how)
          .then((error) => error && notifyError(error))
          .catch(notifyFailure);
      notify({
        tone: 'done',
        title: `Exported ${written.fileName}`,
        body: [
          `${formatNames[format]}${comments ? ' with comments' : ''}, ${Math.max(1, Math.round(written.bytes / 1000))} kB`,
          ...(withholds() && copy !== 'public' ? [notForPublication] : []),
          ...written.notices,
        ].join('. '),
        actions: [
          { label: 'Open', run: () => open('open') },
          { label: 'Show in folder', run: () => open('reveal') },
        ],
      });
    } finally {
      setJob(null);
      quoteNoHigher(kind);
    }
  };
  const run = (wanted: Wanted) => {
    setAsking(null);
    write(wanted).catch((thrown: unknown) => {
      const error = toErrorData(thrown);
      const blockId = error.code === 'pack.leak' ? error.details['blockId'] : undefined;
      const action = { label: 'Go to the exempt passage', run: () => onGoTo(String(blockId)) };
      notifyError(error, blockId === undefined ? [] : [action]);
    });
  };

  /** Whether an export can begin; says why not. */
  const isFree = (): boolean => {
    if (readOnly) {
      notify({
        tone: 'info',
        title: 'A read-only document cannot be exported',
        body: 'This version of Despatch does not know all of its parts, and would leave them out.',
      });
    } else if (job !== null) notify({ tone: 'info', title: 'An export is already under way' });
    return !readOnly && job === null && !checking.current;
  };
  const begin = async (wanted: Wanted) => {
    setLast(() => wanted.format);
    checking.current = true;
    try {
      const told = toldBefore(wanted.format, await check());
      if (told.length > 0) setAsking({ wanted, told, places: places() });
      else run(wanted);
    } finally {
      checking.current = false;
    }
  };

  return {
    job,
    start(format, comments) {
      if (!isFree()) return;
      void begin({ format, comments: comments !== undefined, copy: 'whole', keepProof: false });
    },
    ask() {
      if (isFree()) setChoosing({ citing: citing(), withholds: withholds() });
    },
    dialog: choosing ? (
      <ExportDialog
        kind={kind}
        citing={choosing.citing}
        withholds={choosing.withholds}
        format={last}
        onExport={(wanted) => {
          setChoosing(null);
          void begin(wanted);
        }}
        onClose={() => {
          setChoosing(null);
          quoteNoHigher(kind);
        }}
      />
    ) : asking ? (
      <FindingsDialog
        format={formatNames[asking.wanted.format]}
        findings={asking.told}
        places={asking.places}
        onGoTo={(blockId) => {
          setAsking(null);
          onGoTo(blockId);
        }}
        onExport={() => run(asking.wanted)}
        onShow={() => {
          setAsking(null);
          onShowFindings();
        }}
        onClose={() => setAsking(null)}
      />
    ) : null,
  };
}
