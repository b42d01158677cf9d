export const COLUMNS =
  'external_id,name,email,title,team,manager_external_id,site,occupation,role_band,started_on,ended_on,status,kind,available';
const TEAMS = 2_000;
const CODES = ['33-9032.00', '33-1091.00', '11-3013.01', '33-9021.00'];
/** People of one piece. */
const PIECE = 2_000;

/** A made file of so many people, of whom some have another title, team or e-mail. */
export function peopleFile(people: number, changes: number): string {
  return [...peoplePieces(people, changes)].join('');
}

/** The same file piece by piece. */
export function* peoplePieces(people: number, changes: number): Generator<string> {
  let lines = [COLUMNS];
  for (let number = 0; number < people; number += 1) {
    const differs = number % Math.floor(people / Math.max(1, changes)) === 0 && changes > 0;
    const kind = Math.floor(number / 5) % 3;
    const team = differs && kind === 0 ? (number + 1) % TEAMS : number % TEAMS;
    const title = differs && kind === 1 ? 'Senior guard' : `Guard ${number % 40}`;
    const email = `person${number}${differs && kind === 2 ? '.new' : ''}@bench.example`;
    const manager = number < 100 ? '' : `E${number % 100}`;
    lines.push(
      `E${number},Person ${number},${email},${title},Division ${team % 20} / Team ${team},${manager},Site ${team % 50},${CODES[number % 4]},${(number % 4) + 1},2020-01-01,,active,employee,yes`,
    );
    if (lines.length < PIECE) continue;
    yield `${lines.join('\r\n')}\r\n`;
    lines = [];
  }
  if (lines.length > 0) yield `${lines.join('\r\n')}\r\n`;
}
