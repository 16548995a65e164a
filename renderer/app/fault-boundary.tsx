/** Where a fault of ours ends: what stands outside goes on, and the person is told, instead of an empty window. */
import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';

interface Props {
  /** What could not be shown, as the subject of a sentence: "This panel". */
  readonly what: string;
  /** What is true of the person's words, or what to do next. */
  readonly words: string;
  /** The one way on, as a verb; tries again where nothing else is said. */
  readonly action: string;
  readonly onAction?: () => void;
  readonly children: ReactNode;
}

interface State {
  readonly failed: boolean;
}

export class FaultBoundary extends Component<Props, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    const { what, words, action, onAction, children } = this.props;
    if (!this.state.failed) return children;
    return (
      <div className="empty" role="alert">
        <h2>{what} met a fault of Despatch</h2>
        <p>{words}</p>
        <div className="actions">
          <Button
            look="outlined"
            autoFocus
            onPress={() => {
              this.setState({ failed: false });
              onAction?.();
            }}
          >
            {action}
          </Button>
        </div>
      </div>
    );
  }
}
