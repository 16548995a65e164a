/** The direction of the house (design.md): electron → shared ← renderer, never across, no cycles. */
const only = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    only('no-cycles', 'A cycle is two files with one reason to change.', {}, { circular: true }),
    only(
      'shared-is-pure',
      'shared/ imports nothing but itself, zod and what compares texts.',
      { path: '^shared/' },
      { pathNot: ['^shared/', '^node_modules/(zod|approx-string-match|diff)/'] },
    ),
    only(
      'window-sees-shared-only',
      'The window never imports what has operating-system rights.',
      { path: '^renderer/' },
      { path: ['^electron/', '^scripts/', '^test/'] },
    ),
    only(
      'window-has-no-node',
      'The window has no Node.',
      { path: '^renderer/' },
      { dependencyTypes: ['core'] },
    ),
    only(
      'electron-not-window',
      'The processes never import the window.',
      { path: '^electron/' },
      { path: ['^renderer/', '^scripts/', '^test/'] },
    ),
    only(
      'lexical-in-editor-only',
      'One folder imports Lexical.',
      { path: '^renderer/', pathNot: '^renderer/editor/' },
      { path: '(^|/)node_modules/(@lexical|lexical)/' },
    ),
    only(
      'database-in-db-only',
      'One folder imports better-sqlite3.',
      { path: '^(electron|shared|renderer)/', pathNot: '^electron/library/db/' },
      { path: '(^|/)node_modules/better-sqlite3/' },
    ),
    only(
      'word-writer-in-export-only',
      'One folder imports docx and Typst.',
      { path: '^electron/', pathNot: '^electron/library/export/' },
      { path: '(^|/)node_modules/(docx|@myriaddreamin)/' },
    ),
    only(
      'pdfium-in-its-folder-only',
      'One folder imports PDFium.',
      { path: '^electron/', pathNot: '^electron/pdfium/' },
      { path: '(^|/)node_modules/@embedpdf/' },
    ),
    only(
      'packs-assembled-in-assembler-only',
      'One folder takes PDFs apart and puts them together; it runs in a process that can be killed.',
      { path: '^electron/', pathNot: '^electron/assembler/' },
      { path: '(^|/)node_modules/(pdf-lib|@pdf-lib)/' },
    ),
    only(
      'foreign-files-in-extractor-only',
      'Only the extractor parses foreign packages and XML; the assembler opens a Word file to prove what is in it.',
      { path: '^electron/', pathNot: '^electron/(extractor|assembler/proof)/' },
      {
        path: '(^|/)node_modules/(yauzl|saxes|htmlparser2|postal-mime|@kenjiuno|rtf-stream-parser|csv-parse)/',
      },
    ),
    only(
      'electron-module-in-main-only',
      'Library, extractor and command line are plain Node.',
      { path: '^electron/(library|extractor|typesetter|reader|assembler|companion|pdfium|cli)' },
      { path: '(^|/)node_modules/electron/' },
    ),
    only(
      'checks-are-folders-you-can-delete',
      'Checks read documents and numbers, nothing else.',
      { path: '^shared/checks/' },
      { path: '^shared/(import|contract)/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
