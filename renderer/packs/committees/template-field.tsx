import { ChevronDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { TemplateSummary } from '../../../shared/contract/template-calls.ts';
import { notifyFailure } from '../../app/failures.ts';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx';

interface Props {
  /** null: none, a plain document. */
  readonly template: string | null;
  readonly onChange: (template: string | null) => void;
}

/** What new documents of its items begin as. */
export function TemplateField({ template, onChange }: Props) {
  const { client } = useServices();
  const [templates, setTemplates] = useState<readonly TemplateSummary[]>([]);
  useEffect(() => {
    client.call('templates.list', {}).then((listed) => setTemplates(listed.templates), notifyFailure);
  }, [client]);
  const known = templates.find(({ id }) => id === template)?.name;
  const name = template === null ? 'Plain' : (known ?? 'Not in this library');
  return (
    <div className="detail-field">
      <span>Template</span>
      <div className="detail-value">
        <Menu
          label="Template of new documents"
          trigger={
            <Button aria-label={`Template of new documents: ${name}`}>
              {name} <ChevronDown size={14} aria-hidden />
            </Button>
          }
        >
          <MenuItem label="Plain" current={template === null} onAction={() => onChange(null)} />
          <MenuSeparator />
          {templates.map(({ id, name: label }) => (
            <MenuItem key={id} label={label} current={id === template} onAction={() => onChange(id)} />
          ))}
        </Menu>
      </div>
    </div>
  );
}
