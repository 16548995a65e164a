/** Commands reach the newest part of the window that knows them: from the native menu, from keys, from the palette. */
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import type { AppCommandId } from '../../shared/contract/commands.ts';
import type { DesktopApi } from '../../shared/contract/desktop.ts';
import { commandFor } from './shortcuts.ts';

/** What carries a command out, or why it cannot be carried out now. */
export type CommandHandler = (() => void) | { readonly unavailable: string };
export type CommandHandlers = Partial<Record<AppCommandId, CommandHandler>>;

export class CommandBus {
  readonly #layers: (() => CommandHandlers)[] = [];

  /** @returns a function that takes the handlers away. */
  add(layer: () => CommandHandlers): () => void {
    this.#layers.push(layer);
    return () => {
      const at = this.#layers.indexOf(layer);
      if (at >= 0) this.#layers.splice(at, 1);
    };
  }

  /** What the newest part of the window says to a command; undefined where none knows it. */
  handlerOf(command: AppCommandId): CommandHandler | undefined {
    for (const layer of this.#layers.toReversed()) {
      const handler = layer()[command];
      if (handler) return handler;
    }
    return undefined;
  }

  run(command: AppCommandId): void {
    // A dialog must be answered first.
    if (document.querySelector('.scrim')) return;
    const handler = this.handlerOf(command);
    if (typeof handler === 'function') handler();
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

export function useCommandBus(): CommandBus {
  const bus = useContext(BusContext);
  if (!bus) throw new Error('A screen stands outside the application.');
  return bus;
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
