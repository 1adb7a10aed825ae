/**
 * What exploitants see and do, as the server tells it.
 *
 * @typedef {'proposed' | 'importing' | 'imported' | 'evaluating' | 'evaluated' | 'ready' | 'canary' | 'active' | 'retired'} ReleaseState
 * @typedef {'import' | 'cancel' | 'evaluate' | 'ready' | 'canary' | 'activate' | 'retire'} ReleaseAct
 *
 * @typedef {object} Release a model, its settings and its prompts under one digest
 * @property {string} id
 * @property {string} model id in the catalogue
 * @property {string} displayName
 * @property {string} engine
 * @property {string} engineModel
 * @property {ReleaseState} state
 * @property {string} digest
 * @property {string | null} engineDigest as the engine reported it when it was imported
 * @property {number | null} sizeBytes
 * @property {string} licence
 * @property {string} createdAt
 * @property {string} changedAt
 * @property {{phase: string, done: number, total: number, unit: string} | null} progress
 * @property {{code: string, text: string, at: string} | null} problem what went wrong last, and what to do
 * @property {boolean} drift whether the engine has another model under the same name now
 * @property {boolean} promptsChanged whether the evaluation was of other prompts than those in use
 * @property {{passed: boolean, at: string} | null} evaluation
 * @property {ReleaseAct[]} can
 *
 * @typedef {object} CatalogueModel
 * @property {string} id
 * @property {string} displayName
 * @property {string} engine
 * @property {string} engineModel
 * @property {string} licence
 * @property {string} quantisation
 * @property {number} contextWindow
 * @property {number | null} sizeBytes
 * @property {number | null} memoryBytes
 *
 * @typedef {object} Releases
 * @property {number} revision what an order must name: what its giver saw
 * @property {string | null} active id of a release
 * @property {string | null} previous id of the release that was active before
 * @property {{release: string, percent: number, since: string} | null} canary
 * @property {Release[]} releases newest first
 * @property {CatalogueModel[]} catalogue
 * @property {string[]} files that can be imported
 *
 * @typedef {'up' | 'down' | 'hung' | 'old' | 'draining' | 'opened'} BackendState
 *
 * @typedef {object} Backend
 * @property {string} name
 * @property {string} kind
 * @property {BackendState} state
 * @property {string | null} version
 * @property {{name: string, digest: string | null, sizeBytes: number | null, loaded: boolean}[]} models
 * @property {number} slots
 * @property {number} taken
 * @property {string | null} failure
 * @property {string | null} since
 *
 * @typedef {{backends: Backend[], waiting: number}} Backends
 *
 * @typedef {object} Suite
 * @property {string} id
 * @property {string} title
 * @property {number} score from 0 to 1
 * @property {number | null} active what the active release had
 * @property {number} threshold
 * @property {boolean} passed
 * @property {{id: string, passed: boolean, why: string | null}[]} cases
 *
 * @typedef {object} WattHours
 * @property {number} least
 * @property {number} most
 *
 * @typedef {object} Report
 * @property {boolean} passed
 * @property {string} at
 * @property {string | null} comparedWith
 * @property {Suite[]} suites
 * @property {{firstTokenMs: number, slowestFirstTokenMs: number, tokensPerSecond: number, answers: number, passed: boolean}} speed
 * @property {{own: WattHours, active: WattHours | null} | null} energy for a thousand tokens; null in older reports
 */

export {};
