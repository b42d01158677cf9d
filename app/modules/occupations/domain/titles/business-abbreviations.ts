/** Short forms of business English and what they may stand for, likeliest first, as "short: long, long". */
const WRITTEN = `
mgr: manager | mngr: manager | mgmt: management | mgt: management | supv: supervisor | supvr: supervisor | spvr: supervisor
supr: supervisor | suprv: supervisor | sup: supervisor | spv: supervisor | eng: engineer, engineering | engr: engineer
engrg: engineering | tech: technician, technology, technical | techn: technician | asst: assistant | assist: assistant
ast: assistant | assoc: associate | asc: associate | admin: administrator, administrative, administration
adm: administrator, administrative | dir: director | dev: developer, development | dept: department
rep: representative, repair | reps: representative | exec: executive | coord: coordinator | coor: coordinator
spec: specialist | splst: specialist | spclst: specialist | acct: accountant, account | acctg: accounting
acctnt: accountant | anlst: analyst | anal: analyst | analy: analyst | anlys: analyst, analysis | ops: operation
op: operator, operation | oper: operator | opr: operator | optr: operator | operat: operator | maint: maintenance
mtce: maintenance | mech: mechanic, mechanical | elec: electrical, electrician, electronic | electr: electrical, electrician
mfg: manufacturing | manuf: manufacturing | prod: production, product | svc: service | svcs: service | serv: service
srv: service | cust: customer | comm: communication, commercial, community | comms: communication | sls: sale
fin: financial, finance | sec: security, secretary | secy: secretary | secr: secretary | hr: human resource
it: information technology | qa: quality assurance | qc: quality control | qual: quality | mktg: marketing
mkt: marketing, market | mkting: marketing | natl: national | intl: international | reg: regional, registered
sys: system | syst: system | sw: software | hw: hardware | whse: warehouse | wh: warehouse | trng: training
purch: purchasing | proc: process, procurement | proj: project | prog: program, programmer | pgm: program
pgmr: programmer | prgmr: programmer | prgm: program | lab: laboratory | labor: laborer | info: information
inst: instructor, instrument | instr: instructor, instrument | edu: education | educ: education | ed: education
med: medical | clin: clinical | surg: surgical, surgeon | ther: therapist, therapy | thpst: therapist
pharm: pharmacy, pharmacist | phys: physician, physical | psych: psychologist, psychiatric, psychology
rn: registered nurse | lpn: licensed practical nurse | np: nurse practitioner | prof: professor, professional
tchr: teacher | lib: library, librarian | res: research, resource | rsch: research | sci: scientist, science
scient: scientist | stat: statistical, statistician | env: environmental | enviro: environmental | envir: environmental
insp: inspector | inspec: inspector | inv: inventory, investment, investigator | invest: investigator, investment
invstgr: investigator | off: officer, office | ofc: office | ofcr: officer | offcr: officer | govt: government
gov: government | pub: public | pr: public relation | rel: relation | vp: vice president | svp: senior vice president
evp: executive vice president | avp: assistant vice president | pres: president | ceo: chief executive officer
cfo: chief financial officer | coo: chief operating officer | cio: chief information officer
cto: chief technology officer | pm: project manager | ba: business analyst | supt: superintendent
supdt: superintendent | const: construction | constr: construction | constn: construction | equip: equipment
eqpt: equipment | eqp: equipment | equipt: equipment | mach: machine, machinist | asmblr: assembler | assy: assembly
assem: assembler, assembly | shpg: shipping | recv: receiving | rcvg: receiving | distr: distribution
dist: distribution, district | transp: transportation | trans: transportation | trk: truck | veh: vehicle
auto: automotive, automobile | hvac: heating ventilation air conditioning | ac: air conditioning
telecom: telecommunication | ntwk: network | db: database | dba: database administrator | pc: computer
comp: computer, compensation | cmptr: computer | bus: business | corp: corporate | ins: insurance | insur: insurance
mort: mortgage | port: portfolio | pyrl: payroll | coll: collection, college | cont: control, controller
ctrl: control | ctlr: controller | cntrl: control | contr: contractor, control, contract | ctrct: contract
des: designer, design | dsgnr: designer | dsgn: design | drft: drafter | arch: architect | archt: architect
ind: industrial | indl: industrial | ag: agricultural | agri: agricultural | agric: agricultural | chem: chemical, chemist
bio: biological, biology | nuc: nuclear | struct: structural | civ: civil | mat: material | matl: material
matls: material | hlth: health | hosp: hospital | nurs: nurse, nursing | pt: physical therapist
ot: occupational therapist | emer: emergency | emerg: emergency | amb: ambulance | pol: police
corr: correctional, correction | leg: legal | atty: attorney | wkr: worker | wrkr: worker | hlpr: helper
attd: attendant | attn: attendant | attndt: attendant | clk: clerk | drvr: driver | instlr: installer | instl: installer
rprr: repairer | bldg: building | elev: elevator | fab: fabrication, fabricator | fac: facility | facs: facility
hskpg: housekeeping | hskpr: housekeeper | hsekpr: housekeeper | jan: janitor | ctr: center | cntr: counter, center
cons: consultant | conslt: consultant | consult: consultant | cnslt: consultant | cnslr: counselor | couns: counselor
advsr: advisor | adv: advisor, advertising | advtg: advertising | plnr: planner | plng: planning
strat: strategy, strategic | bkpr: bookkeeper | bookkpr: bookkeeper | rcpt: receptionist | recept: receptionist
recpt: receptionist | dpty: deputy | dep: deputy | chf: chief | hd: head | sr: senior | snr: senior | jr: junior
jnr: junior | prin: principal | princ: principal | ld: lead | hs: high school | elem: elementary | kg: kindergarten
sped: special education | univ: university | ux: user experience | ui: user interface | ml: machine learning
ai: artificial intelligence | crm: customer relationship management | erp: enterprise resource planning
gm: general manager | gen: general | ad: advertising | av: audio visual | cad: computer aided design
cnc: computer numerical control | cert: certified | lic: licensed | temp: temporary
`;

/** Folded short form to what it may stand for, in singular; more than one word where the form holds several. */
export const BUSINESS_ABBREVIATIONS: ReadonlyMap<string, readonly string[]> = new Map(
  WRITTEN.trim()
    .split(/[|\n]/u)
    .map((entry) => {
      const [short = '', long = ''] = entry.split(':');
      return [short.trim(), long.split(',').map((word) => word.trim())] as const;
    }),
);
