package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ArnPattern;
import dev.postern.model.Glob;
import dev.postern.model.PolicyString;
import dev.postern.model.PolicyString.Part;
import dev.postern.model.PolicyVersion;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.ArrayList;
import java.util.List;

/**
 * A resource within another entry of the same list. Patterns are compared, whatever exists: a star
 * matches slashes, too.
 */
final class ResourceRedundant implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion("resource-redundant", "a resource lies within another of its list")
        .on(PolicyTypes.WITH_RESOURCES)
        .issueCode("REDUNDANT_RESOURCE");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    List<Located<String>> texts = new ArrayList<>();
    List<Redundancy.Entry> entries = new ArrayList<>();
    ResourceElement element = statement.value().resource().value();
    for (Located<ResourcePattern> resource : element.patterns()) {
      if (isComparable(resource.value())) {
        texts.add(resource.with(resource.value().text()));
        entries.add(entry(resource.value(), policy.document().version().value()));
      }
    }
    for (Redundancy.Pair pair : Redundancy.of(ImmutableList.copyOf(entries))) {
      RedundantEntry.report(
          kind(element, entries.get(pair.entry())),
          texts.get(pair.entry()),
          texts.get(pair.covering()),
          policy,
          findings);
    }
  }

  /* What a variable without a value leaves out of NotResource, AWS does not say. */
  private static Fix.Kind kind(ResourceElement element, Redundancy.Entry entry) {
    return element instanceof ResourceElement.NotResource && entry.takesSubstitutes()
        ? Fix.Kind.OFFER
        : Fix.Kind.AUTO;
  }

  static boolean isComparable(ResourcePattern resource) {
    return !(resource instanceof ResourcePattern.Malformed)
        && PolicyString.fault(resource.text()).isEmpty();
  }

  static Redundancy.Entry entry(ResourcePattern resource, PolicyVersion version) {
    ImmutableList.Builder<Glob> fields = ImmutableList.builder();
    if (resource instanceof ArnPattern arn) {
      ImmutableList<String> texts = arn.fields();
      texts.subList(0, 5).forEach(field -> fields.add(Glob.of(field)));
      PolicyString last = PolicyString.of(texts.get(5), version);
      return new Redundancy.Entry(fields.add(glob(last)).build(), last.hasVariables());
    }
    // The first field, too: the actions that take no resource are matched by the star alone.
    for (int i = 0; i < 6; i++) {
      fields.add(Glob.of("*"));
    }
    return new Redundancy.Entry(fields.build(), false);
  }

  /* A variable is put in as one text that no pattern but a star matches and its like. */
  private static Glob glob(PolicyString text) {
    Glob.Builder glob = Glob.builder();
    for (Part part : text.parts()) {
      if (part instanceof Part.Text literal) {
        glob.literal(literal.text());
      } else if (part instanceof Part.AnyRun) {
        glob.anyRun();
      } else if (part instanceof Part.AnyOne) {
        glob.anyOne();
      } else {
        glob.literal("\uE000" + part + "\uE001");
      }
    }
    return glob.build();
  }
}
