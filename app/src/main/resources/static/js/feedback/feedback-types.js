/**
 * The shapes of feedback that cross the HTTP contract. Types only: nothing here runs.
 *
 * @typedef {'wrong' | 'incomplete' | 'off-topic' | 'tone' | 'too-long'} Reason
 *
 * @typedef {object} OwnVote a person's own opinion of an answer
 * @property {string} messageId
 * @property {boolean} useful
 * @property {Reason | null} reason
 * @property {string | null} text
 * @property {boolean} attached whether the question and the answer are attached
 * @property {string | null} attachedUntil when what was attached or written vanishes
 *
 * @typedef {object} OwnVotes those of one conversation
 * @property {OwnVote[]} votes
 * @property {string} attachedFor ISO-8601, as in `PT720H`
 * @property {boolean} mayAttach
 *
 * @typedef {{useful: boolean, reason: Reason | null, text: string | null, attach: boolean}} NewVote
 *
 * @typedef {object} Line counts that enough people stand behind
 * @property {string} task
 * @property {string} model
 * @property {number} useful
 * @property {number} notUseful
 * @property {Record<string, number> | null} reasons null if too few people gave any
 *
 * @typedef {{month: string, lines: Line[], withheld: boolean}} Month
 * @typedef {{smallest: number, attachedFor: string, months: Month[]}} Summary
 *
 * @typedef {object} Attached
 * @property {string} id
 * @property {string} at
 * @property {string} endsAt
 * @property {string} task
 * @property {string} model
 * @property {boolean} useful
 * @property {Reason | null} reason
 * @property {string | null} text
 * @property {string | null} question
 * @property {string | null} answer
 *
 * @typedef {{attached: Attached[], next: string | null}} AttachedPage
 */
export {};
