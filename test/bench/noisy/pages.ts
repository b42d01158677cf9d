import { Agent, request } from 'node:http';

/** What stands for another number each time in a path. */
export const ANEW = '{n}';

/** Pages of somebody who is signed in, over kept connections, without a browser and what it takes. */
export interface Pages {
  /** Milliseconds from the first byte sent to the last received. Throws unless the page is answered with 200. */
  readonly read: (path: string) => Promise<number>;
  readonly close: () => void;
}

/** @param cookie what the Cookie header says. */
export function openPages(origin: string, cookie: string): Pages {
  const agent = new Agent({ keepAlive: true });
  let asked = 0;
  const headers = { cookie, 'accept-encoding': 'gzip' };
  return {
    read: (path) =>
      new Promise((resolve, reject) => {
        const begun = performance.now();
        asked += 1;
        request(new URL(path.replace(ANEW, String(asked)), origin), { agent, headers }, (answer) => {
          if (answer.statusCode !== 200) reject(new Error(`${path} was answered ${answer.statusCode}`));
          answer.resume().once('end', () => resolve(performance.now() - begun));
          answer.once('error', reject);
        })
          .once('error', reject)
          .end();
      }),
    close: () => agent.destroy(),
  };
}
