/** How the kinds of sources are named and drawn, wherever the window lists sources. */
import {
  Code,
  FileSpreadsheet,
  FileText,
  FileType,
  Image,
  type LucideIcon,
  Mail,
  NotebookText,
  ScrollText,
  Table,
  Type,
} from 'lucide-react';
import type { SourceKind } from '../../shared/evidence/source.ts';

export const sourceKindNames: Readonly<Record<SourceKind, string>> = {
  pdf: 'PDF',
  word: 'Word',
  odt: 'OpenDocument',
  rtf: 'Rich text',
  html: 'Web page',
  markdown: 'Markdown',
  text: 'Text',
  csv: 'CSV',
  spreadsheet: 'Spreadsheet',
  email: 'E-mail',
  image: 'Picture',
};

export const sourceKindIcons: Readonly<Record<SourceKind, LucideIcon>> = {
  pdf: ScrollText,
  word: FileText,
  odt: FileType,
  rtf: Type,
  html: Code,
  markdown: NotebookText,
  text: FileText,
  csv: Table,
  spreadsheet: FileSpreadsheet,
  email: Mail,
  image: Image,
};
