/**
 * The names of what passes between main and the preload script. The window's own port to the library travels the
 * same way: main posts `libraryPort` with one port, the preload script posts it on to the page as a message whose
 * data is 'despatch:library-port' and whose `ports[0]` is the port. A page gets one when its document is parsed, and
 * another one whenever the library process was started afresh.
 */
export const channels = {
  libraryPort: 'despatch:library-port',
  chooseImportFile: 'despatch:choose-import-file',
  chooseImageFile: 'despatch:choose-image-file',
  chooseTemplateFile: 'despatch:choose-template-file',
  chooseStyleFile: 'despatch:choose-style-file',
  chooseEvidenceFiles: 'despatch:choose-evidence-files',
  chooseEvidenceFolder: 'despatch:choose-evidence-folder',
  choosePaperFiles: 'despatch:choose-paper-files',
  chooseMeetingTarget: 'despatch:choose-meeting-target',
  chooseOriginalFile: 'despatch:choose-original-file',
  grantDropped: 'despatch:grant-dropped',
  chooseReferencesFile: 'despatch:choose-references-file',
  chooseReferencesTarget: 'despatch:choose-references-target',
  chooseExportFile: 'despatch:choose-export-file',
  openExported: 'despatch:open-exported',
  openReader: 'despatch:open-reader',
  handPassage: 'despatch:hand-passage',
  passage: 'despatch:passage',
  passageAnswer: 'despatch:passage-answer',
  windowState: 'despatch:window-state',
  keptPlace: 'despatch:kept-place',
  edit: 'despatch:edit',
  menuLists: 'despatch:menu-lists',
  menuCommand: 'despatch:menu-command',
  menuChoice: 'despatch:menu-choice',
  colourScheme: 'despatch:colour-scheme',
  closeRequest: 'despatch:close-request',
  closeAnswer: 'despatch:close-answer',
} as const;
