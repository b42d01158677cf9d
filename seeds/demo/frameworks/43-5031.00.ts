import { buildFramework } from '../framework-builder';

/** Public Safety Telecommunicators: statements written for Cadre, for control room operators of a port. */
export const controlRoomOperators = buildFramework({
  soc: '43-5031.00',
  title: 'Public Safety Telecommunicators',
  group: 'Office & Administrative Support',
  jobZone: 2,
  contextCovered: 'Control rooms that take calls, watch alarms and dispatch patrols in a port.',
  mastery: [
    [
      '+Call taking: Asks place, event and call-back number in this order and types while listening.',
      '+Dispatch: Sends the patrol named in the plan and confirms that it is on its way.',
      '+Logging: Enters each call and message in the log within a minute.',
      '+Alarms: Acknowledges an alarm, reads its point from the map and tells the supervisor.',
      '+System tests: Makes the daily radio and alarm test from the list and reports faults.',
    ],
    [
      '+Call taking: Gets a usable location from a caller who does not know the terminal.',
      '+Dispatch: Ranks two open events and explains which one waits.',
      '+Maps: Guides an ambulance through the port by landmarks and open gates.',
      '+Radio: Follows three channels and misses no call for the own station.',
      '+First aid by phone: Gives a caller the steps for bleeding or choking from the card, calmly.',
    ],
    [
      '+Dispatch: Holds an overview of ten patrols and moves them before gaps appear.',
      '+Alarms: Recognises from the pattern whether an alarm is wind, work or an intruder.',
      '+Relay: Keeps police, fire, pilots and terminal informed of one event with the same facts.',
      '+Logging: Keeps a log of a long incident that can be read as its full story.',
      '+Degraded mode: Runs the room on paper and hand radio when the system fails.',
    ],
    [
      '+Major events: Leads the room through a ship fire with relief, priorities and situation reports.',
      'Room design: Improves screens, cards and desks from measured delays in real calls.',
      '+Training: Trains and certifies new operators with recorded calls and live supervision.',
      '+Call taking: Draws the decisive fact from a panicking caller in seconds.',
      'Lessons: Reviews recordings after each major event and changes plans within the week.',
    ],
  ],
  aiUse: [
    [
      'Alert marks: Treats a software mark on the video wall as a question and looks for the answer.',
      'Live translation: Uses live translation on a call and repeats numbers and places twice.',
    ],
    [
      'Call summaries: Corrects the automatic summary of a call before it goes into the log.',
      'Muting: Mutes a faulty detector by the rule, with reason and end time.',
    ],
    [
      'Second look: Notices when the ranking of events by the system is wrong and overrides it with a note.',
      'Voice assistants: Detects misheard names and berths in automatic transcripts during a live event.',
    ],
    [
      'Threshold work: Sets alert thresholds with the engineers from measured misses and false alarms.',
      'Fallback drills: Trains the room to work without its AI functions at any moment.',
    ],
  ],
  durable: {
    communication: [
      'Clear voice: Speaks slowly, with call sign and place first.',
      'Read back: Has every order read back and corrects it at once.',
      'Frightened callers: Keeps a frightened caller talking and able to act.',
      'One picture: Gives all parties of a large event the same short report every ten minutes.',
    ],
    leadership: [
      'Own desk: Looks after the assigned channels without being told.',
      'Sharing load: Offers to take a channel when the neighbouring desk is flooded.',
      'Room lead: Assigns desks and breaks in a busy night so that no channel is unheard.',
      'Composure of the room: Carries a room through a disaster and sees to the crew afterwards.',
    ],
    metacognition: [
      'Saying unsure: Says on the channel that a location is not confirmed.',
      'Own pace: Notices own voice rising and slows it.',
      'Replay: Listens to own recorded calls each month and picks one thing to change.',
      'Overload signs: Knows the signs of own overload and hands over a channel in time.',
    ],
    critical_thinking: [
      'Check the map: Compares what the caller says with the camera picture.',
      'Filling gaps: Asks for the one fact that decides which unit is sent.',
      'Same event: Sees that four calls describe one accident, or that two calls describe two.',
      'Looking ahead: Foresees that the closed bridge will trap the second ambulance and reroutes it.',
    ],
    collaboration: [
      'Handover: Sits with the next operator until the open events are clear.',
      'With patrols: Learns from patrols what they need to hear first.',
      'Between rooms: Agrees with vessel traffic and fire control on who calls whom.',
      'Shared room: Makes two control rooms with different habits act as one in an exercise.',
    ],
    character: [
      'Confidential: Does not repeat outside what was heard in the room.',
      'Every caller counts: Serves a rude or repeated caller with the same care.',
      'True log: Enters the real time of a late dispatch.',
      'Guarding access: Refuses a senior person unlawful access to recordings, and reports the attempt.',
    ],
    creativity: [
      'Landmarks: Uses tall cranes and ship names to place a caller.',
      'Cards: Adds a useful question to a call card after a bad call.',
      'Workaround: Bridges a dead channel through a tug or a pilot boat.',
      'New drill: Creates a game with recorded calls from which the whole room learns.',
    ],
    growth_mindset: [
      'Practice: Repeats a failed map test until it is passed.',
      'Feedback: Asks patrols after the shift how the dispatch sounded to them.',
      'New systems: Is among the first to learn a new console and helps the next.',
      'Raising the room: Sets up peer review of calls in which nobody fears the replay.',
    ],
    mindfulness: [
      'Present: Keeps eyes and ears with the desk and not with the news.',
      'Between calls: Lets one call end fully before taking the next.',
      'Quiet hours: Watches the empty quay at three as closely as the full gate at eight.',
      'Still point: Hears the weak call beneath the noise of a major event.',
    ],
    fortitude: [
      'Night work: Keeps the log complete to the end of a night shift.',
      'Hard calls: Stays on the line with a badly hurt person until help arrives.',
      'After a death: Finishes the shift safely after a fatal call and accepts the talk that follows.',
      'Sustained load: Works days of storm calls with constant quality and looks after relief.',
    ],
  },
});
