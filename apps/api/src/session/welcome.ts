/** What stands in the lobby of a new house, for whoever opens the door. */
export const WELCOME = [
  `**Welcome to Fourways.** One conversation, and four ways in which it can reach you:

- **Polling**: your browser asks every few seconds.
- **Long polling**: it asks once, and is answered when there is news.
- **SSE**: one response that the server keeps writing to.
- **WebSocket**: one line, open in both directions.

The button at the top right changes the way, *in the middle of a sentence* if you like: nothing is lost. Open a second browser, talk to yourself, and feel the difference. \`Ctrl+K\` goes anywhere, \`?\` shows all keys.`,
  `**Добро пожаловать в Fourways.** Один разговор, и четыре пути, которыми он до вас доходит:

- **Опрос**: браузер спрашивает каждые несколько секунд.
- **Долгий опрос**: спрашивает один раз, и ему отвечают, когда есть новости.
- **SSE**: один ответ, который сервер дописывает и дописывает.
- **WebSocket**: одна линия, открытая в обе стороны.

Кнопка справа вверху меняет путь, *хоть посреди фразы*: ничего не потеряется. Откройте второй браузер, поговорите с собой и почувствуйте разницу. \`Ctrl+K\` ведёт куда угодно, \`?\` показывает все клавиши.`,
] as const;
