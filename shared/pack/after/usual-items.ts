/** The items that open a meeting, known by their titles: what is minuted of them stands elsewhere in the record. */

export const apologiesTitle = /\bapolog/i;
export const interestsTitle = /\bdeclarations?\b.*\binterests?\b|\binterests?\b.*\bdeclar/i;
