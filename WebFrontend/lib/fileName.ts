/** What the API takes; some systems allow more. */
const longest = 255;

const breaks = /[\p{Cc}\p{Zl}\p{Zp}]/gu;

// Unicode's own sets (PropList.txt, DerivedCoreProperties.txt): every Bidi_Control is a Default_Ignorable_Code_Point too.
// Joiners and variation selectors are seen where they shape what stands before them: emoji, and writing beyond Latin.
const hidden = /([^\0-\u02FF\uFFF9-\uFFFB\p{DI}]\p{VS}?[\u200C\u200D]?)|[\p{DI}\uFFF9-\uFFFB]/gu;

const halfCharacter = /[\uD800-\uDBFF]$/;

/** A file's name without what a person cannot see and what turns text round: the same characters that the API refuses. */
export const shownName = (name: string): string =>
  name.replace(breaks, ' ').replace(hidden, '$1').trim().slice(0, longest).replace(halfCharacter, '') || 'unnamed';
