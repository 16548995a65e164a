/** `node:path` for all files of a classic script at once: each of them would take over its twenty names anew. */
import type { Plugin } from 'esbuild';

const NAMESPACE = 'one-path';

export const onePath: Plugin = {
  name: NAMESPACE,
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:path$/ }, ({ path, kind }) =>
      kind === 'import-statement' ? { path, namespace: NAMESPACE } : { path, external: true },
    );
    onLoad({ filter: /./, namespace: NAMESPACE }, ({ path }) => ({
      contents: `export default require(${JSON.stringify(path)});`,
    }));
  },
};
