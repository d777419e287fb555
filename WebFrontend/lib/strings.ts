export const plural = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
export const pictures = (count: number) => plural(count, 'picture', 'pictures');

/** Every word that the site says at once; those of what comes later lie beside this file. */
export const strings = {
  name: 'Iris',
  description: 'Drop a photograph and see what the machine sees: labels with boxes, search and charts.',
  skipToContent: 'Skip to the pictures',
  close: 'Close',
  retry: 'Try again',
  undo: 'Undo',
  cancel: 'Cancel',

  nav: { label: 'Main', gallery: 'Gallery', analytics: 'Analytics' },
  theme: {
    dark: 'Dark theme. Switch to light',
    light: 'Light theme. Switch to the system’s',
    system: 'The system’s theme. Switch to dark',
  },

  alt: {
    labelled: (names: string) => `Photo, probably: ${names}`,
    unlabelled: 'Photo in which nothing was recognised',
    waiting: 'Photo that is waiting for its scan',
    scanning: 'Photo that is being scanned',
    unfinished: (name: string, why: string) => `${name}, which could not be shown. ${why}`,
  },

  reasons: {
    'not-an-image': 'This isn’t a picture we can read.',
    // unsupported-format has no words here: those of the API name the format, and what to do.
    'unsupported-media-type': 'We read JPEG, PNG, WebP, GIF and AVIF. Export this as JPEG.',
    heic: 'This is HEIC. Export this as JPEG.',
    'too-large': 'This file is larger than 5 MB.',
    'file-too-large': 'This file is larger than 5 MB.',
    'too-many-pixels': 'This picture has over 50 million pixels, 24 million in an AVIF, or 16,384 on a side.',
    'too-complex': 'This picture takes too long to decode. Save it smaller.',
    corrupt: 'This file is damaged: it can’t be decoded.',
    'processing-failed': 'We couldn’t finish this one. Try again.',
    'invalid-request': 'The service didn’t take this file.',
    empty: 'This file is empty.',
    unreachable: 'The connection broke. Try again.',
    'signed-out': 'Sign in to upload this.',
    'storage-refused': 'The storage didn’t take this file. Try again.',
    unreadable: 'This file can’t be read. Choose it again.',
    gone: 'This picture was deleted meanwhile.',
  },

  /** The same reasons in a word or two. */
  shortReasons: {
    'not-an-image': 'Not a picture',
    'unsupported-format': 'Other format',
    'too-large': 'Too large',
    'too-many-pixels': 'Too many pixels',
    'too-complex': 'Too complex',
    corrupt: 'Damaged',
    'processing-failed': 'Not finished',
  },

  upload: {
    button: 'Upload',
    choose: 'Choose photographs',
    hint: 'Drop photographs anywhere on the page, paste them, or choose them here.',
    limits: 'JPEG, PNG, WebP, GIF (its first frame) or AVIF, up to 5 MB each.',
    dropHere: 'Drop to upload',
    tray: 'Uploads',
    collapse: 'Show fewer details',
    expand: 'Show details',
    clear: 'Clear finished',
    queued: 'Waiting for its turn',
    dayIsSpent: (opensAt: string) => `That’s all for today. New pictures are taken again from ${opensAt} on.`,
    hashing: 'Reading',
    sending: (sent: string, total: string) => `${sent} of ${total}`,
    pending: 'Uploaded, waiting for the scan',
    processing: 'Scanning',
    ready: 'Ready',
    known: 'Already here',
    chooseAnother: 'Choose another',
    show: 'Show',
    cancelOne: (name: string) => `Cancel ${name}`,
    dismissOne: (name: string) => `Dismiss ${name}`,
    retryOne: (name: string) => `Try again: ${name}`,
    showOne: (name: string) => `Show ${name}`,
    progressOf: (name: string) => `Bytes sent of ${name}`,
    summary: (done: number, total: number) => `${done.toLocaleString('en')} of ${pictures(total)} done`,
    added: (count: number) => `${pictures(count)} added to the queue`,
    finished: (ready: number, known: number, trouble: number) =>
      [
        ready > 0 && `${pictures(ready)} ready`,
        known > 0 && `${pictures(known)} already here`,
        trouble > 0 && `${pictures(trouble)} with a problem`,
      ]
        .filter(Boolean)
        .join(', '),
    finishedOne: (name: string, outcome: string) => `${name}: ${outcome}`,
  },

  gallery: {
    heading: 'Pictures',
    fresh: 'Just added',
    earlier: 'Earlier',
    feed: 'All pictures, newest first',
    showNew: (count: number) => `${count.toLocaleString('en')} new`,
    showNewLabel: (count: number) => `Show ${pictures(count)} that others added`,
    loadMore: 'Load more',
    loading: 'Loading pictures',
    end: (count: number) => (count === 1 ? 'One picture. That’s all.' : `That’s all: ${pictures(count)}.`),
    emptyTitle: 'Nothing here yet. Drop a photograph and see what the machine sees.',
    emptySample: 'Try it with a sample',
    noMatchTitle: (labels: string) => `No picture shows ${labels}.`,
    noneOfMineTitle: (labels: string) => `None of your pictures shows ${labels}.`,
    nothingMineTitle: 'You haven’t added a picture yet.',
    clearFilter: 'Show all pictures',
    signedOut: 'Sign in to see your pictures.',
    refusedTitle: 'There is no label like this.',
    scanning: 'Scanning',
    waiting: 'Waiting',
  },

  filter: {
    label: 'Filter by what is in the picture',
    placeholder: 'Filter by label: dog, bicycle…',
    mine: 'Mine',
    mineHint: 'Pictures added by you',
    suggestions: 'Labels',
    top: 'Most frequent labels',
    remove: (name: string) => `Remove the filter ${name}`,
    unit: (count: number) => (count === 1 ? 'picture' : 'pictures'),
    found: (count: number) => plural(count, 'label fits', 'labels fit'),
    none: 'No label fits',
    full: 'Five labels at a time. Remove one to choose another.',
  },

  deletion: {
    ask: 'Delete this picture?',
    askBody: 'You can undo it for a few seconds.',
    confirm: 'Delete',
    keep: 'Keep',
    deleted: (count: number) => (count === 1 ? 'Picture deleted.' : `${pictures(count)} deleted.`),
    failed: 'A picture couldn’t be deleted. It is back in the gallery.',
    notYours: 'Only whoever added a picture can delete it.',
  },

  status: {
    offline: 'You’re offline. What is loaded stays here; uploads go on when you’re back.',
    down: 'The service isn’t answering. We keep trying.',
    downTitle: 'The service isn’t answering',
    downBody: 'This page tries again every few seconds.',
    recovered: 'The service is back.',
    tryNow: 'Try now',
  },

  broken: {
    missing: 'Iris has changed since you opened this page, or the connection broke.',
    other: 'Something went wrong on this page.',
    waiting: 'Reloading as soon as your uploads are sent.',
    reload: 'Reload',
  },

  keys: {
    title: 'Keyboard',
    open: 'Keyboard shortcuts',
  },

  notFound: {
    title: 'There is nothing at this address.',
    back: 'Back to the gallery',
  },
} as const;
