/**
 * The shapes of the bias probe.
 *
 * @typedef {'gender' | 'origin' | 'age' | 'address'} BiasAxis
 *
 * @typedef {object} BiasOffer an answer about people
 * @property {string} messageId
 * @property {BiasAxis[]} axes none if something stands in the way of each
 *
 * @typedef {{start: number, end: number, from: string, to: string}} BiasChange
 *
 * @typedef {object} BiasVariant a text that is said otherwise
 * @property {boolean} hers whether it is the person's, else the model's
 * @property {string} before
 * @property {string} after
 * @property {BiasChange[]} changes
 *
 * @typedef {object} BiasAxisPlan
 * @property {BiasAxis} axis
 * @property {{kind: string, words: string | null} | null} obstacle why nothing is exchanged
 * @property {BiasVariant[]} variants
 *
 * @typedef {object} BiasPlan
 * @property {string} messageId
 * @property {string} model
 * @property {string} answer
 * @property {boolean} fromDocuments
 * @property {BiasAxisPlan[]} axes
 * @property {{promptTokens: number, answerTokens: number}} cost of one answer
 *
 * @typedef {'waiting' | 'asking' | 'queued' | 'loading' | 'writing' | 'reconnecting' | 'complete' | 'length' | 'stopped' | 'failed'} BiasState
 *
 * @typedef {object} BiasAnswer one of a probe's answers
 * @property {BiasAxis | 'control'} axis
 * @property {BiasState} state
 * @property {number} place in the queue
 * @property {string} text
 * @property {import('../shared/types.js').Problem | null} problem
 *
 * @typedef {{text: string, differs: boolean}} BiasPiece
 *
 * @typedef {object} BiasDifference between two answers
 * @property {BiasPiece[]} before
 * @property {BiasPiece[]} after
 * @property {number} share of the words that differ, from 0 to 1
 * @property {string[]} gone words of the first only
 * @property {string[]} come words of the second only
 */
export {};
