/**
 * Entry of the typesetter process, which holds Typst and PDFium for the page preview: both are busy for as long as a
 * document takes, and both keep memory that only the end of a process gives back.
 */
import { goBehind } from '../companion/go-behind.ts';
import { serveOrders } from '../companion/serve.ts';
import { orderSchema, type TypesetterOrder } from './messages.ts';
import { Typesetter } from './typesetter.ts';

goBehind();

const typesetter = new Typesetter();

async function obey(order: TypesetterOrder): Promise<unknown> {
  switch (order.type) {
    case 'put':
      typesetter.put(order.documentId, order.sections);
      return null;
    case 'typeset':
      return typesetter.typeset(order);
    case 'pictures':
      typesetter.putPictures(order.documentId, order.pictures);
      return null;
    case 'evidence':
      await typesetter.putEvidence(order);
      return null;
    case 'page':
      return typesetter.page(order.documentId, order.version, order.page, order.width);
    case 'close':
      typesetter.close(order.documentId);
      return null;
  }
}

serveOrders(orderSchema, obey);
