/** Commands reach the newest part of the window that knows them, from the native menu and from keys alike. */
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import type { DesktopApi, MenuCommand } from '../../shared/contract/desktop.ts';
import { commandFor } from './shortcuts.ts';

export type CommandHandlers = Partial<Record<MenuCommand, () => void>>;

class CommandBus {
  readonly #layers: (() => CommandHandlers)[] = [];

  /** @returns a function that takes the handlers away. */
  add(layer: () => CommandHandlers): () => void {
    this.#layers.push(layer);
    return () => {
      const at = this.#layers.indexOf(layer);
      if (at >= 0) this.#layers.splice(at, 1);
    };
  }

  run(command: MenuCommand): void {
    // A dialog must be answered first.
    if (document.querySelector('.scrim')) return;
    for (const layer of this.#layers.toReversed()) {
      const handler = layer()[command];
      if (!handler) continue;
      handler();
      return;
    }
  }
}

const BusContext = createContext<CommandBus | null>(null);

export function Commands({ desktop, children }: { desktop: DesktopApi; children: ReactNode }) {
  const bus = useMemo(() => new CommandBus(), []);
  useEffect(() => desktop.onMenuCommand((command) => bus.run(command)), [bus, desktop]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = commandFor(event);
      if (command === null) return;
      // Also keeps the native menu from carrying it out a second time.
      event.preventDefault();
      event.stopPropagation();
      bus.run(command);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [bus]);
  return <BusContext value={bus}>{children}</BusContext>;
}

/** Carries out commands as long as the component is shown. */
export function useCommands(handlers: CommandHandlers): void {
  const bus = useContext(BusContext);
  const latest = useRef(handlers);
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => bus?.add(() => latest.current), [bus]);
}
