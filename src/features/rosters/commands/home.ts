import type { Context } from '../../../discord/context.ts';
import { holds, staff } from '../../../discord/policy.ts';
import type { HomeItem } from '../../../kernel/feature.ts';
import { escapeMarkdown } from '../../../kernel/text.ts';
import { text } from '../messages/expected.ts';
import { text as importText } from '../messages/import.ts';
import { awaitingPromos } from '../service/expected.ts';
import { expectedId } from '../wire.ts';

/** To who manages a promo: who of its list has not come. */
export async function home({ db, actor, keys }: Context): Promise<readonly HomeItem[]> {
  if (!holds(staff, await keys())) return [];
  const promos = await awaitingPromos(db, actor);
  return promos.map(({ id, name, expected }) => ({
    text: text.home(escapeMarkdown(name), expected),
    button: { label: importText.seeExpected, customId: expectedId.encode({ promoId: id }) },
  }));
}
