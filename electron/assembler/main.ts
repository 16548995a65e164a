/**
 * Entry of the assembler process, which takes the PDFs of strangers apart and puts packs together. It lives as long as
 * one pack takes; the host ends it when nobody waits for it any more, or when it takes too long or too much.
 */
import { goBehind } from '../companion/go-behind.ts';
import { serveOrders } from '../companion/serve.ts';
import { assemblePack } from './assemble.ts';
import { inspectFile } from './inspect/inspect-file.ts';
import { orderSchema } from './messages.ts';
import { prove } from './proof/prove.ts';
import { writeHalf } from './write/half.ts';

goBehind();

serveOrders(orderSchema, (order, progress) => {
  if (order.type === 'inspect') return inspectFile(order.file, order.name);
  if (order.type === 'prove') return prove(order.job, progress);
  const { job, half } = order;
  return writeHalf(half, job.output, (sink) =>
    assemblePack(job, sink, (done) => progress(done, job.leaves.length)),
  );
});
