import postgres from 'postgres';
import { afterAll } from 'vitest';
import { findRecordIn } from '#jobs/find-record';
import { type Answer, form } from '#test/setup/http-client';
import type { TestWeb } from '#test/setup/web';
import type { Letter } from '~/mail/mailer';
import { sendMails } from '~/modules/organizations/commands/send-mails';

type Fields = Readonly<Record<string, string>>;

interface AskOptions {
  readonly cookie?: string;
  /** The address of who asks; the web application must trust 127.0.0.1 as its proxy. */
  readonly from?: string;
}

/** What tests of accounts share: forms from any address, and the letters that the worker would send. */
export function accountScene(web: TestWeb) {
  const admin = postgres(web.db.urls.admin, { max: 1, onnotice: () => {} });
  afterAll(() => admin.end());
  const ask = (path: string, fields: Fields, { cookie = '', from = '192.0.2.1' }: AskOptions = {}) => {
    const sent = form(web.origin, fields);
    const headers = { ...sent.headers, 'X-Forwarded-For': from };
    return web.send(path, { ...sent, headers, cookie });
  };
  /** Sends what waits; the letters. */
  const letters = async (): Promise<Letter[]> => {
    const sent: Letter[] = [];
    const mailer = {
      send: async (letter: Letter) => {
        sent.push(letter);
        return 'sent' as const;
      },
    };
    const { database, logger } = web.services;
    await sendMails({ database, logger, origin: web.origin, mailer, findRecord: findRecordIn(database) });
    return sent;
  };
  const pathIn = (letter: Letter | undefined) => letter?.link?.slice(web.origin.length) ?? '';
  return { admin, ask, letters, pathIn };
}

/** The cookies that an answer sets, as a Cookie header. */
export function cookieOf(answer: Answer): string {
  return answer.cookies.join('; ');
}
