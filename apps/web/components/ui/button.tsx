import { cva, type VariantProps } from "class-variance-authority";
import * as Slot from "radix-ui/slot";
import type { ComponentProps } from "react";
import { Spinner } from "./spinner";

export const buttonStyles = cva(
  "relative inline-flex items-center justify-center gap-1.5 whitespace-nowrap rounded-2 border font-medium transition-colors disabled:cursor-not-allowed aria-disabled:cursor-not-allowed",
  {
    variants: {
      variant: {
        primary: "border-transparent bg-accent-fill text-on-accent hover:bg-accent-fill-hover",
        secondary: "border-line-strong bg-raised hover:border-line-control hover:bg-hover",
        ghost: "border-transparent hover:bg-hover",
        danger: "border-transparent bg-auction-fill text-on-accent hover:brightness-110",
      },
      size: {
        xs: "h-6 rounded-1 px-2 text-12 max-tablet:after:absolute max-tablet:after:-inset-2",
        sm: "h-7 px-2.5 text-12 max-tablet:after:absolute max-tablet:after:-inset-2",
        md: "h-8 px-3",
        lg: "h-11 w-full px-3 text-14 max-tablet:h-12 max-tablet:text-16",
        icon: "size-8 max-tablet:size-11",
      },
      off: {
        true: "!border-line !bg-hover !text-fg-3 !brightness-100",
        false: "",
      },
    },
    defaultVariants: { variant: "secondary", size: "md", off: false },
  },
);

export interface ButtonProps
  extends ComponentProps<"button">,
    Pick<VariantProps<typeof buttonStyles>, "variant" | "size"> {
  /** Shows a spinner beside the label and refuses presses; the colour stays. */
  readonly pending?: boolean;
  /** Renders the child (a link) with the look of a button. */
  readonly asChild?: boolean;
}

/** A press. The label says what will happen, with the amount. */
export function Button({
  variant,
  size,
  pending = false,
  asChild = false,
  disabled,
  className,
  children,
  type = "button",
  ...rest
}: ButtonProps) {
  const styles = buttonStyles({ variant, size, off: disabled === true, className });
  if (asChild) {
    return (
      <Slot.Root {...rest} className={styles}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      data-slot="button"
      {...rest}
      type={type}
      disabled={disabled === true || pending}
      aria-busy={pending}
      className={styles}
    >
      {pending && <Spinner />}
      {children}
    </button>
  );
}
