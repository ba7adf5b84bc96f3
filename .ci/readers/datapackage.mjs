// A data package in the eyes of Frictionless's own library: the descriptor is valid, every cell of every CSV file has its type and keeps its constraints,
// and every reference leads to a row. Usage: node datapackage.mjs FOLDER-WITH-NODE-MODULES PACKAGE
import { createRequire } from 'node:module';
import path from 'node:path';

const [modules, folder] = process.argv.slice(2).map((name) => path.resolve(name));
const { Package } = createRequire(path.join(modules, 'node_modules', 'x.js'))('datapackage');
const read = await Package.load(path.join(folder, 'datapackage.json'), { basePath: folder });
if (!read.valid) {
    read.errors.forEach((error) => console.error(error.message));
    process.exit(1);
}
let tables = 0;
for (const resource of read.resources.filter((each) => each.descriptor.format === 'csv')) {
    try {
        await resource.read({ relations: true, cast: true });
        await resource.checkRelations();
    } catch (error) {
        console.error(`${resource.name}: ${error.message}`);
        (error.errors ?? []).forEach((each) => console.error(each.message));
        process.exit(1);
    }
    tables += 1;
}
console.log(`datapackage.js: descriptor valid, ${tables} tables with types, constraints and references as they say`);
