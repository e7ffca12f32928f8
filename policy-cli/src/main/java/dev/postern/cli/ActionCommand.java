package dev.postern.cli;

import com.google.common.collect.ImmutableSet;
import dev.postern.catalog.ActionDefinition;
import dev.postern.catalog.CallAuthorization;
import dev.postern.catalog.Catalog;
import dev.postern.catalog.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code postern action}: what is known of these actions? */
final class ActionCommand implements Command {
  @Override
  public CommandSpec spec() {
    return Options.command(
            "action",
            "Says what is known of actions: access level, resource types, condition keys.",
            """
            Condition keys without a type of resource go with each request for the action; those
            below a type go with requests on such resources. Global keys, such as aws:SourceIp, go
            with every action and are not repeated. Dependent actions are what the caller needs
            besides; newer ones than their date are missing.

            A name that is an operation of an API and no action gives the actions that AWS checks
            for it.

            --json gives an array, a name a line; docs/catalog.md lists the members.

            Exit codes:
              0  each name is an action or an operation
              1  some name is not in the catalog; the others are printed
              2  wrong usage, or input or a catalog that cannot be read
              3  a mistake of ours

            Examples:
              postern action iam:PassRole
              postern action s3:ListObjectsV2
              postern action --json ec2:RunInstances
            """)
        .addOption(Options.flag("--json", "print a JSON array"))
        .addOption(CatalogOption.spec())
        .addPositional(
            Options.inputs(
                "NAME|-", "names such as s3:GetObject, or - for standard input, one a line"));
  }

  @Override
  public int run(ParseResult given, Console console) {
    return CatalogOption.askWarning(given, console, catalog -> run(given, catalog, console));
  }

  private static int run(ParseResult given, Catalog catalog, Console console) {
    Inputs inputs = new Inputs(console);
    ImmutableSet<String> names = ActionNames.of(Options.inputs(given), console, inputs);
    for (String name : names) {
      if (!NotInCatalog.isLiteral(name)) {
        throw new UsageException("`" + name + "` is a pattern, which `postern actions` takes");
      }
    }
    boolean json = Options.isSet(given, "--json");
    List<String> answers = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    for (String name : names) {
      answer(name, json, catalog)
          .ifPresentOrElse(
              answers::add, () -> complaints.add(new NotInCatalog(catalog).action(name)));
    }
    if (json) {
      JsonList.print(answers, console.out());
    } else {
      console.out().print(String.join("\n", answers));
    }
    complaints.forEach(console::tell);
    return inputs.anyUnreadable()
        ? ExitCode.UNREADABLE
        : complaints.isEmpty() ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private static Optional<String> answer(String name, boolean json, Catalog catalog) {
    Optional<ActionDefinition> action = catalog.action(name);
    Optional<Service> service = action.map(ActionDefinition::service).flatMap(catalog::service);
    if (action.isPresent() && service.isPresent()) {
      return Optional.of(
          json
              ? ActionJson.whole(action.get(), service.get())
              : ActionText.whole(action.get(), service.get()));
    }
    int colon = name.indexOf(':');
    if (colon < 0 || catalog.retiredAction(name).isPresent()) {
      return Optional.empty();
    }
    CallAuthorization authorization =
        catalog.actionForOperation(name.substring(0, colon), name.substring(colon + 1));
    if (authorization instanceof CallAuthorization.Unknown) {
      return Optional.empty();
    }
    return Optional.of(
        json
            ? ActionJson.operation(name, authorization)
            : ActionText.operation(name, authorization));
  }
}
