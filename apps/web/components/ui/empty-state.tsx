import type { ReactNode } from "react";
import { Gauge } from "@/components/gauge/gauge";
import { Icon } from "@/components/icon";
import { Button } from "./button";

interface StateProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** It is all there is on the page. */
  readonly isPage?: boolean;
}

/** Nothing here yet: says what will appear. */
export function EmptyState({ title, children, action, isPage = false }: StateProps) {
  const Title = isPage ? "h1" : "span";
  return (
    <div data-slot="empty-state" className="px-4 py-7 text-center text-fg-2">
      <div className="mx-auto mb-2.5 w-fit">
        <Gauge health={null} size={56} decorative />
      </div>
      <Title className="mb-1 block font-medium text-fg">{title}</Title>
      {children}
      {action !== undefined && <div className="mt-3">{action}</div>}
    </div>
  );
}

interface ErrorStateProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly onRetry?: () => void;
  readonly retryLabel: string;
  /** It is all there is on the page. */
  readonly isPage?: boolean;
}

/** Something did not load: says what it means, and offers another try. */
export function ErrorState({ title, children, onRetry, retryLabel, isPage = false }: ErrorStateProps) {
  const Title = isPage ? "h1" : "span";
  return (
    <div data-slot="error-state" role="alert" className="px-4 py-7 text-center text-fg-2">
      <div className="mx-auto mb-2.5 w-fit">
        <Gauge health={undefined} size={56} decorative />
      </div>
      <Title className="mb-1 block font-medium text-fg">{title}</Title>
      {children}
      {onRetry !== undefined && (
        <div className="mt-3">
          <Button size="sm" onClick={onRetry}>
            <Icon name="retry" size={14} />
            {retryLabel}
          </Button>
        </div>
      )}
    </div>
  );
}
