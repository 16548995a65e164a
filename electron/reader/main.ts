/**
 * Entry of the reader process, which draws pages of PDFs that nobody trusts and says where their words stand. It lives
 * as long as somebody reads; the host ends it when it takes too long or too much, and nothing but one page is lost.
 */
import { DespatchError } from '../../shared/contract/errors.ts';
import { serveOrders } from '../companion/serve.ts';
import { alignBoxes } from './align.ts';
import { orderSchema, type ReaderOrder } from './messages.ts';
import { OpenFiles } from './open-files.ts';

const files = new OpenFiles();

async function obey(order: ReaderOrder): Promise<unknown> {
  const pdf = await files.get(order.file, order.edition);
  if (order.type === 'sizes') return pdf.sizes;
  try {
    if (order.type === 'picture') return pdf.draw(order.page, order.width);
    const { text, boxes } = pdf.placedText(order.page);
    return alignBoxes(order.text, text, boxes);
  } catch (thrown) {
    // After a trap inside PDFium nothing it holds can be relied on: the next page gets a new process.
    if (thrown instanceof Error && thrown.name === 'RuntimeError') process.exit(1);
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new DespatchError('evidence.unreadable', { reason: reason.replace(/\.$/, '') });
  }
}

serveOrders(orderSchema, obey);
