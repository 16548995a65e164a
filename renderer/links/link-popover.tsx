import './links.css';
import { Copy, Link2Off } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { Dialog } from 'react-aria-components';
import { linkPattern } from '../../shared/document/inline.ts';
import type { CaretPlace } from '../editor/inline/caret-place.ts';
import type { LinkInHand, Links } from '../editor/inline/links.ts';
import { Button } from '../ui/button.tsx';
import { copyText } from '../ui/copy-text.ts';
import { PlacePopover } from '../ui/place-popover.tsx';
import { notify } from '../ui/toasts.tsx';

interface Props {
  readonly links: Links;
  /** Where the link is, in pixels of the window. */
  readonly place: CaretPlace;
  readonly link: LinkInHand;
  readonly readOnly: boolean;
  readonly onClose: () => void;
}

/** What somebody means who leaves the beginning out, as every address bar lets one. */
function completed(typed: string): string {
  const address = typed.trim();
  if (/^[a-z][a-z\d+.-]*:/iu.test(address)) return address;
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/u.test(address)) return `mailto:${address}`;
  return /^[^\s/]+\.[^\s/]+/u.test(address) ? `https://${address}` : address;
}

/** Adds, changes, copies or removes a link. Nothing is opened from here: there is no network to open it with. */
export default function LinkPopover({ links, place, link, readOnly, onClose }: Props) {
  const reasonId = useId();
  const [typed, setTyped] = useState(link.address ?? '');
  const [text, setText] = useState(link.text ?? '');
  const [asked, setAsked] = useState(false);
  const address = completed(typed);
  const valid = linkPattern.test(address);
  const wrong = asked && !valid;

  const save = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!valid || readOnly) return;
    links.set(address, link.text === null ? null : text.trim() === '' ? address : text);
    onClose();
  };
  const copy = () => {
    copyText(link.address ?? '');
    notify({ tone: 'done', title: 'Address copied' });
    onClose();
  };
  const remove = () => {
    links.remove();
    onClose();
  };

  return (
    <PlacePopover place={place} className="link-popover" onClose={onClose}>
      <Dialog className="dialog" aria-label={link.address === null ? 'Add link' : 'Link'}>
        <form className="link-form" onSubmit={save} noValidate>
          {link.text === null ? null : (
            <label className="field">
              <span>Words</span>
              <input
                className="input"
                value={text}
                readOnly={readOnly}
                onChange={(event) => setText(event.target.value)}
              />
            </label>
          )}
          <label className="field">
            <span>Address</span>
            <input
              autoFocus
              className="input"
              value={typed}
              readOnly={readOnly}
              spellCheck={false}
              autoComplete="off"
              placeholder="www.gov.uk/… or name@example.gov.uk"
              aria-invalid={wrong}
              aria-describedby={wrong ? reasonId : undefined}
              onChange={(event) => setTyped(event.target.value)}
            />
          </label>
          {wrong ? (
            <p id={reasonId} className="link-reason" role="alert">
              {typed.trim() === ''
                ? 'Type the address the words lead to.'
                : 'An address begins with https://, http:// or mailto: and holds no spaces or quotation marks.'}
            </p>
          ) : null}
          <div className="link-actions">
            {link.address === null ? null : (
              <>
                <Button onPress={copy}>
                  <Copy size={14} aria-hidden />
                  Copy address
                </Button>
                {readOnly ? null : (
                  <Button onPress={remove}>
                    <Link2Off size={14} aria-hidden />
                    Remove link
                  </Button>
                )}
              </>
            )}
            <span className="link-space" />
            {readOnly ? null : (
              <Button look="primary" type="submit">
                {link.address === null ? 'Add link' : 'Change'}
              </Button>
            )}
          </div>
        </form>
      </Dialog>
    </PlacePopover>
  );
}
