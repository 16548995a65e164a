/** What `convert` cannot do without: Node and the typesetter's native code, loaded and left alone. */
await import('@myriaddreamin/typst-ts-node-compiler');
