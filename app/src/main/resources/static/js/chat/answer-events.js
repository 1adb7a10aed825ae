/** @import {ConversationState} from './conversation-state.js' */
/** @import {Message, ServerEvent} from '../shared/types.js' */

/**
 * What each event of an answer does to its conversation; `dropped` and `resumed` tell of the line.
 *
 * @type {Record<string, (conversation: ConversationState, data: any) => void>}
 */
const effects = {
  answer(conversation, data) {
    const { live, outgoing, summary } = conversation;
    if (summary) {
      const { title = summary.title, expiresAt = summary.expiresAt } = data;
      conversation.summary = { ...summary, title, expiresAt, answering: data.id };
    }
    if (outgoing && !outgoing.failed && outgoing.kind !== 'regenerate') {
      add(conversation, {
        ...common(outgoing.text, 'user'),
        id: data.userMessageId,
        parentId: outgoing.after,
        key: outgoing.key,
      });
    }
    add(conversation, {
      ...common('', 'assistant'),
      id: data.messageId,
      parentId: data.userMessageId,
      state: 'generating',
      answerId: data.id,
      model: data.model,
      method: data.method ?? outgoing?.summary?.method ?? null,
      composed: data.composed ?? Boolean(outgoing?.summary),
      consulted: data.consulted ?? [],
      key: live?.key,
    });
  },

  queued: (conversation, { position, seconds }) => phase(conversation, 'queued', position, seconds),

  loading: (conversation) => phase(conversation, 'loading'),

  progress(conversation, progress) {
    if (conversation.live?.phase !== 'writing') phase(conversation, 'progress');
    if (conversation.live) conversation.live = { ...conversation.live, progress };
  },

  token(conversation, { text }) {
    phase(conversation, 'writing');
    change(conversation, (message) => ({ text: message.text + text }));
  },

  done(conversation, { finishReason, findings, citations, leftOut, reminder, expiresAt }) {
    change(conversation, () => ({
      state: finishReason,
      findings: findings ?? [],
      citations: citations ?? [],
      leftOut: leftOut ?? 0,
      answerId: null,
    }));
    if (reminder) conversation.reminder = reminder;
    if (expiresAt && conversation.summary) conversation.summary = { ...conversation.summary, expiresAt };
  },

  dropped: (conversation) => phase(conversation, 'reconnecting'),

  resumed(conversation) {
    const begun = conversation.messages.some((message) => message.state === 'generating' && message.text !== '');
    phase(conversation, begun ? 'writing' : 'sending');
  },

  problem: (conversation, problem) => change(conversation, () => ({ state: 'failed', problem, answerId: null })),
};

/**
 * @param {ConversationState} conversation
 * @param {ServerEvent} event one of another name changes nothing
 */
export function applyEvent(conversation, event) {
  effects[event.name]?.(conversation, event.data);
}

/**
 * @param {string} text
 * @param {'user' | 'assistant'} role
 * @returns {Omit<Message, 'id' | 'parentId'>}
 */
const common = (text, role) => ({
  text,
  role,
  createdAt: new Date().toISOString(),
  state: 'complete',
  answerId: null,
  model: null,
  findings: [],
  citations: [],
  leftOut: 0,
  problem: null,
});

/**
 * @param {ConversationState} conversation
 * @param {Message} message
 */
function add(conversation, message) {
  const known = conversation.messages.find((other) => other.id === message.id);
  if (!known) conversation.messages = [...conversation.messages, message];
  // One that the conversation came with keeps its place, for creation order decides which branch is the newest; its
  // text is left out, for the events tell it again from the start.
  else if (message.role === 'assistant') change(conversation, () => ({ answerId: message.answerId, text: '' }));
}

/**
 * @param {ConversationState} conversation
 * @param {(message: Message) => Partial<Message>} changes of the message being written
 */
function change(conversation, changes) {
  conversation.messages = conversation.messages.map((message) =>
    message.state === 'generating' ? { ...message, ...changes(message) } : message,
  );
}

/**
 * @param {ConversationState} conversation
 * @param {import('../shared/types.js').Phase} name
 * @param {number} [place]
 * @param {number} [seconds]
 */
function phase(conversation, name, place = 0, seconds = 0) {
  const { live } = conversation;
  if (live && (live.phase !== name || live.place !== place)) {
    conversation.live = { ...live, phase: name, place, seconds };
  }
}
