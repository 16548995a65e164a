/** Checks the open document beside the window: a long one takes longer than a key may wait. */
import '../../app/no-eval.ts';
import { Checker, type Order } from './checker.ts';

const checker = new Checker();
let waiting = false;

function check(): void {
  waiting = false;
  const found = checker.check();
  if (found) self.postMessage(found);
}

self.addEventListener('message', ({ data }: MessageEvent<Order>) => {
  if (!checker.take(data) || waiting) return;
  waiting = true;
  // Behind what has come in meanwhile, so that only the newest state is checked.
  setTimeout(check);
});
