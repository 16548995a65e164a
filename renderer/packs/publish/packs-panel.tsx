import {
  BookOpen,
  CircleCheck,
  Download,
  Ellipsis,
  FileCheck2,
  Hammer,
  Layers,
  PackagePlus,
  ShieldCheck,
  Trash2,
  TriangleAlert,
} from 'lucide-react';
import type { PackSummary } from '../../../shared/contract/pack-calls.ts';
import { keysFor } from '../../app/shortcuts.ts';
import { dateAndTime, exactDate, shortDate } from '../../library/dates.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { sizeWords } from '../words.ts';
import { audienceName, byBuild, kindWords, type PackGroup } from './packs-model.ts';
import type { Packs } from './use-packs.tsx';

/** What was built and published when, newest first, and what can be done with it. */
export function PacksPanel({ packs }: { readonly packs: Packs }) {
  const list = packs.list ?? [];
  const drafts = byBuild(list.filter(({ publishedAt }) => publishedAt === null));
  const published = byBuild(list.filter(({ publishedAt }) => publishedAt !== null));
  if (packs.list !== null && list.length === 0) {
    return (
      <>
        <RefusedPack packs={packs} />
        <div className="empty">
          <h2>No pack has been built</h2>
          <p>
            A pack is the front sheet and all papers in one PDF, with continuous page numbers, stamps,
            bookmarks and links; the public one without what is exempt.
          </p>
          <div className="actions">
            <Button look="outlined" onPress={packs.askBuild}>
              Build the pack…
            </Button>
          </div>
        </div>
      </>
    );
  }
  return (
    <div className="packs-panel">
      <RefusedPack packs={packs} />
      {drafts.length > 0 ? (
        <section aria-labelledby="drafts-heading">
          <h2 id="drafts-heading" className="panel-heading">
            Drafts
          </h2>
          {drafts.map((group) => (
            <Group key={group.id} group={group} packs={packs} />
          ))}
        </section>
      ) : null}
      {published.length > 0 ? (
        <section aria-labelledby="published-heading">
          <h2 id="published-heading" className="panel-heading">
            Published
          </h2>
          {published.map((group) => (
            <Group key={group.id} group={group} packs={packs} />
          ))}
        </section>
      ) : null}
      <div className="panel-buttons">
        <Button onPress={packs.askBuild}>
          <Hammer size={14} aria-hidden /> Build the pack… <kbd>{keysFor('meeting-build')}</kbd>
        </Button>
        {published.length > 0 ? (
          <>
            <Button onPress={packs.askSupplement}>
              <PackagePlus size={14} aria-hidden /> Supplement…
            </Button>
            <Button onPress={packs.buildConsolidated}>
              <Layers size={14} aria-hidden /> Consolidated pack
            </Button>
          </>
        ) : null}
      </div>
    </div>
  );
}

function RefusedPack({ packs }: { readonly packs: Packs }) {
  const { refusal } = packs;
  if (refusal === null) return null;
  const places = refusal.places === 1 ? 'one place' : `${refusal.places} places`;
  return (
    <section aria-label="Refused" className="pack-group refused-pack">
      <header>
        <strong>Public copy refused</strong>
        <time dateTime={refusal.at} title={exactDate(refusal.at)}>
          {shortDate(refusal.at, new Date())}
        </time>
      </header>
      <p>It would have shown exempt words in {places}.</p>
      <div className="pack-group-foot">
        <Button look="outlined" onPress={packs.readRefusal}>
          Where…
        </Button>
        <Button look="outlined" onPress={packs.saveRefusal}>
          Save the report…
        </Button>
      </div>
    </section>
  );
}

function Group({
  group: { first, packs: own },
  packs,
}: {
  readonly group: PackGroup;
  readonly packs: Packs;
}) {
  const { publishedAt, builtAt, outdated } = first;
  return (
    <article className="pack-group" data-published={publishedAt !== null}>
      <header>
        <strong>{kindWords(first)}</strong>
        {publishedAt === null ? (
          <time dateTime={builtAt} title={exactDate(builtAt)}>
            Built {shortDate(builtAt, new Date())}
          </time>
        ) : (
          <time dateTime={publishedAt} title={exactDate(publishedAt)}>
            <CircleCheck size={12} aria-hidden /> {dateAndTime(publishedAt)}
          </time>
        )}
      </header>
      <ul>
        {own.map((pack) => (
          <PackRow key={pack.id} pack={pack} packs={packs} />
        ))}
      </ul>
      {outdated === null ? null : (
        <p className="pack-outdated">
          <TriangleAlert size={13} aria-hidden /> {outdated}
        </p>
      )}
      {publishedAt === null ? (
        <div className="pack-group-foot">
          {outdated === null ? (
            <Button look="primary" onPress={() => packs.askPublish(first)}>
              Publish…
            </Button>
          ) : (
            <Button look="outlined" onPress={packs.askBuild}>
              Build again…
            </Button>
          )}
        </div>
      ) : null}
    </article>
  );
}

function PackRow({ pack, packs }: { readonly pack: PackSummary; readonly packs: Packs }) {
  const { audience, pages, bytes, proved, proofLimits, notices, sha256 } = pack;
  const name = `${audienceName(pack)} ${kindWords(pack).toLowerCase()}`;
  return (
    <li className="pack-row">
      <span className="pack-row-words">
        <span>{audienceName(pack)}</span>
        <span className="quiet" title={`SHA-256 ${sha256}`}>
          {pages} {pages === 1 ? 'page' : 'pages'}, {sizeWords(bytes)}
        </span>
        {audience === 'public' && proved ? (
          <span className="pack-proved">
            <ShieldCheck size={12} aria-hidden />{' '}
            {proofLimits.length === 0
              ? 'Searched: no exempt words'
              : 'Searched: no exempt words where it could be read'}
          </span>
        ) : null}
        {proofLimits.length > 0 ? (
          <details className="pack-notices">
            <summary>What to look at yourself before you publish</summary>
            <ul>
              {proofLimits.map((limit) => (
                <li key={limit}>{limit}</li>
              ))}
            </ul>
          </details>
        ) : null}
        {notices.length > 0 ? (
          <details className="pack-notices">
            <summary>{notices.length === 1 ? 'One thing' : `${notices.length} things`} to know</summary>
            <ul>
              {notices.map((notice) => (
                <li key={notice}>{notice}</li>
              ))}
            </ul>
          </details>
        ) : null}
      </span>
      <IconButton label={`Read the ${name.toLowerCase()}`} onPress={() => packs.read(pack)}>
        <BookOpen size={16} aria-hidden />
      </IconButton>
      <IconButton label={`Save the ${name.toLowerCase()}…`} onPress={() => packs.saveAs(pack)}>
        <Download size={16} aria-hidden />
      </IconButton>
      <Menu
        label={`Actions for the ${name.toLowerCase()}`}
        placement="bottom end"
        trigger={
          <IconButton label={`Actions for the ${name.toLowerCase()}`}>
            <Ellipsis size={16} aria-hidden />
          </IconButton>
        }
      >
        <MenuItem
          label="Save as…"
          icon={<Download size={14} aria-hidden />}
          onAction={() => packs.saveAs(pack)}
        />
        {proved ? (
          <MenuItem
            label="Save the proof that nothing exempt is in it…"
            icon={<FileCheck2 size={14} aria-hidden />}
            onAction={() => packs.saveProof(pack)}
          />
        ) : null}
        {pack.publishedAt === null ? (
          <>
            <MenuSeparator />
            <MenuItem
              label="Discard the draft"
              icon={<Trash2 size={14} aria-hidden />}
              onAction={() => packs.discard(pack)}
            />
          </>
        ) : null}
      </Menu>
    </li>
  );
}
