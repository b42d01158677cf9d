import { describe, expect, it } from 'vitest';
import { guessColumns } from './import-layout';
import { knownWord } from './known-words';
import { layoutCells } from './layout-cells';

describe('a file of an HR system in German', () => {
  const header = [
    ...['Personalnummer', 'Name', 'E-Mail-Adresse', 'Stellenbezeichnung', 'Abteilung', 'Vorgesetzter'],
    ...['Standort', 'Eintrittsdatum', 'Austrittsdatum', 'Status', 'Beschäftigungsart', 'Verfügbar'],
  ];

  it('has its columns recognised, with umlauts or without', () => {
    const wanted = {
      ...{ external_id: 0, name: 1, email: 2, title: 3, team: 4, manager_external_id: 5, site: 6 },
      ...{ started_on: 7, ended_on: 8, status: 9, kind: 10, available: 11 },
    };
    expect(guessColumns(header)).toEqual(wanted);
    const plain = header.map((name) => name.replaceAll('ä', 'ae').replaceAll('ü', 'ue').toUpperCase());
    expect(guessColumns(plain)).toEqual(wanted);
    expect(guessColumns(header.map((name) => name.normalize('NFD')))).toEqual(wanted);
  });

  it('is guessed without what stands in brackets, where that is not a name of its own', () => {
    const header = ['Personal-Nr. (SAP)', 'Name', 'Stelle', 'Abteilung', 'Vorgesetzter (Nr.)', 'Stufe [1-4]'];
    expect(guessColumns(header, { loosely: true })).toEqual({
      ...{ external_id: 0, name: 1, title: 2, team: 3, manager_external_id: 4, role_band: 5 },
    });
    expect(guessColumns(header)).toEqual({ name: 1, title: 2, team: 3, manager_external_id: 4 });
    const loose = (names: string) => guessColumns(names.split(', '), { loosely: true });
    expect(loose('Manager (name), Manager (ID)')).toEqual({ manager_external_id: 1 });
    expect(loose('Personalnummer, Vorname, Nachname, Stelle, Abteilung, Name (Vorgesetzter)')).toEqual({
      ...{ external_id: 0, first_name: 1, last_name: 2, title: 3, team: 4 },
    });
    expect(loose('external_id, name, title, team, manager (name), E-mail (private)')).toEqual({
      ...{ external_id: 0, name: 1, title: 2, team: 3 },
    });
    expect(loose(`id, ${'('.repeat(100_000)}`)).toEqual({ external_id: 0 });
  });

  it('has its words understood, and those that are not known left for the reader to refuse', () => {
    const read = layoutCells({ columns: guessColumns(header), days: 'day_first', everybody: false });
    const cells = ['1', 'A', '', 'T', 'Tor', '', '', '01.02.2020', '', 'Elternzeit', 'LEIHARBEIT', 'Nein'];
    expect(read(cells)).toMatchObject({ status: 'leave', kind: 'agency', available: 'no' });
    expect(knownWord('status', 'inaktiv')).toBe('inaktiv');
    expect(knownWord('kind', '')).toBe('');
  });
});
