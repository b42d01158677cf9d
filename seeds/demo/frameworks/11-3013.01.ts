import { buildFramework } from '../framework-builder';

/** Security Managers: statements written for Cadre, for a manager who answers for a terminal or a region. */
export const securityManagers = buildFramework({
  soc: '11-3013.01',
  title: 'Security Managers',
  group: 'Management',
  jobZone: 4,
  contextCovered: 'Plans, people, money and crises of security at a port site or in a region.',
  mastery: [
    [
      '+Risk assessment: Fills in the site risk register from last year and asks the specialists what has changed.',
      '+Budget: Explains where the monthly security money goes and spots a line that runs over.',
      '+Policies: Knows which policy covers gate, quay and office, and where each of them is kept.',
      '+Agencies: Has the names and numbers of police, customs and fire officers and has met them.',
      '+Site inspection: Walks the site with a checklist and lists what departs from the security plan.',
    ],
    [
      '+Risk assessment: Rates threats by likelihood and consequence with reasons that operations accept.',
      '+Budget: Builds a yearly budget from posts, hours and equipment, and defends each line.',
      '+Contingency plans: Keeps plans for fire, strike and storm current and tests one each quarter.',
      '+Investigations: Opens an internal inquiry with a written scope and secures recordings in time.',
      '+Leading staff: Sets goals for each supervisor and reviews them on the agreed day.',
    ],
    [
      '+Security plan: Writes a facility security plan that passes the authority audit without major findings.',
      '+Crisis lead: Leads the site crisis team with stated aims, roles and times for the next decision.',
      '+Agencies: Runs a joint exercise with police and customs and settles its findings with both.',
      '+Procurement: Buys guarding and systems against measured requirements and holds suppliers to them.',
      '+Reporting: Tells the board in one page what is at risk, what was done and what is needed.',
    ],
    [
      'Strategy: Shifts money from guarding hours to prevention over three years and shows the effect on losses.',
      '+Risk assessment: Reads weak signals in trade, crime and politics and prepares the port before others do.',
      '+Standards: Sets a standard for all sites that each can meet in its own way, and audits by it.',
      '+Large events: Plans the security of a royal visit or a fleet day with a dozen partners and no surprise.',
      'Succession: Has a ready successor for each critical post and has seen each of them act in the role.',
    ],
  ],
  aiUse: [
    [
      'Knowing the tools: Lists which AI functions run at the site, who owns them and what they record.',
      'First drafts: Uses an assistant for routine letters and reads them fully before signing.',
    ],
    [
      'Scenario work: Has the assistant propose threat scenarios and strikes out those that do not fit the port.',
      'Data care: Decides which documents may go into which tool and tells the team.',
    ],
    [
      'Business case: Compares an analytics tool with a guard post by cost, missed events and complaints.',
      'Human decision: Makes sure that no access or staffing decision rests on a model score alone.',
    ],
    [
      'Programme: Leads the site from trials to regular use of AI, with reviews, a stop rule and trained people.',
      'Supplier scrutiny: Asks vendors for error rates on the own cameras and tests them before paying.',
    ],
  ],
  durable: {
    communication: [
      'Regular word: Informs the site management of incidents on the same day, in order of weight.',
      'Audience: Says the same finding differently to guards, hauliers and the board.',
      'In a crisis: Gives staff and press true, short and timed information while facts are still missing.',
      'Winning consent: Gains unions, customs and customers for a strict measure by explaining its purpose.',
    ],
    leadership: [
      'Direction: States the three aims of the site for this year.',
      'Delegation: Hands a supervisor a whole task with its authority and checks at agreed points.',
      'Hard choices: Closes a post or ends a contract when the facts demand it, and explains it in person.',
      'Culture: Makes reporting of errors normal at every site, seen in rising reports and falling losses.',
    ],
    metacognition: [
      'Own view: Separates in a report what is known from what is believed.',
      'Checking plans: Lists the assumptions on which a security plan rests.',
      'Devil in the room: Names a critic for each major decision and changes course when the critic is right.',
      'Learning from forecasts: Scores own risk forecasts against what happened and adjusts the method.',
    ],
    critical_thinking: [
      'Source check: Asks where a figure in a security report comes from.',
      'Trade-offs: Sets cost, delay and risk of a measure side by side before choosing.',
      'Root cause: Finds the shared cause behind three unlike incidents and removes it.',
      'Systems view: Foresees how a change at one terminal moves crime to the next, and plans for both.',
    ],
    collaboration: [
      'Meeting partners: Attends the port security meeting and reports back what others need.',
      'Give and take: Lends staff to a neighbouring site and agrees on how it will be returned.',
      'Joint plans: Writes one emergency plan with operations, customs and the fire service.',
      'Alliance: Turns rival terminals into a network that shares warnings within the hour.',
    ],
    character: [
      'Discretion: Keeps personal matters from an inquiry to those who must know.',
      'Declared interests: Declares a tie to a bidder and leaves the selection.',
      'Same measure: Pursues theft by a senior manager as firmly as theft by a docker.',
      'Under pressure: Refuses to soften a report for the board and keeps the trust of both sides.',
    ],
    creativity: [
      'Borrowing: Brings an idea from another site and adapts it to the local gate.',
      'More than one: Offers at least three ways to protect a new berth.',
      'Redesign: Moves a gate process so that risk falls and lorries wait less.',
      'New model: Creates a form of shared guarding with customers that did not exist before.',
    ],
    growth_mindset: [
      'Asking staff: Asks supervisors what stands in their way and acts on one answer.',
      'After an audit: Treats an audit finding as a plan of work, not as blame.',
      'Own learning: Seeks yearly feedback from below and publishes one aim from it.',
      'Room to try: Funds small trials that may fail and shares the lessons across sites.',
    ],
    mindfulness: [
      'Before deciding: Waits for the facts of the first hour before naming a cause.',
      'Undivided: Keeps conversations with staff free of screens and hurry.',
      'Reading signals: Notices when the crisis team narrows on one story and widens it again.',
      'Steady centre: Stays composed for days in a long crisis, and rests so that judgement holds.',
    ],
    fortitude: [
      'Staying with it: Sees a tedious audit through to its last open point.',
      'Setbacks: Brings a rejected budget back with better grounds.',
      'Facing anger: Takes questions from a hostile staff meeting and keeps to the facts.',
      'Long haul: Rebuilds a weak site over years without losing people or standards on the way.',
    ],
  },
});
