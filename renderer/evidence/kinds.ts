/** How the kinds of sources are named and drawn, wherever the window lists sources. */
import {
  BookMarked,
  FileSpreadsheet,
  FileText,
  FileType,
  FileType2,
  Globe,
  Hash,
  Image,
  type LucideIcon,
  Mail,
  Table,
  Text,
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
  reference: 'Reference only',
};

export const sourceKindIcons: Readonly<Record<SourceKind, LucideIcon>> = {
  pdf: FileText,
  word: FileType,
  odt: FileType2,
  rtf: FileType2,
  html: Globe,
  markdown: Hash,
  text: Text,
  csv: Table,
  spreadsheet: FileSpreadsheet,
  email: Mail,
  image: Image,
  reference: BookMarked,
};
