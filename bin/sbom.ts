import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listComponents } from './sbom/list-components';

/** Prints what is built in, from the lock file, as CycloneDX 1.6 JSON: `npm run -s sbom > sbom.json`. */
const lock = path.join(import.meta.dirname, '../package-lock.json');
console.log(JSON.stringify(listComponents(JSON.parse(readFileSync(lock, 'utf8'))), null, 1));
