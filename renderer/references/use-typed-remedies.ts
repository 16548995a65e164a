/** Making typed references live from the list of findings: one, or all that there are. */
import { useMemo } from 'react';
import type { Finding } from '../../shared/checks/finding.ts';
import { convertible } from '../../shared/references/convert.ts';
import type { Remedies } from '../checks/remedies.ts';
import { referencesKey } from '../editor/references/references.ts';
import { notify } from '../ui/toasts.tsx';
import { type Desk, useDesk } from '../writing/desk.ts';

const RULE = 'typed-reference';

export function useTypedRemedies(): Remedies {
  const { editor, findings, readOnly } = useDesk();
  return useMemo(() => remediesFor(editor, findings, readOnly), [editor, findings, readOnly]);
}

function remediesFor(editor: Desk['editor'], findings: readonly Finding[], readOnly: boolean): Remedies {
  /** @param wanted null converts every one. */
  const convert = (wanted: Finding | null) => {
    const sheet = editor.current;
    const references = sheet?.feature(referencesKey);
    if (!sheet || !references) return;
    const found = convertible(sheet.current(), references.targets()).filter(
      ({ blockId, start, cell }) =>
        wanted === null ||
        (blockId === wanted.blockId &&
          start === wanted.place?.start &&
          cell?.row === wanted.place.cell?.row &&
          cell?.column === wanted.place.cell?.column),
    );
    const done = references.convert(found);
    sheet.flush();
    if (done === 0) notify({ tone: 'info', title: 'Nothing converted: the words have changed.' });
  };
  const offered = readOnly ? [] : findings.filter(({ rule }) => rule === RULE);
  return {
    of: (finding) =>
      readOnly || finding.rule !== RULE ? null : { label: 'Convert', run: () => convert(finding) },
    all:
      offered.length < 2
        ? []
        : [{ label: `Convert ${offered.length} typed references`, run: () => convert(null) }],
  };
}
