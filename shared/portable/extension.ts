/** A file of its own: whoever only tells files apart need not load the schemas. */
export const PACKAGE_EXTENSION = '.despatch';
