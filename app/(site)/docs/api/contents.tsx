import { ChevronDown } from "lucide-react";
import { Icon } from "@/components/ui/icon";

export interface ContentsGroup {
  name: string;
  links: { href: string; label: string }[];
}

/** What is on the page: a list beside it on a laptop, on a phone one line that opens. */
export function Contents({ groups }: { groups: ContentsGroup[] }) {
  return (
    <>
      <nav
        aria-label="Contents"
        className="sticky top-0 hidden max-h-dvh self-start overflow-y-auto py-1 md:block"
      >
        <Links groups={groups} />
      </nav>
      <details className="group mb-8 border-y border-line md:hidden">
        <summary className="flex min-h-12 items-center justify-between font-strong">
          Contents
          <Icon of={ChevronDown} className="group-open:rotate-180" />
        </summary>
        <nav aria-label="Contents" className="pb-4">
          <Links groups={groups} />
        </nav>
      </details>
    </>
  );
}

function Links({ groups }: { groups: ContentsGroup[] }) {
  return groups.map((group) => (
    <section key={group.name} className="mb-5">
      <h2 className="text-small font-strong">{group.name}</h2>
      <ul className="mt-1">
        {group.links.map((link) => (
          <li key={link.href}>
            <a
              href={link.href}
              className="block py-1 text-small text-ink-2 hover:text-ink pointer-coarse:py-[13px]"
            >
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  ));
}
