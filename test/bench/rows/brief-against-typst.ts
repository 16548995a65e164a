import path from 'node:path';
import { theCompiler } from '../../../electron/library/export/pdf/compiler.ts';
import { renderPdf } from '../../../electron/library/export/pdf/index.ts';
import { layOut } from '../../../electron/library/export/pdf/layout.ts';
import { resourcesFolder } from '../../../electron/paths.ts';
import { printDocument } from '../../../shared/print/model.ts';
import { reportDocument } from '../generate.ts';
import { type Bench, compare, timed } from '../row.ts';

const PAGES = 10;
const name = 'brief-against-typst';

/** From the document to the bytes, against Typst alone on the same template, data and fonts. */
export const bench: Bench = {
  name,
  measure: async () => {
    const document = { ...reportDocument(PAGES), kind: 'briefing' as const };
    const typst = await theCompiler();
    const data = JSON.stringify(layOut(printDocument(document)));
    const bare = () => {
      const compiled = typst.compile({
        mainFilePath: path.join(resourcesFolder(), 'templates', 'briefing.typ'),
        inputs: { data },
      });
      if (!compiled.result) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics));
      typst.pdf(compiled.result, { pdfStandard: 'ua-1' });
      typst.evictCache(0);
    };
    return compare(
      { name, unit: 'ms', limit: 1.5, against: `bare Typst, the same ${PAGES} pages` },
      9,
      () => timed(() => renderPdf(printDocument(document))),
      () => timed(bare),
    );
  },
};
