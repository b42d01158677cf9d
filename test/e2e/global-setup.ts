import path from 'node:path';
import { loadStandard } from './cadre/load-standard';
import { shareMember } from './cadre/share-member';
import { startCadre } from './cadre/start-cadre';
import { waitForFigures } from './cadre/wait-for-figures';

/**
 * Starts Cadre and hands its address, its accounts and the folder of its letters to the tests as BASE_URL, ACCOUNTS and OUTBOX; the function that it returns
 * stops it. With BASE_URL and SIGN_INS (its demo-sign-ins.json) set, the Cadre that runs there is tested, gets one
 * more member and one national standard, and is left running.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const { BASE_URL, SIGN_INS } = process.env;
  const given = BASE_URL && SIGN_INS ? { baseUrl: BASE_URL, signInsFile: SIGN_INS } : null;
  const started = given ? null : await startCadre();
  try {
    const { baseUrl, signInsFile } = given ?? started ?? { baseUrl: '', signInsFile: '' };
    process.env.BASE_URL = baseUrl;
    process.env.OUTBOX = path.join(path.dirname(signInsFile), 'outbox');
    process.env.ACCOUNTS = await shareMember(signInsFile);
    await loadStandard(signInsFile);
    await waitForFigures(baseUrl);
  } catch (error) {
    await started?.stop();
    throw error;
  }
  return async () => started?.stop();
}
