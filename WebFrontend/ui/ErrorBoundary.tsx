import { Component, type ReactNode } from 'react';
import { reload } from '@/lib/reload';
import { strings } from '@/lib/strings';
import { Toast } from './Toast';

interface ErrorBoundaryProps {
  children: ReactNode;
  /** How to do without what broke. */
  onClose?: (() => void) | undefined;
}

interface ErrorBoundaryState {
  error?: unknown;
  isReloading: boolean;
}

const words = strings.broken;

/** A script that is imported late: a new release has taken its place, or it couldn't be fetched. webpack and browsers say so in different words. */
const isMissing = (error: unknown): boolean => /chunk|import/i.test(String(error));

/** When a part of the page breaks, the rest lives on, uploads above all; and the page can be loaded again. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { isReloading: false };

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { error };
  }

  private readonly reload = () => {
    this.setState({ isReloading: true });
    void reload();
  };

  override render(): ReactNode {
    const { error, isReloading } = this.state;
    if (error === undefined) return this.props.children;

    return (
      <Toast role="alert">
        <span>{isReloading ? words.waiting : isMissing(error) ? words.missing : words.other}</span>
        <button type="button" className="control control-outline" onClick={this.reload}>
          {words.reload}
        </button>
        {this.props.onClose && (
          <button type="button" className="control control-quiet" onClick={this.props.onClose}>
            {strings.close}
          </button>
        )}
      </Toast>
    );
  }
}
