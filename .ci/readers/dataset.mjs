// A data package in the eyes of DuckDB: every Parquet file has the rows of its CSV file, and the same exact decimals.
// Usage: node dataset.mjs FOLDER-WITH-NODE-MODULES PACKAGE
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const [modules, folder] = process.argv.slice(2).map((name) => path.resolve(name));
const { DuckDBInstance } = createRequire(path.join(modules, 'node_modules', 'x.js'))('@duckdb/node-api');
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const rows = async (sql) => (await connection.runAndReadAll(sql)).getRows();
const { resources } = JSON.parse(readFileSync(path.join(folder, 'datapackage.json'), 'utf8'));

let tables = 0;
for (const table of resources.filter((resource) => resource.format === 'csv')) {
    const csv = `read_csv('${folder}/${table.path}', header = true, all_varchar = true, quote = '"', escape = '"', delim = ',')`;
    const parquet = `'${folder}/${table.path.replace(/csv$/, 'parquet')}'`;
    const columns = table.schema.fields.map((field) => {
        const name = `"${field.name}"`;
        switch (field.type) {
            case 'number': return { name, csv: `${name}::decimal(38, 12)` };
            case 'integer': return { name, csv: `${name}::bigint` };
            case 'boolean': return { name, csv: `${name}::boolean` };
            case 'date': return { name, csv: `${name}::date` };
            case 'datetime': return { name, csv: `${name}::timestamptz` };
            default: return { name, csv: `regexp_replace(${name}, '^''', '')` };
        }
    });
    const there = `select ${columns.map((column) => column.name).join(', ')} from ${parquet}`;
    const here = `select ${columns.map((column) => `${column.csv} as ${column.name}`).join(', ')} from ${csv}`;
    const [[differing]] = await rows(
        `select count(*)::int from ((${here}) except (${there}) union all ((${there}) except (${here})))`);
    const [[mine]] = await rows(`select count(*)::int from ${csv}`);
    const [[other]] = await rows(`select count(*)::int from ${parquet}`);
    if (differing !== 0 || mine !== other) {
        console.error(`${table.name}: ${differing} rows differ, ${mine} in CSV and ${other} in Parquet`);
        process.exit(1);
    }
    tables += 1;
}
console.log(`DuckDB: ${tables} tables, Parquet and CSV say the same`);
