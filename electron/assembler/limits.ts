/** What the process that puts packs together may take before it is ended. */
const HEAP_MB = 1024;
/** Of 64 KB each: a gigabyte, for a file that PDFium has to repair. */
const WASM_PAGES = 16_384;

/** For objects that live as long as one file: with the usual 16 a sixth of the time goes into moving them about. */
const YOUNG_MB = 64;

export const ASSEMBLER_FLAGS = [
  `--max-semi-space-size=${YOUNG_MB}`,
  `--max-old-space-size=${HEAP_MB}`,
  `--wasm-max-mem-pages=${WASM_PAGES}`,
] as const;

/** Between two signs of life; one part takes this long only where it never ends. */
export const ASSEMBLER_TIMEOUT_MS = 10 * 60_000;

/** Of one file. */
export const MOST_BYTES = 1_000_000_000;
