const TONE = String.raw`(?:\p{Emoji_Modifier}|\uFE0F)?`;
const PART = String.raw`\p{Extended_Pictographic}${TONE}`;
const FLAG = String.raw`\p{Regional_Indicator}{2}|\u{1F3F4}[\u{E0020}-\u{E007E}]+\u{E007F}`;
const KEYCAP = String.raw`[0-9#*]\uFE0F?\u20E3`;
const FEW = new RegExp(String.raw`^\s*(?:(?:${FLAG}|${KEYCAP}|${PART}(?:\u200D${PART})*)\s*){1,3}$`, 'u');

/** Whether a text is one, two or three emoji and nothing else. */
export function isFewEmoji(text: string): boolean {
  return text.length < 100 && FEW.test(text);
}
