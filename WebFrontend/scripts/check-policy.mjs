// Refuses an export that the content security policy (script-src 'self'; style-src 'self'; set by CloudFront) would break.
import { pages, scripts } from './export.mjs';

const inline = (html) => [
  ...scripts(html)
    .filter(({ src, isData }) => src === undefined && !isData)
    .map(({ text }) => `a script: ${text.slice(0, 60)}`),
  ...scripts(html)
    .filter(({ src }) => src !== undefined && !src.startsWith('/'))
    .map(({ src }) => `a script of another origin: ${src}`),
  ...[...html.matchAll(/<style\b|\sstyle="[^"]*"|\son[a-z]+="[^"]*"/gi)].map(([match]) => match.trim()),
];

const offences = (await pages()).flatMap(({ name, html }) => inline(html).map((what) => `${name}: ${what}`));

if (offences.length > 0) {
  console.error(['The policy forbids what the export holds:', ...offences].join('\n  '));
  process.exitCode = 1;
}
