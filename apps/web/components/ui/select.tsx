import { Icon } from "@/components/icon";

interface SelectProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of several, in the browser's own list: at home on a phone and on a keyboard. */
export function Select<T extends string>({ label, options, value, onChange }: SelectProps<T>) {
  return (
    <span data-slot="select" className="relative inline-flex min-w-0 items-center">
      <select
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.target.value as T)}
        className="h-7 w-full min-w-0 cursor-pointer appearance-none rounded-2 border border-line-control bg-inset pr-7 pl-2.5 text-12 hover:bg-hover max-tablet:h-11 max-tablet:text-16"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevronDown" size={12} className="pointer-events-none absolute right-2 text-fg-3" />
    </span>
  );
}
