/** Reports that are not there, cannot be read, are promised, or stand in the pack twice. */
import { list } from '../../checks/words.ts';
import { explain } from '../../contract/messages.ts';
import type { CheckedPaper, PackContext, PackRule } from './context.ts';

const gone = new Set([
  'input.notFound',
  'input.vanished',
  'document.notFound',
  'evidence.originalMissing',
  'image.missing',
]);

export const paperMissing: PackRule = {
  name: 'paper-missing',
  *check({ papers }) {
    for (const paper of papers) {
      if (paper.paper.source.type === 'toFollow') continue;
      if (paper.content === null) {
        const message = 'Nobody has looked at this paper yet. Check the pack again when it has been read.';
        yield { severity: 'warning', at: paper, message };
      } else if (paper.content.type === 'failed' && gone.has(paper.content.error.code)) {
        const { what, why } = explain(paper.content.error);
        yield {
          severity: 'error',
          at: paper,
          message: `The paper is missing. ${what} ${why} Add it again, or mark it as to follow.`,
        };
      }
    }
  },
};

export const paperUnreadable: PackRule = {
  name: 'paper-unreadable',
  *check({ papers }) {
    for (const paper of papers) {
      if (paper.content?.type !== 'failed' || gone.has(paper.content.error.code)) continue;
      const { error } = paper.content;
      const { why, next } = explain(error);
      const file = error.details['file'] === undefined ? 'The paper' : `“${error.details['file']}”`;
      // Why a kind of file is no paper comes with the way out: "…; save it as PDF and add that".
      const advice = String(error.details['reason'] ?? '').includes('; save it') ? '' : ` ${next}`;
      yield { severity: 'error', at: paper, message: `${file} cannot go into the pack. ${why}${advice}` };
    }
  },
};

export const paperToFollow: PackRule = {
  name: 'paper-to-follow',
  *check({ papers }) {
    for (const paper of papers) {
      if (paper.paper.source.type !== 'toFollow') continue;
      const message =
        'This paper is still to follow: the front sheet says so. Add it now, or publish it later as a supplement, with the reasons for its lateness.';
      yield { severity: 'warning', at: paper, message };
    }
  },
};

export const itemWithoutPaper: PackRule = {
  name: 'item-without-paper',
  *check({ items }) {
    for (const item of items) {
      if (item.item.purpose !== 'decision' || item.papers.length > 0 || item.below > 0 || item.item.standing)
        continue;
      const message =
        'The item is for decision and has no paper. Add the report, mark it as to follow, or say that the item is for discussion or noting.';
      yield { severity: 'warning', at: item, message };
    }
  },
};

/** What two papers have in common where they are one and the same. */
function identity({ paper, content }: CheckedPaper): string | null {
  if (paper.source.type === 'document') return `document ${paper.source.documentId}`;
  if (content?.type === 'pdf') return content.inspection.sha256;
  if (content?.type === 'document' && content.sha256 !== null) return content.sha256;
  return paper.source.type === 'file' ? paper.source.sha256 : null;
}

export const paperTwice: PackRule = {
  name: 'paper-twice',
  *check({ papers }: PackContext) {
    const same = new Map<string, CheckedPaper[]>();
    for (const paper of papers) {
      const key = identity(paper);
      if (key !== null) same.set(key, [...(same.get(key) ?? []), paper]);
    }
    for (const papersOfOne of same.values()) {
      for (const [at, paper] of papersOfOne.entries()) {
        if (at === 0) continue;
        const others = papersOfOne
          .slice(0, at)
          .map(({ item, paper: { title } }) => `“${title}” at item ${item.number}`);
        const message = `It is the very same file as ${list(others)}. Take one of them out, or add the file that was meant.`;
        yield { severity: 'warning', at: paper, message };
      }
    }
  },
};
