// Lighthouse's four scores of the site's pages, on desktop and mobile. Usage: node scores.mjs https://localhost:5443; fails below 95.
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';

const goal = 95;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const forms = { desktop: desktopConfig, mobile: undefined };
const pages = ['/', '/analytics'];

const [site] = process.argv.slice(2);
if (!URL.canParse(site)) {
  console.error('Usage: npm run lighthouse -- https://localhost:5443');
  process.exit(2);
}

process.env.CHROME_PATH ??= '/usr/bin/chromium';
// The last: this machine's development certificate need not be trusted for that.
const chromeFlags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--ignore-certificate-errors'];
const isBelow = ({ score }) => score !== null && score < 0.9;

// Called as a library it reports nothing about its runs to its makers: that is a question of its command line.
async function runOnce(url, config, attempts = 3) {
  const chrome = await launch({ chromeFlags });
  try {
    const { lhr } = await lighthouse(url, { port: chrome.port, onlyCategories: categories }, config);
    if (!lhr.runtimeError) return lhr;
    // Now and then the browser loses the beginning of its own trace.
    if (attempts === 1) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  } finally {
    chrome.kill();
  }
  return runOnce(url, config, attempts - 1);
}

// Performance differs from run to run by some points: of three, the one in the middle, as Lighthouse's makers advise.
async function inspect(url, config) {
  const results = [];
  for (let run = 0; run < 3; run += 1) results.push(await runOnce(url, config));
  return results.toSorted((one, other) => one.categories.performance.score - other.categories.performance.score)[1];
}

function print(name, { categories: scored, audits }) {
  const scores = categories.map((id) => Math.round(scored[id].score * 100));
  console.log(`| ${name} | ${scores.join(' | ')} |`);
  scored.performance.auditRefs
    .filter(({ group, id }) => group === 'metrics' && isBelow(audits[id]))
    .forEach(({ id }) => console.error(`  ${audits[id].title}: ${audits[id].displayValue}`));
  categories
    .slice(1)
    .flatMap((id) => scored[id].auditRefs)
    .filter(({ id, weight }) => weight > 0 && isBelow(audits[id]))
    .forEach(({ id }) => console.error(`  ${audits[id].title} (${id})`));
  return scores;
}

console.log(`| page | ${categories.join(' | ')} |\n|---|---|---|---|---|`);
for (const path of pages) {
  for (const [form, config] of Object.entries(forms)) {
    const scores = print(`${path}, ${form}`, await inspect(new URL(path, site).href, config));
    if (scores.some((score) => score < goal)) process.exitCode = 1;
  }
}
