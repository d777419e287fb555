const percent = fraction => `${(fraction * 100).toFixed(2)}%`;
const confidence = label => `${Math.round(label.confidence)} %`;

function element(name, text = '', className = '') {
  const node = document.createElement(name);
  node.textContent = text;
  node.className = className;
  return node;
}

function boxesOf(label) {
  return (label.instances ?? []).map(instance => {
    const box = element('div', '', 'box');
    box.append(element('span', label.name));
    Object.assign(box.style, {
      left: percent(instance.left),
      top: percent(instance.top),
      width: percent(instance.width),
      height: percent(instance.height),
    });
    return box;
  });
}

function photograph(image) {
  const { url, width, height } = image.preview;
  const picture = Object.assign(new Image(width, height), { src: url });
  const names = image.labels.map(label => label.name.toLowerCase());
  picture.alt = names.length > 0 ? `Photo, probably: ${names.join(', ')}` : 'Photo';
  return picture;
}

function chip(label) {
  const chip = element('li', label.name);
  const count = label.instances?.length ?? 0;
  chip.append(element('b', count > 1 ? `${confidence(label)} · ${count}` : confidence(label)));
  return chip;
}

export function show(image, parts) {
  const boxes = image.labels.flatMap(boxesOf);
  // The list below says the same to those who do not see the boxes.
  boxes.forEach(box => box.setAttribute('aria-hidden', 'true'));
  parts.picture.replaceChildren(photograph(image), ...boxes);
  parts.caption.textContent = `${image.fileName}, ${image.width} × ${image.height} pixels`;
  parts.labels.replaceChildren(...(image.labels.length > 0 ? image.labels.map(chip) : [element('li', 'Nothing that it knows.')]));
  parts.json.textContent = JSON.stringify(image, null, 2);
}
