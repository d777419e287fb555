// From an address that people see to the file that the static export made for it, by the address alone: /analytics is analytics.html,
// and one shell serves every photograph. The brackets of its name stay escaped, as in any request line.
function handler(event) {
  var request = event.request;
  request.uri = toFile(request.uri);
  return request;
}

function toFile(uri) {
  if (uri === '/') {
    return '/index.html';
  }
  if (uri.endsWith('/')) {
    return toFile(uri.slice(0, -1));
  }
  if (uri.slice(uri.lastIndexOf('/')).includes('.')) {
    return uri;
  }
  if (/^\/photos\/[^/]+$/.test(uri)) {
    return '/photos/%5Bid%5D.html';
  }
  return uri + '.html';
}
