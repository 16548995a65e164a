/** Blocks of earlier formats in the words of this one. What is not of an earlier format comes back as it is. */

/** Format 2 gave a citation neither a name, nor the edition of its source, nor how it bears on the block. */
export function upgradedBlock(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || !('citations' in raw) || !Array.isArray(raw.citations)) {
    return raw;
  }
  if (!raw.citations.some(isOfFormat2)) return raw;
  const citations = raw.citations.map((citation: unknown, at) =>
    isOfFormat2(citation)
      ? { id: `format-2-${at + 1}`, edition: null, bearing: 'supports', ...citation }
      : citation,
  );
  return { ...raw, citations };
}

function isOfFormat2(citation: unknown): citation is object {
  return typeof citation === 'object' && citation !== null && !('id' in citation) && !('bearing' in citation);
}
