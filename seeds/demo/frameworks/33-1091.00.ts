import { buildFramework } from '../framework-builder';

/** First-Line Supervisors of Security Workers: statements written for Cadre, for a shift supervisor at a terminal. */
export const securitySupervisors = buildFramework({
  soc: '33-1091.00',
  title: 'First-Line Supervisors of Security Workers',
  group: 'Protective Service',
  jobZone: 2,
  contextCovered: 'Shifts, posts and first command at port terminals and on enclosed sites.',
  mastery: [
    [
      '+Posting the shift: Fills the posts from the standing plan and asks the duty officer when someone is missing.',
      '+Post visits: Visits every post once per shift and notes what the guard there reports.',
      '+Incident command: Reaches the scene quickly, says who is in charge and calls the control room.',
      '+Reports: Reads the reports of the shift and sends back those without a time or a place.',
      '+Keys and passes: Keeps the register of keys and passes complete at every change of shift.',
    ],
    [
      '+Posting the shift: Matches guards to posts by skill and licence, and covers a sick call within half an hour.',
      '+Standards: Corrects a poor search or greeting on the spot, in private and with a demonstration.',
      '+Drills: Runs the monthly fire or bomb drill from the script and notes who did what.',
      '+Complaints: Hears both sides of a complaint by a haulier and answers it the same day.',
      '+Equipment: Checks radios, scanners and vehicles at the start of the shift and takes faulty ones out of use.',
    ],
    [
      '+Posting the shift: Plans posts ahead for vessel calls and peaks so that no critical post rests on one person.',
      '+Incident command: Leads guards, first-aiders and responders at one scene and keeps a log that holds up later.',
      '+Training: Finds the weakest duty of the shift and trains it until every guard can show it.',
      '+Hiring: Interviews candidates with the same questions and explains each decision by what was said.',
      '+Procedures: Rewrites a post order that guards misread and tests it with the newest guard.',
    ],
    [
      'Shift health: Sees fatigue and friction early and changes the roster before errors or resignations follow.',
      '+Major incidents: Runs the terminal side of a multi-agency incident and hands over without a gap.',
      '+Drills: Designs an unannounced exercise that exposes a real weakness, and closes it within a month.',
      '+Resources: Argues for posts and equipment with figures from the log, and gives back what is not needed.',
      'Growing supervisors: Prepares two guards for supervision by handing them real decisions under watch.',
    ],
  ],
  aiUse: [
    [
      'Roster proposals: Reads the roster that the tool proposes and checks rest hours before publishing it.',
      'Alert queues: Explains to the shift what the alert software watches and what it does not.',
    ],
    [
      'Summaries: Has the assistant sum up a week of reports and opens the reports behind every surprising line.',
      'Briefing texts: Drafts the shift briefing with the assistant and removes what is not true of this terminal.',
    ],
    [
      'Trend checks: Finds hot spots in incident data with the tool and confirms them by visiting the place.',
      'Fair use: Never lets a score from a tool decide about a guard; looks at the work and asks.',
    ],
    [
      'Trial on shift: Runs a four-week trial of an AI tool with a measure agreed before it starts.',
      'House rules: Writes the shift rules for assistants and cameras, and guards can repeat them.',
    ],
  ],
  durable: {
    communication: [
      'Shift briefing: Tells the shift who stands where and what is different today.',
      'Clear orders: Gives an order by radio that needs no second call.',
      'Hard feedback: Tells a guard plainly what fell short and agrees on the next step.',
      'Up and across: Gets a risk from the quay heard by terminal management in two minutes.',
    ],
    leadership: [
      'Taking the lead: Decides small matters on shift instead of passing them upward.',
      'Fair hand: Shares out unpopular posts by a rule that everyone knows.',
      'Steering through: Keeps the shift in step when a plan falls apart at the gate.',
      'Building leaders: Lets a guard run the briefing and the drill, and stands behind the result.',
    ],
    metacognition: [
      'Own bias: Says which guard is easiest to trust and checks that one as well.',
      'Review of a call: Goes back over a decision of the night and states what was assumed.',
      'Second view: Asks the deputy to argue against the posting plan before it is fixed.',
      'Decision journal: Keeps notes on difficult calls and changes the way of deciding because of them.',
    ],
    critical_thinking: [
      'Checking facts: Asks who saw it and when before writing up an incident.',
      'Cause first: Looks for the reason behind repeated late arrivals before blaming the guards.',
      'Weighing options: Compares two ways to cover a gap and says what each would leave open.',
      'Testing the rule: Shows with cases from the log that a post order causes the problem it should prevent.',
    ],
    collaboration: [
      'Relief in order: Meets the incoming supervisor in person and walks through the open items.',
      'With operations: Agrees with the vessel planner when the gangway post is needed.',
      'Shared scene: Divides a scene with police and fire officers without dispute over who does what.',
      'One terminal: Brings several shifts to one way of working that no one had to be ordered into.',
    ],
    character: [
      'Keeps promises: Does what was promised to a guard about leave or posts.',
      'Even rules: Applies the lateness rule to a friend as to anyone.',
      'Speaking up: Tells the manager that a post is unsafe even when the customer wants it staffed.',
      'Trusted record: Writes the log so honestly, own errors included, that others rely on it unread.',
    ],
    creativity: [
      'Simple change: Swaps two posts to see whether the queue moves better.',
      'Drill ideas: Invents a new scenario for the drill from a near miss.',
      'Doing without: Finds a safe way to run a gate for a night with half its equipment.',
      'New pattern: Designs a patrol pattern with the shift that other terminals copy.',
    ],
    growth_mindset: [
      'Open ear: Asks the shift what could have been done better, and writes it down.',
      'Own gaps: Takes a course in the duty that was always left to others.',
      'Praise for effort: Names the progress of a slow learner and sets the next task.',
      'Learning shift: Makes the ten-minute review after incidents a habit that runs without the supervisor.',
    ],
    mindfulness: [
      'Pause first: Takes one breath before answering an angry call.',
      'Full attention: Listens to a guard to the end with the radio turned down.',
      'Reading the room: Notices strain at the briefing and speaks with the person before the shift.',
      'Steady in the storm: Keeps voice and pace even at a major incident so that others do too.',
    ],
    fortitude: [
      'Through the night: Keeps standards up at four in the morning.',
      'Bad news: Tells the shift unwelcome news in person and stays for the questions.',
      'Under attack: Stands by a correct decision when a customer shouts.',
      'After a loss: Brings the shift back to steady work after a serious accident and sees to those affected.',
    ],
  },
});
