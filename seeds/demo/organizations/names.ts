import type { Random } from '../random';

interface NamePool {
  readonly given: readonly string[];
  readonly family: readonly string[];
}

function pool(given: string, family: string): NamePool {
  return { given: given.split('|'), family: family.split('|') };
}

const POOLS = {
  dutch: pool(
    'Sanne|Daan|Femke|Joris|Lotte|Bram|Marijke|Wouter|Anouk|Gijs|Tess|Ruben|Nienke|Stijn',
    'Hoekwater|van Dongeren|Terpstra|Boonsma|Vlietland|Kortenaar|de Wilgen|Zijlmans|Roosendal|van Eemden',
  ),
  flemish: pool(
    'Elke|Jef|Griet|Wannes|Katrien|Pieter|Hilde|Bavo|Liesbet|Koenraad',
    'Maesfranckx|Verheulen|Claesgaard|Van Ostaeyen|Deprezmans|Wuytens|Schelstrate|Boonaert',
  ),
  german: pool(
    'Anke|Jochen|Heike|Torben|Silke|Malte|Wiebke|Henning|Friederike|Lars|Imke|Ulrich',
    'Brinkhorst|Elbmann|Harksen|Wattenberg|Thomsdorf|Lührsen|Petersfeld|Kranzow|Stövesand|Deichmüller',
  ),
  polish: pool(
    'Agnieszka|Tomasz|Małgorzata|Paweł|Zofia|Marek|Justyna|Bartosz|Ewelina|Grzegorz|Halina|Łukasz',
    'Morzewska|Bursztyn|Kaszubowicz|Wiślicki|Helmin|Portnicka|Zatoka|Rybakiewicz|Jantarski|Żuławnik',
  ),
  spanish: pool(
    'Rocío|Joaquín|Inmaculada|Curro|Macarena|Fermín|Nieves|Ángel|Lorena|Gonzalo|Pilar|Ramiro',
    'Bahamonde|Villarrubia|Peñalver|Carmonal|Estrechano|Tarifeño|Olivenza|Marbán|Zurbarrena|Gaditano',
  ),
  english: pool(
    'Hazel|Graham|Bethan|Nigel|Imogen|Darren|Maeve|Clive|Poppy|Stuart|Rhona|Alfie',
    'Orwellby|Harwichson|Tidesley|Marshgate|Quayle-Poole|Landguard|Stourton|Fenbury|Saltmere|Brackwater',
  ),
  turkish: pool(
    'Elif|Kemal|Zeynep|Cem|Derya|Oğuz|Sevgi|Murat|Aylin|Tarık',
    'Denizoğlu|Limanlı|Kayahan|Yelkenci|Aktaşlı|Gümüşer|Sarıkum|Dalgakıran',
  ),
  maghrebi: pool(
    'Samira|Rachid|Naima|Youssef|Loubna|Hicham|Karima|Bilal|Soukaina|Driss',
    'El Marsaoui|Benhaddach|Tazrouti|Ouardighi|El Khaldaoui|Amrazti|Zaghdoud|Rifiani',
  ),
  caribbean: pool(
    'Cheryl|Winston|Soraya|Glenn|Marlène|Radjesh|Sherida|Kenrick|Anand|Roswitha',
    'Ramdinsingh|Braamsaran|Kasanpawiro|Wijngaarden-Cruz|Pinasiri|Mangalsingh|Vriesdelaar|Martinaldo',
  ),
  west_african: pool(
    'Abena|Kwame|Ngozi|Chidi|Adjoa|Kofi|Folake|Emeka|Efua|Tunde|Yetunde|Kojo',
    'Asantewaah|Okonjaku|Boatenglow|Adebimpe|Mensahdor|Nwabufor|Quarteylor|Olorunsola',
  ),
  east_african: pool(
    'Hodan|Abdi|Ayaan|Yonas|Selam|Ismail|Fardus|Tesfaye|Liya|Mahad',
    'Warsandi|Gebrelul|Abdirashim|Tekledawit|Farahani-Noor|Haileselam|Jamacow|Berhetu',
  ),
  portuguese: pool(
    'Filipa|Nuno|Graça|Duarte|Ilda|Tiago|Leonor|Valdemar|Fátima|Amílcar',
    'Marejada|Brito Farol|Lopes Enseada|Tavarinho|Monteverde|Salgueirinha|Fontainhas|Rebelinho',
  ),
  south_asian: pool(
    'Priyanka|Arvind|Shabana|Imran|Kavya|Deepak|Nusrat|Harpreet|Meera|Faisal',
    'Chaudhrin|Venkataraj|Sandhawal|Rahmatpur|Pillaikar|Banerjit|Qasimani|Deshmukhe',
  ),
  southeast_asian: pool(
    'Linh|Bayu|Maricel|Quang|Sri|Jomar|Thảo|Wahyu|Rosalie|Dung',
    'Trầnvũ|Santosaputra|Dimaculayan|Nguyenhai|Wirahadi|Balagtasan|Suryonegoro|Phạmlê',
  ),
  east_european: pool(
    'Oksana|Andriy|Mirela|Bogdan|Daryna|Radu|Svitlana|Iliya|Raluca|Taras',
    'Chornomorets|Dunăreanu|Bereznyk|Gradinescu|Pristanov|Lymanenko|Vâslaru|Stoyanchev',
  ),
  nordic: pool(
    'Ingeborg|Sverre|Tuuli|Anders|Maarit|Torvald|Signe|Jari|Solveig|Eero',
    'Fjordvang|Havnstad|Rantasalo|Skagerling|Meriläinen|Brattholm|Kailajoki|Nordkvist',
  ),
} as const satisfies Readonly<Record<string, NamePool>>;

export type Culture = keyof typeof POOLS;
const CULTURES = Object.keys(POOLS) as Culture[];

/**
 * An invented full name: half the time from the local cultures given, otherwise from any; one name in eight joins a
 * given name and a family name of two cultures. Most family names are coined; no full name is that of a real person.
 */
export function drawName(random: Random, local: readonly Culture[]): string {
  const culture = random.chance(0.5) ? random.pick(local) : random.pick(CULTURES);
  const other = random.chance(0.125) ? random.pick(CULTURES) : culture;
  return `${random.pick(POOLS[culture].given)} ${random.pick(POOLS[other].family)}`;
}

/** The local part of an address: lower-case ASCII letters and digits of a name, parts joined by a dot. */
export function mailboxOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[łŁ]/g, 'l')
    .replace(/ı/g, 'i')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();
  const [given = '', ...family] = plain.split(' ');
  return `${given}.${family.join('')}`.replace(/[^a-z0-9.]/g, '');
}
