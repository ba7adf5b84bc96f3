// Writes a WARC file with warcio.js: a page in GBK, a page in UTF-8 that links to a PDF, and the PDF.
// node write-warc.mjs MODULES OUT
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, out] = process.argv.slice(2);
const require = createRequire(path.resolve(modules, 'x.js'));
const { WARCRecord, WARCSerializer } = await import(pathToFileURL(require.resolve('warcio')).href);

const SITE = 'http://www.example.gov.cn';
const DATE = '2021-03-04T05:06:07Z';
const text = s => new TextEncoder().encode(s);
const hex = s => Uint8Array.from(s.match(/../g), b => parseInt(b, 16));
// 政府信息公开 in GBK; only the page's own meta tag says so
const gbk = Buffer.concat([
  text('<html><head><meta charset="gb2312"><title>gbk</title></head><body><p>'),
  hex('d5feb8aed0c5cfa2b9abbfaa'),
  text('</p></body></html>')]);
const utf8 = text('<html><head><meta charset="utf-8"><title>utf8</title></head><body><p>主动公开</p><a href="/report.pdf">年度报告</a></body></html>');
const pdf = text('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n'
  + '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

const parts = [];
async function add(record) {
  parts.push(await WARCSerializer.serialize(record, { gzip: true, digest: { algo: 'sha-256', prefix: 'sha256:' } }));
}
async function* body(bytes) {
  yield bytes;
}
await add(await WARCRecord.createWARCInfo({ filename: path.basename(out), warcVersion: 'WARC/1.1' }, { software: 'warcio.js' }));
for (const [name, type, bytes] of [['/gbk.html', 'text/html', gbk], ['/utf8.html', 'text/html', utf8], ['/report.pdf', 'application/pdf', pdf]]) {
  await add(await WARCRecord.create({
    url: SITE + name, date: DATE, type: 'response', warcVersion: 'WARC/1.1',
    statusline: 'HTTP/1.1 200 OK', httpHeaders: { 'Content-Type': type, 'Content-Length': String(bytes.length) },
  }, body(bytes)));
}
writeFileSync(out, Buffer.concat(parts));
