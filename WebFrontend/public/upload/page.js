import { put, requestUpload, retry, untilFinal } from './api.js';
import { Problem } from './problems.js';
import { show } from './result.js';

const maxUploadBytes = 5 * 1024 * 1024;
const ids = ['picker', 'file', 'status', 'message', 'progress', 'retry', 'result', 'picture', 'caption', 'labels', 'json'];
const parts = Object.fromEntries(ids.map(id => [id, document.getElementById(id)]));

let isBusy = false;

function say(text, { isTrouble = false, sent, onRetry } = {}) {
  parts.status.hidden = false;
  parts.message.textContent = text;
  parts.message.classList.toggle('trouble', isTrouble);
  parts.progress.hidden = sent === undefined;
  parts.progress.value = sent ?? 0;
  parts.retry.hidden = !onRetry;
  parts.retry.onclick = onRetry ?? null;
}

function check(file) {
  if (file.size === 0) {
    throw new Problem('empty-file');
  }

  if (file.size > maxUploadBytes) {
    throw new Problem('file-too-large');
  }

  if (!parts.file.accept.split(',').includes(file.type)) {
    throw new Problem('unsupported-media-type');
  }
}

async function send(file) {
  check(file);
  say(`Preparing ${file.name}…`);
  const { image, upload } = await requestUpload(file);

  if (upload) {
    say(`Sending ${file.name}…`, { sent: 0 });
    await put(file, upload, sent => {
      parts.progress.value = sent;
    });
  }

  await follow(image.id, upload ? 'Looking at it…' : 'Already here. Fetching what is known…');
}

async function follow(id, text) {
  say(text);
  const image = await untilFinal(id, () => say('Still looking at it…'));

  if (image.status === 'ready') {
    say('Done.');
    show(image, parts);
    parts.result.hidden = false;
    return;
  }

  const problem = new Problem(image.reason?.code, image.reason?.message);
  say(problem.message, {
    isTrouble: true,
    onRetry: image.status === 'failed' && (() => attempt(() => retry(id).then(() => follow(id, 'Looking at it once more…')))),
  });
}

async function attempt(work) {
  if (isBusy) {
    return;
  }

  isBusy = true;
  parts.result.hidden = true;

  try {
    await work();
  } catch (error) {
    const canRetry = !['file-too-large', 'unsupported-media-type', 'empty-file'].includes(error.code);
    say(error instanceof Problem ? error.message : 'Something went wrong. Try again.', {
      isTrouble: true,
      onRetry: canRetry && (() => attempt(work)),
    });
  } finally {
    isBusy = false;
  }
}

function accept(files) {
  const [file] = files ?? [];

  if (file) {
    void attempt(() => send(file));
  }
}

parts.picker.addEventListener('submit', event => event.preventDefault());
parts.file.addEventListener('change', () => {
  accept(parts.file.files);
  // Choosing the same file again is a change, too.
  parts.file.value = '';
});

document.addEventListener('dragover', event => {
  event.preventDefault();
  parts.picker.classList.add('over');
});
document.addEventListener('dragleave', event => event.relatedTarget ?? parts.picker.classList.remove('over'));
document.addEventListener('drop', event => {
  event.preventDefault();
  parts.picker.classList.remove('over');
  accept(event.dataTransfer?.files);
});
