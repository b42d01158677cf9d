/** A handle was used after its transaction had ended. */
export class TransactionOver extends Error {
  constructor() {
    super('the transaction of this handle is over');
    this.name = 'TransactionOver';
  }
}

/** COMMIT ended in ROLLBACK: a statement had failed and its error was swallowed, so nothing was kept. */
export class CommitRefused extends Error {
  constructor() {
    super('the transaction had failed and was rolled back');
    this.name = 'CommitRefused';
  }
}
