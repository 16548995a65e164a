/** Which references leave, and how a reference manager is to read them. */
import '../../../export/export.css';
import '../../../settings/settings.css';
import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { type ReferenceFormat, referenceFormats } from '../../../../shared/contract/reference-calls.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { count } from '../adding/report-model.ts';

export interface ReferenceScope {
  readonly id: 'selected' | 'shown' | 'all';
  readonly name: string;
  readonly sourceIds: readonly string[];
}

interface Props {
  /** The likeliest first; never empty. */
  readonly scopes: readonly [ReferenceScope, ...ReferenceScope[]];
  readonly onExport: (format: ReferenceFormat, scope: ReferenceScope) => void;
  readonly onClose: () => void;
}

const formats: Readonly<Record<ReferenceFormat, { readonly name: string; readonly help: string }>> = {
  'csl-json': {
    name: 'CSL-JSON',
    help: 'Everything that is known of each, for Zotero and other Despatches.',
  },
  ris: { name: 'RIS', help: 'For EndNote, Mendeley, Zotero and most other reference managers.' },
  bibtex: { name: 'BibTeX', help: 'For LaTeX, JabRef and those who write with them.' },
};

export function ExportReferencesDialog({ scopes, onExport, onClose }: Props) {
  const [format, setFormat] = useState<ReferenceFormat>(referenceFormats[0]);
  const [scopeId, setScopeId] = useState<ReferenceScope['id']>(scopes[0].id);
  const scope = scopes.find(({ id }) => id === scopeId) ?? scopes[0];
  return (
    <Dialog
      title="Export references"
      width={560}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" autoFocus onPress={() => onExport(format, scope)}>
            Export {count(scope.sourceIds.length, 'reference')}…
          </Button>
        </>
      }
    >
      {scopes.length === 1 ? null : (
        <RadioGroup
          className="setting"
          orientation="horizontal"
          value={scope.id}
          onChange={(value) => setScopeId(scopes.find(({ id }) => id === value)?.id ?? scopes[0].id)}
        >
          <Label>Sources</Label>
          <div className="segments">
            {scopes.map(({ id, name, sourceIds }) => (
              <Radio key={id} value={id} className="segment">
                {name} ({sourceIds.length.toLocaleString('en-GB')})
              </Radio>
            ))}
          </div>
        </RadioGroup>
      )}
      <RadioGroup
        className="setting"
        orientation="horizontal"
        value={format}
        onChange={(value) =>
          setFormat(referenceFormats.find((each) => each === value) ?? referenceFormats[0])
        }
      >
        <Label>Format</Label>
        <div className="segments">
          {referenceFormats.map((each) => (
            <Radio key={each} value={each} className="segment">
              {formats[each].name}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <p className="quiet export-help" aria-live="polite">
        {formats[format].help}
      </p>
    </Dialog>
  );
}
