/**
 * The shapes that cross the HTTP contract, and those the elements share. Types only: nothing here runs.
 *
 * @typedef {'queued' | 'loading' | 'progress' | 'writing' | 'sending' | 'reconnecting'} Phase what a running answer does
 * @typedef {'complete' | 'generating' | 'stopped' | 'length' | 'failed'} MessageState
 * @typedef {'figure' | 'amount' | 'percentage' | 'date' | 'duration' | 'reference' | 'name' | 'quotation' | 'text'} FindingKind
 * @typedef {'supported' | 'not_found' | 'contradicted' | 'no_source' | 'not_analysed'} Verdict
 *
 * @typedef {object} Problem an error as the server words it, in French
 * @property {string} type `urn:iris:problem:<name>`
 * @property {string} title
 * @property {number} status
 * @property {string} [detail]
 * @property {boolean} [retryable]
 * @property {Reminder} [reminder] what must be acknowledged first
 *
 * @typedef {object} Reminder what to think of before a request leaves
 * @property {string} kind
 * @property {string} title
 * @property {string} text
 * @property {boolean} mustAcknowledge the server refuses the request until it is
 * @property {{calculation: string, value: string} | null} result
 * @property {string | null} link
 *
 * @typedef {object} Evidence words of a document's page, in UTF-16 units of its block
 * @property {string} documentId
 * @property {number} page
 * @property {number} block
 * @property {number} from
 * @property {number} to
 * @property {string} text
 *
 * @typedef {object} Finding something precise that an answer says, and what the sources say of it
 * @property {FindingKind} kind `text`: a stretch that was not analysed
 * @property {Verdict} [verdict]
 * @property {Evidence | null} [evidence] where the sources say it, or say otherwise
 * @property {boolean} [checked] whether the person ticked it
 * @property {string} text
 * @property {number} start offset in the answer, in UTF-16 units
 * @property {number} end
 *
 * @typedef {{block: number, from: number, to: number}} Span words of a page's block, in UTF-16 units
 *
 * @typedef {object} Citation a mark of an answer, such as `[p. 37]`, and what supports the sentence before it
 * @property {number} start of the mark in the answer, in UTF-16 units
 * @property {number} end
 * @property {string} documentId
 * @property {number} page
 * @property {Span[]} spans empty if no words of the page support the sentence
 * @property {string} [note] what its words are, if not a support
 *
 * @typedef {'generative' | 'extractive'} Method
 *
 * @typedef {{documentId: string, pages: number[], of: number}} Consulted the pages that were read, of how many
 *
 * @typedef {object} Message
 * @property {string} id
 * @property {string | null} parentId
 * @property {'user' | 'assistant'} role
 * @property {string} text
 * @property {string} createdAt
 * @property {MessageState} state
 * @property {string | null} answerId
 * @property {string | null} model
 * @property {Finding[]} findings
 * @property {Citation[]} [citations]
 * @property {Method | 'search' | null} [method] how it came to be: written, copied, or documents were searched in vain
 * @property {boolean} [composed] it answers a choice: it is a summary
 * @property {Consulted[]} [consulted] what of which documents it was made from
 * @property {number} leftOut how many earlier messages the model did not read
 * @property {Problem | null} problem
 * @property {string} [key] stable in the page while the server's id is still awaited
 *
 * @typedef {object} ConversationSummary
 * @property {string} id
 * @property {string | null} title
 * @property {string} createdAt
 * @property {string} lastActivityAt
 * @property {string} expiresAt
 * @property {string | null} answering
 * @property {boolean} ephemeral whether it lives in the server's memory only
 *
 * @typedef {ConversationSummary & {messages: Message[]}} ConversationDetail
 *
 * @typedef {{version: string, date: string}} Acceptance
 *
 * @typedef {object} Me
 * @property {string} id tells people apart who have one name
 * @property {string} name
 * @property {string[]} roles
 * @property {{version: string, accepted: Acceptance | null, mustAccept: boolean}} charter
 *
 * @typedef {object} CharterText
 * @property {string} version
 * @property {string} date
 * @property {string} title
 * @property {string} introduction
 * @property {{number: number, title: string, text: string, example: string}[]} rules
 * @property {{version: string, date: string, summary: string}[]} changes
 * @property {{number: number, before: string | null}[]} [rewritten] rules as they were worded in the version accepted
 * @property {Acceptance | null} accepted
 * @property {string | null} official
 * @property {string} reminder
 *
 * @typedef {object} SelfCheckQuestion
 * @property {number} rule
 * @property {string} text
 * @property {{text: string, agrees: boolean}[]} answers
 * @property {string} explanation
 *
 * @typedef {{introduction: string, questions: SelfCheckQuestion[]}} SelfCheck
 *
 * @typedef {object} CharterProof how many accepted each version, the newest first
 * @property {number} few a smaller number is not told
 * @property {{version: string, inForce: boolean, accepted: number | null, last: string | null}[]} versions
 *
 * @typedef {object} Model
 * @property {string} id
 * @property {string} displayName
 * @property {string[]} languages
 * @property {string} licence
 * @property {number} contextWindow
 * @property {'READY' | 'LOADING' | 'MISSING' | 'DOWN'} state
 * @property {string | null} notice
 * @property {string | null} hint
 *
 * @typedef {{active: string, models: Model[]}} Models
 *
 * @typedef {object} Retention how long conversations live after their last message and in all, ISO-8601
 * @property {string} idle
 * @property {string} max
 * @property {string | null} ephemeral an ephemeral one, after its last message; null if none are offered
 *
 * @typedef {{retention: Retention, maxMessageLength: number, openDataUrl: string}} Settings
 *
 * @typedef {object} AuditSearch days as `2026-03-02`
 * @property {string} [from]
 * @property {string} [to] the last day
 * @property {string} [who]
 * @property {string} [what]
 *
 * @typedef {{time: string, who: string, what: string, details: Record<string, string>}} AuditEntry
 * @typedef {{entries: AuditEntry[], next: string | null}} AuditPage
 *
 * @typedef {object} AuditIntegrity
 * @property {boolean} intact
 * @property {{file: string, line: number, kind: 'CHANGED' | 'MISSING' | 'MOVED' | 'OTHER_KEY'} | null} firstBreak
 * @property {string} checkedAt
 * @property {number} files
 * @property {number} lines
 * @property {number} unkeyed files whose lines anybody could have computed
 * @property {string[]} unfinished files that end in half a line
 * @property {boolean} failing whether the trail cannot be written at the moment
 * @property {number} lost entries that found no place
 *
 * @typedef {object} PurgeProof what a walk over all of Redis found
 * @property {string} at when it ended
 * @property {string} took ISO-8601
 * @property {Record<string, number>} keys how many of each kind
 * @property {number} withoutEnd
 * @property {number} foreign how many are not IRIS's
 * @property {number} shortened how many ended too late, and were brought forward
 * @property {string | null} oldest when the oldest conversation began
 * @property {string | null} nextEnd
 * @property {{alive: number, destroyed: number, lastDestroyed: string | null, nextDestruction: string | null}} ring
 * @property {{sure: boolean, apart: string}} clock
 *
 * @typedef {object} ServerEvent
 * @property {number | null} id
 * @property {string} name
 * @property {any} data
 *
 * @typedef {object} Outgoing a message on its way: what the page holds until the server has acknowledged it
 * @property {string} key
 * @property {'send' | 'edit' | 'regenerate' | 'summary'} kind
 * @property {string} text
 * @property {string | null} after the message it follows
 * @property {string | null} replaces
 * @property {SummaryRequest | null} [summary] what kind `summary` asks for
 * @property {string[]} [acknowledged] kinds of the reminders that were read
 * @property {string[]} [documentIds] which documents it asks; none for all
 * @property {boolean} failed
 * @property {Problem | null} problem
 *
 * @typedef {object} Item one line of the thread
 * @property {Message} message
 * @property {boolean} outgoing not yet acknowledged by the server
 * @property {boolean} [fixed] its text is made of choices: it cannot be written otherwise
 * @property {boolean} failed
 * @property {Problem | null} problem
 * @property {{position: number, count: number, previous: string | null, next: string | null}} branches
 *
 * @typedef {object} Live the answer being written
 * @property {Phase} phase
 * @property {number} place in the queue, 0 when not queued
 * @property {number} [seconds] how long its place is likely to last, 0 while nothing can be said
 * @property {string} key
 * @property {boolean} stopping asked to stop
 * @property {Progress | null} [progress] how far a summary has read
 *
 * @typedef {object} Progress
 * @property {number} done
 * @property {number} total
 * @property {string} unit
 * @property {number | null} left in seconds
 *
 * @typedef {object} DocumentLimits
 * @property {number} maxBytes
 * @property {number} maxPages
 * @property {number} maxPerConversation
 * @property {string[]} extensions as `.pdf`
 *
 * @typedef {object} DocumentView a document of a conversation
 * @property {string} id
 * @property {string} conversationId
 * @property {number} number in its conversation, from 1: cited as `[doc. 2, p. 37]`
 * @property {string} name
 * @property {string | null} kind null while unknown
 * @property {number} bytes
 * @property {'waiting' | 'reading' | 'ready' | 'failed'} state
 * @property {number} pagesRead
 * @property {number} pages 0 while unknown
 * @property {number[]} unreadable pages
 * @property {number[]} recognised pages read by optical recognition
 * @property {Problem | null} problem
 * @property {string | null} partOf the mail that it came with
 * @property {{name: string, title: string}[]} notRead what came with it and could not be kept, and why
 *
 * @typedef {object} Transfer a file on its way to the server
 * @property {string} key
 * @property {File} file
 * @property {number} sent bytes
 * @property {'queued' | 'sending' | 'failed'} state
 * @property {Problem | null} problem
 *
 * @typedef {object} PageBlock
 * @property {'heading' | 'paragraph' | 'list_item' | 'row' | 'footnote'} kind
 * @property {number} level of a heading, from 1; else 0
 * @property {string} text
 * @property {string[]} cells of a row
 *
 * @typedef {object} DocumentPage
 * @property {number} number
 * @property {'text' | 'recognised' | 'empty' | 'unreadable'} origin
 * @property {PageBlock[]} blocks
 *
 * @typedef {'briefing' | 'key-points' | 'questions' | 'one-page' | 'easy-read' | 'comparison'} SummaryFormat
 *
 * @typedef {object} SummaryRequest
 * @property {string} documentId
 * @property {SummaryFormat} format
 * @property {'short' | 'medium' | 'long'} length
 * @property {Method} method
 * @property {string[]} documentIds the other documents
 */
export {};
