import { buildFramework } from '../framework-builder';

/** Security Management Specialists: statements written for Cadre, for audits, designs and risk studies of ports. */
export const securitySpecialists = buildFramework({
  soc: '13-1199.07',
  title: 'Security Management Specialists',
  group: 'Business & Financial Operations',
  jobZone: 4,
  contextCovered: 'Risk studies, audits and security systems of port facilities.',
  mastery: [
    [
      '+Threat survey: Collects incident records and site plans for a survey and marks what is missing.',
      '+Audit: Follows the audit list at a gate and photographs each departure with its place.',
      '+System drawings: Finds cameras, readers and cable routes on a drawing and updates a moved device.',
      '+Acceptance tests: Runs the test sheet of a new reader step by step and records each result.',
      '+Case file: Puts recordings, logs and notes of an incident in order by time.',
    ],
    [
      '+Risk study: Rates the risks of one building with the house method and explains each rating.',
      '+Audit: Tells a finding from an opinion and quotes the rule that was not met.',
      '+Specifications: Writes a camera requirement as what must be seen, from where and in which light.',
      '+Contractors: Checks the daily work of an installer against the drawing and stops a wrong cable run.',
      '+Procedures: Revises an alarm procedure after a test and has the control room try it.',
    ],
    [
      '+Risk study: Leads the study of a whole terminal, with scenarios that operations find real.',
      '+Design: Balances barrier, detection and response so that an intruder is met before reaching the goods.',
      '+Audit: Finds the weakness behind several findings and proposes a measure that lasts.',
      '+Acceptance tests: Designs tests that fail a bad system, with night, rain and crowds among them.',
      '+Training: Trains guards and controllers on a new system until they can run it in degraded mode.',
    ],
    [
      '+Concept: Sets out the protection of a new berth from bare ground, with cost and phases.',
      'Quantified risk: Puts ranges on loss and likelihood and shows which measure buys most for its cost.',
      '+Standards: Writes design rules that suppliers and sites of several countries can use.',
      'Red team: Plans a lawful intrusion test, protects people during it and turns the result into funded work.',
      '+Expert papers: Writes an expert report that holds before a court or a port authority.',
    ],
  ],
  aiUse: [
    [
      'Search: Uses an assistant to find clauses in long standards and opens the clause itself.',
      'Vendor claims: Asks what a video analytics product was tested on.',
    ],
    [
      'Log analysis: Lets a tool group access logs and checks a sample of each group by hand.',
      'Drafting: Drafts an audit report with an assistant and traces every statement to a note.',
    ],
    [
      'Model tests: Measures misses and false alerts of a detector at the own site before it is accepted.',
      'Confidential plans: Works with redacted drawings and cleared tools only, and can show which were used.',
    ],
    [
      'Assurance: Sets up the yearly check of every AI function in the security system, drift included.',
      'New methods: Builds a model of intrusion paths with AI support and proves it against real tests.',
    ],
  ],
  durable: {
    communication: [
      'Clear notes: Writes survey notes that a colleague can use without asking.',
      'Finding in a sentence: States an audit finding in one sentence with place, fact and rule.',
      'Bridging: Explains a technical weakness to a terminal manager without jargon.',
      'Moving a board: Presents a risk so that a sceptical board funds the measure.',
    ],
    leadership: [
      'Own part: Takes an audit section and brings it in on the agreed day.',
      'Leading a survey: Gives two colleagues clear parts of a survey and joins the results.',
      'Without rank: Gets three departments to carry out a measure that none of them owns.',
      'Setting the craft: Shapes how all specialists of the group assess risk.',
    ],
    metacognition: [
      'Stating doubt: Marks the ratings in a study that are guesses.',
      'Method choice: Says why one risk method fits this site better than another.',
      'Own anchors: Re-rates a site blind after a month and examines the differences.',
      'Calibrated: Gives ranges instead of points and is right as often as claimed.',
    ],
    critical_thinking: [
      'Evidence asked: Asks for the log before accepting that a door is always closed.',
      'Alternatives: Lists other explanations for a cluster of door alarms.',
      'Weak link: Shows which single assumption would overturn the conclusion of a study.',
      'Beyond the rule: Proves that a compliant gate is still unsafe and what would make it safe.',
    ],
    collaboration: [
      'Open desk: Shares drafts early with the site that is being audited.',
      'With engineers: Sits with IT and civil engineers until the drawings agree.',
      'Joint finding: Reaches agreed facts with a site that disputed the audit.',
      'Network: Runs a circle of specialists from several ports that pools test results.',
    ],
    character: [
      'Careful hands: Keeps drawings and access data locked away.',
      'Independent: Reports a finding about a friendly supplier like any other.',
      'Holds the line: Does not sign an acceptance sheet for a test that was not made.',
      'Conscience: Raises the rights of filmed people when no one else in the project does.',
    ],
    creativity: [
      'Sketching: Draws two layouts for a gate instead of one.',
      'Attacker view: Imagines an unusual way in and checks it on site.',
      'Low cost: Solves a blind spot with a mirror and a lamp instead of a camera.',
      'Fresh concept: Designs a layered quay that later projects take as their start.',
    ],
    growth_mindset: [
      'New field: Reads up on radar or drones when a project needs it.',
      'Review welcome: Asks a peer to tear a draft apart before it leaves the desk.',
      'After failure: Publishes what a failed acceptance test taught.',
      'Raising others: Builds a course from own errors that new specialists ask for.',
    ],
    mindfulness: [
      'On site: Looks, listens and waits at a gate for an hour before writing.',
      'Detail: Notices a camera that was turned by a hand width since the last visit.',
      'Interview presence: Hears what a guard avoids saying and asks gently.',
      'Patience with the unclear: Stays with contradictory findings until the picture is whole.',
    ],
    fortitude: [
      'Long lists: Checks the four-hundredth door as well as the first.',
      'Pushback: Keeps a finding open under pressure until it is fixed.',
      'Bad results: Tells a client that the new system has failed, and stays to help.',
      'Years of work: Carries a multi-year upgrade through changes of budget, supplier and management.',
    ],
  },
});
