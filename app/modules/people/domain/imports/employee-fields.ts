/** A field of the employees file, or a part of one, that a column can be. */
export interface ImportField {
  readonly field: EmployeeField;
  readonly label: string;
  /** Names that other programs give it, in lower case, letters and digits alone. */
  readonly synonyms: readonly string[];
}

export const EMPLOYEE_FIELDS = [
  'external_id',
  'name',
  'first_name',
  'last_name',
  'email',
  'title',
  'team',
  'manager_external_id',
  'site',
  'occupation',
  'role_band',
  'started_on',
  'ended_on',
  'status',
  'kind',
  'available',
] as const;
export type EmployeeField = (typeof EMPLOYEE_FIELDS)[number];

const field = (name: EmployeeField, label: string, synonyms: string): ImportField => ({
  field: name,
  label,
  synonyms: synonyms.split(' '),
});

/** Every field with its words, in the order in which people look for them. */
export const IMPORT_FIELDS: readonly ImportField[] = [
  field(
    'external_id',
    'Personnel number',
    'id employeeid employeenumber employeeno empid empno personid personnelnumber personnelno personalnummer personalnr staffid staffnumber workerid mitarbeiternummer mitarbeiternr mitarbeiterid personalid persnr pnr manr matricule badge',
  ),
  field(
    'name',
    'Full name',
    'fullname employeename displayname employee worker person mitarbeiter vollname nomcomplet nombrecompleto',
  ),
  field('first_name', 'First name', 'firstname givenname forename vorname prenom nombre'),
  field('last_name', 'Last name', 'lastname surname familyname nachname nom apellido apellidos'),
  field(
    'email',
    'E-mail',
    'mail emailaddress workemail mailaddress businessemail emailadresse mailadresse correo courriel',
  ),
  field(
    'title',
    'Job title',
    'jobtitle businesstitle position positiontitle role job function designation funktion stelle stellenbezeichnung positionsbezeichnung jobbezeichnung berufsbezeichnung taetigkeit taetigkeitsbezeichnung poste intituledeposte puesto',
  ),
  field(
    'team',
    'Team',
    'department dept orgunit organizationalunit organisationunit unit group abteilung bereich gruppe organisationseinheit orgeinheit service equipe equipo departamento costcentername',
  ),
  field(
    'manager_external_id',
    'Personnel number of the manager',
    'managerid managerempid manageremployeeid managerpersonnelnumber manager managernumber managerno supervisorid supervisor reportsto reportstoid linemanagerid vorgesetzter vorgesetzte vorgesetztenid vorgesetztennr vorgesetztennummer vorgesetzternr vorgesetzternummer vorgesetztenpersonalnummer fuehrungskraft fuehrungskraftid personalnummervorgesetzter personalnummerdesvorgesetzten',
  ),
  field(
    'site',
    'Site',
    'location worklocation office standort arbeitsort dienstort niederlassung lieu sede workplace building branch',
  ),
  field('occupation', 'Occupation code', 'soc soccode onet onetcode onetsoccode onetsoc occupationcode'),
  field(
    'role_band',
    'Role band',
    'band level grade seniority joblevel careerlevel stufe karrierestufe rollenstufe',
  ),
  field(
    'started_on',
    'First day',
    'startdate start hiredate hired dateofhire entrydate joined joiningdate begin eintrittsdatum eintritt einstellungsdatum beginn datedentree datedembauche fechadealta',
  ),
  field(
    'ended_on',
    'Day from which they have left',
    'enddate end leavingdate leavedate terminationdate exitdate austrittsdatum austritt lastday datedesortie fechadebaja',
  ),
  field(
    'status',
    'Status',
    'employmentstatus employeestatus state workerstatus beschaeftigungsstatus mitarbeiterstatus statut estado',
  ),
  field(
    'kind',
    'Kind of worker',
    'type employmenttype employeetype workertype contracttype contract vertragsart beschaeftigungsart mitarbeitertyp mitarbeiterart anstellungsart typedecontrat tipodecontrato',
  ),
  field('available', 'Available', 'isavailable availability verfuegbar verfuegbarkeit disponible'),
];

/** The words for a field. */
export function fieldLabel(name: string): string {
  return IMPORT_FIELDS.find((one) => one.field === name)?.label ?? name;
}
