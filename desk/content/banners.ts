import type { StoredBanner } from '../../store/repositories/banner-repository.ts';
import type { Banner } from '../../web/protocol/desk/content.ts';
import type { Actor } from '../actor.ts';
import { tellDesks } from '../announce.ts';
import { audited } from '../audited.ts';
import type { DeskParts } from '../desk-parts.ts';

const MOST_LISTED = 100;

export interface NewBanner {
  readonly textZh: string;
  readonly textEn: string;
  /** Null: until it is removed. */
  readonly untilAt: number | null;
}

/** Banners that stand and the latest that have ended, newest first. */
export async function listBanners(parts: DeskParts): Promise<Banner[]> {
  const { banners, staff } = parts.repositories;
  const stored = await banners.newest(MOST_LISTED);
  const names = await staff.namesOf(stored.map(({ created_by }) => created_by));
  return stored.map((banner) => bannerOf(banner, names.get(banner.created_by)?.name ?? banner.created_by));
}

/** Stands from now on; null where it would end before it began. */
export async function postBanner(parts: DeskParts, actor: Actor, banner: NewBanner): Promise<Banner | null> {
  const at = parts.now();
  if (banner.untilAt !== null && banner.untilAt <= at) return null;
  const stored: StoredBanner = {
    id: parts.newId(),
    text_zh: banner.textZh,
    text_en: banner.textEn,
    from_at: at,
    until_at: banner.untilAt,
    created_by: actor.staffId,
    created_at: at,
  };
  const line = { actor: actor.staffId, action: 'banner.posted', subject: `banner:${stored.id}`, at };
  const names = await parts.repositories.staff.namesOf([actor.staffId]);
  await parts.database.commit([
    parts.repositories.banners.add(stored),
    audited(parts, { ...line, detail: { ...banner } }),
  ]);
  tellDesks(parts, { type: 'content' });
  return bannerOf(stored, names.get(actor.staffId)?.name ?? actor.staffId);
}

/** Takes a banner away; what it said stays in the audit log. False where there is none. */
export async function removeBanner(parts: DeskParts, actor: Actor, id: string): Promise<boolean> {
  const { banners } = parts.repositories;
  const banner = await banners.byId(id);
  if (!banner) return false;
  const line = { actor: actor.staffId, action: 'banner.removed', subject: `banner:${id}`, at: parts.now() };
  const detail = { textZh: banner.text_zh, textEn: banner.text_en };
  const outcome = await parts.database.commit([banners.remove(id), audited(parts, { ...line, detail })]);
  if (outcome.ok) tellDesks(parts, { type: 'content' });
  return outcome.ok;
}

function bannerOf(banner: StoredBanner, createdBy: string): Banner {
  return {
    id: banner.id,
    textZh: banner.text_zh,
    textEn: banner.text_en,
    fromAt: banner.from_at,
    untilAt: banner.until_at,
    createdBy,
  };
}
