'use client';
import type { AuditReport } from '@fourways/chat-client';
import { CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useChatClient } from '@/features/room/chat-context';
import { useErrorText } from '@/features/room/error-text';

/** Has the server check what was delivered, and says what came of it. */
export function AuditCheck() {
  const t = useTranslations('delivery.audit');
  const client = useChatClient();
  const errorText = useErrorText();
  const [checking, setChecking] = useState(false);
  const [report, setReport] = useState<AuditReport | null>(null);
  const [problem, setProblem] = useState<unknown>(null);

  async function check() {
    setChecking(true);
    setReport(null);
    setProblem(null);
    await client.audit().then(setReport, setProblem);
    setChecking(false);
  }

  return (
    <>
      <Button look="outline" size="small" className="justify-self-start" aria-disabled={checking} onClick={() => void (checking || check())}>
        {t(checking ? 'checking' : 'check')}
      </Button>
      <div role="status" data-testid="audit-result" data-outcome={report?.outcome} className="empty:hidden">
        {report && <Result report={report} />}
        {problem !== null && <p className="text-soft">{errorText(problem)}</p>}
      </div>
    </>
  );
}

const marks = { match: CircleCheck, differs: TriangleAlert, gap: CircleHelp };
const colours = { match: 'text-good', differs: 'text-danger', gap: 'text-warn' };

function Result({ report }: { report: AuditReport }) {
  const Mark = marks[report.outcome];
  return (
    <p className="flex items-start gap-2 text-pretty">
      <Mark aria-hidden className={`mt-0.5 size-4 shrink-0 ${colours[report.outcome]}`} />
      <Sentence report={report} />
    </p>
  );
}

function Sentence({ report }: { report: AuditReport }) {
  const t = useTranslations('delivery.audit');
  const format = useFormatter();
  if (report.outcome === 'gap') return <span>{t('gap', { reason: report.reason })}</span>;
  if (report.outcome === 'match') return <span>{t('match', { count: report.mine.count })}</span>;
  const [mine, servers] = [report.mine.count, report.servers.count];
  return <span>{mine === servers ? t('order', { mine: format.number(mine) }) : t('differs', { mine: format.number(mine), servers: format.number(servers) })}</span>;
}
