// Every trouble in plain words, by the code that the API, the edge or this page gives it.
const words = {
  'not-an-image': "This isn't a picture we can read.",
  'unsupported-format': 'This kind of file is not supported. Choose a JPEG, PNG, WebP, GIF or AVIF.',
  'unsupported-media-type': 'This kind of file is not supported. Choose a JPEG, PNG, WebP, GIF or AVIF.',
  'too-large': 'This picture is too large. Choose one with sides up to 16,384 pixels.',
  'too-many-pixels': 'This picture has too many pixels. Choose one of up to 50 megapixels.',
  'file-too-large': 'This file is larger than 5 MB. Choose a smaller one.',
  'empty-file': 'This file is empty.',
  corrupt: 'This picture is damaged and cannot be opened.',
  'processing-failed': "We couldn't finish this one.",
  'not-found': 'This picture is gone. Upload it again.',
  'invalid-request': "The upload was refused as it was asked for. That is a fault of this page, not of your picture.",
  'upload-refused': 'The storage refused the file. Try again.',
  'upload-interrupted': 'The upload broke off. Check the connection and try again.',
  'origin-unavailable': 'Iris is starting or down. Try again in a moment.',
  'origin-timeout': 'The answer took too long. Try again in a moment.',
  offline: 'Iris cannot be reached. Check the connection and try again.',
  insecure: 'Browsers compute hashes on https or localhost only. Open this page by one of them.',
};

export class Problem extends Error {
  constructor(code, detail) {
    super(words[code] ?? detail ?? 'Something went wrong. Try again.');
    this.code = code;
  }
}
