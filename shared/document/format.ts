/**
 * The version of the stored shape in `schema.ts`; a file of its own, because who only writes it need not load the
 * schema and its parser. Raise it when a stored document of the new version would be misread by the one before, and
 * add an upgrade beside it.
 */
export const DOCUMENT_FORMAT = 3;
