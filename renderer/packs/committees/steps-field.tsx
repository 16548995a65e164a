import { Plus, X } from 'lucide-react';
import type { ReportStep } from '../../../shared/pack/deadlines/count-back.ts';
import { Button, IconButton } from '../../ui/button.tsx';

interface Props {
  readonly steps: readonly ReportStep[];
  readonly onChange: (steps: ReportStep[]) => void;
}

const MOST_DAYS = 250;

/** When a report must be where, counted back in working days from the day on which the agenda goes out. */
export function StepsField({ steps, onChange }: Props) {
  const put = (at: number, change: Partial<ReportStep>) =>
    onChange(steps.map((step, index) => (index === at ? { ...step, ...change } : step)));
  return (
    <div className="members">
      <p className="quiet">Counted back in working days from the day on which the agenda goes out.</p>
      {steps.map((step, at) => (
        <div className="step-row" key={step.id}>
          <input
            className="input"
            aria-label={`Name of deadline ${at + 1}`}
            value={step.name}
            maxLength={200}
            onChange={(event) => {
              // A deadline without a name would not be kept.
              if (event.target.value !== '') put(at, { name: event.target.value });
            }}
          />
          <input
            className="input tabular"
            type="number"
            min={0}
            max={MOST_DAYS}
            aria-label={`${step.name}: working days before`}
            value={step.daysBefore}
            onChange={(event) =>
              put(at, {
                daysBefore: Math.min(MOST_DAYS, Math.max(0, Math.round(Number(event.target.value)))),
              })
            }
          />
          <span className="quiet">{step.daysBefore === 1 ? 'day before' : 'days before'}</span>
          <IconButton
            label={`Remove ${step.name}`}
            onPress={() => onChange(steps.filter((_, index) => index !== at))}
          >
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      ))}
      <Button
        onPress={() => onChange([...steps, { id: crypto.randomUUID(), name: 'New deadline', daysBefore: 5 }])}
      >
        <Plus size={14} aria-hidden /> Add deadline
      </Button>
    </div>
  );
}
