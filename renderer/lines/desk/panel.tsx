import '../lines.css';
import { Repeat2 } from 'lucide-react';
import { type LineStanding, lineStandings } from '../../../shared/lines/standing.ts';
import { Button } from '../../ui/button.tsx';
import { useDesk } from '../../writing/desk.ts';
import { Changes } from '../changes.tsx';
import { type UsedLine, useDeskLines } from './desk-lines.ts';

const standingNames: Readonly<Record<LineStanding, string>> = {
  changed: 'Changed',
  differs: 'Differs',
  same: 'As the line',
  gone: 'Gone',
};

const sentences: Readonly<Record<LineStanding, string>> = {
  changed: 'The line says something else now. Struck out is what stands here, marked is what the line says.',
  differs:
    'These are not the words of the line. Struck out is what the line says, marked is what stands here.',
  same: 'Says what the line says.',
  gone: 'The line is in the bin, or this library does not have it.',
};

/** The Lines tab: the line that the block at the caret is of, and how all of them in the document stand. */
export function LinesPanel() {
  const { focus } = useDesk();
  const { used } = useDeskLines();
  const here = used.find(({ use }) => use.block.id === focus?.ownerId);
  return (
    <div className="desk-lines">
      {here ? (
        <Card key={here.use.block.id} used={here} />
      ) : (
        <p className="desk-lines-quiet">
          {used.length === 0
            ? 'No standing lines here. Insert one with Ctrl+Shift+L, or keep a point as one from its menu.'
            : 'Put the caret in a standing line to see how it differs from the library.'}
        </p>
      )}
      <Overview />
    </div>
  );
}

function Card({ used }: { readonly used: UsedLine }) {
  const { readOnly } = useDesk();
  const { take, keepMine, letGo, putInLibrary } = useDeskLines();
  const { fact, standing, text, lineText, use } = used;
  return (
    <section
      className="desk-line"
      data-standing={standing}
      aria-label={`Standing line: ${fact?.title ?? 'not in this library'}`}
    >
      <div className="desk-line-title">
        <span>{fact?.title ?? 'Not in this library'}</span>
        <Standing standing={standing} />
      </div>
      <p className="line-about">
        {sentences[standing]}
        {fact && fact.version !== use.line.version
          ? ` Taken at version ${use.line.version}; the line is at version ${fact.version}.`
          : ''}
      </p>
      {standing === 'changed' ? <Changes before={text} after={lineText} /> : null}
      {standing === 'differs' ? <Changes before={lineText} after={text} /> : null}
      {readOnly ? null : (
        <div className="desk-line-actions">
          {standing === 'changed' ? (
            <>
              <Button look="outlined" onPress={() => void take(used)}>
                Take the new words
              </Button>
              <Button onPress={() => keepMine(used)}>Keep mine</Button>
            </>
          ) : null}
          {standing === 'differs' ? (
            <>
              <Button look="outlined" onPress={() => void putInLibrary(used)}>
                Put these words into the library
              </Button>
              <Button onPress={() => void take(used)}>Take the line’s words</Button>
            </>
          ) : null}
          <Button onPress={() => letGo(used)}>Let go</Button>
        </div>
      )}
    </section>
  );
}

function Standing({ standing }: { readonly standing: LineStanding }) {
  return (
    <span className={`chip ${standing === 'changed' ? 'attention' : ''}`}>{standingNames[standing]}</span>
  );
}

function Overview() {
  const { goTo } = useDesk();
  const { used } = useDeskLines();
  if (used.length === 0) return null;
  const order = used.toSorted(
    (one, other) => lineStandings.indexOf(one.standing) - lineStandings.indexOf(other.standing),
  );
  return (
    <section aria-labelledby="desk-lines-all">
      <h2 id="desk-lines-all">
        In this document <span className="count">{used.length}</span>
      </h2>
      <ul>
        {order.map(({ use, fact, standing, text }) => (
          <li key={use.block.id}>
            <button type="button" className="desk-line-row" onClick={() => goTo(use.block.id)}>
              <Repeat2 size={13} aria-hidden />
              <span>{fact?.title ?? text}</span>
              <Standing standing={standing} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
