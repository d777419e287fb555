import type { ReactNode } from 'react';

interface ToastProps {
  /** An alert interrupts what a screen reader says, a status waits. */
  role?: 'status' | 'alert';
  children: ReactNode;
}

/** A line at the foot of the window, with what can be done about it. Without children it waits to say something. */
export function Toast({ role = 'status', children }: ToastProps) {
  return (
    <div role={role} className="pointer-events-none fixed inset-x-0 bottom-4 z-40 flex justify-center px-4">
      {children && (
        <div className="rise pointer-events-auto flex items-center gap-2 rounded-xl py-1.5 pr-1.5 pl-4 text-sm glass">
          {children}
        </div>
      )}
    </div>
  );
}
