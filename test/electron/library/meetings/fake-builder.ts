/** Stands for the builder where only the keeping of packs is tried: its files are real, their contents are marks. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { PackSource } from '../../../../electron/library/db/packs-repository.ts';
import type { BuildPacks } from '../../../../electron/library/meetings/pack-builder.ts';
import { nextLetter } from '../../../../shared/pack/letters.ts';
import { papersOf } from '../../../../shared/pack/papers-of.ts';

/** @param mark told apart from other builders' files by this. */
export function fakeBuilder({ mark = '' }: { mark?: string } = {}): BuildPacks {
  let built = 0;
  return async (order, context) => {
    const { meeting, audiences, folder, prefix, supplement, published } = order;
    const letter = supplement ? nextLetter(published.flatMap((pack) => pack.letter ?? [])) : null;
    return audiences.map((audience) => {
      context.progress(0.5, audience);
      const words = `%PDF ${audience} ${mark} ${++built} ${JSON.stringify(meeting)}`;
      const file = path.join(folder, `${prefix}${audience}.pdf`);
      writeFileSync(file, words);
      const papers = papersOf(meeting).filter(
        ({ paper }) => supplement === null || supplement.paperIds.includes(paper.id),
      );
      return {
        audience,
        file,
        sha256: createHash('sha256').update(words).digest('hex'),
        bytes: Buffer.byteLength(words),
        letter,
        prefix: '',
        lastNumber: papers.length,
        pages: Math.max(1, papers.length),
        plan: {
          items: [],
          papers: papers.map(({ item, paper }, at) => ({
            paperId: paper.id,
            itemId: item.id,
            title: paper.title,
            appendix: paper.appendix,
            leaves: [at, at] as [number, number],
            numbers: [String(at + 1), String(at + 1)] as [string, string],
            withheld: false,
          })),
          pages: papers.map(({ paper }, at) => ({
            label: String(at + 1),
            paperId: paper.id,
            paperPage: 0,
          })),
        },
        sources: papers.flatMap(({ paper: { id: paperId, source } }): PackSource[] => {
          if (source.type === 'document') return [{ paperId, documentId: source.documentId, revision: 1 }];
          return source.type === 'file' ? [{ paperId, sha256: source.sha256 }] : [];
        }),
        proof: audience === 'public' ? { found: [] } : null,
        notices: [],
      };
    });
  };
}
