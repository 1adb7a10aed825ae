import { mayProve } from '../shared/person.js';
import { neutralised } from '../shared/plain-text.js';
import { routes } from '../shared/routes.js';
import { texts } from '../shared/texts.js';

/** @import {Command} from '../shared/command-palette.js' */
/** @import {ConversationHeader} from './conversation-header.js' */
/** @import {Desk} from './desk.js' */

/**
 * What the palette finds: the conversations, then what can be done here.
 *
 * @param {Desk} desk
 * @param {ConversationHeader | null} header of the conversation on screen
 * @param {{erase: () => void, eraseAll: () => void, help: () => void}} acts
 * @returns {Command[]}
 */
export function commandsOf(desk, header, { erase, eraseAll, help }) {
  const conversations = desk.list.all.map(({ id, title, ephemeral }) => ({
    group: texts.palette.conversations,
    name: neutralised(title ?? texts.panel.untitled),
    ...(ephemeral ? { hint: texts.ephemeral.word } : {}),
    run: () => (location.hash = routes.conversation(id)),
  }));
  const commands = [
    { name: texts.panel.fresh, hint: 'Ctrl Maj O', run: () => desk.fresh() },
    ...(desk.offersEphemeral ? [{ name: texts.ephemeral.fresh, run: () => desk.fresh(true) }] : []),
    ...(header ? [{ name: texts.header.renameThis, run: () => header.startRenaming() }] : []),
    ...(header ? [{ name: texts.ends.soonerThis, run: () => header.startShortening() }] : []),
    ...(header ? [{ name: texts.header.eraseThis, run: erase }] : []),
    ...(conversations.length ? [{ name: texts.panel.eraseAll, run: eraseAll }] : []),
    { name: texts.panel.charter, run: () => (location.hash = routes.charter) },
    { name: texts.feedback.mine.page, run: () => (location.hash = routes.mine) },
    ...(desk.me?.roles.includes('REFERENT')
      ? [
          { name: texts.audit.page, run: () => (location.hash = routes.audit) },
          { name: texts.feedback.oversight.page, run: () => (location.hash = routes.feedback) },
        ]
      : []),
    ...(desk.me && mayProve(desk.me)
      ? [
          { name: texts.models.page, run: () => (location.hash = routes.models) },
          { name: texts.ops.purge.page, run: () => (location.hash = routes.purge) },
        ]
      : []),
    { name: texts.shortcuts.title, hint: '?', run: help },
  ];
  return [...conversations, ...commands.map((command) => ({ group: texts.palette.commands, ...command }))];
}
