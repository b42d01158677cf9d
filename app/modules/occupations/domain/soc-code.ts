/** O*NET-SOC 2019: the SOC code and two digits (formats 1.3). */
const ONET_SOC = /^\d{2}-\d{4}\.\d{2}$/;

export function isOnetSoc(text: string): boolean {
  return ONET_SOC.test(text);
}
