import { memoryFlags } from '../companion/memory-flags.ts';

/** What the process that shows foreign files may take before it is ended: enough for the largest page, no more. */
const HEAP_MB = 512;
/** PDFium fails at the page that wants more. */
const WASM_MB = 1024;

export const READER_FLAGS = memoryFlags({ heapMb: HEAP_MB, wasmMb: WASM_MB });

/** Bytes held after a page from which on the process is replaced before the next. */
export const READER_MEMORY_BOUND = 900_000_000;
/** A page that takes longer to draw never ends. */
export const READER_TIMEOUT_MS = 20_000;
