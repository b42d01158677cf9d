import { buildFramework } from '../framework-builder';

/** Security Guards: statements written for Cadre, for a guard at a port terminal. */
export const securityGuards = buildFramework({
  soc: '33-9032.00',
  title: 'Security Guards',
  group: 'Protective Service',
  jobZone: 2,
  contextCovered: 'Gates, patrols and posts at port terminals and on enclosed sites.',
  mastery: [
    [
      '+Patrol rounds: Walks the set route with the checklist in hand and reports an open gate by radio before closing it.',
      '+Access control: Checks every pass against the face and the list, and asks a colleague when the two do not match.',
      '+Report writing: Writes down time, place and what was seen, then has the supervisor read it before it is filed.',
      '+Alarm response: Goes to an alarm point with a partner and says aloud what the panel shows.',
      '+First response: Calls for medical help at once, stays with the injured person and keeps others back.',
    ],
    [
      '+Patrol rounds: Varies the round without missing a checkpoint and notices a changed seal, lamp or fence tie.',
      '+Access control: Handles lorries, crew and visitors alone at a busy gate and keeps the queue in order.',
      '+Report writing: Files a report by the end of the shift that another guard can act on without a phone call.',
      '+Screening: Works scanner and hand search to the written standard and sets doubtful bags aside calmly.',
      '+Closing down: Shuts a building in the right order and accounts for each key before leaving it.',
    ],
    [
      '+Patrol rounds: Reads a yard at night and names what is out of place, why it matters and what should follow.',
      '+Access control: Turns away a driver with forged papers politely, keeps the evidence and alerts the control room.',
      '+Disturbances: Parts two quarrelling drivers without force and takes usable statements from both.',
      '+Alarm response: Takes charge of an intrusion alarm until the supervisor arrives and keeps the exits covered.',
      '+Equipment checks: Finds why a camera or barrier fails, works around it and logs the fault precisely.',
    ],
    [
      'Post design: Shows where a guard post sees too little and gets its place, lighting or orders changed.',
      '+Serious incidents: Handles the first ten minutes of a fire, spill or intruder so that responders find order.',
      'Coaching on post: Trains new guards on live posts and signs off a duty only when it has been shown.',
      '+Screening: Misses little at the scanner, draws few complaints and shares a new hiding place the same day.',
      'Quay and ship rules: Explains which rule applies at gate, quay or gangway, and why, without the binder.',
    ],
  ],
  aiUse: [
    [
      'Camera alerts: Knows that the software only marks movement, and looks at the picture before acting.',
      'Translation: Gives drivers simple instructions through the translation app and points to the printed sign too.',
    ],
    [
      'Report drafts: Dictates a first report to the assistant and corrects times and names against the notebook.',
      'False alerts: Records why an alert was false so that the settings can be reviewed.',
    ],
    [
      'Plate reading: Spots a misread plate or container number and checks it by hand before opening the gate.',
      'Privacy at the post: Keeps names, faces and pass numbers out of tools that are not cleared for them.',
    ],
    [
      'Tuning alerts: Proposes zones and hours for the video analytics, backed by two weeks of logged alerts.',
      'Teaching limits: Shows the shift where the software fails, such as rain, glare and reflective vests.',
    ],
  ],
  durable: {
    communication: [
      'Radio basics: Gives name, place and need over the radio and repeats the answer back.',
      'Plain instructions: Tells a driver what to do in short words and checks that it was understood.',
      'Handover: Passes on the shift so that the next guard knows every open matter without asking.',
      'Calming talk: Brings a shouting visitor to a normal voice and settles the request at the gate.',
    ],
    leadership: [
      'Own post: Answers for the post and does not leave it before being relieved.',
      'Showing the way: Guides a new colleague through the first hour of a shift unasked.',
      'First in charge: Gives others clear tasks at an incident until the supervisor takes over.',
      'Example at night: Is the guard to whom others turn at night, and the shift holds its standard.',
    ],
    metacognition: [
      'Knowing limits: Says when a situation at the gate is new and asks before acting.',
      'After the round: Names one thing that was nearly missed on the round, and why.',
      'Attention check: Notices own tiredness in the small hours and reorders duties to stay sharp.',
      'Blind habits: Finds the habit that let something slip past and tells the team how it was broken.',
    ],
    critical_thinking: [
      'Asking why: Asks why a lorry waits outside its lane instead of accepting it.',
      'Second sign: Looks for a second sign before calling something suspicious or harmless.',
      "Weighing stories: Compares papers, seal and the driver's account and says which of them does not fit.",
      'Seeing the pattern: Links small losses on different shifts to one gate and one hour.',
    ],
    collaboration: [
      'Working in pairs: Keeps the partner in sight on a two-person round and shares what is seen.',
      'With the yard: Settles with crane and yard staff who moves first before entering a lane.',
      'Joint response: Works beside firefighters and crew at an alarm and stays in the agreed role.',
      'Across companies: Gets guards of several tenants to watch one fence line together.',
    ],
    character: [
      'On time: Is at the post, in uniform and fit for duty, when the shift begins.',
      "Same for all: Checks the terminal director's pass as carefully as a driver's.",
      'Refusing favours: Turns down a gift for waving a van through and reports the offer.',
      'Owning a lapse: Reports an own lapse before anyone finds it, and others begin to do the same.',
    ],
    creativity: [
      'Another angle: Tries a different place to stand when a post gives a poor view.',
      'Small fixes: Suggests a sign or ground marking that ends a repeated wrong turn.',
      'Fresh routes: Thinks like an intruder for one round and reports three ways in.',
      'New practice: Devises a quick seal check for a busy gate that other shifts take over.',
    ],
    growth_mindset: [
      'Taking a tip: Listens to a correction at the scanner and tries it on the next bag.',
      'Asking to learn: Asks to shadow the control room or the jetty post on a quiet day.',
      'From drill to duty: Changes own routine after what went wrong in the last drill.',
      'Learning as a shift: Brings one lesson back from every course and has the shift practise it.',
    ],
    mindfulness: [
      'Phone away: Keeps eyes on the gate and the private phone in the locker.',
      'One thing at a time: Finishes the check at hand while the queue sounds its horns.',
      'Even attention: Is as alert at the end of a twelve-hour shift as at its start.',
      'Calm presence: Slows an alarmed group down by own steady pace and voice.',
    ],
    fortitude: [
      'Weather: Completes the outdoor round in rain and wind without cutting it short.',
      'After an insult: Stays correct after an insult and serves the next person evenly.',
      'Long incident: Holds a cordon for hours and keeps reporting on schedule.',
      'Back on post: Uses the support offered after a violent incident and returns to the post steady.',
    ],
  },
});
