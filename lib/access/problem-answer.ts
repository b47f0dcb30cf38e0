import { z } from "zod";

/** What a refusal of the REST API is, for its documentation and for the tests that hold it to that. */

export const fieldProblemAnswer = z
  .strictObject({
    path: z.string().describe("The field, such as `lines.0.amount`."),
    code: z.string().describe("What is wrong with it, for programs."),
    message: z.string().describe("What is wrong with it, for people."),
  })
  .meta({ id: "FieldProblem", description: "What is wrong with one field." });

export const problemAnswer = z
  .strictObject({
    type: z.string().describe("Leads to what the documentation says of the code."),
    title: z.string().describe("What is wrong, for people."),
    status: z.int().describe("The HTTP status."),
    code: z.string().describe("What is wrong, for programs."),
    detail: z.string().optional().describe("More about it: the first field that is wrong."),
    errors: z.array(fieldProblemAnswer).optional().describe("Every field that is wrong."),
    instance: z.string().optional().describe("The number under which an unexpected error was logged."),
  })
  .meta({ id: "Problem", description: "A refusal, as RFC 9457 has it." });
