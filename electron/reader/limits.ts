/** What the process that shows foreign files may take before it is ended: enough for the largest page, no more. */
const HEAP_MB = 512;
/** Of 64 KB each: a gigabyte. PDFium then fails at the page that wants more. */
const WASM_PAGES = 16_384;

export const READER_FLAGS = [
  `--max-old-space-size=${HEAP_MB}`,
  `--wasm-max-mem-pages=${WASM_PAGES}`,
] as const;

/** Bytes held after a page from which on the process is replaced before the next. */
export const READER_MEMORY_BOUND = 900_000_000;
/** A page that takes longer to draw never ends. */
export const READER_TIMEOUT_MS = 20_000;
