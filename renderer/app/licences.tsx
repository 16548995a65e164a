/** Whose work is in Despatch, on terms that ask to be shown. */
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

interface Work {
  readonly name: string;
  readonly use: string;
  readonly owner: string;
  readonly licence: string;
  /** Addresses to read, not links: the window opens no page of the web. */
  readonly address: string;
}

const works: readonly Work[] = [
  {
    name: 'Citeproc-js',
    use: 'Writes citations and lists of references in the style chosen',
    owner: 'Copyright © 2009–2019 Frank Bennett',
    licence: 'Common Public Attribution License, version 1.0',
    address: 'https://github.com/juris-m/citeproc-js',
  },
  {
    name: 'Citation styles Harvard and OSCOLA, and the British terms',
    use: 'Citation Style Language project; the authors are named in each file. Unchanged',
    owner: 'Copyright © the authors of the styles',
    licence: 'Creative Commons Attribution-ShareAlike 3.0 Unported',
    address: 'https://citationstyles.org',
  },
  {
    name: 'Arimo',
    use: 'The typeface of exported pages',
    owner: 'Copyright © 2026 The Arimo Project Authors',
    licence: 'SIL Open Font License, version 1.1',
    address: 'https://github.com/googlefonts/arimo',
  },
];

export function Licences({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      title="Licences"
      width={600}
      scrolls
      onClose={onClose}
      actions={
        <Button look="primary" onPress={onClose} autoFocus>
          Close
        </Button>
      }
    >
      <p className="quiet">Despatch contains works of others on terms that ask to be shown.</p>
      {works.map(({ name, use, owner, licence, address }) => (
        <section key={name} className="licence">
          <h3>{name}</h3>
          <p className="quiet">{use}.</p>
          <p>{owner}</p>
          <p>{licence}</p>
          <p className="quiet licence-address">{address}</p>
        </section>
      ))}
    </Dialog>
  );
}
