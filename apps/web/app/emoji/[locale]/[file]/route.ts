import { hasLocale } from 'next-intl';
import { routing } from '@/i18n/routing';
import { EMOJI_FILES, emojiFile } from '@/server/emoji-files';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return routing.locales.flatMap((locale) => EMOJI_FILES.map((file) => ({ locale, file })));
}

/** Emoji and their names from this server: nobody else learns who looks for one, and it works without the internet. */
export async function GET(_request: Request, { params }: RouteContext<'/emoji/[locale]/[file]'>): Promise<Response> {
  const { locale, file: name } = await params;
  const file = EMOJI_FILES.find((each) => each === name);
  if (!file || !hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  return Response.json(await emojiFile(locale, file));
}
