/** The time zones that can be chosen, IANA names. UTC is one that the list of the platform leaves out. */
export function timeZones(): string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
}

export function isTimeZone(name: string): boolean {
  return timeZones().includes(name);
}
