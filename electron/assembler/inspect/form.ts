/** Fields, signatures and Adobe's own forms. */
import type { PDFDict } from 'pdf-lib';
import type { Inspection } from '../../../shared/pack/inspection.ts';
import { asDict, entryOf, isTrueAt, itemsAt, nameAt } from '../objects/look.ts';

const MOST_FIELDS = 100_000;

export function formOf(catalog: PDFDict): Pick<Inspection, 'fields' | 'signatures' | 'xfa'> {
  const form = asDict(entryOf(catalog, 'AcroForm'));
  if (form === undefined) return { fields: 0, signatures: 0, xfa: 'none' };
  const hasXfa = entryOf(form, 'XFA') !== undefined;
  const xfa = !hasXfa ? 'none' : isTrueAt(catalog, 'NeedsRendering') ? 'dynamic' : 'static';
  return { ...countFields(form), xfa };
}

/** Fields at the ends of the tree; a signature counts where somebody has signed. */
function countFields(form: PDFDict): { fields: number; signatures: number } {
  let fields = 0;
  let signatures = 0;
  const seen = new Set<PDFDict>();
  const waiting = itemsAt(form, 'Fields').map((value) => ({ value, type: '' }));
  for (let next = waiting.pop(); next && seen.size < MOST_FIELDS; next = waiting.pop()) {
    const field = asDict(next.value);
    if (field === undefined || seen.has(field)) continue;
    seen.add(field);
    const type = nameAt(field, 'FT') ?? next.type;
    // Kids without a name of their own are places on pages at which one field is shown.
    const kids = itemsAt(field, 'Kids').filter((kid) => {
      const dict = asDict(kid);
      return dict !== undefined && entryOf(dict, 'T') !== undefined;
    });
    for (const value of kids) waiting.push({ value, type });
    if (kids.length > 0) continue;
    fields += 1;
    if (type === 'Sig' && entryOf(field, 'V') !== undefined) signatures += 1;
  }
  return { fields, signatures };
}
