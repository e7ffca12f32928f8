package dev.postern.catalog.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the data files anew. */
public final class Refresh {
  private Refresh() {}

  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]);
    Path packages = Path.of(args[1]);
    Pins pins = Pins.read(root.resolve("catalog-gen/catalog-sources.properties"));
    Path data = root.resolve("policy-catalog/src/main/resources/dev/postern/catalog");
    ResourcePolicies policies =
        ResourcePolicies.parse(Files.readString(data.resolve(ResourcePolicies.FILE)));
    IamData source = new IamData(pins.find("iam-data", packages));
    CatalogFacts catalog = source.read(policies);
    catalog =
        OlderIamData.read(pins.find("iam-data-older", packages))
            .complete(catalog, source.corrections());
    policies.check(catalog);
    Files.writeString(data.resolve(CatalogText.FILE), CatalogText.of(catalog));
    System.out.println(catalog.counts() + " " + source.corrections());
  }
}
