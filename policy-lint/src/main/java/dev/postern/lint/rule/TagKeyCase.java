package dev.postern.lint.rule;

import com.google.common.base.Ascii;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * One tag key in two spellings. Names of condition keys ignore letter case, tags do not. AWS: "Tags
 * for AWS Identity and Access Management resources".
 */
final class TagKeyCase implements PolicyRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion("tag-key-case", "one tag key in two spellings");
  }

  /** How a tag key was first spelled, and where. */
  private record Spelling(String text, SourceSpan span) {}

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    Map<String, Spelling> first = new HashMap<>();
    Set<String> reported = new HashSet<>();
    for (Located<Statement> statement : policy.document().statementList()) {
      for (KeyUse use : KeyUse.allOf(statement.value(), policy)) {
        TagKey.of(use)
            .ifPresent(
                tag -> {
                  Spelling here = new Spelling(tag.name(), use.keySpan());
                  Spelling known = first.putIfAbsent(Ascii.toLowerCase(tag.name()), here);
                  if (known != null
                      && !known.text().equals(here.text())
                      && reported.add(here.text())) {
                    report(here, known, findings);
                  }
                });
      }
    }
  }

  private static void report(Spelling here, Spelling known, Findings findings) {
    findings
        .at(here.span())
        .message("the tag `" + here.text() + "` is spelled `" + known.text() + "` elsewhere")
        .advice(
            "conditions do not tell the two apart, but a resource may have both; use one spelling")
        .related(known.span(), "the other spelling")
        .add();
  }
}
