/** A connection died while it was in use, or a statement was refused because it had died before. */
export class ConnectionLost extends Error {
  constructor() {
    super('the database connection was lost');
    this.name = 'ConnectionLost';
  }
}
