/** The measures of the printed page, the same as in `resources/templates/common.typ`, in Word's units. */

/** Centimetres in twentieths of a point. */
const cm = (length: number): number => Math.round((length / 2.54) * 1440);
/** Points in twentieths of a point. */
export const pt = (length: number): number => Math.round(length * 20);
/** Points in half points, for sizes of type. */
export const size = (points: number): number => points * 2;

/** The column in which numbers hang. */
export const HANG = cm(1.1);
/** Where a bullet or the rule of a question stands in that column. */
export const BULLET = cm(0.4);
export const LABEL_COLUMN = cm(5.2);
export const APPENDIX_COLUMN = cm(3);
/** Between the rule of a quotation and its words. */
export const QUOTATION_INSET = pt(14);
export const HEADER_DISTANCE = cm(1.1);
export const FOOTER_DISTANCE = cm(0.9);
export const MARGIN = cm(2.54);
export const PAGE = { width: 11906, height: 16838 };
