/** A letter ready to be sent. */
export interface Letter {
  /** Of the queue; goes out as its Message-ID. */
  readonly mailId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The link that it brings, for the log of an installation that sends no mail. */
  readonly link?: string;
}

/**
 * sent: accepted. try-again: surely not accepted, may be later. refused: never will be. uncertain: the connection was
 * lost after the letter had begun to go out.
 */
export type SendOutcome = 'sent' | 'try-again' | 'refused' | 'uncertain';

export interface Mailer {
  /** Throws never. */
  send(letter: Letter): Promise<SendOutcome>;
}
