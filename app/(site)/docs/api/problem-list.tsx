import type { ProblemBody } from "@/lib/access/problem-body";

/** Every refusal that the API gives, by the address that its `type` leads to. */
export function ProblemList({ problems }: { problems: ProblemBody[] }) {
  return (
    <dl>
      {problems.map((problem) => (
        <div
          key={problem.code}
          id={problem.code}
          className="scroll-mt-4 border-b border-line py-2 target:bg-wash sm:grid sm:grid-cols-[minmax(0,2fr)_3rem_minmax(0,3fr)] sm:gap-x-5"
        >
          <dt>
            <code className="font-text font-strong wrap-anywhere">{problem.code}</code>
          </dt>
          <dd className="text-ink-2">{problem.status}</dd>
          <dd>{problem.title}</dd>
        </div>
      ))}
    </dl>
  );
}
