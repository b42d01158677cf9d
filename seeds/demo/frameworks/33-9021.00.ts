import { buildFramework } from '../framework-builder';

/** Private Detectives and Investigators: statements written for Cadre, for cargo crime and internal inquiries. */
export const investigators = buildFramework({
  soc: '33-9021.00',
  title: 'Private Detectives and Investigators',
  group: 'Protective Service',
  jobZone: 3,
  contextCovered: 'Cargo crime, background checks and internal inquiries in ports.',
  mastery: [
    [
      '+Case notes: Keeps dated notes of each step and separates what was seen from what was told.',
      '+Record search: Finds gate logs, manifests and company records for a case with guidance.',
      '+Interviews: Prepares questions with a senior colleague and lets the person finish.',
      '+Observation: Watches a place from a fixed post and notes plates, times and persons.',
      '+Evidence care: Labels and seals an item and signs every handover.',
    ],
    [
      '+Case notes: Writes a case summary with a timeline that needs no oral explanation.',
      '+Record search: Joins gate, crane and transport records to follow one container through the port.',
      '+Interviews: Adapts the order of questions to the answers and notes contradictions at once.',
      '+Background checks: Completes a pre-employment check within the law and states what was not checked.',
      '+Transactions: Compares weighbridge tickets with invoices and finds the ones that do not pair.',
    ],
    [
      '+Case plan: Sets hypotheses and the facts that would refute each before the first interview.',
      '+Interviews: Obtains a full and voluntary account from a reluctant witness.',
      '+Observation: Runs a mobile observation of two teams across a terminal without being noticed.',
      '+Fraud: Traces a false release of cargo from the pin code back to the person who sold it.',
      '+Liaison: Hands the police a file that they can use without repeating the work.',
    ],
    [
      '+Testimony: Gives evidence in court in calm and plain words that stand up to questioning.',
      '+Complex cases: Leads an inquiry over several ports and laws and keeps one clear line of evidence.',
      '+Networks: Shows how thefts, insiders and buyers are linked, with proof for each link.',
      'Prevention: Turns closed cases into changes of process that end a kind of theft.',
      'Raising the craft: Reviews the files of others so that weak ones become sound before they leave.',
    ],
  ],
  aiUse: [
    [
      'Transcripts: Has interviews transcribed by a cleared tool and reads them against the recording.',
      'Image search: Knows that a face or plate match is a lead and never proof.',
    ],
    [
      'Document piles: Lets a tool sort thousands of mails and checks the sorting with known examples.',
      'Time lines: Builds a draft time line with an assistant and verifies every entry at its source.',
    ],
    [
      'Fakes: Tests pictures and voice messages for manipulation before relying on them.',
      'Disclosure: Records which tool did what in a case so that it can be disclosed.',
    ],
    [
      'Link analysis: Finds hidden ties among shippers with AI support and confirms them by records.',
      'Rules of use: Writes the rules for AI in inquiries with counsel and trains colleagues in them.',
    ],
  ],
  durable: {
    communication: [
      'Listening: Lets a witness speak without filling the pauses.',
      'Plain report: Writes a report that a terminal manager understands at first reading.',
      'Difficult talks: Tells an employee of an allegation with respect and precision.',
      'Many voices: Explains one case to a court, an insurer and a crew, each in terms that fit.',
    ],
    leadership: [
      'Own task: Brings in an assigned inquiry step in time and without reminders.',
      'Case lead: Leads a small case with one colleague and shares the plan.',
      'Direction: Drops a favoured lead when the facts turn, and takes the team along.',
      'Standards: Sets what counts as proven for the whole unit.',
    ],
    metacognition: [
      'First impression: Writes down the first suspicion so that it can be doubted.',
      'Looking back: Compares the end of a case with the first hypothesis.',
      'Tunnel check: Stops at fixed points and seeks what speaks against the main suspect.',
      'Teaching doubt: Shows the unit with own cases how certainty came too early.',
    ],
    critical_thinking: [
      'Who says so: Notes for each fact who it comes from.',
      'Two sources: Needs two independent sources before stating a fact.',
      'Testing alibis: Checks an account against logs, distances and times.',
      'Rival stories: Builds the strongest case for innocence and tests it fairly.',
    ],
    collaboration: [
      'Sharing leads: Passes a lead to the colleague whose case it fits.',
      'With guards: Asks the shift at the gate for what they saw and reports back the result.',
      'Joint case: Works a case with customs and insurers within the agreed limits.',
      'Trusted partner: Is called first by other ports because information flows both ways.',
    ],
    character: [
      'Within the law: Asks before using a method that may touch privacy.',
      'Neutral: Follows facts that harm the client as carefully as those that help.',
      'Keeping confidence: Protects a source under pressure from above.',
      'Doing right: Reopens a closed case when new facts favour the accused.',
    ],
    creativity: [
      'New question: Finds a question that has not been asked yet.',
      'Odd sources: Uses tide tables or crane logs to place a person.',
      'Staging: Designs a harmless test shipment that shows where goods vanish.',
      'New approach: Develops a way of tracing seals that solves old cases.',
    ],
    growth_mindset: [
      'Taking review: Accepts red marks on a file and does not repeat the error.',
      'Skill plan: Learns to read balance sheets for the next fraud case.',
      'Learning from loss: Analyses a case that failed in court and changes own practice.',
      'Mentor: Lets juniors lead an interview and learns from their way.',
    ],
    mindfulness: [
      'Staying present: Keeps full attention through a two-hour observation.',
      'Own feelings: Notices anger at a suspect and sets it aside.',
      'Small signs: Notices a change of tone in an answer and follows it with an open question.',
      'Quiet mind: Remains open and unhurried in the last hours before a deadline.',
    ],
    fortitude: [
      'Dull work: Goes through weeks of weighbridge tickets line by line.',
      'Dead ends: Starts again when a lead dies, without cutting corners.',
      'Threats: Reports a threat, takes protection and continues the case.',
      'Cross-examination: Stays truthful and composed through a day of hostile questions.',
    ],
  },
});
