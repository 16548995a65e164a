/** How the PDF is made. Standard, contents and line numbers are remembered; a mark as a draft is not. */
import type { DocumentKind } from '../../shared/document/schema.ts';
import type { PdfChoice } from '../../shared/print/pdf-choice.ts';
import { Segmented } from '../ui/segmented.tsx';
import { Check } from './check.tsx';
import { pdfChoices } from './pdf-choice.ts';

const standards: Readonly<Record<PdfChoice['standard'], string>> = {
  'ua-1': 'For readers',
  'a-2a': 'For the archive',
};
const standardHelp: Readonly<Record<PdfChoice['standard'], string>> = {
  'ua-1': 'PDF/UA-1: accessible to everybody.',
  'a-2a': 'PDF/A-2a and PDF/UA-1: accessible, and readable in fifty years. It bears the day it was made.',
};
const contents: Readonly<Record<PdfChoice['contents'], string>> = {
  auto: 'In long reports',
  with: 'Always',
  without: 'Never',
};

interface Props {
  readonly kind: DocumentKind;
  /** A speaking copy has no contents. */
  readonly speaking: boolean;
}

export function PdfOptions({ kind, speaking }: Props) {
  const choice = pdfChoices.use(kind);
  const change = (part: Partial<PdfChoice>) => pdfChoices.choose(kind, { ...choice, ...part });
  return (
    <>
      <Segmented
        label="Standard"
        value={choice.standard}
        options={standards}
        onChange={(standard) => change({ standard })}
      />
      <p className="quiet export-help" aria-live="polite">
        {standardHelp[choice.standard]}
      </p>
      {speaking ? null : (
        <Segmented
          label="Contents"
          value={choice.contents}
          options={contents}
          onChange={(chosen) => change({ contents: chosen })}
        />
      )}
      <Check isSelected={choice.lineNumbers} onChange={(lineNumbers) => change({ lineNumbers })}>
        Number the lines of each page
      </Check>
      <Check isSelected={choice.draftMark} onChange={(draftMark) => change({ draftMark })}>
        Mark every page as a draft, until the window is closed
      </Check>
    </>
  );
}
