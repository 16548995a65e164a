import { Plus } from 'lucide-react';
import { type ReactElement, type RefObject, useMemo } from 'react';
import { Collection, type Key, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import { Button } from '../../../ui/button.tsx';
import { type AgendaNode, nodesOf } from '../../agenda/nodes.ts';
import { useAgendaDesk } from '../desk.ts';
import type { PaperAdding } from '../use-adding-papers.tsx';
import type { AgendaActions } from '../use-agenda-actions.ts';
import { ItemRow } from './item-row.tsx';
import { PaperRow } from './paper-row.tsx';
import { useOutlineDragging } from './use-outline-dragging.ts';
import { useOutlineKeys } from './use-outline-keys.ts';

interface Props {
  readonly tree: RefObject<HTMLDivElement | null>;
  readonly actions: AgendaActions;
  readonly adding: PaperAdding;
  readonly onOpenPaper: (paperId: string) => void;
}

/** The agenda: items with their numbers, sub-items and papers, written and moved in place. */
export function AgendaOutline({ tree, actions, adding, onOpenPaper }: Props) {
  const desk = useAgendaDesk();
  const { session, chosen, collapsed, setCollapsed, choose, edit } = desk;
  const { items, kind } = session.meeting;
  const isMinisterial = kind === 'ministerial';
  const nodes = useMemo(() => nodesOf(items), [items]);
  const expanded = useMemo(() => withChildren(nodes).filter((id) => !collapsed.has(id)), [nodes, collapsed]);
  const { dragAndDropHooks, refusal } = useOutlineDragging(adding);
  const onKeyDown = useOutlineKeys({ actions, nodes, onOpenPaper });
  const kinds = useMemo(() => kindsOf(nodes), [nodes]);

  const onAction = (key: Key) => {
    const id = String(key);
    if (kinds.get(id) === 'paper') onOpenPaper(id);
    else edit(id);
  };
  const renderRow = (node: AgendaNode): ReactElement => (
    <TreeItem
      id={node.id}
      textValue={node.title === '' ? 'Untitled' : node.title}
      className={`agenda-row of-${node.is}`}
    >
      <TreeItemContent>
        {({ level, isExpanded, hasChildItems }) =>
          node.is === 'item' ? (
            <ItemRow
              id={node.id}
              level={level}
              open={hasChildItems ? isExpanded : null}
              actions={actions}
              adding={adding}
            />
          ) : (
            <PaperRow id={node.id} level={level} actions={actions} adding={adding} onOpen={onOpenPaper} />
          )
        }
      </TreeItemContent>
      <Collection items={node.children}>{renderRow}</Collection>
    </TreeItem>
  );
  return (
    <div className="agenda">
      <div className="agenda-tree" onKeyDownCapture={onKeyDown}>
        {nodes.length === 0 ? (
          <div className="empty">
            <h2>{isMinisterial ? 'The running order is empty' : 'The agenda is empty'}</h2>
            <p>
              Write the first item and press Enter for the next; Tab makes a sub-item. Or drop{' '}
              {isMinisterial ? 'briefs and annexes' : 'the reports of the meeting'} here: each becomes an
              item.
            </p>
            <div className="actions">
              <Button look="outlined" onPress={() => actions.addItem(null)}>
                Add item
              </Button>
              <Button look="outlined" onPress={() => adding.files(null)}>
                Add files…
              </Button>
              <Button look="outlined" onPress={actions.addUsualItems}>
                {isMinisterial ? 'Begin with the usual parts' : 'Begin with the usual items'}
              </Button>
            </div>
          </div>
        ) : null}
        <Tree
          ref={tree}
          aria-label="Agenda"
          className="agenda-rows"
          items={nodes}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={chosen === null ? [] : [chosen]}
          onSelectionChange={(keys) => choose(keys === 'all' ? null : ([...keys].map(String)[0] ?? null))}
          expandedKeys={expanded}
          onExpandedChange={(keys) => {
            const open = new Set([...keys].map(String));
            setCollapsed(new Set(withChildren(nodes).filter((id) => !open.has(id))));
          }}
          onAction={onAction}
          dragAndDropHooks={dragAndDropHooks}
        >
          {renderRow}
        </Tree>
      </div>
      {nodes.length > 0 ? (
        <div className="agenda-foot">
          <Button onPress={() => actions.addItem(nodes.at(-1)?.id ?? null)}>
            <Plus size={14} aria-hidden /> Add item
          </Button>
          <p role="status" className="problem">
            {refusal}
          </p>
        </div>
      ) : null}
    </div>
  );
}

function withChildren(nodes: readonly AgendaNode[]): string[] {
  return nodes.flatMap(({ id, children }) => (children.length === 0 ? [] : [id, ...withChildren(children)]));
}

function kindsOf(nodes: readonly AgendaNode[]): ReadonlyMap<string, AgendaNode['is']> {
  const kinds = new Map<string, AgendaNode['is']>();
  const collect = (list: readonly AgendaNode[]) => {
    for (const node of list) {
      kinds.set(node.id, node.is);
      collect(node.children);
    }
  };
  collect(nodes);
  return kinds;
}
