import { type ReactNode, useEffect, useRef } from 'react';

interface DialogProps {
  label: string;
  onClose: () => void;
  className: string;
  children: ReactNode;
}

/** The browser's modal dialog: focus stays inside, the page behind is inert, Esc closes, focus goes back. */
export function Dialog({ label, onClose, className, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const dialog = element.current;
    if (!dialog?.open) dialog?.showModal();
    return () => dialog?.close();
  }, []);

  return (
    <dialog
      ref={element}
      aria-label={label}
      className={`dialog ${className}`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === element.current && onClose()}
    >
      {children}
    </dialog>
  );
}
