/** Of WebAssembly, whose memory grows by them. */
const PAGES_IN_A_MEGABYTE = 16;

/**
 * Switches of V8 that bound a process that reads foreign files: the heap of JavaScript, and the memory of WebAssembly,
 * which that bound does not count. What is refused more ends, or says that the file is too large for it.
 */
export function memoryFlags({ heapMb, wasmMb }: { heapMb: number; wasmMb: number }): string[] {
  return [`--max-old-space-size=${heapMb}`, `--wasm-max-mem-pages=${wasmMb * PAGES_IN_A_MEGABYTE}`];
}
