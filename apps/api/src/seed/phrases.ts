/** What people say at work, in pieces that go together; every other room speaks Russian. */
const EN = {
  begin: ['Has anyone seen', 'I am looking at', 'Tomorrow we should talk about', 'Good news about', 'Still waiting for', 'Who owns', 'I have just finished', 'Let us drop', 'Question on'],
  about: ['the release notes', 'the failing deploy', 'that flaky test', 'the new sign-in page', 'the customer call', 'the migration', 'the weekly numbers', 'the search index', 'the invoice'],
  end: ['?', '.', ', and it looks fine.', ' – any thoughts?', '; details in the ticket.', ' before lunch.', '. I can pair on it.', '!'],
  short: ['ok', 'thanks!', 'on it', '👍', 'lgtm', 'same here', 'later today', 'done'],
};
const RU: typeof EN = {
  begin: ['Кто-нибудь видел', 'Смотрю на', 'Завтра обсудим', 'Хорошие новости про', 'Всё ещё жду', 'Кто отвечает за', 'Только что закончил', 'Предлагаю отложить', 'Вопрос про'],
  about: ['описание выпуска', 'упавшую сборку', 'тот нестабильный тест', 'новую страницу входа', 'звонок клиента', 'перенос базы', 'цифры за неделю', 'поиск по сообщениям', 'счёт'],
  end: ['?', '.', ', выглядит хорошо.', ' – что думаете?', '; подробности в задаче.', ' до обеда.', '. Могу помочь.', '!'],
  short: ['ок', 'спасибо!', 'делаю', '👍', 'согласен', 'у меня так же', 'сегодня позже', 'готово'],
};

export const ROOMS = ['general', 'release', 'support', 'random', 'design', 'backend', 'Команда', 'Поддержка', 'Выпуск', 'Болталка', 'Дизайн', 'Сервер'];
const FIRST = ['Ada', 'Bob', 'Carla', 'Dmitri', 'Elena', 'Farid', 'Grace', 'Hugo', 'Ирина', 'Кирилл', 'Лена', 'Мария', 'Николай', 'Ольга', 'Пётр', 'Рита', 'Sofia', 'Tom', 'Уля', 'Вера'];
const LAST = ['Adams', 'Berg', 'Costa', 'Diaz', 'Egorova', 'Fischer', 'Иванова', 'Лебедев', 'Морозова', 'Новак'];

type Pick = <T>(items: readonly T[]) => T;

export function nameOf(n: number): string {
  const again = Math.floor(n / (FIRST.length * LAST.length));
  return `${FIRST[n % FIRST.length]} ${LAST[Math.floor(n / FIRST.length) % LAST.length]}${again ? ` ${again + 1}` : ''}`;
}

export function phraseFor(room: string, pick: Pick): string {
  const { begin, about, end, short } = /\p{Script=Cyrillic}/u.test(room) ? RU : EN;
  return pick([0, 1, 2, 3]) === 0 ? pick(short) : `${pick(begin)} ${pick(about)}${pick(end)}`;
}
