/** The typesetter, which every PDF of ours comes from. */
import path from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { resourcesFolder } from '../../../paths.ts';

type Typst = typeof import('@myriaddreamin/typst-ts-node-compiler');

let compiler: Promise<NodeCompiler> | undefined;

/**
 * A page must not depend on what a machine has installed, and reading all its fonts is most of the start-up. Typst's
 * Node binding has no switch for that, but on Linux it honours fontconfig's variable; elsewhere the templates' own
 * `fallback: false` keeps the machine's fonts out.
 */
function createCompiler({ NodeCompiler }: Typst): NodeCompiler {
  const resources = resourcesFolder();
  const fonts = path.join(resources, 'fonts');
  const before = process.env['FONTCONFIG_FILE'];
  process.env['FONTCONFIG_FILE'] = path.join(fonts, 'fonts.conf');
  try {
    return NodeCompiler.create({
      workspace: path.join(resources, 'templates'),
      fontArgs: [{ fontPaths: [fonts] }],
    });
  } finally {
    if (before === undefined) delete process.env['FONTCONFIG_FILE'];
    else process.env['FONTCONFIG_FILE'] = before;
  }
}

/** Loaded at the first export, because the native module costs more than everything else at start-up. */
export function theCompiler(): Promise<NodeCompiler> {
  compiler ??= import('@myriaddreamin/typst-ts-node-compiler').then(createCompiler);
  return compiler;
}
