/** What a document can be exported to, and how people call it. */
export type ExportFormat = 'docx' | 'pdf';

export const formatNames: Readonly<Record<ExportFormat, string>> = { docx: 'Word', pdf: 'PDF' };
