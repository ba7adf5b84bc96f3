// The feed of revisions in the eyes of rss-parser: as many entries as revisions, newest first, each with id, title, link and time, and no id twice.
// Usage: node feed.mjs FOLDER-WITH-NODE-MODULES FEED REVISIONS-JSON
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const [modules, feed, json] = process.argv.slice(2).map((name) => path.resolve(name));
const Parser = createRequire(path.join(modules, 'node_modules', 'x.js'))('rss-parser');
const read = await new Parser().parseString(readFileSync(feed, 'utf8'));
const { revisions } = JSON.parse(readFileSync(json, 'utf8'));
const faults = [];
if (read.items.length !== revisions.length || revisions.length === 0) {
    faults.push(`${read.items.length} entries of ${revisions.length} revisions`);
}
if (new Set(read.items.map((item) => item.id)).size !== read.items.length) {
    faults.push('an id stands twice');
}
read.items.forEach((item, i) => {
    const time = Date.parse(item.isoDate);
    if (!item.id || !item.title || !item.link || Number.isNaN(time)) {
        faults.push(`entry ${i + 1} lacks id, title, link or time`);
    }
    if (i > 0 && time > Date.parse(read.items[i - 1].isoDate)) {
        faults.push(`entry ${i + 1} is newer than the one before`);
    }
    if (!item.id?.endsWith(revisions[i]?.revision_id)) {
        faults.push(`entry ${i + 1} is not of ${revisions[i]?.revision_id}`);
    }
});
if (faults.length > 0) {
    faults.forEach((fault) => console.error(`feed: ${fault}`));
    process.exit(1);
}
console.log(`rss-parser: ${read.items.length} entries, one a revision`);
