import './tour.css';
import { useLayoutEffect, useRef, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../ui/button.tsx';
import { useTourProgress } from './progress.ts';
import { tourSteps } from './steps.ts';

const GAP = 16;
/** Around what the light falls on. */
const RIM = 4;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** One card at a time beside what it speaks of; left at any time, gone on with from the Help menu. */
export default function Tour({ onClose }: { onClose: () => void }) {
  const [progress, setProgress] = useTourProgress();
  const at = progress.step < tourSteps.length ? progress.step : 0;
  const step = tourSteps[at];
  const card = useRef<HTMLDivElement>(null);
  const light = useLight(step?.target ?? '', card);
  if (!step) return null;

  const isLast = at === tourSteps.length - 1;
  const goTo = (wanted: number) => setProgress((now) => ({ ...now, step: wanted }));
  const finish = () => {
    setProgress(() => ({ settled: true, step: 0 }));
    onClose();
  };
  const leave = () => {
    setProgress((now) => ({ ...now, settled: true }));
    onClose();
  };
  return (
    <ModalOverlay
      isOpen
      className="scrim tour"
      onOpenChange={(open) => {
        if (!open) leave();
      }}
    >
      {light ? <div className="tour-light" style={light} /> : <div className="tour-dark" />}
      <Modal className="modal tour-card" ref={card}>
        <Dialog className="dialog">
          <Heading slot="title" level={2}>
            {step.title}
          </Heading>
          <p className="dialog-body" aria-live="polite">
            {step.text}
          </p>
          <div className="dialog-actions">
            <span className="tour-count tabular">
              {at + 1} of {tourSteps.length}
            </span>
            {isLast ? null : <Button onPress={leave}>Leave the tour</Button>}
            {at > 0 ? (
              <Button look="outlined" onPress={() => goTo(at - 1)}>
                Back
              </Button>
            ) : null}
            <Button look="primary" autoFocus onPress={isLast ? finish : () => goTo(at + 1)}>
              {isLast ? 'Start writing' : 'Next'}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Where the light falls; puts the card beside it. */
function useLight(target: string, card: { current: HTMLDivElement | null }): Box | null {
  const [light, setLight] = useState<Box | null>(null);
  useLayoutEffect(() => {
    const place = () => {
      const box = document.querySelector(target)?.getBoundingClientRect();
      setLight(box ? lit(box) : null);
      const element = card.current;
      if (!element) return;
      const { left, top } = beside(box ? lit(box) : null, element.offsetWidth, element.offsetHeight);
      element.style.left = `${left}px`;
      element.style.top = `${top}px`;
    };
    place();
    // The card has its new words, and so its height, only when they are drawn.
    const frame = requestAnimationFrame(place);
    window.addEventListener('resize', place);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('resize', place);
    };
  }, [target, card]);
  return light;
}

function lit({ left, top, right, bottom }: DOMRect): Box {
  const from = { left: Math.max(0, left - RIM), top: Math.max(0, top - RIM) };
  return {
    ...from,
    width: Math.min(window.innerWidth, right + RIM) - from.left,
    height: Math.min(window.innerHeight, bottom + RIM) - from.top,
  };
}

/** Right, left, below, above, or else in the middle of what is lit. */
function beside(box: Box | null, width: number, height: number): { left: number; top: number } {
  const { innerWidth, innerHeight } = window;
  const middle = { left: (innerWidth - width) / 2, top: (innerHeight - height) / 2 };
  if (!box) return middle;
  const right = box.left + box.width;
  const bottom = box.top + box.height;
  const across = clamp(box.left + box.width / 2 - width / 2, innerWidth - width);
  const down = clamp(box.top + Math.min(box.height, 320) / 2 - height / 2, innerHeight - height);
  if (right + GAP + width <= innerWidth - GAP) return { left: right + GAP, top: down };
  if (box.left - GAP - width >= GAP) return { left: box.left - GAP - width, top: down };
  if (bottom + GAP + height <= innerHeight - GAP) return { left: across, top: bottom + GAP };
  if (box.top - GAP - height >= GAP) return { left: across, top: box.top - GAP - height };
  return { left: across, top: bottom - height - 3 * GAP };
}

function clamp(wanted: number, most: number): number {
  return Math.max(GAP, Math.min(wanted, most - GAP));
}
