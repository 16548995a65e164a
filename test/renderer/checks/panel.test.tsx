import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ChecksPanel } from '../../../renderer/checks/panel.tsx';
import { report } from '../../shared/checks/builder.ts';

const shown = (checked: boolean) =>
  renderToStaticMarkup(
    <ChecksPanel
      findings={[]}
      checked={checked}
      document={report()}
      numbers={new Map()}
      onGoTo={() => {}}
      remedies={{ all: [], of: () => null }}
    />,
  );

test('until the first check is done, the panel does not say that nothing was found', () => {
  expect(shown(false)).toContain('Checking');
  expect(shown(false)).not.toContain('Nothing found');
  expect(shown(true)).toContain('Nothing found');
});
