import path from 'node:path';

/** The folder of the checkout. */
export const repository = path.resolve(import.meta.dirname, '../..');

/** What may be fetched or built again at any time: never committed, safe to delete. */
export const cacheFolder = path.join(repository, '.cache');
