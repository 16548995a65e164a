/** The features of the writing screen, a line for each; what they are stands in their own folders. */
import type { ComponentType } from 'react';
import { checksTab } from '../checks/tab.tsx';
import { CommentsProvider } from '../comments/provider.tsx';
import { commentsTab } from '../comments/tab.tsx';
import { CoverageItem } from '../evidence/citing/coverage-item.tsx';
import { CitingProvider } from '../evidence/citing/provider.tsx';
import { evidenceTab } from '../evidence/citing/tab.tsx';
import { ExemptProvider } from '../exempt/provider.tsx';
import { Finding } from '../find/provider.tsx';
import { LibraryPictures } from '../images/provider.tsx';
import { importReportTab } from '../import-report/tab.tsx';
import { LinesProvider } from '../lines/desk/provider.tsx';
import { linesTab } from '../lines/desk/tab.tsx';
import { Linking } from '../links/provider.tsx';
import { SlashMenus } from '../palette/slash-menu.tsx';
import { PasteNotices } from '../paste/provider.tsx';
import { PagesItem } from '../preview/pages-item.tsx';
import { PreviewProvider } from '../preview/provider.tsx';
import { previewTab } from '../preview/tab.tsx';
import { ReferencePicking } from '../references/provider.tsx';
import { SpellingProvider } from '../spelling/provider.tsx';
import { wordsTab } from '../spelling/tab.tsx';
import { TableTools } from '../tables/provider.tsx';
import { SaveAsTemplate } from '../templates/save-provider.tsx';
import { BlockContextMenu } from './context-menu.tsx';
import type { DeskProvider, InspectorTab } from './desk.ts';
import { DocumentSettingsHost } from './document-settings-host.tsx';
import { MoveTo } from './move-to.tsx';
import { FindingsItem, ImportItem, SpeakingItem, WordsItem } from './status-items.tsx';

/** In the order of the side panel. */
export const inspectorTabs: readonly InspectorTab[] = [
  evidenceTab,
  checksTab,
  commentsTab,
  linesTab,
  previewTab,
  wordsTab,
  importReportTab,
];

/** In the order of the status bar, after which come progress and the saved state. */
export const statusItems: readonly ComponentType[] = [
  WordsItem,
  PagesItem,
  SpeakingItem,
  CoverageItem,
  FindingsItem,
  ImportItem,
];

/** The first one stands outermost. */
export const deskProviders: readonly DeskProvider[] = [
  PreviewProvider,
  SpellingProvider,
  BlockContextMenu,
  MoveTo,
  DocumentSettingsHost,
  SlashMenus,
  SaveAsTemplate,
  TableTools,
  LibraryPictures,
  PasteNotices,
  CommentsProvider,
  CitingProvider,
  LinesProvider,
  ExemptProvider,
  ReferencePicking,
  Linking,
  Finding,
];
