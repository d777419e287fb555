/** Every key that does something, and what. */
export const keys = [
  ['Arrow keys', 'Move between pictures'],
  ['Enter', 'Open the picture'],
  ['Esc', 'Close, and go back to where you were'],
  ['← →', 'Previous and next picture, when one is open'],
  ['B', 'Show or hide the boxes'],
  ['Delete', 'Delete the picture, after a question'],
  ['U', 'Choose photographs to upload'],
  ['/', 'Go to the filter'],
  ['?', 'This list'],
] as const;
