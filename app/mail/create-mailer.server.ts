import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Environment } from '~/env.server';
import type { Logger } from '~/logger.server';
import type { Letter, Mailer, SendOutcome } from './mailer';

type MailEnvironment = Pick<Environment, 'SMTP_URL' | 'MAIL_FROM' | 'DATA_DIR'>;

/** Sends by SMTP where SMTP_URL is set; else writes letters to DATA_DIR/outbox, with a log line that has the link. */
export function createMailer(environment: MailEnvironment, logger: Logger): Mailer {
  const { SMTP_URL: url, MAIL_FROM: from } = environment;
  if (url) return createSmtpMailer({ url, from }, logger);
  return createOutbox({ folder: outboxOf(environment.DATA_DIR), from }, logger);
}

/** Where letters are files. */
export const outboxOf = (dataDir: string) => path.join(dataDir, 'outbox');

const TIMES = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

function createSmtpMailer({ url, from }: { url: string; from: string }, logger: Logger): Mailer {
  return {
    async send(letter) {
      const transport = createTransport({ url, ...TIMES });
      try {
        // Nothing has gone out when the server cannot be reached or does not let us in.
        const isReached = await transport.verify().catch((error: unknown) => told(logger, error));
        if (!isReached) return 'try-again';
        await transport.sendMail(messageOf(letter, from));
        return 'sent';
      } catch (error) {
        told(logger, error);
        return outcomeOf(error);
      } finally {
        transport.close();
      }
    },
  };
}

function createOutbox({ folder, from }: { folder: string; from: string }, logger: Logger): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async send(letter) {
      try {
        const { message } = await transport.sendMail(messageOf(letter, from));
        const file = path.join(folder, `${letter.mailId}.eml`);
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(file, message as Buffer, { mode: 0o600 });
        logger.info({ file, link: letter.link }, 'no SMTP_URL: a letter was written to the outbox');
        return 'sent';
      } catch (error) {
        told(logger, error);
        return 'try-again';
      }
    },
  };
}

function messageOf({ mailId, to, subject, text, html }: Letter, from: string): SendMailOptions {
  const host = /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return {
    from,
    to: { name: '', address: to },
    subject,
    text,
    html,
    messageId: `<${mailId}@${host}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** An answer of the server is clear; without one the letter may have arrived. */
function outcomeOf(error: unknown): SendOutcome {
  const { responseCode } = (error ?? {}) as { responseCode?: number };
  if (responseCode === undefined) return 'uncertain';
  return responseCode >= 500 ? 'refused' : 'try-again';
}

/** The kind of the error alone: its message may hold an address. */
function told(logger: Logger, error: unknown): false {
  const { code, responseCode } = (error ?? {}) as { code?: string; responseCode?: number };
  logger.warn({ code, responseCode }, 'the mail server did not take a letter');
  return false;
}
