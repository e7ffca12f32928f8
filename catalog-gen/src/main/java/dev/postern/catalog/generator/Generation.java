package dev.postern.catalog.generator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What comes of the packages and of the files that are checked in.
 *
 * @param catalog the text of {@code catalog.txt}
 * @param retired the text of {@code retired.tsv}
 * @param managedPolicies the text of {@code managed-policies.txt}
 * @param report the text of {@code catalog-report.md}
 * @param changes what is otherwise than in the files that are checked in, as the report says it
 * @param objections why the files should not be written
 */
record Generation(
    String catalog,
    String retired,
    String managedPolicies,
    String report,
    String changes,
    ImmutableList<String> objections) {
  private static final String PINS = "catalog-sources.properties";
  private static final String MANAGED_POLICIES = "managed-policies.txt";
  private static final String MANAGED_POLICIES_HEAD = "# Policies that AWS keeps: path and name.\n";

  static Generation of(DataFiles files, Path packages, ImmutableSet<Waiver> waivers) {
    Pins pins = Pins.read(files.beside(PINS));
    ResourcePolicies policies =
        ResourcePolicies.parse(DataFiles.text(files.data(ResourcePolicies.FILE)));
    IamData source = new IamData(pins.find("iam-data", packages));
    OlderIamData older = OlderIamData.read(pins.find("iam-data-older", packages));
    IamFloyd floyd = new IamFloyd(pins.find("iam-floyd", packages));

    CatalogFacts said = older.complete(source.read(policies), source.corrections());
    CatalogFacts catalog =
        KeyCorrections.parse(DataFiles.text(files.beside(KeyCorrections.FILE)))
            .apply(said, source.corrections());
    policies.check(catalog);
    ImmutableSortedSet<String> managed = floyd.managedPolicies();

    String before = DataFiles.text(files.data(CatalogText.FILE));
    Optional<Difference> difference =
        before.isEmpty()
            ? Optional.empty()
            : Optional.of(new Difference(CatalogReader.read(before), catalog));
    RetiredActions retired = retired(files, older, catalog, difference);

    Report report =
        new Report(catalog, source.corrections(), older, floyd.actions(), retired, managed.size());
    ImmutableList<String> added =
        difference.map(Difference::actionsAdded).orElse(catalog.actions().keySet().asList());
    String changes = Report.changes(difference, policies.candidates(added));
    String text = CatalogText.of(catalog);
    // Run again on the same packages, the catalog is as it is checked in: what the report says has
    // changed is still what changed.
    Optional<String> reported =
        text.equals(before)
            ? Report.changesIn(DataFiles.text(files.beside(Report.FILE)))
            : Optional.empty();
    return new Generation(
        text,
        retired.text(),
        MANAGED_POLICIES_HEAD + String.join("\n", managed) + "\n",
        report.text() + reported.orElse(changes),
        changes,
        difference.map(d -> Waiver.objections(d, waivers)).orElse(ImmutableList.of()));
  }

  private static RetiredActions retired(
      DataFiles files, OlderIamData older, CatalogFacts catalog, Optional<Difference> difference) {
    RetiredActions known = RetiredActions.parse(DataFiles.text(files.data(RetiredActions.FILE)));
    RetiredActions seen = known.seen(older.needs().keySet(), older.date());
    return difference
        .map(d -> seen.seen(d.before().actions().keySet(), d.before().date()))
        .orElse(seen)
        .without(catalog.spellings());
  }

  /** The files, and what belongs into them. */
  ImmutableMap<Path, String> texts(DataFiles files) {
    return ImmutableMap.of(
        files.data(CatalogText.FILE),
        catalog,
        files.data(RetiredActions.FILE),
        retired,
        files.data(MANAGED_POLICIES),
        managedPolicies,
        files.beside(Report.FILE),
        report);
  }
}
