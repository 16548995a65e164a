import { useState } from 'react';
import type { LineBody, LineVersion, StandingLine } from '../../../shared/lines/line.ts';
import { saidByLine, spelledOut } from '../../../shared/lines/said.ts';
import { notifyFailure } from '../../app/failures.ts';
import { exactDate } from '../../library/dates.ts';
import { Button } from '../../ui/button.tsx';
import { Changes } from '../changes.tsx';

interface Props {
  readonly line: StandingLine;
  /** The present one first. */
  readonly versions: readonly LineVersion[];
  readonly onPut: (body: LineBody, revision: number) => Promise<StandingLine>;
}

/** What a line has said, by whom and when, each against the one before it. */
export function Versions({ line, versions, onPut }: Props) {
  const [busy, setBusy] = useState(false);
  const putBack = async ({ content, citations, details }: LineVersion) => {
    setBusy(true);
    try {
      const { kind, title, tags } = line;
      await onPut({ kind, title, tags, content, citations, details }, line.revision);
    } catch (thrown) {
      notifyFailure(thrown);
    }
    setBusy(false);
  };
  return (
    <ul className="line-versions" aria-label="Versions">
      {versions.map((version, at) => {
        const before = versions[at + 1];
        const text = spelledOut(saidByLine(version));
        return (
          <li key={version.version}>
            <div className="line-version-head">
              <span>
                Version {version.version}
                {version.author === '' ? '' : `, ${version.author}`}, {exactDate(version.at)}
              </span>
              {version.version === line.version ? null : (
                <Button look="link" isDisabled={busy} onPress={() => void putBack(version)}>
                  Say this again
                </Button>
              )}
            </div>
            {before ? (
              <Changes before={spelledOut(saidByLine(before))} after={text} />
            ) : (
              <p className="line-words">{text}</p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
