import { Command } from "commander";
import { savePriceList } from "@/lib/products/commands/save-price-list";
import { priceListYaml } from "@/lib/products/price-list-yaml";
import { getPriceList } from "@/lib/products/queries/get-price-list";
import { type JsonOption, print, withMerchant } from "../lib/command-line";
import { readYamlFile, withLines } from "../lib/read-yaml-file";

interface Options extends JsonOption {
  merchant: string;
}

export const productsCommand = (): Command =>
  new Command("products")
    .description("what is sold and for how much, as one file")
    .addCommand(
      new Command("apply")
        .description("replace the price list by that of a YAML file")
        .argument("<file>")
        .requiredOption("--merchant <slug>")
        .option("--json", "print the result as one line of JSON")
        .action(apply),
    )
    .addCommand(
      new Command("export")
        .description("write the price list as YAML")
        .requiredOption("--merchant <slug>")
        .option("--json", "print it as one line of JSON")
        .action(async ({ merchant, json }: Options) => {
          const { products } = await withMerchant(merchant, (execution) =>
            getPriceList.execute(execution, {}),
          );
          if (json) print({ products }, "", { json });
          else process.stdout.write(priceListYaml(products));
        }),
    );

async function apply(path: string, { merchant, json }: Options): Promise<void> {
  const file = readYamlFile(path);
  const contents = file.value ?? {};
  const result = await withMerchant(merchant, async (execution) => {
    const current = await getPriceList.execute(execution, {});
    const { revision } = await withLines(file, path, "", () =>
      savePriceList.execute(execution, { ...contents, revision: current.revision }),
    );
    const { products } = await getPriceList.execute(execution, {});
    return { revision, products: products.length };
  });
  print(result, `Saved as revision ${result.revision}. Products: ${result.products}.`, { json });
}
