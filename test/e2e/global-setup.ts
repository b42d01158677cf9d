import { startCadre } from './cadre/start-cadre';
import { waitForFigures } from './cadre/wait-for-figures';

/**
 * Starts Cadre and hands its address and demo accounts to the tests as BASE_URL and SIGN_INS; the function that it
 * returns stops it. With BASE_URL and SIGN_INS set, the Cadre that runs there is tested and left running.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const { BASE_URL, SIGN_INS } = process.env;
  const given = BASE_URL && SIGN_INS;
  const cadre = given ? null : await startCadre();
  if (cadre) Object.assign(process.env, { BASE_URL: cadre.baseUrl, SIGN_INS: cadre.signInsFile });
  try {
    await waitForFigures(process.env['BASE_URL'] ?? '');
  } catch (error) {
    await cadre?.stop();
    throw error;
  }
  return async () => cadre?.stop();
}
