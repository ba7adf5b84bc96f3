// Opens files in ReplayWeb.page in headless Chromium, over HTTP ranges, and looks for a text in each page. Nothing but localhost is asked.
// node replay.mjs MODULES CHROMIUM FILE...
import { createRequire } from 'node:module';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, chromium, ...files] = process.argv.slice(2);
const require = createRequire(path.resolve(modules, 'x.js'));
const { default: puppeteer } = await import(pathToFileURL(require.resolve('puppeteer-core')).href);
const SITE = 'http://www.example.gov.cn';
const PAGES = [['/gbk.html', '政府信息公开'], ['/utf8.html', '主动公开']];
const PATIENCE = 20_000;
// now and then the service worker of ReplayWeb.page never takes the page over: then a fresh browser context is tried
const TRIES = 5;
const ranges = new Map();

const scripts = { '/ui.js': 'ui.js', '/replay/sw.js': 'sw.js' };
const server = http.createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost');
  if (url.pathname in scripts) {
    response.writeHead(200, { 'Content-Type': 'text/javascript' });
    response.end(readFileSync(path.join(modules, 'node_modules/replaywebpage', scripts[url.pathname])));
  } else if (url.pathname === '/view.html') {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(`<!doctype html><script src="/ui.js"></script><replay-web-page embed="replayonly" replayBase="/replay/"`
      + ` source="${url.searchParams.get('source')}" url="${url.searchParams.get('url')}"></replay-web-page>`);
  } else if (url.pathname.startsWith('/files/')) {
    file(files[Number(url.pathname.split('/')[2])], request, response);
  } else {
    response.writeHead(404).end();
  }
});

function file(name, request, response) {
  const size = statSync(name).size;
  const headers = { 'Content-Type': 'application/octet-stream', 'Accept-Ranges': 'bytes' };
  const asked = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '');
  if (request.method === 'HEAD') {
    response.writeHead(200, { ...headers, 'Content-Length': size }).end();
  } else if (!asked) {
    response.writeHead(200, { ...headers, 'Content-Length': size });
    createReadStream(name).pipe(response);
  } else {
    const start = asked[1] === '' ? Math.max(0, size - Number(asked[2])) : Number(asked[1]);
    const end = asked[1] === '' || asked[2] === '' ? size - 1 : Math.min(size - 1, Number(asked[2]));
    ranges.set(name, (ranges.get(name) ?? 0) + 1);
    response.writeHead(206, { ...headers, 'Content-Length': end - start + 1, 'Content-Range': `bytes ${start}-${end}/${size}` });
    createReadStream(name, { start, end }).pipe(response);
  }
}

await new Promise(done => server.listen(0, 'localhost', done));
const base = `http://localhost:${server.address().port}`;
const alarm = setTimeout(() => fail('out of patience'), 20 * PATIENCE);
const browser = await puppeteer.launch({
  executablePath: chromium,
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

function fail(message) {
  console.error(`replay: ${message}`);
  browser.close().finally(() => process.exit(1));
  setTimeout(() => process.exit(1), 10_000);
}

/** The frame in which the archived page itself stands. */
async function replayed(tab, want) {
  const until = Date.now() + PATIENCE;
  while (Date.now() < until) {
    for (const frame of tab.frames()) {
      const text = await frame.evaluate(() => document.body?.innerText ?? '').catch(() => '');
      if (frame.url().includes('/w/') && text.includes(want)) {
        return frame;
      }
    }
    await new Promise(done => setTimeout(done, 250));
  }
  return null;
}

for (let i = 0; i < files.length; i++) {
  const name = path.basename(files[i]);
  for (const [page, want] of PAGES) {
    // each in a browser of its own, so that nothing is kept from the one before
    let frame = null;
    let context = null;
    for (let tries = 0; !frame && tries < TRIES; tries++) {
      await context?.close();
      context = await browser.createBrowserContext();
      const tab = await context.newPage();
      const source = `/files/${i}/${name}`;
      await tab.goto(`${base}/view.html?source=${encodeURIComponent(source)}&url=${encodeURIComponent(SITE + page)}`);
      frame = await replayed(tab, want);
    }
    if (!frame) {
      fail(`${name}: ${page} does not show ${want}`);
      break;
    }
    if (page === '/utf8.html') {
      const pdf = await frame.evaluate(async () => {
        const answer = await fetch(document.querySelector('a').href);
        return [answer.status, answer.headers.get('content-type'), (await answer.text()).slice(0, 5)];
      });
      if (pdf[0] !== 200 || !pdf[1].startsWith('application/pdf') || pdf[2] !== '%PDF-') {
        fail(`${name}: behind the link there is ${pdf}`);
        break;
      }
    }
    await context.close();
  }
  if (name.endsWith('.wacz') && !ranges.get(files[i])) {
    fail(`${name} was not read by ranges`);
  }
  console.log(`replay: ${name} shows its GBK page, its UTF-8 page and the PDF behind the link`);
}
clearTimeout(alarm);
await browser.close();
server.close();
server.closeAllConnections();
